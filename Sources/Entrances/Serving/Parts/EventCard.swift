internal import ArabicQuantities
internal import NewsModel

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
  /// The card of an event.
  func eventCard(_ event: Event, _ pieces: EventPieces, at place: CardPlace) -> HTML {
    var body: HTML = pieces.context.map { quotation($0) } ?? .nothing
    if !pieces.actors.isEmpty { body += line(say["record.actor"], names(pieces.actors)) }
    if !pieces.recipients.isEmpty {
      body += line(say["record.recipient"], names(pieces.recipients))
    }
    if let name = pieces.place { body += line(say["record.place"], HTML.outside(name)) }
    if let date = event.date {
      body += line(say["record.date"], eventDay(date, event.datePrecision ?? .day))
    }
    var remarks: [HTML] = []
    if let killed = event.killed { remarks.append(casualties(killed, "killed")) }
    if let injured = event.injured { remarks.append(casualties(injured, "injured")) }
    if event.inTitle { remarks.append(HTML(text: say["record.in_title"])) }
    let status: HTML? =
      event.status == .actual ? nil : tag(say["status.\(event.status.rawValue)"], "status")
    return card(
      .event, at: place, classes: "event",
      head: """
        \(tag(say["event.\(event.type.rawValue)"], "tone-event")) \(mode(event.mode)) \
        \(status) <b class="who">\(HTML.outside(pieces.trigger))</b>
        """,
      body: body, remarks: remarks)
  }

  /// PLOVER's mode, in words where it is a known one.
  private func mode(_ mode: String?) -> HTML? {
    mode.map { name in
      say.ifKnown("mode.\(name)").map { tag($0, "mode") } ?? tag(name, "mode")
    }
  }

  private func eventDay(_ day: CalendarDay, _ precision: DatePrecision) -> HTML {
    let known: Wording.DayPrecision =
      switch precision {
      case .day: .day
      case .week: .week
      case .month: .month
      case .year: .year
      }
    return "<time datetime=\"\(day.description)\">\(say.day(day, precision: known))</time>"
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
