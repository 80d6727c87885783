import ArabicWords
import Synchronization

/// What the sequence model makes of spellings, kept from one text to the next, so that it is told once.
///
/// It rests on the folded spelling and the kind of a token alone: what was read before never shows in what is read next.
package struct MentionMemory: Sendable {
  /// How many spellings are kept at most between texts; with more it begins anew.
  private static let limit = 1 << 15

  private var words = WordTable(capacity: limit)
  private var others = WordTable()
  /// The tokens by the numbers of their spellings, without what rests on the text.
  private var tokens: [MentionToken] = []
  /// For each spelling and each offset of the window the weights of the features that it gives to the token so far
  /// before it.
  private var shares: [MentionModel.Scores] = []

  package init() {}

  /// The tokens of a text as the sequence model sees them, and the numbers of their spellings, by which `share` knows them until the next text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - firsts: For each token the first one that is spelt alike.
  ///   - tagger: Whose word forms and weights are meant; always the same.
  /// - Returns: A token and a number each.
  /// - Complexity: O(n).
  mutating func read(_ text: TokenizedText, firsts: [Int32], _ tagger: MentionTagger)
    -> (tokens: [MentionToken], numbers: [Int32])
  {
    if tokens.count > MentionMemory.limit { self = MentionMemory() }
    var result: (tokens: [MentionToken], numbers: [Int32]) = ([], [])
    result.tokens.reserveCapacity(text.count)
    result.numbers.reserveCapacity(text.count)
    for i in 0..<text.count {
      let first = Int(firsts[i])
      let number = first < i ? result.numbers[first] : number(text, i, tagger)
      result.numbers.append(number)
      result.tokens.append(tokens[Int(number)])
    }
    return result
  }

  /// The weights of the features that a spelling gives to the token `offset` before it.
  @inline(__always)
  func share(_ number: Int32, at offset: Int) -> MentionModel.Scores {
    let window = MentionFeatures.window
    return shares[Int(number) &* window.count &+ offset &- window.lowerBound]
  }

  private mutating func number(_ text: TokenizedText, _ i: Int, _ tagger: MentionTagger) -> Int32 {
    let isWord = text.tokens[i].kind == .word
    let known = isWord ? text.look(up: i, in: words) : text.look(up: i, in: others)
    guard known == WordTable.none else { return known }
    let number = Int32(tokens.count)
    if isWord {
      words.add(Array(text.key(i)), number)
    } else {
      others.add(Array(text.key(i)), number)
    }
    let token = tagger.vocabulary.token(text, i)
    tokens.append(token)
    tagger.model.appendShares(of: token, text, i, to: &shares)
    return number
  }
}

/// The memories of a reader, as many as articles are read side by side.
final class MentionMemories: Sendable {
  private let idle = Mutex<[MentionMemory]>([])

  /// Lends a memory that nobody else uses meanwhile.
  func lend<Result>(_ use: (inout MentionMemory) -> Result) -> Result {
    var memory = idle.withLock { $0.popLast() } ?? MentionMemory()
    defer { idle.withLock { $0.append(memory) } }
    return use(&memory)
  }
}
