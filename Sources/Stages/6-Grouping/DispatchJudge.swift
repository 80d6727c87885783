package import NewsModel

/// Tells how two reports stand to each other, by the words that they share in runs of four or more.
///
/// What is shared and a formula says nothing: two telegrams of congratulation share nearly all words and
/// are two dispatches. So the covered part is taken of what is no formula, unless nearly everything is
/// shared. The bounds were set on `Evaluation/same-dispatch.tsv` (`make bench-stories` prints the figures).
package struct DispatchJudge: StoryJudging {
  /// The least part of the shorter report, formulas aside, that makes it the same dispatch.
  static let sameDispatch = 0.58
  /// The least part of the shorter report with its formulas that does so alone, from one day to the next
  /// and later: the forecast of another day has most words of today's.
  static let sameWords = (nextDay: 0.9, later: 0.97)
  /// The least part, formulas aside, that two texts of one statement share within `rewriteDays`.
  static let rewrite = 0.35
  static let rewriteOfLonger = 0.25
  static let rewriteDays = 2
  /// The fewest words that two texts of one statement share, formulas aside.
  static let rewriteWords = 25

  private let maker = Fingerprinter()

  /// Makes a judge.
  package init() {}

  package func fingerprint(_ utf8: [UInt8]) -> Fingerprint { maker.fingerprint(utf8) }

  package func link(
    _ a: Fingerprint, _ b: Fingerprint, days: Int, isFormula: (UInt64) -> Bool
  ) -> StoryLink? {
    let (short, long) = a.words.count <= b.words.count ? (a, b) : (b, a)
    if short.words == long.words, !short.words.isEmpty {
      return StoryLink(kind: .copy, coverOfShorter: 1, coverOfLonger: 1)
    }
    let shared = SharedWords(short, long)
    let cover = shared.coverOfShorter
    if cover == 0 { return nil }
    let formulas = DispatchJudge.formulaPart(short, shared, isFormula)
    let free = cover * (1 - formulas) / max(1 - cover * formulas, 0.001)
    let sameWords = DispatchJudge.sameWords
    let isSameWords = cover >= (abs(days) <= 1 ? sameWords.nextDay : sameWords.later)
    if free >= DispatchJudge.sameDispatch || isSameWords {
      return StoryLink(
        kind: kind(cover, shared.coverOfLonger), coverOfShorter: max(free, cover),
        coverOfLonger: shared.coverOfLonger)
    }
    let words = cover * (1 - formulas) * Double(short.words.count)
    guard abs(days) <= DispatchJudge.rewriteDays, free >= DispatchJudge.rewrite,
      shared.coverOfLonger >= DispatchJudge.rewriteOfLonger,
      words >= Double(DispatchJudge.rewriteWords)
    else { return nil }
    return StoryLink(
      kind: .rewrite, coverOfShorter: free, coverOfLonger: shared.coverOfLonger)
  }

  private func kind(_ cover: Double, _ coverOfLonger: Double) -> StoryLinkKind {
    if coverOfLonger >= 0.9 { return .copy }
    return coverOfLonger >= 0.6 ? .nearCopy : .contained
  }

  /// The part of what is shared that is formula, told from the shorter report's sample.
  private static func formulaPart(
    _ short: Fingerprint, _ shared: SharedWords, _ isFormula: (UInt64) -> Bool
  ) -> Double {
    var all = 0
    var formulas = 0
    for shingle in short.sample where shared.shingles.contains(shingle) {
      all += 1
      if isFormula(shingle) { formulas += 1 }
    }
    return all == 0 ? 0 : Double(formulas) / Double(all)
  }
}

/// The words that two texts share in runs of at least a shingle's length.
struct SharedWords {
  /// The shingles that both have.
  let shingles: Set<UInt64>
  let coverOfShorter: Double
  let coverOfLonger: Double

  init(_ short: Fingerprint, _ long: Fingerprint) {
    let ofShort = Fingerprinter.shingles(short.words)
    let ofLong = Fingerprinter.shingles(long.words)
    let all = Set(ofShort)
    var shingles = Set<UInt64>(minimumCapacity: all.count)
    var covered = 0
    var end = 0
    for (place, shingle) in ofLong.enumerated() where all.contains(shingle) {
      shingles.insert(shingle)
      covered += place + Fingerprinter.shingleLength - max(end, place)
      end = place + Fingerprinter.shingleLength
    }
    self.shingles = shingles
    coverOfLonger = long.words.isEmpty ? 0 : Double(covered) / Double(long.words.count)
    covered = 0
    end = 0
    for (place, shingle) in ofShort.enumerated() where shingles.contains(shingle) {
      covered += place + Fingerprinter.shingleLength - max(end, place)
      end = place + Fingerprinter.shingleLength
    }
    coverOfShorter = short.words.isEmpty ? 0 : Double(covered) / Double(short.words.count)
  }
}
