internal import ArabicScript
internal import NewsModel
internal import Reading
internal import Recording

/// The page of one event: what it is, where it stands, what is claimed, what people decided, who else reports it.
struct EventPage {
  let sheet: EventSheet
  let parts: PageParts

  init(_ sheet: EventSheet, _ parts: PageParts) {
    self.sheet = sheet
    self.parts = parts
  }

  var say: Wording { parts.say }
  var archived: ArchivedEvent { sheet.archived }
  var row: EventRow { archived.row }

  func html() -> HTML {
    let type = say["event.\(row.event.type.rawValue)"]
    let title = "\(type): \(row.trigger)"
    let content: HTML = """
      <h1>\(type): \(HTML.outside(row.trigger))</h1>
      <p class="tags">\(parts.eventTags(row.event)) \(parts.standingTag(row.standing))</p>
      \(sentence)
      <div class="event-columns">
      <div>
      \(facts)
      \(claims)
      </div>
      <div>
      \(decisions)
      \(EventReports(sheet, parts).html)
      </div>
      </div>
      <p class="more"><a href="\(Link.address(.apiEvent(archived.id), in: .arabic))">\(say["event.json"])</a></p>
      """
    return PageFrame(parts).page(title: title, name: "event", content)
  }

  /// The sentence with the trigger set off, and the way to its place in the article.
  private var sentence: HTML {
    let address = parts.address(
      .article(id: row.origin.article), fragment: RecordLetter.event.anchor(row.origin.index + 1))
    return """
      <figure class="sentence"><blockquote dir="auto">\(EventSentence(archived).html)</blockquote>
      <figcaption><a href="\(address)">\(say["event.in_article"])</a> · \(parts.title(row.origin.title))
      <span class="muted">\(parts.source(row.origin.source)) · \(parts.published(row.origin.published))</span></figcaption></figure>

      """
  }

  private var facts: HTML {
    let event = row.event
    var rows: [(String, HTML)] = [
      (
        say["event.type"],
        "\(say["event.\(event.type.rawValue)"]) <code>\(event.type.rawValue)</code>"
      )
    ]
    if let mode = event.mode {
      let words = say.ifKnown("mode.\(mode)") ?? mode
      rows.append((say["filter.mode"], "\(words) <code>\(mode)</code>"))
    }
    if !event.context.isEmpty {
      let contexts = event.context.map { HTML(text: say.ifKnown("context.\($0)") ?? $0) }
      rows.append((say["event.context"], contexts.joined(by: HTML(text: say["record.separator"]))))
    }
    rows.append((say["filter.status"], HTML(text: say["status.\(event.status.rawValue)"])))
    rows.append((say["record.actor"], parties(archived.actors, .actor, row.actors)))
    rows.append((say["record.recipient"], parties(archived.recipients, .recipient, row.recipients)))
    rows.append((say["record.place"], place))
    rows.append((say["record.date"], parts.eventDay(event)))
    if let statement = archived.statement, let number = archived.event.statement {
      let address = parts.address(
        .article(id: row.origin.article), fragment: RecordLetter.statement.anchor(number + 1))
      rows.append(
        (say["event.told_by"], "<a href=\"\(address)\">\(parts.speaker(statement))</a>"))
    }
    rows.append((say["event.rule"], rule))
    let items = rows.map { label, value -> HTML in "<dt>\(label)</dt><dd>\(value)</dd>" }
    return "<dl class=\"facts\">\(items)</dl>\n"
  }

  private var rule: HTML {
    let confidence: HTML? = archived.event.confidence.map { value in
      let percent = say.inDigits(String(Int((value * 100).rounded())))
      return HTML(text: " · " + say["event.confidence", ["percent": percent]])
    }
    return """
      <code>\(archived.event.rule)</code>\(confidence) \
      <span class="muted"><bdi>\(archived.reader.name) \(archived.reader.version)</bdi></span>
      """
  }

  /// Who is named, with the entries they are linked to; as decided where somebody corrected it.
  private func parties(_ read: [NamedParty], _ field: EventField, _ shown: [String]) -> HTML {
    if shown.isEmpty { return unknown }
    if let decided = row.standing?.values[field], decided != archived.values[field] {
      return parts.names(shown)
    }
    let names = read.map { party -> HTML in
      let name = HTML.outside(party.text)
      guard let entry = party.entry else { return name }
      let known = sheet.book.name(entry, in: parts.request.language) ?? party.name ?? entry
      return """
        \(name) <span class=\"entry\">\(parts.entryLink(entry, HTML.outside(known))) <code>\(entry)</code></span>
        """
    }
    return names.joined(by: HTML(text: say["record.separator"]))
  }

  private var unknown: HTML { "<span class=\"muted\">\(say["event.unknown"])</span>" }

  private var place: HTML {
    guard let name = row.place else { return unknown }
    guard let id = row.event.placeEntry, let known = sheet.book.name(id, in: parts.request.language)
    else { return HTML.outside(name) }
    let precision = KnownEntries.standard.place(id).map { entry in
      say["event.precision", ["precision": say["precision.\(entry.precision.rawValue)"]]]
    }
    return """
      \(HTML.outside(name)) <span class="entry">\(parts.entryLink(id, HTML.outside(known))) <code>\(id)</code></span> \
      <span class="muted">\(precision ?? "")</span>
      """
  }

