import ArabicWords

/// Names of one or more words with a number each, found in a text by their first word, the longest first.
///
/// Everything stands in flat arrays; a word behind the first is known by its number, so that names
/// that begin alike are told apart without comparing letters.
struct PhraseTable: Sendable {
  private struct Phrase: Sendable {
    /// The number of the second word, or -1.
    let second: Int32
    /// Where the words behind the second begin in `rests`.
    let rest: Int32
    /// The number of its words.
    let count: Int32
    let value: Int32
  }

  private let firsts: WordTable
  private let others: WordTable
  /// For each first word where its phrases begin; one more at the end.
  private var starts: [Int32] = []
  private var phrases: [Phrase] = []
  private var rests: [Int32] = []

  /// Makes a table of names, each its words folded as the texts will be; of those with a first word
  /// and a length in common the order is kept.
  init(_ names: [(words: [[UInt8]], value: Int32)]) {
    var firsts = WordTable()
    var others = WordTable()
    var groups: [[(words: [Int32], value: Int32)]] = []
    for (words, value) in names {
      guard let first = words.first else { continue }
      let group = Int(firsts.add(first, Int32(firsts.count)))
      if group == groups.count { groups.append([]) }
      groups[group].append(
        (words.dropFirst().map { others.add($0, Int32(others.count)) }, value))
    }
    for group in groups {
      starts.append(Int32(phrases.count))
      let ordered = group.enumerated().sorted {
        (-$0.element.words.count, $0.offset) < (-$1.element.words.count, $1.offset)
      }
      for (_, name) in ordered {
        phrases.append(
          Phrase(
            second: name.words.first ?? -1, rest: Int32(rests.count),
            count: Int32(name.words.count + 1), value: name.value))
        rests += name.words.dropFirst()
      }
    }
    starts.append(Int32(phrases.count))
    self.firsts = firsts
    self.others = others
  }

  /// The longest name of those that `accepts` takes whose first word is token `i` without `prefix`
  /// bytes at its start, and the number of its tokens.
  func longest(
    _ text: TokenizedText, _ i: Int, prefix: Int, where accepts: (Int32) -> Bool = { _ in true }
  ) -> (value: Int32, count: Int)? {
    let first = firstWord(text, i, prefix: prefix)
    return first < 0 ? nil : longest(text, i, first: first, where: accepts)
  }

  /// The number of token `i` without `prefix` bytes at its start as the first word of names; below 0 if none begins so.
  func firstWord(_ text: TokenizedText, _ i: Int, prefix: Int) -> Int32 {
    text.look(up: i, in: firsts, prefix: prefix)
  }

  /// The longest name of those that `accepts` takes whose first word has the number `first` and is token `i`, and the
  /// number of its tokens.
  func longest(
    _ text: TokenizedText, _ i: Int, first: Int32, where accepts: (Int32) -> Bool = { _ in true }
  ) -> (value: Int32, count: Int)? {
    let left = text.count - i
    var second = WordTable.none
    var isSecondKnown = false
    for k in Int(starts[Int(first)])..<Int(starts[Int(first) + 1]) {
      let phrase = phrases[k]
      if phrase.count > 1 {
        guard Int(phrase.count) <= left else { continue }
        if !isSecondKnown {
          second = text.look(up: i + 1, in: others)
          isSecondKnown = true
        }
        guard phrase.second == second, hasRest(phrase, text, i + 2) else { continue }
      }
      if accepts(phrase.value) { return (phrase.value, Int(phrase.count)) }
    }
    return nil
  }

  private func hasRest(_ phrase: Phrase, _ text: TokenizedText, _ i: Int) -> Bool {
    for k in 0..<max(0, Int(phrase.count) - 2)
    where text.look(up: i + k, in: others) != rests[Int(phrase.rest) + k] {
      return false
    }
    return true
  }
}
