internal import ArabicScript

extension TokenizedText {
  /// What becomes of `#tags`.
  public enum Hashtags: Sendable {
    /// Each is one token.
    case whole
    /// The mark is a token, and so is each word; the underscores between them belong to none.
    case words
  }

  /// Cuts a text into tokens.
  ///
  /// Letters with their marks make a word, digits with inner decimal and thousands marks a number
  /// (`3آلاف` is two tokens), each other mark a token of its own; web addresses, `@names` and, unless
  /// their words are asked for, `#tags` stay whole. Invalid bytes belong to no token.
  ///
  /// - Parameters:
  ///   - utf8: The text.
  ///   - hashtags: What becomes of `#tags`.
  /// - Complexity: O(n).
  public init(_ utf8: [UInt8], hashtags: Hashtags = .whole) {
    let scanner = TokenScanner(utf8.span, Folding(.search), hashtags)
    let tokens = scanner.tokens
    self.init(utf8: utf8, tokens: tokens, keys: scanner.takeKeys())
  }

  /// Cuts a text into tokens.
  public init(_ text: String) { self.init(Array(text.utf8)) }
}

private struct TokenScanner {
  private(set) var tokens: [Token] = []
  /// The folded spellings up to `keyCount`, then room.
  private var keys: [UInt8]
  private var keyCount = 0
  private var gap = Token.Gap.line
  private let folding: Folding
  private let hashtags: TokenizedText.Hashtags
  /// Receives folds that may be longer than what they come from.
  private var longFold: [UInt8] = []

  init(_ text: Span<UInt8>, _ folding: Folding, _ hashtags: TokenizedText.Hashtags) {
    self.folding = folding
    self.hashtags = hashtags
    tokens.reserveCapacity(text.count / 8)
    keys = [UInt8](repeating: 0, count: text.count + 2)
    scan(text)
  }

  /// The folded spellings, end to end.
  consuming func takeKeys() -> [UInt8] {
    keys.removeLast(keys.count - keyCount)
    return keys
  }

  private mutating func scan(_ text: Span<UInt8>) {
    var i = 0
    while i < text.count {
      let pair = folding.pair(text, at: i)
      let (kind, length) =
        pair.isRegular ? (pair.kind, 1 + Int(text[i] >> 7)) : irregular(text, at: i)
      switch kind {
      case .space: gap = max(gap, .space)
      case .lineEnd: gap = .line
      case .invisible, .mark: break
      case .letter:
        i = scanWord(text, from: i)
        continue
      case .digit:
        i = scanNumber(text, from: i)
        continue
      case .quotation: add(.punctuation, i, i + length, text)
      case .punctuation:
        if text[i] == UInt8(ascii: "#") || text[i] == UInt8(ascii: "@"), i + 1 < text.count,
          CodePointClass.of(decode(text, i + 1).codePoint) == .letter
        {
          let end = wordEnd(text, from: i + 1, joining: true)
          if text[i] == UInt8(ascii: "@") {
            add(.handle, i, end, text)
          } else if hashtags == .whole {
            add(.hashtag, i, end, text)
          } else {
            add(.punctuation, i, i + 1, text)
            scanWords(text, i + 1, end)
          }
          i = end
          continue
        }
        add(.punctuation, i, i + length, text)
      case .emoji: add(.emoji, i, i + length, text)
      }
      i += length
    }
  }

  /// Adds the words and numbers of a hashtag, which underscores set apart.
  private mutating func scanWords(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    var i = start
    while i < end {
      let (codePoint, length) = decode(text, i)
      switch CodePointClass.of(codePoint) {
      case .letter:
        let wordEnd = min(wordEnd(text, from: i, joining: false), end)
        add(.word, i, wordEnd, text)
        i = wordEnd
      case .digit: i = min(scanNumber(text, from: i), end)
      default:
        gap = .space
        i += length
      }
    }
  }

  /// The class and length of a code point that two bytes don't tell.
  private func irregular(_ text: Span<UInt8>, at i: Int) -> (CodePointClass, Int) {
    let (codePoint, length) = decode(text, i)
    return (.of(codePoint), length)
  }

  private mutating func scanWord(_ text: Span<UInt8>, from start: Int) -> Int {
    if text[start] >= 0x80, let end = scanRegularWord(text, from: start) { return end }
    let end = wordEnd(text, from: start, joining: false)
    if text[start] < 0x80, let addressEnd = addressEnd(text, from: start, wordEnd: end) {
      add(.address, start, addressEnd, text)
      return addressEnd
    }
    add(.word, start, end, text)
    return end
  }

