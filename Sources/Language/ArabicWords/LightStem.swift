public import ArabicScript

/// Finds the piece of a word that its forms share, so that a search for one finds the others.
///
/// The stem is a piece of the word itself: the article with the clitics before it goes, then
/// endings. `السورية`, `سوريا` and `سوريين` meet in `سور`; `قتيلا` and `قتيل` in `قتيل`. Broken plurals
/// stay apart. A stem is a key for comparing and is never shown.
///
/// Whether a single first letter is a clitic (`بسوريا`) or the word's own (`بريطانيا`) can't be told
/// from the word alone. Such a word keeps its letter in `stem`, and `otherStems` gives what it would
/// be without it; words known to own their letter (`Data/words/beginnings.tsv`) have no other stems.
///
/// Source: after the light10 stemmer of Larkey, Ballesteros and Connell, "Light Stemming for Arabic
/// Information Retrieval" (2007). Other than light10: lengths are guarded letter by letter; endings go
/// until none is left, so that `ايراني` and `ايران` meet; the accusative alef and the feminine teh go;
/// a repeated article goes (`الألمانية`); single-letter clitics are alternatives instead of
/// being cut off or left on.
public struct LightStem: Sendable {
  /// Stems of words whose first letter is their own.
  private let beginnings: WordTable
  private let endings = StemEndings()
  /// For each third letter the fourth ones that such a stem may have which begins with what looks like the article.
  private let ownArticles: [UInt64]

  /// A stemmer with the word list that Marsad ships.
  public static let shared = LightStem()

  private init() {
    var table = WordTable()
    var ownArticles = [UInt64](repeating: 0, count: 64)
    for row in DataFile("words/beginnings.tsv").rows {
      let word = Array(row[0].utf8)
      let end = endings.cut(word.span, 0, word.count / 2)
      table.add(word.span, 0, 2 * end, 0)
      if LightStem.articlePrefix(word.span, 0, word.count / 2) > 0 {
        ownArticles[Int(word[5] & 63)] |= end > 3 ? 1 << UInt64(word[7] & 63) : .max
      }
    }
    beginnings = table
    self.ownArticles = ownArticles
  }

  /// The stem as a range of the word's bytes; the whole word unless it is all Arabic letters.
  ///
  /// - Parameter word: One word, folded at `FoldingLevel.search`.
  /// - Returns: Offsets into the word, in bytes.
  /// - Complexity: O(length).
  public func stem(_ word: Span<UInt8>) -> TextRange {
    guard LightStem.isArabic(word) else { return TextRange(0, word.count) }
    let letters = word.count / 2
    var start = 0
    var prefix = LightStem.articlePrefix(word, 0, letters)
    // A second article is one only if the word behind it does not own it (الالتزام, الالمانية).
    while prefix > 0, !ownsArticle(word, start, letters) {
      start += prefix
      prefix = LightStem.articlePrefix(word, start, letters)
    }
    return TextRange(2 * start, 2 * endings.cut(word, start, letters))
  }

  /// The stem of a token as a range of the bytes of its folded spelling; all of them unless it is a word.
  ///
  /// - Parameters:
  ///   - index: The token.
  ///   - text: Its text.
  /// - Returns: Offsets into `text.key(index)`, in bytes.
  /// - Complexity: O(length); nothing is copied.
  public func stem(ofToken index: Int, in text: TokenizedText) -> TextRange {
    let token = text.tokens[index]
    let (start, end) = (Int(token.keyStart), Int(token.keyEnd))
    guard token.kind == .word else { return TextRange(0, end - start) }
    return stem(text.keys.span.extracting(start..<end))
  }

