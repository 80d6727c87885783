internal import ArabicScript
package import NewsModel

/// How well outlooks fared that persons have decided: scores and calibration, by holder, outlet or words.
///
/// The probability of an outlook is the middle of its band. What may not count is refused and counted:
/// wordings that only say that it may be, outlooks whose condition wasn't met, and those undecided.
package struct LedgerScores: Sendable {
  /// By what outlooks are put together.
  package enum Grouping: String, Sendable, Hashable, CaseIterable {
    case holder, source, likelihood, word, kind
  }

  /// Why an outlook isn't scored.
  package enum Refusal: String, Sendable, Hashable, CaseIterable {
    /// Nobody has decided.
    case undecided
    case conditionNotMet = "condition-not-met"
    case cantTell = "cant-tell"
    /// The wording states no likelihood.
    case noBand = "no-band"
    /// The wording says that it may be, not how likely (5 to 95).
    case openBand = "open-band"
    /// The same words of the same holder in a report of the same story.
    case repeated
  }

  /// The outlooks of one name.
  package struct Group: Sendable {
    /// The holder, outlet, class or word; `nil` for the reporter's own, or an outlet not known.
    package let name: String?
    /// The scores of those that count; `nil` without any.
    package let scores: ForecastScores?
    /// How many of them came true.
    package let cameTrue: Int
    /// The part that came true with its interval by Wilson; `nil` without any.
    package let share: (value: Double, interval: ClosedRange<Double>)?
    /// The means of their bands' bounds, 0 to 1; `nil` without any.
    package let band: ClosedRange<Double>?
    /// How many were refused, and why.
    package let refused: [Refusal: Int]

    /// How many count.
    package var count: Int { scores?.count ?? 0 }

    /// How what came compares with what was said; `nil` without any.
    package var calibration: Calibration? {
      guard let share, let band else { return nil }
      if share.interval.upperBound < band.lowerBound { return .less }
      return share.interval.lowerBound > band.upperBound ? .more : .within
    }
  }

  /// How what came compares with what was said.
  package enum Calibration: String, Sendable, Hashable, CaseIterable {
    /// The interval meets the band: they can't be told apart.
    case within
    /// It came true less often than said.
    case less
    /// It came true more often than said.
    case more
  }

  /// All together.
  package let all: Group
  /// The groups, those with most outlooks that count first.
  package let groups: [Group]

  /// Scores decided cases; `undecided` more of the same choice are on record.
  package init(_ cases: [LedgerCase], undecided: Int, by grouping: Grouping) {
    let judged = LedgerScores.judged(cases)
    all = LedgerScores.group(nil, judged, undecided: undecided)
    let keyed = Dictionary(grouping: judged) { LedgerScores.key(of: $0.0, grouping) }
    groups = keyed.map { name, part in LedgerScores.group(name, part, undecided: 0) }
      .sorted { a, b in
        a.count != b.count ? a.count > b.count : (a.name ?? "") < (b.name ?? "")
      }
  }

  private static func key(of one: LedgerCase, _ grouping: Grouping) -> String? {
    let wording = one.entry.wording
    switch grouping {
    case .holder: return wording.holderName
    case .source: return one.entry.article.source
    case .likelihood: return wording.likelihood.rawValue
    case .word:
      return wording.marker.map { LikelihoodWords.shipped.wording(of: $0, wording.band) }
    case .kind: return wording.kind.rawValue
    }
  }

  /// Each case with its forecast, or why it has none.
  private static func judged(
    _ cases: [LedgerCase]
  ) -> [(LedgerCase, Result<Forecast, RefusedForecast>)] {
    let folding = Folding(.search)
    var seen: Set<[String]> = []
    return cases.map { one in
      let article = one.entry.article
      let result = forecast(one)
      guard case .success = result else { return (one, result) }
      let key = [
        article.story.map(String.init) ?? article.id,
        folding.folded(one.entry.wording.holderName ?? ""),
        folding.folded(one.entry.wording.outcome),
      ]
      return (one, seen.insert(key).inserted ? result : .failure(RefusedForecast(.repeated)))
    }
  }

  private struct RefusedForecast: Error {
    let refusal: Refusal
    init(_ refusal: Refusal) { self.refusal = refusal }
  }

  private static func forecast(_ one: LedgerCase) -> Result<Forecast, RefusedForecast> {
    let cameTrue: Bool
    switch one.decision?.verdict {
    case nil: return .failure(RefusedForecast(.undecided))
    case .conditionNotMet: return .failure(RefusedForecast(.conditionNotMet))
    case .cantTell: return .failure(RefusedForecast(.cantTell))
    case .cameTrue: cameTrue = true
    case .didNot: cameTrue = false
    }
    guard let band = one.entry.wording.band else { return .failure(RefusedForecast(.noBand)) }
    let middle = Double(band.lowerBound + band.upperBound) / 200
    guard !one.entry.wording.isOpen,
      let forecast = Forecast(probability: middle, cameTrue: cameTrue)
    else { return .failure(RefusedForecast(.openBand)) }
    return .success(forecast)
  }

  private static func group(
    _ name: String?, _ judged: [(LedgerCase, Result<Forecast, RefusedForecast>)], undecided: Int
  ) -> Group {
    var forecasts: [Forecast] = []
    var refused: [Refusal: Int] = undecided > 0 ? [.undecided: undecided] : [:]
    var (low, high) = (0, 0)
    for (one, result) in judged {
      switch result {
      case .success(let forecast):
        forecasts.append(forecast)
        low += one.entry.wording.band?.lowerBound ?? 0
        high += one.entry.wording.band?.upperBound ?? 0
      case .failure(let failure): refused[failure.refusal, default: 0] += 1
      }
    }
    let cameTrue = forecasts.count { $0.cameTrue }
    let share = ForecastScores(forecasts, parts: 1)?.bins.first
    let number = Double(max(forecasts.count, 1)) * 100
    return Group(
      name: name, scores: ForecastScores(forecasts), cameTrue: cameTrue,
      share: share.map { ($0.share, $0.interval) },
      band: forecasts.isEmpty ? nil : Double(low) / number...Double(high) / number,
      refused: refused)
  }
}
