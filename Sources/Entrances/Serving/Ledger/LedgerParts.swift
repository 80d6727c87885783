internal import ArabicQuantities
internal import NewsModel
internal import Watching

extension PageParts {
  /// The card of an entry, which leads to its page.
  func ledgerCard(_ one: LedgerCase, _ today: CalendarDay, id: String? = nil) -> HTML {
    let (entry, article) = (one.entry, one.entry.article)
    let anchor: HTML? = id.map { " id=\"\($0)\"" }
    let decision: HTML? = one.decision.map { line(say["ledger.decision"], verdict($0)) }
    let place = address(
      .article(id: article.id),
      fragment: entry.index.map { RecordLetter.outlook.anchor($0 + 1) })
    return """
      <li class="card outlook"\(anchor)>
      <p class="card-head">\(ledgerHead(one, today))</p>
      \(ledgerBody(entry.wording))
      \(one.rule.map { line(say["ledger.rule"], sentence($0)) })\(decision)
      <p class="origin"><a href="\(address(.ledgerEntry(entry.number)))">\(say["ledger.entry", ["n": say.number(entry.number)]])</a>
      <span class="muted"><a href="\(place)">\(title(article.title))</a> · \(source(article.source)) · \(published(article.published))</span></p></li>

      """
  }

  /// Kind, likelihood, whose it is, and how far it has come.
  func ledgerHead(_ one: LedgerCase, _ today: CalendarDay) -> HTML {
    let wording = one.entry.wording
    let state = one.state(on: today)
    let name = wording.holderName.map { HTML.outside($0) } ?? HTML(text: say["record.reporter"])
    return """
      \(tag(say["kind.\(wording.kind.rawValue)"], "tone-outlook")) \
      \(tag(say["likelihood.\(wording.likelihood.rawValue)"], "likelihood \(wording.likelihood.rawValue)")) \
      \(tag(say["ledger.state.\(state.rawValue)"], "state-\(state.rawValue)")) <b class="who">\(name)</b>
      """
  }

  /// Outcome, condition, horizon and band.
  func ledgerBody(_ wording: OutlookWording) -> HTML {
    var body = quotation(wording.outcome)
    if let condition = wording.condition {
      let particle = wording.conditionKind.map { say["condition.\($0.rawValue)"] }
      body += line(particle ?? say["record.condition"], HTML.outside(condition))
    }
    if let horizon = wording.horizon { body += line(say["record.horizon"], HTML.outside(horizon)) }
    if let band = wording.band {
      let text = say[
        "record.band",
        ["low": say.number(band.lowerBound), "high": say.number(band.upperBound)]]
      let open: HTML? = wording.isOpen ? " · \(say["ledger.open_band"])" : nil
      body += "<p class=\"remarks\">\(text)\(open)</p>"
    }
    return body
  }

  /// A rule on one line: its events and its days.
  func sentence(_ rule: ResolutionRule) -> HTML {
    let condition: HTML? = rule.condition.map {
      "<br>\(say["ledger.rule.condition"]) \(sentence($0, rule.names))"
    }
    return "\(sentence(rule.outcome, rule.names)) · \(say.days(rule.days))\(condition)"
  }

  /// Which events a question asks for.
  private func sentence(_ question: EventQuestion, _ names: [String: String]) -> HTML {
    let types = question.types.map(\.rawValue).sorted().map { say["event.\($0)"] }
    let stories = say.count(question.least, "independent_story")
    let key = question.isAbsence ? "ledger.rule.fewer" : "ledger.rule.least"
    let isNone = question.isAbsence && question.least == 1
    let count = isNone ? say["ledger.rule.no_story"] : say[key, ["stories": stories]]
    var parts: [HTML] = [HTML(text: count)]
    if !types.isEmpty {
      parts.append(HTML(text: types.joined(separator: say["ledger.rule.or"])))
    }
    for (key, value) in [
      ("ledger.rule.actor", question.actor), ("ledger.rule.recipient", question.recipient),
      ("ledger.rule.place", question.place),
    ] {
      guard let value else { continue }
      parts.append(
        "<span class=\"label\">\(say[key])</span> \(HTML.outside(names[value] ?? value))")
    }
    return parts.joined(by: " · ")
  }

  /// A decision: what, when, who and why.
  func verdict(_ decision: LedgerDecision) -> HTML {
    """
    \(tag(say["verdict.\(decision.verdict.rawValue)"], "verdict-\(decision.verdict.rawValue)")) \
    \(day(decision.day)) · \(HTML.outside(decision.decidedBy)): \(HTML.outside(decision.reason))
    """
  }

  /// What a part of a proposed rule was told from.
  func ground(_ ground: RuleGround) -> HTML {
    let part = say["ledger.part.\(ground.part.rawValue)"]
    if ground.part == .until, ground.source == .nothing {
      let days = say.count(Int(ground.words) ?? 0, "period_day")
      return "<li>\(part): \(say["ledger.ground.usual", ["days": days]])</li>"
    }
    let words: HTML? = ground.words.isEmpty ? nil : " \(HTML.outside(ground.words))"
    return "<li>\(part): \(say["ledger.ground.\(ground.source.rawValue)"])\(words)</li>"
  }
}

extension Wording {
  /// A part of one as a percentage: `44%`.
  func percent(_ value: Double) -> String {
    self["number.percent", ["n": number(Int((value * 100).rounded()))]]
  }

  /// A ratio with two decimals; without a bound where there is none.
  func ratio(_ value: Double) -> String {
    value.isFinite ? decimal(value, places: 2) : self["number.unbounded"]
  }

  /// A number with so many decimals: `0.185`.
  func decimal(_ value: Double, places: Int) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "∞" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let whole = Int((abs(value) * scale).rounded())
    let digits = String(whole % Int(scale))
    let zeros = String(repeating: "0", count: places - digits.count)
    let text = number(whole / Int(scale)) + inDigits(".\(zeros)\(digits)")
    // An isolate keeps the sign in front of the number in Arabic too.
    return value < 0 && whole > 0 ? "\u{2066}−\(text)\u{2069}" : text
  }

  /// A ratio of rates with its interval, in a sentence.
  func sentence(_ ratio: RateRatio) -> String {
    guard let value = ratio.ratio else { return self["ratio.none"] }
    guard value.isFinite else {
      return self["ratio.unbounded", ["low": self.ratio(ratio.interval.lowerBound)]]
    }
    return self[
      "ratio.sentence",
      [
        "ratio": self.ratio(value), "low": self.ratio(ratio.interval.lowerBound),
        "high": self.ratio(ratio.interval.upperBound),
      ]]
  }
}
