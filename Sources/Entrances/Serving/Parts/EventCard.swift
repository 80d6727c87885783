internal import NewsModel
internal import Recording

extension PageParts {
  /// The card of an event as people decided, or else as read; it leads to its page.
  func eventCard(_ row: EventRow, at place: CardPlace) -> HTML {
    let event = row.event
    // Beside the text, what stands around the trigger can be seen.
    var body: HTML = if case .list = place { quotation(row.context) } else { .nothing }
    if !row.actors.isEmpty {
      body += line(say["record.actor"], namedAll(row.actors, row.actorEntries))
    }
    if !row.recipients.isEmpty {
      body += line(say["record.recipient"], namedAll(row.recipients, row.recipientEntries))
    }
    if let name = row.place { body += line(say["record.place"], named(name, event.placeEntry)) }
    if event.date != nil {
      body += line(say["record.date"], eventDay(event))
    }
    var remarks: [HTML] = []
    if let killed = event.killed { remarks.append(casualties(killed, "killed")) }
    if let injured = event.injured { remarks.append(casualties(injured, "injured")) }
    if event.inTitle { remarks.append(HTML(text: say["record.in_title"])) }
    remarks.append("<a href=\"\(address(.event(row.id)))\">\(say["event.page"])</a>")
    let isRejected = row.standing?.state == .rejected
    return card(
      .event, at: place, classes: isRejected ? "event is-rejected" : "event",
      head: """
        \(tag(say["event.\(event.type.rawValue)"], "tone-event")) \(eventTags(event)) \
        \(standingTag(row.standing)) <b class="who">\(HTML.outside(row.trigger))</b>
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
