internal import ArabicQuantities
internal import ArabicScript
internal import NewsModel
internal import Recording
internal import Watching

/// The page of one entry of the ledger: its text, rule, evidence, decisions and time line.
struct LedgerEntryPage: Sendable {
  let one: LedgerCase
  /// The paragraph of the article that holds the outcome; `nil` if the newest reading does not find it.
  let paragraph: MarkedParagraph?
  let evidence: LedgerEvidence?
  /// A rule derived from the words, where none is written.
  let proposal: RuleProposal?
  /// All rules, the newest last.
  let rules: [ResolutionRule]
  /// All decisions, the newest last.
  let decisions: [LedgerDecision]
  let today: CalendarDay

  /// A paragraph cut around the outcome.
  struct MarkedParagraph: Sendable {
    let before: String
    let outcome: String
    let after: String
  }

  /// Reads what the page shows; `nil` if there is no such entry.
  init?(_ number: Int, today: CalendarDay, _ view: ArchiveView) throws {
    guard let one = try view.ledgerCase(number) else { return nil }
    self.one = one
    self.today = today
    paragraph = try LedgerEntryPage.paragraph(of: one.entry, view)
    let reader = LedgerReader(today: today)
    evidence = try one.rule.map { try reader.evidence(of: one, by: $0, view) }
    proposal = try one.rule == nil ? view.clues(ofEntry: number).map(RuleProposal.init) : nil
    rules = try view.ledgerRules(of: number)
    decisions = try view.ledgerDecisions(of: number)
  }

