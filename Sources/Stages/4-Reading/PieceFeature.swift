/// The kinds of features that hold one or two pieces of text.
protocol PieceFeatureKind: RawRepresentable<UInt8>, CaseIterable, Sendable {
  /// Whether such a feature holds two pieces.
  var isPair: Bool { get }
}

/// A piece of text that a feature holds.
enum TextPiece: Sendable {
  /// The stem of a token, which may lie outside the sentence.
  case stem(Int)
  /// The folded spelling of a token.
  case word(Int)
  /// A small number.
  case number(Int)
  case nothing
}

/// Takes what a word or a candidate has in pieces of text, one by one.
protocol PieceSink<Kind> {
  associatedtype Kind: PieceFeatureKind

  mutating func add(_ kind: Kind, _ first: TextPiece, _ second: TextPiece)
}

extension PieceSink {
  mutating func add(_ kind: Kind, _ first: TextPiece) { add(kind, first, .nothing) }
}

/// The names of what a word or a candidate has: kind, first and second piece, set apart by tabs.
struct PieceNames<Kind: PieceFeatureKind>: PieceSink {
  private let pieces: TextPieces
  private(set) var names: [String] = []

  init(_ pieces: TextPieces) { self.pieces = pieces }

  mutating func add(_ kind: Kind, _ first: TextPiece, _ second: TextPiece) {
    names.append("\(kind)\t\(pieces.text(of: first))\t\(pieces.text(of: second))")
  }
}
