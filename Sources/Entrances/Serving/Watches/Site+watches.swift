internal import ArabicQuantities
internal import HTTPTypes
internal import Hummingbird
internal import NewsModel
internal import Recording

extension Site {
  /// A page of watches; at the desk with forms.
  func watchPage(_ request: SiteRequest, _ parts: PageParts, authority: String?) async throws
    -> Answer
  {
    // Only who reaches the desk under its own name gets forms, which carry its token.
    let desk = desk.flatMap { $0.admits(authority: authority) ? $0 : nil }
    let html: HTML
    if case .watch(let number) = request.route {
      html = try await watch(number, request).html(parts, desk)
    } else {
      html = try await archive.read { try WatchesPage($0) }.html(parts, desk)
    }
    return desk == nil
      ? .page(html) : Answer(kind: .desk, body: .bytes(Array(html.markup.utf8)))
  }

  /// One watch.
  func watch(_ number: Int, _ request: SiteRequest) async throws -> WatchPage {
    let page = try await archive.read { try WatchPage(number, today: .today, $0) }
    guard let page else { throw request.problem(.noWatch(number)) }
    return page
  }

  /// Does what a form asks for, and leads back to the watch.
  func changeWatch(_ head: HTTPRequest, _ body: [UInt8]?, _ request: SiteRequest) async throws
    -> Answer
  {
    let items = try admitted(head, body, request).items
    let archive = archive
    let number: Int
    if items["act"] == "edits" {
      number = try addWatchOfEdits(items, request)
    } else if items["act"] == "acknowledge" {
      let key = items["alarm"] ?? ""
      guard let alarm = try await archive.read({ try $0.alarm(key: key) }) else {
        throw request.problem(.badForm)
      }
      _ = try archive.acknowledge(alarm: key)
      number = alarm.watch
    } else {
      number = items["watch"].flatMap { Int($0) } ?? 0
      guard try await archive.read({ try $0.watch(number) }) != nil else {
        throw request.problem(.noWatch(number))
      }
      switch items["act"] {
      case "mute": _ = try archive.setMuted(true, watch: number)
      case "unmute":
        _ = try archive.setMuted(false, watch: number)
        _ = try archive.snooze(watch: number, until: nil)
      case "snooze":
        guard let day = CalendarDay(iso: items["until"] ?? "") else {
          throw request.problem(
            .badValue(name: "until", value: items["until"] ?? "", allowed: .day))
        }
        _ = try archive.snooze(watch: number, until: day)
      default: throw request.problem(.badForm)
      }
    }
    let address = Link.address(.watch(number), in: request.language)
    return Answer(status: .seeOther, kind: .redirect(address), body: .bytes([]))
  }

  /// Keeps the watch of edits that a form asks for.
  private func addWatchOfEdits(_ items: QueryItems, _ request: SiteRequest) throws -> Int {
    func filled(_ name: String) -> String? {
      items[name].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
    guard let name = filled("name"), name.utf8.count <= Watch.nameLimit, Int(name) == nil,
      let least = filled("least").flatMap({ Int($0) }), (1...1_000).contains(least),
      ["source", "words"].allSatisfy({ (items[$0] ?? "").utf8.count <= FilterFields.textLimit })
    else { throw request.problem(.badForm) }
    var question = WatchQuestion()
    question.source = filled("source")
    question.words = filled("words")
    let watch = Watch(name: name, question: question, step: .day, method: .edits(least: least))
    guard let number = try archive.add(watch) else {
      throw request.problem(.watchNameTaken(name))
    }
    return number
  }
}