  /// Appends the stems that the word has if its first letters are clitics: at most two.
  ///
  /// `وبسوريا` gives those of `بسوريا` and `سوريا`, `للبنان` that of `لبنان`: where `لل` seems to be the article behind a
  /// preposition, the second lam may be the word's own.
  ///
  /// - Parameters:
  ///   - word: One word, folded at `FoldingLevel.search`.
  ///   - stems: Receives ranges of the word's bytes.
  public func appendOtherStems(of word: Span<UInt8>, to stems: inout [TextRange]) {
    guard LightStem.isArabic(word) else { return }
    let letters = word.count / 2
    let prefix = LightStem.articlePrefix(word, 0, letters)
    if prefix > 0 {
      guard word.letter(prefix - 2) == StemLetter.lam else { return }
      let end = endings.cut(word, prefix - 1, letters)
      guard ownsBeginning(word, prefix - 1, end) else { return }
      stems.append(TextRange(2 * (prefix - 1), 2 * end))
      return
    }
    var start = 0
    while start < 2 {
      let clitic = LightStem.clitic(word, start, letters)
      guard clitic != .none, start == 0 || clitic != .conjunction else { return }
      let end = endings.cut(word, start, letters)
      if ownsBeginning(word, start, end) { return }
      start += 1
      let otherEnd = endings.cut(word, start, letters)
      stems.append(TextRange(2 * start, 2 * otherEnd))
      if clitic != .conjunction { return }
    }
  }

  /// The end of the word's stem in bytes if nothing is cut off in front; 0 unless it is all Arabic letters.
  func endOfStem(_ word: Span<UInt8>) -> Int {
    guard word.count < 8 || LightStem.isArabic(word) else { return 0 }
    return word.count < 8 ? word.count : 2 * endings.cut(word, 0, word.count / 2)
  }

  /// Whether the article that seems to stand at `start` is the word's own beginning.
  private func ownsArticle(_ word: Span<UInt8>, _ start: Int, _ letters: Int) -> Bool {
    let (third, fourth) = (word[2 * start + 5] & 63, word[2 * start + 7] & 63)
    return ownArticles[Int(third)] >> UInt64(fourth) & 1 != 0
      && ownsBeginning(word, start, endings.cut(word, start, letters))
  }

  private func ownsBeginning(_ word: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    beginnings.value(word, 2 * start, 2 * end) != WordTable.none
  }
}

// MARK: - Rules, in letters of two bytes

extension LightStem {
  private enum Clitic { case none, conjunction, preposition, future }

  /// How many letters at `start` are the article with clitics before it (`وبال`, `لل`); 0 for none.
  @inline(__always)
  private static func articlePrefix(_ word: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard end - start >= 4 else { return 0 }
    var i = start
    var first = word.letter(i)
    if first == StemLetter.waw || first == StemLetter.feh {
      i += 1
      first = word.letter(i)
    }
    if first == StemLetter.lam, word.letter(i + 1) == StemLetter.lam {
      return end - (i + 2) >= 2 ? i + 2 - start : 0
    }
    if first == StemLetter.beh || first == StemLetter.kaf {
      i += 1
      first = word.letter(i)
    }
    guard first == StemLetter.alef, end - (i + 2) >= 2, word.letter(i + 1) == StemLetter.lam else {
      return 0
    }
    // الله is no noun with the article.
    if end - (i + 2) == 2, word.letter(i + 2) == StemLetter.lam,
      word.letter(i + 3) == StemLetter.heh
    {
      return 0
    }
    return i + 2 - start
  }

  /// What the letter at `start` may be besides a letter of the word.
  private static func clitic(_ word: Span<UInt8>, _ start: Int, _ end: Int) -> Clitic {
    let rest = end - start - 1
    guard rest >= 3 else { return .none }
    switch word.letter(start) {
    case StemLetter.waw, StemLetter.feh: return .conjunction
    case StemLetter.beh, StemLetter.lam: return .preposition
    case StemLetter.kaf: return rest >= 4 ? .preposition : .none
    case StemLetter.seen:
      // The future particle stands before the imperfect only.
      let next = word.letter(start + 1)
      let isImperfect =
        next == StemLetter.yeh || next == StemLetter.teh || next == StemLetter.noon
        || next == StemLetter.alef
      return rest >= 4 && isImperfect ? .future : .none
    default: return .none
    }
  }
}
