internal import ArabicScript

/// Cuts pieces out of an article's text.
struct TextPieces: Sendable {
  private let utf8: [UInt8]

  init(_ text: String) { utf8 = Array(text.utf8) }

  /// The piece at a range; cut where the range goes beyond the text.
  subscript(_ range: TextRange) -> String {
    let end = min(range.end, utf8.count)
    let start = min(range.start, end)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }

  /// The piece at a range, if there is one.
  subscript(_ range: TextRange?) -> String? { range.map { self[$0] } }
}
