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
    for shingle in short.sample where shared.contains(shingle) {
      all += 1
      if isFormula(shingle) { formulas += 1 }
    }
    return all == 0 ? 0 : Double(formulas) / Double(all)
  }
}

/// The words that two texts share in runs of at least a shingle's length.
struct SharedWords {
  private let table: ShingleTable
  let coverOfShorter: Double
  let coverOfLonger: Double

  init(_ short: Fingerprint, _ long: Fingerprint) {
    let ofShort = Fingerprinter.shingles(short.words)
    var table = ShingleTable(ofShort)
    var covered = 0
    var end = 0
    for (place, shingle) in Fingerprinter.shingles(long.words).enumerated()
    where table.meet(shingle) {
      covered += place + Fingerprinter.shingleLength - max(end, place)
      end = place + Fingerprinter.shingleLength
    }
    coverOfLonger = long.words.isEmpty ? 0 : Double(covered) / Double(long.words.count)
    covered = 0
    end = 0
    if coverOfLonger > 0 {
      for (place, shingle) in ofShort.enumerated() where table.hasMet(shingle) {
        covered += place + Fingerprinter.shingleLength - max(end, place)
        end = place + Fingerprinter.shingleLength
      }
    }
    coverOfShorter = short.words.isEmpty ? 0 : Double(covered) / Double(short.words.count)
    self.table = table
  }

  /// Whether both texts have a shingle of the shorter one.
  func contains(_ shingle: UInt64) -> Bool { table.hasMet(shingle) }
}

/// The shingles of one text, and which of them another one was seen to have: one flat table with linear probing, for
/// shingles are hashes already.
private struct ShingleTable {
  /// Each is twice a shingle and 1 if it was met; `free` where there is none. At least half of them are free.
  private var slots: [UInt64]
  private static let free = UInt64.max

  init(_ shingles: [UInt64]) {
    var count = 16
    while count < shingles.count * 2 { count *= 2 }
    slots = [UInt64](repeating: ShingleTable.free, count: count)
    for shingle in shingles { slots[slot(of: shingle)] = shingle << 1 }
  }

  /// Marks a shingle as met; whether it is there.
  mutating func meet(_ shingle: UInt64) -> Bool {
    let slot = slot(of: shingle)
    if slots[slot] == ShingleTable.free { return false }
    slots[slot] |= 1
    return true
  }

  /// Whether a shingle is there and was met.
  func hasMet(_ shingle: UInt64) -> Bool {
    let found = slots[slot(of: shingle)]
    return found != ShingleTable.free && found & 1 == 1
  }

  /// Where a shingle stands, or would stand.
  private func slot(of shingle: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: shingle) & mask
    while slots[slot] != ShingleTable.free, slots[slot] >> 1 != shingle { slot = (slot + 1) & mask }
    return slot
  }
}
