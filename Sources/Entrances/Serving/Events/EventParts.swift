internal import ArabicQuantities
internal import NewsModel
internal import Recording

extension PageParts {
  /// Where an event stands by people's decisions; nothing where nobody decided.
  func standingTag(_ standing: EventStanding?) -> HTML {
    guard let standing else { return .nothing }
    let names = standing.coders.map { "\u{2068}\($0)\u{2069}" }
      .joined(separator: say["record.separator"])
    return """
      <span class="tag standing \(standing.state.rawValue)" title="\(names)">\(say["standing.\(standing.state.rawValue)"])</span>
      """
  }

  /// An event's mode and status as small labels, where they say something.
  func eventTags(_ event: Event) -> HTML {
    var tags: [HTML] = []
    if let mode = event.mode { tags.append(tag(say.ifKnown("mode.\(mode)") ?? mode, "mode")) }
    if event.status != .actual {
      tags.append(tag(say["status.\(event.status.rawValue)"], "status"))
    }
    return tags.joined(by: " ")
  }

  /// The day of an event as exactly as it is known.
  func eventDay(_ event: Event) -> HTML {
    guard let day = event.date else {
      return "<span class=\"muted\">\(say["event.unknown"])</span>"
    }
    let precision: Wording.DayPrecision =
      switch event.datePrecision {
      case .week: .week
      case .month: .month
      case .year: .year
      case .day, nil: .day
      }
    return "<time datetime=\"\(day.description)\">\(say.day(day, precision: precision))</time>"
  }

  /// A moment as a day and a time of day in UTC.
  func moment(_ seconds: Int) -> HTML {
    let day = CalendarDay(ordinal: seconds / 86_400)
    let minutes = seconds % 86_400 / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = "\(two(minutes / 60)):\(two(minutes % 60))"
    return """
      <time datetime="\(day.description)T\(time)Z">\(say.day(day)) \(say.inDigits(time))</time>
      """
  }

  /// One person's decision: who, what, when, and what was decided otherwise than read.
  func decision(_ review: EventReview) -> HTML {
    let changes = review.verdict == .reject ? [] : review.corrected
    let items = changes.map { field -> HTML in
      """
      <li>\(say["field.\(field.rawValue)"]): <del>\(value(review.read[field], field))</del> \
      <ins>\(value(review.values[field], field))</ins></li>
      """
    }
    let list: HTML? = items.isEmpty ? nil : "<ul>\(items)</ul>"
    let reason: HTML? = review.reason.map { "<p class=\"reason\">\(HTML.outside($0))</p>" }
    return """
      <b>\(HTML.outside(review.coder))</b> \(say["verdict.\(review.verdict.rawValue)"]) \
      <span class="muted">\(moment(review.decidedAt))</span>\(list)\(reason)
      """
  }

  /// A value of a field in words.
  func value(_ value: String?, _ field: EventField) -> HTML {
    guard let value, !value.isEmpty else { return HTML(text: say["event.unknown"]) }
    return switch field {
    case .type: HTML(text: say["event.\(value)"])
    case .mode: HTML(text: say.ifKnown("mode.\(value)") ?? value)
    case .status: HTML(text: say["status.\(value)"])
    case .actor, .recipient, .place: HTML.outside(value)
    case .date, .killed, .injured: "<bdi>\(say.inDigits(value))</bdi>"
    }
  }
}
