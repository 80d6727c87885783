internal import NewsModel
internal import Recording

/// What a person may decide on an entry at the desk: forms that work without a script.
struct EntryForms {
  private let sheet: EntrySheet
  private let parts: PageParts
  private let desk: Desk

  init(_ sheet: EntrySheet, _ parts: PageParts, _ desk: Desk) {
    self.sheet = sheet
    self.parts = parts
    self.desk = desk
  }

  private var say: Wording { parts.say }
  private var profile: EntryProfile { sheet.profile }

  var html: HTML {
    """
    <section class="entry-forms" id="decide"><h2>\(say["entry.decide"])</h2>
    <details><summary>\(say["entry.merge"])</summary><p class="muted">\(say["entry.merge.lead"])</p>
    \(form("merge", [parts.deskField("into", label: say["entry.into"])]))</details>
    <details><summary>\(say["entry.rename"])</summary>
    \(form("rename", [
      parts.deskField("name", label: say["entry.name"], value: profile.name),
      parts.deskField("name_en", label: say["entry.name_en"], value: profile.nameEn ?? "", isRequired: false),
    ]))</details>
    \(split)
    <details><summary>\(say["entry.assign"])</summary><p class="muted">\(say["entry.assign.lead"])</p>
    \(form("assign", [parts.deskField("name", label: say["entry.spelling"])]))</details>
    </section>

    """
  }

  /// Names can be taken out where another is left.
  private var split: HTML {
    let spellings = sheet.figures.spellings
    guard spellings.count > 1 else { return .nothing }
    let boxes = spellings.map { spelling -> HTML in
      """
      <label class="pill"><input type="checkbox" name="name" value="\(spelling.name)"><span>\(HTML.outside(spelling.name)) \(say.number(spelling.mentions))</span></label>
      """
    }
    return """
      <details><summary>\(say["entry.split"])</summary><p class="muted">\(say["entry.split.lead"])</p>
      \(form("split", ["<fieldset class=\"choices\"><legend>\(say["entry.spellings"])</legend>\(boxes)</fieldset>"]))</details>

      """
  }

  private func form(_ act: String, _ controls: [HTML]) -> HTML {
    parts.entryForm(act, desk, [parts.hiddenField("entry", profile.id)] + controls)
  }

  /// The button that undoes a decision.
  static func undo(_ number: Int, _ parts: PageParts, _ desk: Desk) -> HTML {
    """
    <details><summary>\(parts.say["entry.undo"])</summary>\
    \(parts.entryForm("undo", desk, [parts.hiddenField("number", String(number))]))</details>
    """
  }
}

/// What a person may decide on a candidate: make it an entry, or join it to one.
struct CandidateForm {
  private let candidate: EntryCandidate
  private let suggestions: [String]
  private let parts: PageParts
  private let desk: Desk

  init(
    _ candidate: EntryCandidate, _ suggestions: [String], _ parts: PageParts, _ desk: Desk
  ) {
    self.candidate = candidate
    self.suggestions = suggestions
    self.parts = parts
    self.desk = desk
  }

  var html: HTML {
    let say = parts.say
    let boxes = candidate.spellings.map { spelling -> HTML in
      """
      <label class="pill"><input type="checkbox" name="name" value="\(spelling.name)" checked><span>\(HTML.outside(spelling.name))</span></label>
      """
    }
    let names: HTML =
      "<fieldset class=\"choices\"><legend>\(say["candidate.spellings"])</legend>\(boxes)</fieldset>"
    return """
      <details class="entry-forms"><summary>\(say["entry.confirm"])</summary>
      \(parts.entryForm("confirm", desk, [names, parts.deskField("name_en", label: say["entry.name_en"], isRequired: false)]))</details>
      <details class="entry-forms"><summary>\(say["candidate.assign"])</summary>
      \(parts.entryForm("assign", desk, [names, parts.deskField("entry", label: say["entry.into"], value: suggestions.first ?? "")]))</details>
      """
  }
}

extension PageParts {
  /// A form of the desk that decides on entries.
  func entryForm(_ act: String, _ desk: Desk, _ controls: [HTML]) -> HTML {
    """
    <form class="coding" method="post" action="\(address(.deskEntries))" autocomplete="off">
    \(hiddenField("token", desk.token))\(hiddenField("act", act))
    <div class="fields">\(controls)\(deskField("reason", label: say["desk.reason"], isRequired: false))</div>
    <p class="actions"><button type="submit">\(say["entry.act.\(act)"])</button></p></form>

    """
  }

  /// A field for a line of text in a form of the desk.
  func deskField(_ name: String, label: String, value: String = "", isRequired: Bool = true)
    -> HTML
  {
    """
    <label class="field"><span>\(label)</span><input type="text" name="\(name)" value="\(value)"\(direction(of: value)) maxlength="\(FilterFields.textLimit)"\(isRequired ? " required" : "" as HTML)></label>

    """
  }

  /// A field that isn't shown.
  func hiddenField(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
  }
}
