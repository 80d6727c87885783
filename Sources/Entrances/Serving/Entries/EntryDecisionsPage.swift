internal import NewsModel
internal import Recording

/// What people decided on entries, the newest first.
struct EntryDecisionsPage: Sendable {
  let decisions: [KeptEntryDecision]
  let book: EntryBook

  /// Reads what the page shows.
  init(_ view: ArchiveView) throws {
    decisions = try view.entryDecisions()
    book = try EntryBook(view)
  }

  func html(_ parts: PageParts, _ desk: Desk?) -> HTML {
    let say = parts.say
    let list: HTML =
      decisions.isEmpty
      ? parts.empty("entry_decisions.empty")
      : "<ol class=\"decisions\" reversed>\(decisions.reversed().map { parts.entryDecision($0, book, desk) })</ol>"
    let content: HTML = """
      <h1>\(say["entry_decisions.title"])</h1>
      <p class="lead">\(say["entry_decisions.lead"])</p>
      \(list)
      """
    return PageFrame(parts).page(
      title: say["entry_decisions.title"], name: "entry-decisions", content)
  }
}

extension PageParts {
  /// One person's decision on entries as an item of a list; with a button to undo it at the desk.
  func entryDecision(_ kept: KeptEntryDecision, _ book: EntryBook, _ desk: Desk?) -> HTML {
    let reason: HTML? = kept.decision.reason.map {
      "<p class=\"reason\">\(HTML.outside($0))</p>"
    }
    let undone: HTML? = kept.undoneBy.map { number in
      " \(tag(say["entry_decision.undone", ["n": say.number(number)]], "standing disputed"))"
    }
    let button = kept.stands ? desk.map { EntryForms.undo(kept.number, self, $0) } : nil
    let struck: HTML = kept.undoneBy == nil ? "" : " class=\"is-undone\""
    return """
      <li value="\(kept.number)"\(struck)><b>\(HTML.outside(kept.decision.decidedBy))</b> \(sentence(kept, book))\(undone) \
      <span class="muted">\(moment(kept.decidedAt))</span>\(reason)\(button)</li>

      """
  }

  /// What was decided: the act, then who or what it is about.
  private func sentence(_ kept: KeptEntryDecision, _ book: EntryBook) -> HTML {
    let decided = EntryDecisionParts(kept.decision.act)
    func entry(_ id: String?) -> HTML? {
      id.map { id in
        "\(entryLink(id, HTML.outside(book.ownName(id, in: request.language) ?? id))) <code>\(id)</code>"
      }
    }
    let arrow: HTML = " <span class=\"muted\">\(say["entry_decision.arrow"])</span> "
    var pieces: [HTML] = []
    if let entry = entry(decided.entry) { pieces.append(entry) }
    if !decided.names.isEmpty { pieces.append(names(decided.names)) }
    if let target = entry(decided.into ?? kept.made?.id) { pieces.append(target) }
    if let number = decided.undone {
      pieces.append("<a href=\"\(address(.entryDecisions))\">\(say.number(number))</a>")
    }
    return "\(say["entry_decision.\(decided.act)"]) \(pieces.joined(by: arrow))"
  }
}
