internal import ArabicScript
internal import ArabicWords

/// A text with the lexicon's words marked, in which the numbers and times are read.
///
/// Positions are token numbers. A word or phrase of the lexicon is an item: it begins at a token and
/// spans one or more.
struct QuantityReader: Sendable {
  let text: TokenizedText
  let lexicon = QuantityLexicon.shared
  private let items: [Item]

  private struct Item: Sendable {
    var lexeme: UInt16 = 0
    var prefix = Prefix()
    var length: UInt8 = 1
  }

  init(_ text: TokenizedText) {
    self.init(text, (0..<text.count).map { QuantityReader.found(text, $0) })
  }

  /// Marks the words with what a memory knows of their spellings.
  init(_ text: TokenizedText, numbers: [Int32], _ memory: inout QuantityMemory) {
    memory.found.learn(numbers) { QuantityReader.found(text, $0) }
    self.init(text, numbers.map { memory.found[$0] })
  }

  /// What the lexicon knows of a token, which rests on its spelling alone.
  private static func found(_ text: TokenizedText, _ i: Int) -> QuantityLexicon.Found {
    switch text.tokens[i].kind {
    case .word, .punctuation: QuantityLexicon.shared.find(text.key(i))
    case .number: QuantityLexicon.Found(lexeme: QuantityLexicon.digits)
    default: QuantityLexicon.Found()
    }
  }

  private init(_ text: TokenizedText, _ found: [QuantityLexicon.Found]) {
    self.text = text
    var items: [Item] = []
    items.reserveCapacity(text.count)
    for i in 0..<text.count {
      let word = found[i]
      if lexicon.firstsOfPhrases[Int(word.lexeme)], let phrase = lexicon.phrase(at: i, in: found),
        (i + 1..<i + phrase.length).allSatisfy({ text.tokens[$0].gap != .line })
      {
        items.append(
          Item(
            lexeme: phrase.found.lexeme, prefix: phrase.found.prefix, length: UInt8(phrase.length)))
      } else {
        items.append(Item(lexeme: word.lexeme, prefix: word.prefix))
      }
    }
    self.items = items
  }

  var count: Int { items.count }

  /// What begins at a token.
  @inline(__always)
  func opens(_ i: Int) -> Bool {
    guard lexicon.lexemes[Int(items[i].lexeme)].opens else { return false }
    // `من` and `إلى` are everywhere; they open only what opens behind them.
    let role = lexicon.lexemes[Int(items[i].lexeme)].role
    guard role == .from || role == .to else { return true }
    return i + 1 < items.count && lexicon.lexemes[Int(items[i + 1].lexeme)].opens
  }

  /// The lexeme of the item at a token; behind the end and at the start of a line an unknown one.
  ///
  /// A reading that goes on from one token to the next asks with this, and so ends with the line.
  @inline(__always)
  func lexeme(_ i: Int) -> Lexeme {
    lexicon.lexemes[i < items.count ? Int(items[i].lexeme) : QuantityLexicon.unknown]
  }

  /// What is written together with the item at a token before it.
  func prefix(_ i: Int) -> Prefix { i < items.count ? items[i].prefix : Prefix() }

  /// The token behind the item at a token.
  func next(_ i: Int) -> Int { i < items.count ? i + Int(items[i].length) : i }

  /// Whether the token stands on the same line as the one before it.
  func continues(_ i: Int) -> Bool { i < items.count && text.tokens[i].gap != .line }

  /// Whether the token follows the one before it without a space.
  func isGlued(_ i: Int) -> Bool { i < items.count && text.tokens[i].gap == .none }

  /// The lexeme at a token that continues a line, else an unknown one.
  @inline(__always)
  func following(_ i: Int) -> Lexeme {
    lexicon.lexemes[continues(i) ? Int(items[i].lexeme) : QuantityLexicon.unknown]
  }

  /// Where the item joined by `و` begins, if one is at the token: `وعشرون`, `و عشرون`, `و20`.
  func joined(_ i: Int) -> Int? {
    guard continues(i) else { return nil }
    if prefix(i).contains(.conjunction) { return i }
    if lexeme(i).role == .and, continues(i + 1), !prefix(i + 1).contains(.conjunction) {
      return i + 1
    }
    return nil
  }

  /// The bytes of a range of tokens, without a conjunction written together with the first, and on
  /// demand without a preposition (but for `لل`, which is preposition and article in one).
  func range(of tokens: Range<Int>, withoutPrepositions: Bool = false) -> TextRange {
    let whole = text.range(tokens)
    let prefix = prefix(tokens.lowerBound)
    var letters = prefix.contains(.conjunction) ? 1 : 0
    if withoutPrepositions,
      !prefix.isDisjoint(with: [.by, .like]) || prefix.intersection([.to, .article]) == .to
    {
      letters += 1
    }
    var start = whole.start
    for _ in 0..<letters {
      start = min(start + 2, whole.end)
      // The vowel signs of the letter: U+064B to U+0652.
      while start + 1 < whole.end, text.utf8[start] == 0xD9,
        (0x8B...0x92).contains(text.utf8[start + 1])
      {
        start += 2
      }
    }
    return TextRange(start, whole.end)
  }

  /// Whether the item bears the article.
  func isDefinite(_ i: Int) -> Bool { prefix(i).contains(.article) }

  /// Whether the item bears a preposition.
  func hasPreposition(_ i: Int) -> Bool {
    !prefix(i).isDisjoint(with: [.by, .like, .to])
  }
}
