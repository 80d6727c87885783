internal import ArabicScript

/// A piece of a search as typed; ranges count code points.
struct SearchToken: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case word(String)
    case quotation(String)
    /// A field's name before a colon.
    case field(SearchKeywords.Field, name: String)
    case open, close
    /// A minus right before something.
    case minus
    /// An operator as typed; the distance only of `NEAR/5`.
    case joint(SearchKeywords.Operator, name: String, distance: Int?)
  }

  let kind: Kind
  let range: Range<Int>

  /// Whether a text holds what ends a quotation.
  static func hasQuotationMark(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: SearchTokenReader.isQuotationMark)
  }

  /// Cuts a search into its pieces.
  ///
  /// - Throws: `SearchQueryError` for a quotation mark that is not closed.
  static func tokens(of text: String) throws(SearchQueryError) -> [SearchToken] {
    var reader = SearchTokenReader(text)
    return try reader.read()
  }
}

/// Cuts a search into pieces.
private struct SearchTokenReader {
  private let scalars: [Unicode.Scalar]
  private let utf8: [UInt8]
  /// Where each scalar begins in `utf8`, and last where it ends.
  private var starts: [Int] = [0]
  private var index = 0
  private var tokens: [SearchToken] = []

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    utf8 = Array(text.utf8)
    starts.reserveCapacity(scalars.count + 1)
    for scalar in scalars { starts.append(starts[starts.count - 1] + scalar.utf8.count) }
  }

  mutating func read() throws(SearchQueryError) -> [SearchToken] {
    while index < scalars.count {
      let scalar = scalars[index]
      if SearchTokenReader.isBlank(scalar) {
        index += 1
      } else if scalar == "(" || scalar == ")" {
        append(scalar == "(" ? .open : .close, length: 1)
      } else if isMinus(scalar) {
        append(.minus, length: 1)
      } else if SearchTokenReader.isQuotationMark(scalar) {
        try appendQuotation()
      } else if let (field, name) = fieldName() {
        append(.field(field, name: name), length: name.unicodeScalars.count + 1)
      } else {
        appendWord()
      }
    }
    return tokens
  }

  private mutating func append(_ kind: SearchToken.Kind, length: Int) {
    tokens.append(SearchToken(kind: kind, range: index..<index + length))
    index += length
  }

  private func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar == "-" || scalar == "\u{2212}", index + 1 < scalars.count else { return false }
    return !SearchTokenReader.isBlank(scalars[index + 1]) && scalars[index + 1] != ")"
  }

  private mutating func appendQuotation() throws(SearchQueryError) {
    var end = index + 1
    while end < scalars.count, !SearchTokenReader.isQuotationMark(scalars[end]) { end += 1 }
    guard end < scalars.count else { throw SearchQueryError(.openQuotation, index..<index + 1) }
    append(.quotation(text(index + 1..<end)), length: end + 1 - index)
  }

  private mutating func appendWord() {
    var end = index
    while end < scalars.count, !isBoundary(scalars[end]) { end += 1 }
    let word = text(index..<end)
    append(SearchTokenReader.joint(word) ?? .word(word), length: end - index)
  }

  /// The operator that a word is, perhaps with a distance (`NEAR/5`).
  private static func joint(_ word: String) -> SearchToken.Kind? {
    if let meaning = SearchKeywords.shared.meaning(ofOperator: word) {
      return .joint(meaning, name: word, distance: nil)
    }
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(Folding.forSearch.folded(String(parts[1]))),
      SearchKeywords.shared.meaning(ofOperator: String(parts[0])) == .near
    else { return nil }
    return .joint(.near, name: word, distance: number)
  }

  /// The field whose name and colon stand at `index`.
  private func fieldName() -> (SearchKeywords.Field, String)? {
    guard let colon = scalars[index...].prefix(24).firstIndex(of: ":") else { return nil }
    let name = text(index..<colon)
    return SearchKeywords.shared.field(named: name).map { ($0, name) }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: utf8[starts[range.lowerBound]..<starts[range.upperBound]], as: UTF8.self)
  }

  private func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
    SearchTokenReader.isBlank(scalar) || SearchTokenReader.isQuotationMark(scalar)
      || scalar == "(" || scalar == ")"
  }

  /// Blanks, and the controls that a text field may put around words.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace || scalar.value < 0x20 { return true }
    return switch scalar.value {
    case 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  fileprivate static func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0x2036, 0xFF02: true
    default: false
    }
  }
}
