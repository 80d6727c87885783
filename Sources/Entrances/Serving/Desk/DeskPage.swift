internal import NewsModel
internal import Recording

/// The coder's desk: one event after another, with a form that decides on it.
struct DeskPage: Sendable {
  let fields: DeskFields
  /// The event to decide on; `nil` behind the last one.
  let sheet: ArchivedEvent?
  /// How many events are left under the conditions.
  let left: BoundedCount
  let done: EventRow?
  let agreements: [CoderComparison]

  /// Finds the event to decide on; `nil` if one is asked for by name that is not there.
  init?(_ fields: DeskFields, _ view: ArchiveView) throws {
    self.fields = fields
    let page = try view.events(fields.filter, limit: 1, before: fields.position)
    left = page.total
    done = try fields.done.flatMap { try view.event($0)?.row }
    agreements = try view.agreements(article: fields.filter.article)
    if let event = fields.event {
      guard let archived = try view.event(event) else { return nil }
      sheet = archived
    } else {
      sheet = try page.rows.first.flatMap { try view.event($0.id) }
    }
  }

  func html(_ parts: PageParts, _ desk: Desk) -> HTML {
    let say = parts.say
    let filters = parts.filterForm(
      .desk, fields: ["article", "type", "show"], isFolded: true,
      [
        parts.textField("article"),
        parts.choice(
          "type", label: say["filter.type"],
          [("", say["filter.all"])]
            + EventType.allCases.map { ($0.rawValue, say["event.\($0.rawValue)"]) }),
        parts.choice(
          "show", label: say["desk.show"],
          DeskFields.Show.allCases.map { ($0.rawValue, say["desk.show.\($0.rawValue)"]) }),
      ])
    let content: HTML = """
      <h1>\(say["desk.title"])</h1>
      \(notice(parts))
      \(sheet.map { DeskCard(self, $0, parts, desk).html } ?? finished(parts))
      \(filters)
      <p class="lead">\(say["desk.lead", ["coder": "\u{2068}\(desk.coder)\u{2069}"]])
      <a href="\(parts.address(.decisions))">\(say["desk.decisions"])</a></p>
      \(parts.agreementSection(agreements))
      """
    return PageFrame(parts, script: "desk.js").page(title: say["desk.title"], name: "desk", content)
  }

  /// What was decided last, and the way back to it.
  private func notice(_ parts: PageParts) -> HTML {
    let say = parts.say
    guard let done, let review = done.standing else { return .nothing }
    let address = parts.address(.desk, fields.query.setting("event", done.id.description))
    return """
      <p class="done" role="status">\(parts.standingTag(review)) \(HTML.outside(done.trigger)) · \
      <a href="\(address)" data-key="KeyB">\(say["desk.back"]) <kbd>B</kbd></a></p>

      """
  }

  private func finished(_ parts: PageParts) -> HTML {
    let say = parts.say
    let again: HTML? =
      left.value > 0
      ? "<a class=\"button\" href=\"\(parts.address(.desk, fields.query))\">\(say["desk.again"])</a>"
      : nil
    return "<p class=\"empty\">\(say["desk.finished"]) \(again)</p>\n"
  }
}

/// One event at the desk.
struct DeskCard {
  let page: DeskPage
  let archived: ArchivedEvent
  let parts: PageParts
  let desk: Desk
  /// The coder's own decision, whose values stand in the fields.
  let own: EventReview?

  init(_ page: DeskPage, _ archived: ArchivedEvent, _ parts: PageParts, _ desk: Desk) {
    self.page = page
    self.archived = archived
    self.parts = parts
    self.desk = desk
    own = EventStanding.latest(archived.reviews).first { $0.coder == desk.coder }
  }

  private var say: Wording { parts.say }
  private var values: [EventField: String] {
    own.map { $0.verdict == .reject ? $0.read : $0.values } ?? archived.values
  }