  /// Adds the word at `start` if it ends at a regular code point that can't belong to it, and gives its end, or
  /// that of a space behind it: the way of nearly all words, in one pass.
  private mutating func scanRegularWord(_ text: Span<UInt8>, from start: Int) -> Int? {
    var keyEnd = keyCount
    let end = folding.foldWord(text, from: start, into: &keys, at: &keyEnd)
    guard end < text.count else {
      add(.word, start, end, keyEnd: keyEnd)
      return end
    }
    let next = folding.pair(text, at: end)
    switch next.kind {
    case .space where next.isRegular:
      add(.word, start, end, keyEnd: keyEnd)
      gap = .space
      return end + 1 + Int(text[end] >> 7)
    case .lineEnd, .punctuation, .quotation:
      add(.word, start, end, keyEnd: keyEnd)
      return end
    default: return nil
    }
  }

  private mutating func scanNumber(_ text: Span<UInt8>, from start: Int) -> Int {
    var i = start
    while i < text.count {
      let (codePoint, length) = decode(text, i)
      if CodePointClass.of(codePoint) == .digit {
        i += length
        continue
      }
      let isInner =
        codePoint == 0x2E || codePoint == 0x2C || codePoint == 0x66B || codePoint == 0x66C
      guard isInner, i + length < text.count,
        CodePointClass.of(decode(text, i + length).codePoint) == .digit
      else { break }
      i += length
    }
    add(.number, start, i, text)
    return i
  }

  /// The offset behind the last letter or mark of the word at `start`; underscores and digits
  /// belong to it if `joining` is set, digits also behind ASCII letters.
  private func wordEnd(_ text: Span<UInt8>, from start: Int, joining: Bool) -> Int {
    var i = start
    var end = start
    var latin = false
    while i < text.count {
      let (codePoint, length) = decode(text, i)
      switch CodePointClass.of(codePoint) {
      case .letter:
        latin = codePoint < 0x250
        end = i + length
      case .mark: end = i + length
      case .invisible: break
      case .digit where joining || latin: end = i + length
      case .punctuation where joining && codePoint == 0x5F: end = i + length
      default: return end
      }
      i += length
    }
    return end
  }

  /// The end of a web or e-mail address that begins at `start`, if one does.
  private func addressEnd(_ text: Span<UInt8>, from start: Int, wordEnd: Int) -> Int? {
    func continues(_ i: Int) -> Bool {
      guard i < text.count else { return false }
      let byte = text[i]
      return byte > 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x28 && byte != 0x29
    }
    var i = wordEnd
    while continues(i) { i += 1 }
    guard i > wordEnd + 1 else { return nil }
    let isWeb = wordEnd + 2 < text.count && text[wordEnd] == 0x3A && text[wordEnd + 1] == 0x2F
    let isNamed = text[wordEnd] == 0x2E && wordEnd - start == 3 && text[start] | 0x20 == 0x77
    var isMail = false
    for k in wordEnd..<i where text[k] == 0x40 { isMail = true }
    guard isWeb || isNamed || isMail else { return nil }
    while i > wordEnd, text[i - 1] == 0x2E || text[i - 1] == 0x2C || text[i - 1] == 0x3A { i -= 1 }
    return i
  }

  private mutating func add(_ kind: TokenKind, _ start: Int, _ end: Int, _ text: Span<UInt8>) {
    longFold.removeAll(keepingCapacity: true)
    folding.fold(text, start, end, into: &longFold)
    let keyEnd = keyCount + longFold.count
    let missing = keyEnd + text.count - end + 2 - keys.count
    if missing > 0 { keys.append(contentsOf: repeatElement(0, count: missing)) }
    for k in 0..<longFold.count { keys[keyCount + k] = longFold[k] }
    add(kind, start, end, keyEnd: keyEnd)
  }

  private mutating func add(_ kind: TokenKind, _ start: Int, _ end: Int, keyEnd: Int) {
    tokens.append(
      Token(
        start: UInt32(start), end: UInt32(end), keyStart: UInt32(keyCount),
        keyEnd: UInt32(keyEnd), kind: kind, gap: gap))
    keyCount = keyEnd
    gap = .none
  }
}

/// The code point at `i` and its length in bytes; an invalid byte counts as U+200B of length 1.
@inline(__always)
private func decode(_ text: Span<UInt8>, _ i: Int) -> (codePoint: UInt32, length: Int) {
  let lead = text[i]
  if lead < 0x80 { return (UInt32(lead), 1) }
  let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  guard lead >= 0xC2, lead < 0xF5, i + length <= text.count else { return (0x200B, 1) }
  var codePoint = UInt32(lead) & (0xFF >> UInt32(length + 1))
  for k in 1..<length {
    guard text[i + k] & 0xC0 == 0x80 else { return (0x200B, 1) }
    codePoint = codePoint << 6 | UInt32(text[i + k] & 0x3F)
  }
  return (codePoint, length)
}
