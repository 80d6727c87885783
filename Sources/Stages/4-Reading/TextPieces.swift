import ArabicScript
import ArabicWords

/// The pieces of text that features with weights hold, each by a number.
struct PieceVocabulary: Sendable {
  private var table = WordTable()

  /// One more than the greatest number that a piece may be.
  private static let numberCount: Int32 = 100
  /// What stands at the edge of a sentence.
  static let edge = "edge"
  /// The number of a piece that no weight knows.
  static let unknown = WordTable.none

  /// Knows the numbers, each by itself, and the edge of a sentence.
  init() {
    for number in 0..<PieceVocabulary.numberCount { _ = add(String(number)) }
    _ = add(PieceVocabulary.edge)
  }

  var count: Int { table.count }

  /// Adds a piece, unless it is there already.
  ///
  /// - Parameter text: The piece, which is not empty.
  /// - Returns: Its number.
  mutating func add(_ text: String) -> Int32 { table.add(Array(text.utf8), Int32(table.count)) }

  /// Adds the piece that stands in a range of bytes, which is not empty.
  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    table.add(bytes, range.lowerBound, range.upperBound, Int32(table.count))
  }

  /// The number of a piece, or `unknown`.
  func number(of text: String) -> Int32 { table.value(Array(text.utf8)) }

  /// The number of a token's folded spelling.
  func number(of text: TokenizedText, _ i: Int) -> Int32 { text.look(up: i, in: table) }

  /// The number of a part of a token's folded spelling.
  func number(of text: TokenizedText, _ i: Int, _ part: TextRange) -> Int32 {
    text.look(up: i, in: table, prefix: part.start, suffix: text.keyLength(i) - part.end)
  }

  /// The number of a small number.
  static func number(_ value: Int) -> Int32 { min(Int32(value), numberCount - 1) }

  static let edgeNumber = numberCount
}

/// The stems of an article's tokens, and the numbers of the pieces of its features.
struct TextPieces: Sendable {
  private let text: TokenizedText
  private let stems: [TextRange]
  /// For each token the number of its stem, and that of the whole word.
  let stemNumbers: [Int32]
  private let wordNumbers: [Int32]

  /// What is known of one spelling.
  struct Stem: Sendable {
    /// Where the stem stands in the folded spelling.
    let range: TextRange
    let number: Int32
    /// The number of the whole spelling.
    let word: Int32
  }

  /// Cuts the stems; `numbers` tells for each token the number of its spelling, and is empty where nothing is asked of
  /// the pieces.
  init(
    _ text: TokenizedText, numbers: [Int32], _ vocabulary: PieceVocabulary,
    _ memory: inout SpellingMemo<Stem>
  ) {
    self.text = text
    let stemmer = LightStem.shared
    memory.learn(numbers) { i in
      let range = stemmer.stem(ofToken: i, in: text)
      return Stem(
        range: range, number: vocabulary.number(of: text, i, range),
        word: vocabulary.number(of: text, i))
    }
    stems = numbers.map { memory[$0].range }
    stemNumbers = numbers.map { memory[$0].number }
    wordNumbers = numbers.map { memory[$0].word }
  }

  /// The text of a piece; of a token outside the text `edge`.
  func text(of piece: TextPiece) -> String {
    switch piece {
    case .stem(let i):
      guard stems.indices.contains(i) else { return PieceVocabulary.edge }
      return String(decoding: Array(text.key(i))[stems[i].start..<stems[i].end], as: UTF8.self)
    case .word(let i): return String(decoding: Array(text.key(i)), as: UTF8.self)
    case .number(let value): return String(value)
    case .nothing: return "-"
    }
  }

  /// The number of a piece.
  @inline(__always)
  func number(of piece: TextPiece) -> Int32 {
    switch piece {
    case .stem(let i):
      stemNumbers.indices.contains(i) ? stemNumbers[i] : PieceVocabulary.edgeNumber
    case .word(let i): wordNumbers[i]
    case .number(let value): PieceVocabulary.number(value)
    case .nothing: PieceVocabulary.unknown
    }
  }
}