  var html: HTML {
    let row = archived.row
    let place = parts.address(
      .article(id: row.origin.article), fragment: RecordLetter.event.anchor(row.origin.index + 1))
    let left: HTML? =
      page.fields.event == nil
      ? "<p class=\"total\">\(say.count(page.left.value, "left", orMore: page.left.isLowerBound))</p>"
      : nil
    return """
      \(left)
      <section class="coding-card">
      <figure class="sentence"><blockquote dir="auto">\(EventSentence(archived, isWholeParagraph: true).html)</blockquote>
      <figcaption><a href="\(place)">\(say["event.in_article"])</a> · \
      <a href="\(parts.address(.event(archived.id)))">\(say["event.page"])</a> · \(parts.title(row.origin.title))
      <span class="muted">\(parts.source(row.origin.source)) · \(parts.published(row.origin.published))</span></figcaption></figure>
      \(others)
      \(form)
      </section>

      """
  }

  /// What others decided, once the coder has: who codes should not be led.
  private var others: HTML {
    guard own != nil else {
      return archived.reviews.contains { $0.coder != desk.coder }
        ? "<p class=\"muted\">\(say["desk.blind"])</p>\n" : .nothing
    }
    let items = archived.reviews.map { "<li>\(parts.decision($0))</li>\n" as HTML }
    return "<ol class=\"decisions\">\(items)</ol>\n"
  }

  private var form: HTML {
    let next = page.fields.query.setting("before", archived.row.position.description)
    let withdraw: HTML? =
      own == nil
      ? nil
      : """
      <button class="quiet" name="verdict" value="withdraw" data-key="KeyW" aria-keyshortcuts="W">\(say["desk.withdraw"]) <kbd>W</kbd></button>
      """
    return """
      <form class="coding" method="post" action="\(parts.address(.desk, page.fields.query))" autocomplete="off">
      <input type="hidden" name="token" value="\(desk.token)">
      <input type="hidden" name="event" value="\(archived.id.description)">
      <div class="fields">\(controls)</div>
      <label class="field"><span>\(say["desk.reason"])</span><input type="text" name="reason" value="\(own?.reason ?? "")" maxlength="\(Archive.reasonLimit / 4)"></label>
      <p class="actions coding-actions">
      <button name="verdict" value="confirm" data-key="KeyC" aria-keyshortcuts="C">\(say["desk.confirm"]) <kbd>C</kbd></button>
      <button class="reject" name="verdict" value="reject" data-key="KeyR" aria-keyshortcuts="R">\(say["desk.reject"]) <kbd>R</kbd></button>
      \(withdraw)
      <a class="skip-event" href="\(parts.address(.desk, next))" data-key="KeyN" aria-keyshortcuts="N">\(say["desk.skip"]) <kbd>N</kbd></a>
      </p>
      <p class="muted">\(say["desk.keys"])</p>
      </form>

      """
  }

  private var controls: [HTML] {
    [
      choice(.type, EventType.allCases.map(\.rawValue), "event", isFirst: true),
      choice(.mode, [""] + say.keys(below: "mode"), "mode"),
      choice(.status, EventStatus.allCases.map(\.rawValue), "status"),
      text(.actor), text(.recipient), text(.place), text(.date), text(.killed), text(.injured),
    ]
  }

  private func choice(
    _ field: EventField, _ options: [String], _ words: String, isFirst: Bool = false
  ) -> HTML {
    let value = values[field] ?? ""
    let all = options.contains(value) ? options : options + [value]
    let items = all.map { option -> HTML in
      let selected: HTML = option == value ? " selected" : ""
      let label = option.isEmpty ? say["event.none"] : say.ifKnown("\(words).\(option)") ?? option
      return "<option value=\"\(option)\"\(selected)>\(label)</option>"
    }
    let key: HTML = isFirst ? " data-key=\"KeyE\" aria-keyshortcuts=\"E\"" : ""
    return """
      <label class="field"><span>\(say["field.\(field.rawValue)"])</span>\
      <select name="\(field.rawValue)" data-read="\(archived.values[field] ?? "")"\(key)>\(items)</select></label>

      """
  }

  private func text(_ field: EventField) -> HTML {
    let value = values[field] ?? ""
    let hint = say.ifKnown("field.\(field.rawValue).hint").map { " placeholder=\"\($0)\"" as HTML }
    return """
      <label class="field"><span>\(say["field.\(field.rawValue)"])</span>\
      <input type="text" name="\(field.rawValue)" value="\(value)" data-read="\(archived.values[field] ?? "")"\
      \(parts.direction(of: value))\(hint) maxlength="\(EventField.lengthLimit / 2)"></label>

      """
  }
}
