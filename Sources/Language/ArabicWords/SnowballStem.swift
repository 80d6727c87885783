internal import ArabicScript

/// Snowball's Arabic stemmer: the same stem as the Snowball project's, letter for letter.
///
/// For texts that were indexed with it; `LightStem` is the better one for search. It cuts from the
/// word as written, so give it unfolded words. Its order of steps keeps Snowball's cursor: a step
/// that skips a letter lets the next one cut before it.
///
/// Source: the algorithm `arabic.sbl` of the Snowball project (Assem Chelli and Abdelkrim Aries),
/// 3-clause BSD licence, as of Snowball 3.1.
public struct SnowballStem: Sendable {
  private var word = SnowballWord()
  private var isVerb = true
  private var isDefined = false

  /// The stem of a word.
  public static func stem(_ word: String) -> String {
    String(decoding: stem(utf8: Array(word.utf8)), as: UTF8.self)
  }

  /// The stem of a word in UTF-8; each invalid byte counts as a letter.
  ///
  /// - Complexity: O(length).
  public static func stem(utf8 word: [UInt8]) -> [UInt8] {
    var stemmer = SnowballStem()
    stemmer.checkArticle(word)
    stemmer.word.normalizeLetters(of: word)
    stemmer.word.cursor = stemmer.word.utf8.count
    stemmer.cutSuffixes()
    stemmer.word.cursor = 0
    stemmer.cutPrefixes()
    stemmer.word.normalizeHamza()
    return stemmer.word.utf8
  }

  /// A word with the article is a noun.
  private mutating func checkArticle(_ original: [UInt8]) {
    let count = original.count { $0 & 0xC0 != 0x80 }
    guard let article = Self.article.longest(atStartOf: original[...]), count >= article.least - 1
    else { return }
    (isVerb, isDefined) = (false, true)
  }

  // MARK: - Suffixes

  private mutating func cutSuffixes() {
    if isVerb, cutVerbSuffixes() { return }
    word.cursor = word.utf8.count
    if cutNounSuffixes() { return }
    word.cursor = word.utf8.count
    if word.ends(with: Self.alefMaksura) { word.replaceEnding(Self.alefMaksura, by: Self.yeh) }
  }

  private mutating func cutVerbSuffixes() -> Bool {
    var hasPronoun = false
    while word.cut(Self.verbPronouns) { hasPronoun = true }
    if hasPronoun, word.cut(Self.verbEndings) || word.cut(Self.verbWaw) || word.skip() {
      return true
    }
    word.cursor = word.utf8.count
    return word.cut(Self.verbPlural) || word.cut(Self.verbEndings)
  }

  private mutating func cutNounSuffixes() -> Bool {
    if !cutNounEndings() { word.cursor = word.utf8.count }
    return word.cut(Self.nounYeh)
  }

  private mutating func cutNounEndings() -> Bool {
    if word.cut(Self.nounTehMarbuta) { return true }
    if !isDefined, word.cut(Self.nounPronouns) {
      if cutNounNumber() || word.skip() { return true }
    }
    word.cursor = word.utf8.count
    if word.cut(Self.nounNoon), cutNounNumber() { return true }
    if !isDefined, word.cut(Self.nounVowels) { return true }
    return word.cut(Self.nounPlural)
  }

  private mutating func cutNounNumber() -> Bool {
    word.cut(Self.nounVowels) || word.cut(Self.nounPlural) || word.cut(Self.nounTeh)
  }

  // MARK: - Prefixes

  private mutating func cutPrefixes() {
    _ = word.replace(Self.doubleAlef)
    word.cutConjunction(Self.conjunctions)
    if word.replace(Self.article) { return }
    if word.replace(Self.prepositions) { return }
    guard isVerb else { return }
    _ = word.replace(Self.future)
    _ = word.replace(Self.tenthForm)
  }
}

// MARK: - The tables of arabic.sbl

extension SnowballStem {
  private typealias Affix = SnowballAffix

  /// The least numbers are those of the word in letters, affix included.
  private static let article = [
    Affix("ال", 5), Affix("بال", 6), Affix("كال", 6), Affix("لل", 5),
  ]
  private static let doubleAlef = [
    Affix("أأ", 4, "أ"), Affix("أآ", 4, "آ"), Affix("أؤ", 4, "أ"), Affix("أا", 4, "ا"),
    Affix("أإ", 4, "إ"),
  ]
  private static let conjunctions = [Affix("ف", 4), Affix("و", 4)]
  private static let prepositions = [
    Affix("ب", 4), Affix("با", 0, "با"), Affix("بب", 4, "ب"), Affix("كك", 4, "ك"),
  ]
  private static let future = [
    Affix("سي", 5, "ي"), Affix("ست", 5, "ت"), Affix("سن", 5, "ن"), Affix("سأ", 5, "أ"),
  ]
  private static let tenthForm = [
    Affix("يست", 5, "است"), Affix("نست", 5, "است"), Affix("تست", 5, "است"),
  ]
  private static let verbPronouns = [
    Affix("ه", 4), Affix("ك", 4), Affix("ني", 5), Affix("نا", 5), Affix("ها", 5), Affix("هم", 5),
    Affix("هن", 5), Affix("كم", 5), Affix("كن", 5), Affix("هما", 6), Affix("كما", 6),
    Affix("كمو", 6),
  ]
  private static let verbEndings = [
    Affix("ت", 4), Affix("ا", 4), Affix("ن", 4), Affix("ي", 4), Affix("نا", 5), Affix("تا", 5),
    Affix("تن", 5), Affix("ان", 6), Affix("ون", 6), Affix("ين", 6), Affix("تما", 6),
  ]
  private static let verbPlural = [Affix("وا", 5), Affix("تم", 5)]
  private static let verbWaw = [Affix("و", 4), Affix("تمو", 6)]
  private static let nounPronouns = [
    Affix("ي", 4), Affix("ك", 4), Affix("ه", 4), Affix("نا", 5), Affix("كم", 5), Affix("ها", 5),
    Affix("هن", 5), Affix("هم", 5), Affix("كما", 6), Affix("هما", 6),
  ]
  private static let nounNoon = [Affix("ن", 6)]
  private static let nounVowels = [Affix("ا", 5), Affix("ي", 5), Affix("و", 5)]
  private static let nounPlural = [Affix("ات", 5)]
  private static let nounTeh = [Affix("ت", 4)]
  private static let nounTehMarbuta = [Affix("ة", 4)]
  private static let nounYeh = [Affix("ي", 3)]
  private static let alefMaksura = Array("ى".utf8)
  private static let yeh = Array("ي".utf8)
}
