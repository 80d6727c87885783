internal import NewsModel
internal import Recording

/// The pieces of an article's text that an event names.
struct EventPieces: Sendable {
  let trigger: String
  let actors: [String]
  let recipients: [String]
  let place: String?
  /// What stands around the trigger; `nil` beside the text, where it can be seen.
  let context: String?
}

extension PageParts {
  /// The card of an event, which leads to its page.
  func eventCard(
    _ event: Event, _ pieces: EventPieces, _ id: EventID, _ standing: EventStanding?,
    at place: CardPlace
  ) -> HTML {
    var body: HTML = pieces.context.map { quotation($0) } ?? .nothing
    if !pieces.actors.isEmpty { body += line(say["record.actor"], names(pieces.actors)) }
    if !pieces.recipients.isEmpty {
      body += line(say["record.recipient"], names(pieces.recipients))
    }
    if let name = pieces.place { body += line(say["record.place"], HTML.outside(name)) }
    if event.date != nil {
      body += line(say["record.date"], eventDay(event))
    }
    var remarks: [HTML] = []
    if let killed = event.killed { remarks.append(casualties(killed, "killed")) }
    if let injured = event.injured { remarks.append(casualties(injured, "injured")) }
    if event.inTitle { remarks.append(HTML(text: say["record.in_title"])) }
    remarks.append("<a href=\"\(address(.event(id)))\">\(say["event.page"])</a>")
    let isRejected = standing?.state == .rejected
    return card(
      .event, at: place, classes: isRejected ? "event is-rejected" : "event",
      head: """
        \(tag(say["event.\(event.type.rawValue)"], "tone-event")) \(eventTags(event)) \
        \(standingTag(standing)) <b class="who">\(HTML.outside(pieces.trigger))</b>
        """,
      body: body, remarks: remarks)
  }

  /// A number of people, with its range and who says so.
  private func casualties(_ count: CasualtyCount, _ noun: String) -> HTML {
    var text = say.count(count.best, noun)
    if let high = count.high, high != count.low {
      let range = say[
        "casualties.range", ["low": say.number(count.low), "high": say.number(high)]]
      text += " (\(range))"
    } else if count.high == nil {
      text += " (\(say["casualties.at_least", ["low": say.number(count.low)]]))"
    }
    guard let sayer = count.saidBy else { return "<b>\(text)</b>" }
    let said = say["casualties.said_by", ["name": "\u{2068}\(sayer)\u{2069}"]]
    return "<b>\(text)</b> \(said)"
  }
}
