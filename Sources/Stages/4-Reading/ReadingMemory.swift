import ArabicQuantities
import ArabicWords
import Synchronization

/// What reading makes of spellings, kept from one text to the next, so that each is looked up in the lexicons once.
///
/// It rests on the spelling and the kind of a token alone: what was read before never shows in what is read next. A memory is always
/// used with the same lexicons.
package struct ReadingMemory: Sendable {
  /// How many spellings are kept at most between texts; with more it begins anew.
  private static let limit = 1 << 18

  private var spellings = SpellingNumbers()
  var words = SpellingMemo<WordInfo>()
  var events = SpellingMemo<EventToken>()
  var pieces = SpellingMemo<TextPieces.Stem>()
  var places = SpellingMemo<PlaceLexicon.Opening>()
  var entries = SpellingMemo<EntryNames.Opening>()
  var mentions = MentionMemory()
  var quantities = QuantityMemory()
  var persons = PersonMemory()

  package init() {}

  /// The numbers of the spellings of a text's tokens, by which all is known until the next text; tokens that are alike once folded
  /// have the number of the first of them.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - firsts: For each token the first one that is spelt alike.
  /// - Returns: A number each.
  /// - Complexity: O(n).
  mutating func numbers(_ text: TokenizedText, firsts: [Int32]) -> [Int32] {
    if spellings.count > ReadingMemory.limit { self = ReadingMemory() }
    return spellings.numbers(text, firsts: firsts)
  }
}

/// Numbers of spellings, counted from 0.
private struct SpellingNumbers: Sendable {
  private var words = WordTable()
  private var others = WordTable()
  private(set) var count = 0

  mutating func numbers(_ text: TokenizedText, firsts: [Int32]) -> [Int32] {
    var result = [Int32](repeating: -1, count: text.count)
    count += SpellingNumbers.add(text, firsts, areWords: true, to: &words, from: count, &result)
    count += SpellingNumbers.add(text, firsts, areWords: false, to: &others, from: count, &result)
    for i in result.indices where result[i] < 0 { result[i] = result[Int(firsts[i])] }
    return result
  }

  /// Numbers the spellings, as they stand, with all that folding would drop, of the first tokens of their kind.
  ///
  /// - Returns: How many are new.
  private static func add(
    _ text: TokenizedText, _ firsts: [Int32], areWords: Bool, to table: inout WordTable,
    from next: Int, _ result: inout [Int32]
  ) -> Int {
    let tokens = result.indices.filter {
      firsts[$0] == $0 && (text.tokens[$0].kind == .word) == areWords
    }
    let known = table.count
    let numbers = table.add(
      text.utf8.span, tokens.map { Int(text.tokens[$0].start)..<Int(text.tokens[$0].end) },
      from: Int32(next))
    for (token, number) in zip(tokens, numbers) { result[token] = number }
    return table.count - known
  }
}

/// The memories of a reader, as many as articles are read side by side.
final class ReadingMemories: Sendable {
  private let idle = Mutex<[ReadingMemory]>([])

  /// Lends a memory that nobody else uses meanwhile.
  func lend<Result>(_ use: (inout ReadingMemory) -> Result) -> Result {
    var memory = idle.withLock { $0.popLast() } ?? ReadingMemory()
    defer { idle.withLock { $0.append(memory) } }
    return use(&memory)
  }
}
