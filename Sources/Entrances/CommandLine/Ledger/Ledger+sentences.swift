internal import ArabicQuantities
internal import NewsModel
internal import Watching

extension LedgerCase {
  /// Whose outlook it is, of which kind and likelihood.
  var headline: String {
    let wording = entry.wording
    let holder = wording.holderName.map(isolated) ?? "the report itself"
    let band = wording.band.map { " \($0.lowerBound)–\($0.upperBound) %" } ?? ""
    return
      "\(entry.number): \(holder): \(wording.kind.rawValue), \(wording.likelihood.rawValue)\(band)"
  }

  /// The entry for people.
  func lines(_ today: CalendarDay) -> [String] {
    let wording = entry.wording
    let condition = wording.condition.map { text in
      "\(wording.conditionKind?.rawValue ?? "if") \(isolated(text))"
    }
    let origin = [
      entry.article.title.isEmpty ? nil : isolated(entry.article.title),
      entry.article.source.map(isolated), entry.article.published,
      "marsad show \(isolated(entry.article.id))",
    ]
    var state = state(on: today).rawValue
    if let rule { state += ", until \(rule.days.upperBound)" }
    if let decision { state += ": \(decision.sentence)" }
    return [
      headline, isolated(wording.outcome), condition, wording.horizon.map { "by \(isolated($0))" },
      origin.compactMap { $0 }.joined(separator: " · "), state,
      entry.index == nil ? "the newest reading does not find it any more" : nil,
    ].compactMap { $0 }
  }
}

extension LedgerDecision {
  /// The decision on one line.
  var sentence: String {
    "\(verdict.rawValue) on \(day), by \(isolated(decidedBy)): \(isolated(reason))"
  }
}

extension EventQuestion {
  /// What is asked for, as the options that ask for it.
  var sentence: String {
    let parts = [
      types.isEmpty ? nil : types.map(\.rawValue).sorted().joined(separator: " or "),
      actor.map { "by \(isolated($0))" }, recipient.map { "to \(isolated($0))" },
      place.map { "at \(isolated($0))" },
    ].compactMap { $0 }
    let few = least == 1 ? "no" : "fewer than \(least)"
    let count = isAbsence ? few : "at least \(least)"
    return
      "\(count) independent stories of \(parts.isEmpty ? "anything" : parts.joined(separator: " "))"
  }
}

extension ResolutionRule {
  /// The rule for people, with what its parts were told from.
  var lines: [String] {
    var lines = ["outcome: \(outcome.sentence), \(days.lowerBound) to \(days.upperBound)"]
    if let condition { lines.append("condition: \(condition.sentence)") }
    if !writtenBy.isEmpty { lines.append("rule by \(isolated(writtenBy))") }
    return lines + grounds.map { "\($0.part.rawValue) from \($0.sentence)" }
  }
}

extension RuleGround {
  /// Where the part was told.
  fileprivate var sentence: String {
    let quoted = words.isEmpty ? "" : " \(isolated(words))"
    switch source {
    case .event: return "the event\(quoted)"
    case .word: return "the word\(quoted)"
    case .name: return "the name\(quoted)"
    case .holder: return "whose outlook it is:\(quoted)"
    case .outcome: return "the outcome:\(quoted)"
    case .horizon: return "the horizon\(quoted)"
    case .marker: return "the marker\(quoted)"
    case .nothing:
      return part == .until ? "nothing; \(words) days are usual" : "nothing; left open"
    }
  }
}

extension LedgerEvidence {
  /// The evidence for people: counts, gaps, and what it points to.
  var lines: [String] {
    var lines = [outcome.line("outcome")]
    if let condition { lines.append(condition.line("condition")) }
    if gaps > 0 {
      lines.append("of \(weeksSoFar) weeks so far the archive has no article of \(gaps)")
    }
    return lines + ["the evidence points to: \(hint.sentence)"]
  }
}

extension LedgerEvidence.Side {
  fileprivate func line(_ name: String) -> String {
    let besides = unplaced == 0 ? "" : ", \(unplaced) more whose place isn't told"
    return "\(name): \(stories.count) independent stories, \(reports) reports\(besides); in as many"
      + " days before \(before) (\(change.sentence))"
  }
}

extension LedgerEvidence.Hint {
  fileprivate var sentence: String {
    switch self {
    case .cameTrue: "it came true"
    case .didNot: "it did not come true"
    case .conditionNotMet: "its condition was not met"
    case .notOver: "nothing yet, its days aren't over"
    case .gaps: "nothing, the archive has articles of too few of its weeks"
    }
  }
}

extension RateRatio {
  /// The ratio with its interval: `2.5 times, 1.1 to 6.0`.
  var sentence: String {
    guard let ratio else { return "no ratio, both are 0" }
    guard ratio.isFinite else {
      return "no ratio, the second is 0; 95 % interval \(rounded(interval.lowerBound)) or more"
    }
    return "\(rounded(ratio)) times, 95 % interval \(rounded(interval.lowerBound)) to"
      + " \(rounded(interval.upperBound))"
  }

  private func rounded(_ value: Double) -> String {
    guard value.isFinite else { return "no bound" }
    return "\((value * 100).rounded() / 100)"
  }
}
