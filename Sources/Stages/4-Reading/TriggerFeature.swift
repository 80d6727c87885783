import ArabicScript
import ArabicWords

/// What a word has for telling of an event, as `TriggerChoice` weighs it: a kind, and one or two pieces of text.
///
/// Weights stand in `Data/reading/event-trigger-weights.tsv`, learnt by `Training/events/triggers.py`; the file's head is the
/// model's card.
enum TriggerFeatureKind: UInt8, CaseIterable, Sendable {
  // The word: its spelling, its stem, what is written before the stem, both together.
  case word, stem, attached, attachedStem
  // The stems beside it, and the nearest ones with its own.
  case twoBefore, before, behind, twoBehind, threeBehind, pairBefore, pairBehind
  // What stands there, and the nearest with its own stem.
  case sortTwoBefore, sortBefore, sortBehind, sortTwoBehind, sortThreeBehind, sortPairBefore,
    sortPairBehind
  // Whether somebody says it, where in the text it stands, how often the stem stood before.
  case stated, statedStem, sentence, openingStem, repeated, repeatedStem

  /// The kinds by name.
  static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}

/// A piece of text that a feature holds.
enum TriggerPiece: Sendable {
  /// The stem of a token, which may lie outside the sentence.
  case stem(Int)
  /// The folded spelling of a token.
  case word(Int)
  /// A small number.
  case number(Int)
  case nothing
}

/// Takes what a word has for telling of an event, one by one.
protocol TriggerSink {
  mutating func add(_ kind: TriggerFeatureKind, _ first: TriggerPiece, _ second: TriggerPiece)
}

extension TriggerSink {
  mutating func add(_ kind: TriggerFeatureKind, _ first: TriggerPiece) {
    add(kind, first, .nothing)
  }
}

/// The stems of an article's tokens, and the hashes by which features are looked up.
struct TriggerPieces: Sendable {
  private let text: TokenizedText
  private let stems: [TextRange]
  /// For each token the hash of its stem.
  let hashes: [UInt64]

  /// Cuts the stems; `firsts` tells for each token the first one that is spelt alike once folded.
  init(_ text: TokenizedText, firsts: [Int32]) {
    self.text = text
    let stemmer = LightStem.shared
    var stems: [TextRange] = []
    var hashes: [UInt64] = []
    stems.reserveCapacity(text.count)
    hashes.reserveCapacity(text.count)
    for i in 0..<text.count {
      let first = Int(firsts[i])
      let stem = first < i ? stems[first] : stemmer.stem(ofToken: i, in: text)
      stems.append(stem)
      hashes.append(first < i ? hashes[first] : text.hash(i, from: stem.start, to: stem.end))
    }
    self.stems = stems
    self.hashes = hashes
  }

  /// The text of a piece; of a token outside the text `edge`.
  func text(of piece: TriggerPiece) -> String {
    switch piece {
    case .stem(let i):
      guard stems.indices.contains(i) else { return Self.edge }
      return String(decoding: Array(text.key(i))[stems[i].start..<stems[i].end], as: UTF8.self)
    case .word(let i): return String(decoding: Array(text.key(i)), as: UTF8.self)
    case .number(let value): return String(value)
    case .nothing: return "-"
    }
  }

  /// The hash of the text of a piece.
  func hash(of piece: TriggerPiece) -> UInt64 {
    switch piece {
    case .stem(let i): hashes.indices.contains(i) ? hashes[i] : Self.edgeHash
    case .word(let i): text.hash(i, from: 0, to: text.keyLength(i))
    case .number(let value): Self.numbers[min(value, Self.numbers.count - 1)]
    case .nothing: Self.noneHash
    }
  }

  /// The hash of a feature whose pieces have these hashes.
  static func hash(_ kind: TriggerFeatureKind, _ first: UInt64, _ second: UInt64) -> UInt64 {
    var value = first ^ (second &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(kind.rawValue) << 56
    value = (value ^ value >> 32) &* 0xD6E8_FEB8_6659_FD93
    return value ^ value >> 32
  }

  /// The hash of a piece's text.
  static func hash(of text: some StringProtocol) -> UInt64 {
    let bytes = Array(text.utf8)
    return SpellingHash.of(bytes.span, 0, bytes.count)
  }

  static let edge = "edge"
  private static let edgeHash = hash(of: edge)
  static let noneHash = hash(of: "-")
  private static let numbers = (0..<100).map { hash(of: String($0)) }
}
