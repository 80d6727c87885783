internal import ArabicScript
internal import ArabicWords

/// The words of a text under which search finds it, folded, each with its place in the text.
///
/// Numbers count as words; hashtags, handles and addresses count as the words they are made of;
/// punctuation and emoji do not count.
struct SearchTerms {
  /// One word.
  struct Term {
    /// Where it stands in the text, in UTF-8 bytes.
    let start: UInt32
    let end: UInt32
    /// Where its folded spelling stands in `keys`.
    let keyStart: UInt32
    let keyEnd: UInt32
  }

  /// The longest folded spelling in bytes; longer ones are cut.
  static let longestKey = 120

  private(set) var terms: [Term] = []
  /// The folded spellings, end to end.
  private(set) var keys: [UInt8] = []

  init(_ utf8: [UInt8]) {
    let text = TokenizedText(utf8)
    terms.reserveCapacity(text.count)
    keys.reserveCapacity(utf8.count)
    for index in 0..<text.count {
      let token = text.tokens[index]
      switch token.kind {
      case .word, .number:
        append(text.key(index), Int(token.start), Int(token.end))
      case .hashtag, .handle, .address:
        appendParts(of: utf8, Int(token.start), Int(token.end))
      case .punctuation, .emoji: break
      }
    }
  }

  /// The term's folded spelling.
  func key(_ index: Int) -> ArraySlice<UInt8> {
    keys[Int(terms[index].keyStart)..<Int(terms[index].keyEnd)]
  }

  /// Where the term stands.
  func range(_ index: Int) -> TextRange {
    TextRange(Int(terms[index].start), Int(terms[index].end))
  }

  /// Cuts at every ASCII character that is neither letter nor digit.
  private mutating func appendParts(of utf8: [UInt8], _ start: Int, _ end: Int) {
    var partStart = start
    for i in start...end {
      let isInner =
        i < end
        && (utf8[i] >= 0x80 || (0x30...0x39).contains(utf8[i])
          || (0x61...0x7A).contains(utf8[i] | 0x20))
      if isInner { continue }
      if partStart < i {
        append(Folding.forSearch.folded(utf8: Array(utf8[partStart..<i]))[...], partStart, i)
      }
      partStart = i + 1
    }
  }

  /// The key, cut before a code point if it is too long.
  private static func shortened(_ key: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if key.count <= longestKey { return key }
    var end = key.startIndex + longestKey
    while end > key.startIndex, key[end] & 0xC0 == 0x80 { end -= 1 }
    return key[..<end]
  }

  private mutating func append(_ key: ArraySlice<UInt8>, _ start: Int, _ end: Int) {
    if key.isEmpty { return }
    let keyStart = keys.count
    keys.append(contentsOf: SearchTerms.shortened(key))
    terms.append(
      Term(
        start: UInt32(start), end: UInt32(end), keyStart: UInt32(keyStart),
        keyEnd: UInt32(keys.count)))
  }
}

extension Folding {
  /// The folding under which words are found.
  static let forSearch = Folding(.search)
}
