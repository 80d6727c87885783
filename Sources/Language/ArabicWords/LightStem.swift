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
  private let beginnings: ByteStringSet

  /// A stemmer with the word list that Marsad ships.
  public static let shared = LightStem()

  private init() {
    beginnings = ByteStringSet(
      DataFile("words/beginnings.tsv").rows.map { row in
        let word = Array(row[0].utf8)
        return Array(word[0..<2 * LightStem.withoutEndings(word.span, 0, word.count / 2)])
      })
  }

  /// The stem as a range of the word's bytes; the whole word unless it is all Arabic letters.
  ///
  /// - Parameter word: One word, folded at `FoldingLevel.search`.
  /// - Returns: Offsets into the word, in bytes.
  /// - Complexity: O(length).
  public func stem(_ word: Span<UInt8>) -> TextRange {
    guard LightStem.isArabic(word), word.count >= 8 else { return TextRange(0, word.count) }
    let letters = word.count / 2
    var start = 0
    var end = LightStem.withoutEndings(word, 0, letters)
    var prefix = LightStem.articlePrefix(word, 0, letters)
    // A second article is one only if the word behind it does not own it (الالتزام, الالمانية).
    while prefix > 0, !ownsBeginning(word, start, end) {
      start += prefix
      end = LightStem.withoutEndings(word, start, letters)
      prefix = LightStem.articlePrefix(word, start, letters)
    }
    return TextRange(2 * start, 2 * end)
  }

  /// Appends the stems that the word has if its first letters are clitics: at most two.
  ///
  /// `وبسوريا` gives those of `بسوريا` and `سوريا`.
  ///
  /// - Parameters:
  ///   - word: One word, folded at `FoldingLevel.search`.
  ///   - stems: Receives ranges of the word's bytes.
  public func appendOtherStems(of word: Span<UInt8>, to stems: inout [TextRange]) {
    guard LightStem.isArabic(word), word.count >= 8 else { return }
    let letters = word.count / 2
    guard LightStem.articlePrefix(word, 0, letters) == 0 else { return }
    var start = 0
    while start < 2 {
      let clitic = LightStem.clitic(word, start, letters)
      guard clitic != .none, start == 0 || clitic != .conjunction else { return }
      let end = LightStem.withoutEndings(word, start, letters)
      if ownsBeginning(word, start, end) { return }
      start += 1
      let otherEnd = LightStem.withoutEndings(word, start, letters)
      stems.append(TextRange(2 * start, 2 * otherEnd))
      if clitic != .conjunction { return }
    }
  }

  private func ownsBeginning(_ word: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    beginnings.contains(word, 2 * start, 2 * end)
  }
}

// MARK: - Rules, in letters of two bytes

extension LightStem {
  private enum Letter {
    static let alef: UInt16 = 0xD8A7
    static let beh: UInt16 = 0xD8A8
    static let teh: UInt16 = 0xD8AA
    static let seen: UInt16 = 0xD8B3
    static let feh: UInt16 = 0xD981
    static let kaf: UInt16 = 0xD983
    static let lam: UInt16 = 0xD984
    static let meem: UInt16 = 0xD985
    static let noon: UInt16 = 0xD986
    static let heh: UInt16 = 0xD987
    static let waw: UInt16 = 0xD988
    static let yeh: UInt16 = 0xD98A
  }

  private enum Clitic { case none, conjunction, preposition, future }

  /// Whether the word is made of two-byte letters of the Arabic blocks.
  private static func isArabic(_ word: Span<UInt8>) -> Bool {
    guard word.count.isMultiple(of: 2) else { return false }
    var i = 0
    while i < word.count {
      guard word[i] >= 0xD8, word[i] <= 0xDB else { return false }
      i += 2
    }
    return true
  }

  private static func letter(_ word: Span<UInt8>, _ i: Int) -> UInt16 {
    UInt16(word[2 * i]) << 8 | UInt16(word[2 * i + 1])
  }

  /// How many letters at `start` are the article with clitics before it (`وبال`, `لل`); 0 for none.
  private static func articlePrefix(_ word: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start
    func at(_ offset: Int) -> UInt16 {
      i + offset < end ? letter(word, i + offset) : 0
    }
    if at(0) == Letter.waw || at(0) == Letter.feh { i += 1 }
    if at(0) == Letter.lam, at(1) == Letter.lam {
      return end - (i + 2) >= 2 ? i + 2 - start : 0
    }
    if at(0) == Letter.beh || at(0) == Letter.kaf { i += 1 }
    guard at(0) == Letter.alef, at(1) == Letter.lam, end - (i + 2) >= 2 else { return 0 }
    // الله is no noun with the article.
    if end - (i + 2) == 2, at(2) == Letter.lam, at(3) == Letter.heh { return 0 }
    return i + 2 - start
  }

  /// What the letter at `start` may be besides a letter of the word.
  private static func clitic(_ word: Span<UInt8>, _ start: Int, _ end: Int) -> Clitic {
    let rest = end - start - 1
    guard rest >= 3 else { return .none }
    switch letter(word, start) {
    case Letter.waw, Letter.feh: return .conjunction
    case Letter.beh, Letter.lam: return .preposition
    case Letter.kaf: return rest >= 4 ? .preposition : .none
    case Letter.seen:
      // The future particle stands before the imperfect only.
      let next = letter(word, start + 1)
      let isImperfect =
        next == Letter.yeh || next == Letter.teh || next == Letter.noon || next == Letter.alef
      return rest >= 4 && isImperfect ? .future : .none
    default: return .none
    }
  }

  /// The end of `start ..< end` without its endings.
  private static func withoutEndings(_ word: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var end = end
    while end - start > 3 {
      let count = endingLength(word, start, end)
      if count == 0 { break }
      end -= count
    }
    return end
  }

  /// How many letters the last ending has; 0 for none.
  ///
  /// Three letters must be left, four before endings that words often own (`ان ين ون هم كم هن نا`).
  private static func endingLength(_ word: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let left = end - start
    let last = letter(word, end - 1)
    let before = letter(word, end - 2)
    switch last {
    case Letter.alef:
      if left >= 6, before == Letter.meem, letter(word, end - 3) == Letter.heh { return 3 }
      if left >= 6, before == Letter.noon { return 2 }
      if left >= 5, before == Letter.heh || before == Letter.waw || before == Letter.yeh {
        return 2
      }
      return 1
    case Letter.heh: return left >= 5 && before == Letter.yeh ? 2 : 1
    case Letter.yeh: return 1
    case Letter.teh: return left >= 5 && before == Letter.alef ? 2 : 1
    case Letter.noon:
      let isEnding =
        before == Letter.alef || before == Letter.yeh || before == Letter.waw
        || before == Letter.heh
      return left >= 6 && isEnding ? 2 : 0
    case Letter.meem:
      return left >= 6 && (before == Letter.heh || before == Letter.kaf) ? 2 : 0
    default: return 0
    }
  }
}
