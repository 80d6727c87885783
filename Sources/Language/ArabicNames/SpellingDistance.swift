/// The costs of taking spellings of a pool for the same word as one; made once for that one, and keeps its working memory
/// between calls.
struct SpellingDistance {
  private let word: SpellingWord
  private var alignment: SpellingAlignment
  private var edits = LetterEdits()
  /// The spelling that was aligned last.
  private var last: Int?

  /// Prepares for comparing with a word.
  init(from word: SpellingWord) {
    self.word = word
    alignment = SpellingAlignment(from: word)
  }

  /// What it costs at least; no more than `cost(to:of:bound:)`.
  mutating func leastCost(to slot: Int, of pool: SpellingPool) -> Int16 {
    let entry = pool.entries[slot]
    if word.script == entry.script { return 0 }
    return alignment.leastCost(pool.units.span.extracting(entry.units), count: entry.count)
  }

  /// The cost of the best alignment, or the infinite one if it exceeds `bound`.
  mutating func cost(to slot: Int, of pool: SpellingPool, bound: Int16) -> Int16 {
    let entry = pool.entries[slot]
    if word.script == entry.script {
      let letters = word.plain
      return edits.cost(letters.span, pool.letters.span.extracting(entry.letters))
    }
    let shared = last.map { pool.sharedLetters(slot, $0) } ?? -1
    last = slot
    return alignment.cost(
      pool.units.span.extracting(entry.units), count: entry.count, sharing: shared, bound: bound)
  }
}