  /// What is claimed of victims, side by side: who says so, and where it is reported.
  private var claims: HTML {
    let tables = [EventField.killed, .injured].map { field -> HTML in
      let claims = sheet.claims(of: field)
      guard !claims.isEmpty else { return .nothing }
      let differs = Set(claims.filter { !$0.isOverruled }.map(\.count.best)).count > 1
      let rows = claims.map { claim -> HTML in
        let overruled: HTML = claim.isOverruled ? " class=\"overruled\"" : ""
        return """
          <tr\(overruled)><td class="number">\(say.number(claim.count.low))</td>\
          <td class="number"><b>\(say.number(claim.count.best))</b></td>\
          <td class="number">\(claim.count.high.map { say.number($0) } ?? say["event.open"])</td>\
          <td>\(sayer(of: claim))</td><td>\(link(claim.event))</td></tr>
          """
      }
      let note: HTML? =
        differs ? "<p class=\"notice\">\(say["event.claims_differ"])</p>" : nil
      return """
        <h3>\(say["event.claims.\(field.rawValue)"])</h3>\(note)
        <div class="scroll"><table><thead><tr><th class="number">\(say["event.low"])</th><th class="number">\(say["event.best"])</th>\
        <th class="number">\(say["event.high"])</th><th>\(say["event.said_by"])</th><th>\(say["event.reported_by"])</th></tr></thead>
        <tbody>\(rows)</tbody></table></div>

        """
    }
    guard tables.contains(where: { !$0.isEmpty }) else { return .nothing }
    return "<section><h2>\(say["event.claims"])</h2>\(tables)</section>\n"
  }

  private func sayer(of claim: PeopleClaim) -> HTML {
    if !claim.coders.isEmpty {
      return "\(say["event.decided_by"]) \(parts.names(claim.coders))"
    }
    let sayer = claim.count.saidBy.map { HTML.outside($0) } ?? HTML(text: say["record.reporter"])
    let remark: HTML? = claim.isOverruled ? HTML(text: " · " + say["event.overruled"]) : nil
    return sayer + (remark ?? .nothing)
  }

  private func link(_ event: EventRow) -> HTML {
    if event.id == archived.id { return parts.source(event.origin.source) }
    return "<a href=\"\(parts.address(.event(event.id)))\">\(parts.source(event.origin.source))</a>"
  }

  private var decisions: HTML {
    let link: HTML? =
      parts.coder != nil
      ? """
      <p class="more"><a class="button" href="\(parts.address(.desk, QueryItems().setting("event", archived.id.description)))">\(say["desk.decide"])</a></p>
      """ : nil
    guard !archived.reviews.isEmpty else {
      return """
        <section><h2>\(say["event.decisions"])</h2><p class="muted">\(say["event.undecided"])</p>\(link)</section>

        """
    }
    let items = archived.reviews.map { "<li>\(parts.decision($0))</li>\n" as HTML }
    return """
      <section><h2>\(say["event.decisions"])</h2><ol class="decisions">\(items)</ol>\(link)</section>

      """
  }
}

/// The sentence around an event's trigger, with the trigger set off; or its whole paragraph, as far as it is not long.
struct EventSentence {
  let html: HTML

  init(_ archived: ArchivedEvent, isWholeParagraph: Bool = false) {
    let trigger = archived.event.trigger
    let pieces = TextPieces(archived.text)
    let bytes = Array(archived.text.utf8)
    func ends(_ place: Int) -> Bool {
      bytes[place] == 0x0A || !isWholeParagraph && EventSentence.endsSentence(bytes, place)
    }
    var start = trigger.start
    while start > 0, trigger.start - start < EventSentence.reach,
      !ends(start - 1)
    {
      start -= 1
    }
    var end = trigger.end
    while end < bytes.count, end - trigger.end < EventSentence.reach,
      !ends(end)
    {
      end += 1
    }
    // A piece that was cut off begins and ends with a whole word.
    if trigger.start - start >= EventSentence.reach {
      while start < trigger.start, bytes[start] != 0x20 { start += 1 }
    }
    if end - trigger.end >= EventSentence.reach {
      while end > trigger.end, bytes[end - 1] != 0x20 { end -= 1 }
    } else if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      end += 1
    }
    html = """
      \(pieces[TextRange(start, trigger.start)])<mark>\(pieces[trigger])</mark>\(pieces[TextRange(trigger.end, end)])
      """
  }

  /// How many bytes of a sentence to each side are shown.
  private static let reach = 700

  /// Whether a sentence ends at a byte; a point between digits ends none.
  private static func endsSentence(_ bytes: [UInt8], _ place: Int) -> Bool {
    bytes[place] == UInt8(ascii: ".")
      && (place + 1 == bytes.count || bytes[place + 1] == 0x20 || bytes[place + 1] == 0x0A)
  }
}