  private static func paragraph(
    of entry: LedgerEntry, _ view: ArchiveView
  ) throws -> MarkedParagraph? {
    guard let index = entry.index, let archived = try view.article(id: entry.article.id),
      let outlooks = archived.reading?.outlooks, outlooks.indices.contains(index)
    else { return nil }
    let utf8 = Array(archived.article.text.utf8)
    let span = outlooks[index].outcome
    let start = utf8[..<span.start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = utf8[span.end...].firstIndex(of: 0x0A) ?? utf8.count
    func text(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }
    return MarkedParagraph(
      before: text(start..<span.start), outcome: text(span.start..<span.end),
      after: text(span.end..<end))
  }

  func html(_ parts: PageParts) -> HTML {
    let say = parts.say
    let title = say["ledger.entry", ["n": say.number(one.entry.number)]]
    let article = one.entry.article
    let content: HTML = """
      <h1>\(title)</h1>
      <p class="card-head">\(parts.ledgerHead(one, today))</p>
      <div class="ledger-text">\(parts.ledgerBody(one.entry.wording))</div>
      <p class="meta"><a href="\(place(parts))">\(parts.title(article.title))</a> · \(parts.source(article.source)) · \(parts.published(article.published))</p>
      \(pressure(parts))
      <section><h2>\(say["ledger.in_text"])</h2>\(text(parts))</section>
      <section><h2>\(say["ledger.rule"])</h2>\(rule(parts))</section>
      <section><h2>\(say["ledger.evidence"])</h2>\(evidence(parts))</section>
      <section><h2>\(say["ledger.decisions"])</h2>\(decisions(parts))</section>
      <section><h2>\(say["ledger.time_line"])</h2>\(timeLine(parts))</section>
      """
    return PageFrame(parts).page(title: title, name: "ledger-entry", content)
  }

  private func place(_ parts: PageParts) -> String {
    parts.address(
      .article(id: one.entry.article.id),
      fragment: one.entry.index.map { RecordLetter.outlook.anchor($0 + 1) })
  }

  /// The way to what else is told of whom it is about.
  private func pressure(_ parts: PageParts) -> HTML? {
    guard let rule = one.rule ?? proposal?.rule, let actor = rule.outcome.actor else { return nil }
    let query = QueryItems([QueryItems.Item(name: "actor", value: actor)])
    let name = "\u{2068}\(rule.names[actor] ?? actor)\u{2069}"
    return """
      <p><a href="\(parts.address(.pressure, query))">\(parts.say["pressure.of", ["name": name]])</a></p>
      """
  }

  private func text(_ parts: PageParts) -> HTML {
    guard let paragraph else { return parts.empty("ledger.lost") }
    return """
      <p class="text" lang="ar" dir="auto">\(paragraph.before)<mark>\(paragraph.outcome)</mark>\(paragraph.after)</p>
      """
  }

  private func rule(_ parts: PageParts) -> HTML {
    let say = parts.say
    let number = String(one.entry.number)
    if let rule = one.rule {
      let writer = say["ledger.rule.by", ["name": "\u{2068}\(rule.writtenBy)\u{2069}"]]
      let earlier: HTML? =
        rules.count > 1
        ? " · \(say["ledger.rule.earlier", ["n": say.number(rules.count - 1)]])" : nil
      return """
        <p>\(parts.sentence(rule))</p><p class="muted">\(writer)\(earlier)</p>\(grounds(rule, parts))
        """
    }
    guard let proposal, proposal.isComplete else {
      return "\(parts.empty("ledger.rule.none"))\(command("rule \(number) --by … --type …"))"
    }
    return """
      <p>\(parts.tag(say["ledger.rule.proposed"])) \(parts.sentence(proposal.rule))</p>
      \(grounds(proposal.rule, parts))\(command("propose \(number) --accept --by …"))
      """
  }

  private func grounds(_ rule: ResolutionRule, _ parts: PageParts) -> HTML {
    if rule.grounds.isEmpty { return .nothing }
    return """
      <details><summary>\(parts.say["ledger.grounds"])</summary><ul>\(rule.grounds.map(parts.ground))</ul></details>
      """
  }

  /// A command that does what pages can't, since they only read.
  private func command(_ words: String) -> HTML {
    "<p><code dir=\"ltr\">marsad ledger \(words)</code></p>"
  }

  private func evidence(_ parts: PageParts) -> HTML {
    let say = parts.say
    guard let evidence else { return parts.empty("ledger.evidence.no_rule") }
    let gaps: HTML? =
      evidence.gaps == 0
      ? nil
      : """
      <p class="muted">\(say["ledger.evidence.gaps", ["gaps": say.count(evidence.gaps, "period_week"), "weeks": say.count(evidence.weeksSoFar, "period_week")]])</p>
      """
    return """
      <p class="notice">\(say["ledger.hint"]) <b>\(say["ledger.hint.\(evidence.hint.rawValue)"])</b></p>
      \(side("ledger.side.outcome", evidence.outcome, parts))
      \(evidence.condition.map { side("ledger.side.condition", $0, parts) })\(gaps)
      """
  }

  private func side(_ key: String, _ side: LedgerEvidence.Side, _ parts: PageParts) -> HTML {
    let say = parts.say
    let counts = say[
      "ledger.evidence.counts",
      [
        "stories": say.count(side.stories.count, "independent_story"),
        "reports": say.count(side.reports, "report"),
        "before": say.count(side.before, "independent_story"),
      ]]
    let unplaced: HTML? =
      side.unplaced == 0
      ? nil
      : " \(say["ledger.evidence.unplaced", ["stories": say.count(side.unplaced, "independent_story")]])"
    let items = side.stories.map { match -> HTML in
      let page = parts.address(
        .article(id: match.report.article), fragment: RecordLetter.event.anchor(match.index + 1))
      return """
        <li><a href="\(page)">\(parts.title(match.report.title))</a> <span class="muted">\(parts.source(match.report.source)) · \(say["event.\(match.type.rawValue)"]) · \(parts.day(match.day))</span></li>
        """
    }
    let list: HTML? =
      items.isEmpty
      ? nil
      : """
      <details\(items.count <= 8 ? " open" : "" as HTML)><summary>\(say["watch.evidence"])</summary><ul class="names">\(items)</ul></details>
      """
    return """
      <h3>\(say[key])</h3><p>\(counts)\(unplaced) <span class="muted">\(say["ledger.evidence.change", ["ratio": say.sentence(side.change)]])</span></p>\(list)
      """
  }

  private func decisions(_ parts: PageParts) -> HTML {
    let say = parts.say
    let words = "decide \(one.entry.number) came-true --by … --on … --reason …"
    guard !decisions.isEmpty else {
      return "\(parts.empty("ledger.decisions.none"))\(command(words))"
    }
    let items = decisions.reversed().enumerated().map { index, decision -> HTML in
      let state: HTML? =
        index == 0 ? nil : " <span class=\"muted\">\(say["ledger.replaced"])</span>"
      return "<li>\(parts.verdict(decision))\(state)</li>"
    }
    return "<ul class=\"names\">\(items)</ul>"
  }

  private func timeLine(_ parts: PageParts) -> HTML {
    let say = parts.say
    var steps: [(day: CalendarDay, text: HTML)] = []
    if let day = one.entry.article.day {
      steps.append((day, HTML(text: say["ledger.step.said"])))
    }
    if let rule = one.rule ?? (proposal?.isComplete == true ? proposal?.rule : nil) {
      steps.append((rule.days.lowerBound, HTML(text: say["ledger.step.first"])))
      steps.append((rule.days.upperBound, HTML(text: say["ledger.step.last"])))
    }
    for (key, side) in [
      ("ledger.side.condition", evidence?.condition), ("ledger.side.outcome", evidence?.outcome),
    ] {
      let stories = side?.stories ?? []
      for (index, match) in stories.prefix(LedgerEntryPage.shownSteps).enumerated() {
        let rest = stories.count - LedgerEntryPage.shownSteps
        let more: HTML? =
          index == LedgerEntryPage.shownSteps - 1 && rest > 0
          ? " <span class=\"muted\">\(say["ledger.step.more", ["stories": say.count(rest, "independent_story")]])</span>"
          : nil
        steps.append((match.day, "\(say[key]): \(parts.title(match.report.title))\(more)"))
      }
    }
    for decision in decisions {
      steps.append((decision.day, parts.tag(say["verdict.\(decision.verdict.rawValue)"])))
    }
    let ordered = steps.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }
    let items = ordered.map { _, step -> HTML in
      "<li>\(parts.day(step.day)) <span>\(step.text)</span></li>"
    }
    return "<ol class=\"time-line\">\(items)</ol>"
  }

  /// The most stories of a side on the time line.
  private static let shownSteps = 5
}
