import ArabicScript
import ArabicWords

/// A text with all that its words, sentences and quotations show, made once for all records.
///
/// A class because every reader of the article holds it: passing it on costs one reference count. It
/// never changes.
final class TextAnalysis: Sendable {
  let text: TokenizedText
  let lexicon: ReadingLexicon
  /// For each token the first one that is spelt alike once folded, and of the same kind.
  let firsts: [Int32]
  /// For each token the number of its spelling in the memory that the text was read with.
  let numbers: [Int32]
  /// What is known of each token.
  let words: WordList
  let sentences: [Range<Int>]
  /// The index of the sentence of each token.
  let sentenceOf: [Int32]
  let quotations: [QuotationSpan]
  /// For each token the index of the innermost quotation of speech that it stands in, or -1; the
  /// marks themselves stand outside.
  let speechOf: [Int32]
  /// For each token that opens a quotation its index, or -1.
  private let quotationAt: [Int32]
  /// The names of persons that the sequence model of mentions finds.
  let persons: NameTable
  /// The names of organisations and groups that it finds.
  let bodies: NameTable

  /// Analyses a text with what is known of spellings from earlier ones.
  convenience init(_ utf8: [UInt8], lexicon: ReadingLexicon, _ memory: inout ReadingMemory) {
    let text = TokenizedText(utf8, hashtags: .words)
    let firsts = text.firstsAlike()
    let numbers = memory.numbers(text, firsts: firsts)
    var words = lexicon.infos(text, numbers: numbers, &memory.words)
    TextAnalysis.markCompoundNames(text, &words, lexicon)
    TextAnalysis.markAli(text, &words, lexicon)
    TextAnalysis.markNamesOfTimes(text, &words)
    TextAnalysis.markBefore(text, &words)
    TextAnalysis.markThat(text, &words)
    TextAnalysis.markIf(text, &words)
    TextAnalysis.markBlessing(text, &words)
    TextAnalysis.markBehindManner(text, &words)
    TextAnalysis.markDeeds(text, &words)
    TextAnalysis.markBehindSpeech(text, &words, lexicon)
    self.init(text, firsts, numbers, words, lexicon)
  }

  private init(
    _ text: TokenizedText, _ firsts: [Int32], _ numbers: [Int32], _ words: [WordInfo],
    _ lexicon: ReadingLexicon
  ) {
    self.text = text
    self.firsts = firsts
    self.numbers = numbers
    count = text.count
    self.words = WordList(words)
    self.lexicon = lexicon
    let sentences = text.sentences.flatMap { TextAnalysis.pieces(of: $0) }
    self.sentences = sentences
    var sentenceOf = [Int32](repeating: 0, count: text.count)
    for (index, sentence) in sentences.enumerated() {
      for i in sentence { sentenceOf[i] = Int32(index) }
    }
    self.sentenceOf = sentenceOf
    quotations = text.quotations.map { TextAnalysis.endedByReport($0, text, words, sentences) }
    var speechOf = [Int32](repeating: -1, count: text.count)
    var quotationAt = [Int32](repeating: -1, count: text.count)
    for (index, quotation) in quotations.enumerated() {
      quotationAt[quotation.open] = Int32(index)
      guard TextAnalysis.isSpeech(quotation, text, words) else { continue }
      for i in quotation.content where speechOf[i] < 0 { speechOf[i] = Int32(index) }
    }
    self.speechOf = speechOf
    self.quotationAt = quotationAt
    persons = NameTable()
    bodies = NameTable()
  }

  /// The same text, of whose words and persons something else is known.
  init(
    _ other: TextAnalysis, words: [WordInfo], persons: [Range<Int>], bodies: [Range<Int>]
  ) {
    text = other.text
    firsts = other.firsts
    numbers = other.numbers
    count = other.count
    self.words = WordList(words)
    lexicon = other.lexicon
    sentences = other.sentences
    sentenceOf = other.sentenceOf
    quotations = other.quotations
    speechOf = other.speechOf
    quotationAt = other.quotationAt
    self.persons = NameTable(persons, count: count)
    self.bodies = NameTable(bodies, count: count)
  }

  /// The number of tokens.
  let count: Int

  /// Makes names of the words of a compound name (`بان كي مون`, `سي إن إن`), whatever else they are spelt like.
  private static func markCompoundNames(
    _ text: TokenizedText, _ words: inout [WordInfo], _ lexicon: ReadingLexicon
  ) {
    for i in 0..<text.count where words[i].has(.compound) {
      for compound in lexicon.compoundNames where i + compound.words.count <= text.count {
        // `لسي إن إن`
        let clitic = words[i].prefix == .none || words[i].hasConjunction ? 0 : 2
        guard
          compound.words.indices.allSatisfy({
            text.key(i + $0).dropFirst($0 == 0 ? clitic : 0) == compound.words[$0][...]
          })
        else { continue }
        let prefix = words[i].prefix
        for k in i..<i + compound.words.count { words[k] = WordInfo(classes: compound.wordClass) }
        if clitic > 0 { words[i].prefix = prefix }
      }
    }
  }

  /// Makes a preposition of `أمام`, spelt like `إمام` when folded, where its hamza tells.
  private static func markBefore(_ text: TokenizedText, _ words: inout [WordInfo]) {
    for i in 0..<text.count where text.isKey(i, "امام") {
      let start = Int(text.tokens[i].start)
      guard text.utf8[start] == 0xD8, text.utf8[start + 1] == 0xA3 else { continue }
      words[i] = WordInfo(classes: .preposition)
    }
  }

  /// Makes a particle of `فإن`, spelt like the joint of foreign names `فان` when folded: with hamza, or
  /// where no name stands before it.
  private static func markThat(_ text: TokenizedText, _ words: inout [WordInfo]) {
    for i in 0..<text.count where text.isKey(i, "فان") {
      let start = Int(text.tokens[i].start)
      let hasHamza = text.utf8[start + 2] == 0xD8 && text.utf8[start + 3] == 0xA5
      if hasHamza || i == 0 || !words[i - 1].has([.name, .title]) {
        words[i] = WordInfo(classes: .clause, hasConjunction: true)
      }
    }
  }

  /// Makes a name of a word for a time that stands behind a name and before no other time (`محمد مختار جمعة`), and
  /// of the same word behind a verb of speech.
  private static func markNamesOfTimes(_ text: TokenizedText, _ words: inout [WordInfo]) {
    var names: Set<String> = []
    for i in 0..<text.count where i > 0 && !words[i].hasArticle {
      guard words[i - 1].has(.name) || i > 1 && words[i - 2].has(.name) || words[i - 1].cue >= 0,
        Self.timeNames.contains(where: { text.isKey(i, $0) }),
        (words[i - 1].has(.name) && !words[i - 1].has([.noun, .time, .place])
          || i > 1 && words[i - 2].has(.name) && !words[i - 1].hasArticle
            && !words[i - 1].has([.time, .preposition, .that]))
          && !(i + 1 < text.count && words[i + 1].has(.time))
          || words[i - 1].cue >= 0 && names.contains(text.word(i))
      else { continue }
      names.insert(text.word(i))
      words[i] = WordInfo(classes: .name)
    }
  }

  private static let timeNames: [StaticString] = [
    "جمعه", "رمضان", "خميس", "صباح", "ربيع", "عيد", "شعبان", "رجب",
  ]

  /// Makes no word of speech of `وسلم` in `صلى الله عليه وسلم`.
  private static func markBlessing(_ text: TokenizedText, _ words: inout [WordInfo]) {
    for i in 0..<text.count where i > 0 && text.isKey(i, "وسلم") && text.isKey(i - 1, "عليه") {
      words[i] = WordInfo()
    }
  }

  /// Makes a name of an unknown word with `لل` behind `وفقا` and its like (`ووفقا للعتيبي`), and of `أمين` between a
  /// name and an office (`سالم رحيم أمين حاكم المنطقة`).
  private static func markBehindManner(_ text: TokenizedText, _ words: inout [WordInfo]) {
    for i in 1..<max(1, text.count) {
      if words[i].classes.isEmpty, words[i].cue < 0, text.tokens[i].kind == .word,
        text.letter(i, 0) == 0x644, text.letter(i, 1) == 0x644,
        Self.manners.contains(where: { text.isKey(i - 1, $0) })
      {
        words[i] = WordInfo(classes: .name, prefix: .l, hasArticle: true)
      }
      if text.isKey(i, "امين"), !words[i].hasArticle, i > 1, i + 1 < text.count,
        words[i + 1].has(.official), words[i - 1].has(.name) || words[i - 2].has(.name)
      {
        words[i] = WordInfo(classes: .name)
        if words[i - 1].classes.isEmpty { words[i - 1] = WordInfo(classes: .name) }
      }
    }
  }

  private static let manners: [StaticString] = [
    "وفقا", "ووفقا", "طبقا", "وطبقا", "خلافا", "استنادا", "تبعا",
  ]

  /// Makes a name of `علي`, spelt like `على` when folded: with yeh, beside a name, behind a
  /// title, between a verb of speech and `أن`, or before a name in a text that writes `على` otherwise.
  private static func markAli(
    _ text: TokenizedText, _ words: inout [WordInfo], _ lexicon: ReadingLexicon
  ) {
    let tellsApart = (0..<text.count).contains { i in
      text.isKey(i, "علي") && text.utf8[Int(text.tokens[i].end) - 1] == 0x89
    }
    for i in 0..<text.count where text.isKey(i, "علي") {
      let end = Int(text.tokens[i].end)
      guard text.utf8[end - 2] == 0xD9, text.utf8[end - 1] == 0x8A else { continue }
      let isBehind = i > 0 && words[i - 1].has([.title, .name, .joint])
      let isBefore = i + 1 < text.count && words[i + 1].has([.name, .joint])
      let isSubject =
        i > 0 && words[i - 1].cue >= 0 && i + 1 < text.count && words[i + 1].has(.that)
      let isNamed =
        tellsApart && i + 1 < text.count && words[i + 1].has([.name, .joint])
        && !words[i + 1].hasArticle
      // `وقال علي الأحمدي`: the verb governs no `على`.
      let isSpeaking =
        tellsApart && i > 0 && words[i - 1].cue >= 0 && i + 1 < text.count
        && words[i + 1].hasArticle
        && !lexicon.cues.verbs[lexicon.cues.forms[Int(words[i - 1].cue)].form.verb].prepositions
          .contains { $0.elementsEqual(text.key(i)) }
      if isBehind || isSubject || isNamed || isSpeaking
        || isBefore && i > 0 && words[i - 1].has(.official)
      {
        words[i] = WordInfo(classes: .name)
      }
    }
  }

  /// The quotation that opens at the token.
  func quotation(openedAt i: Int) -> QuotationSpan? {
    guard quotationAt.indices.contains(i), quotationAt[i] >= 0 else { return nil }
    return quotations[Int(quotationAt[i])]
  }

  /// The sentence of a token, as a range of tokens.
  func sentence(_ i: Int) -> Range<Int> { sentences[Int(sentenceOf[i])] }

  /// Whether the token is the mark `mark`.
  func isMark(_ i: Int, _ mark: UInt8) -> Bool {
    i >= 0 && i < count && text.tokens[i].kind == .punctuation
      && text.utf8[Int(text.tokens[i].start)] == mark
  }

  /// Whether the token is a comma or semicolon, Arabic or not.
  func isComma(_ i: Int) -> Bool {
    guard i >= 0, i < count, text.tokens[i].kind == .punctuation else { return false }
    let code = text.letter(i, 0)
    return code == 0x60C || code == 0x61B || isMark(i, 0x2C) || isMark(i, 0x3B)
  }

  func isPunctuation(_ i: Int) -> Bool {
    i >= 0 && i < count && text.tokens[i].kind == .punctuation
  }

  /// Whether the token is a word of one of the classes.
  func has(_ i: Int, _ wordClass: WordClass) -> Bool {
    i >= 0 && i < count && words[i].has(wordClass)
  }

  /// Whether the token is a dash of any length.
  func isDash(_ i: Int) -> Bool {
    guard isPunctuation(i) else { return false }
    let bytes = text.key(i)
    return bytes.elementsEqual([0x2D])
      || bytes.starts(with: [0xE2, 0x80]) && (0x90...0x95).contains(bytes.last ?? 0)
      || text.word(i) == "ـ"
  }

  /// Whether the token's folded spelling is `word`.
  func isWord(_ i: Int, _ word: StaticString) -> Bool {
    i >= 0 && i < count && text.isKey(i, word)
  }

  /// Whether the token is the word, alone or behind `و` or `ف` (`وفي`).
  func isJoined(_ i: Int, _ word: StaticString) -> Bool {
    guard i >= 0, i < count else { return false }
    if text.isKey(i, word) { return true }
    guard text.keyLength(i) == word.utf8CodeUnitCount + 2 else { return false }
    let first = text.letter(i, 0)
    return (first == 0x648 || first == 0x641) && hasEnding(i, word)
  }

  /// Whether the token is the word, alone or behind what is written together with it.
  func isForm(_ i: Int, _ word: StaticString) -> Bool { isWord(i, word) || hasEnding(i, word) }

  /// Whether the token takes up what was named before as that within which something is (`بيانا نددت فيه`).
  func isWithinIt(_ i: Int) -> Bool { isWord(i, "فيه") || isWord(i, "فيها") }

  /// Whether the token takes up what was named before as that during which something happened (`احتجاجات قتل خلالها`).
  func isDuringIt(_ i: Int) -> Bool { isWord(i, "خلاله") || isWord(i, "خلالها") }

  /// Whether the token opens where a body has its seat (`ومقرها أثينا`).
  func isSeat(_ i: Int) -> Bool {
    isForm(i, "مقره") || isForm(i, "مقرها") || isForm(i, "مقرهم")
  }

  /// Whether the token is `كان` or `كانت`, alone or behind a conjunction.
  func isBeing(_ i: Int) -> Bool { isJoined(i, "كان") || isJoined(i, "كانت") }

  /// Whether the token stands in a link to the article itself, which repeats its title.
  func isLink(_ i: Int) -> Bool {
    let first = sentence(i).lowerBound
    return isWord(first, "رابط") && isWord(first + 1, "الخبر")
      || isWord(first, "اقرا") && (isWord(first + 1, "ايضا") || isWord(first + 1, "المزيد"))
  }

  /// Whether the token's folded spelling ends with `ending`.
  func hasEnding(_ i: Int, _ ending: StaticString) -> Bool {
    i >= 0 && i < count && text.hasEnding(i, ending)
  }

  /// Whether the token is written with a teh marbuta, which folding makes a heh.
  func endsInTehMarbuta(_ i: Int) -> Bool {
    let end = Int(text.tokens[i].end)
    return end >= 2 && text.utf8[end - 2] == 0xD8 && text.utf8[end - 1] == 0xA9
  }

  /// Whether the token is written with a yeh at its end, which folding makes of alef maksura too.
  func endsInYeh(_ i: Int) -> Bool {
    let end = Int(text.tokens[i].end)
    return end >= 2 && text.utf8[end - 2] == 0xD9 && text.utf8[end - 1] == 0x8A
  }

  /// The cue form of a token and its verb.
  @inline(__always)
  func cue(_ i: Int) -> (form: CueForm, verb: CueVerb)? {
    guard i >= 0, i < count, words[i].cue >= 0 else { return nil }
    let form = lexicon.cues.forms[Int(words[i].cue)].form
    return (form, lexicon.cues.verbs[form.verb])
  }

  /// The cue that a token is if its first letter is a conjunction, though another word is spelt like both
  /// (`وردّ` and `ورد`).
  func cueBehindConjunction(_ i: Int) -> (form: CueForm, verb: CueVerb)? {
    guard !words[i].hasConjunction, text.letter(i, 0) == 0x648 else { return nil }
    let value = text.look(up: i, in: lexicon.table, prefix: 2)
    guard value != WordTable.none, lexicon.entries[Int(value)].cue >= 0 else { return nil }
    let form = lexicon.cues.forms[Int(lexicon.entries[Int(value)].cue)].form
    return (form, lexicon.cues.verbs[form.verb])
  }

  /// The most tokens that are read as one sentence, so that time stays linear in the text's length.
  private static let longestSentence = 320

  private static func pieces(of sentence: Range<Int>) -> [Range<Int>] {
    stride(from: sentence.lowerBound, to: sentence.upperBound, by: longestSentence).map {
      $0..<min($0 + longestSentence, sentence.upperBound)
    }
  }

  /// A quotation is speech, and no name or word set off, if it is long or holds a clause.
  private static func isSpeech(
    _ quotation: QuotationSpan, _ text: TokenizedText, _ words: [WordInfo]
  ) -> Bool {
    let inside = quotation.content
    if inside.count > 6 { return true }
    if inside.count < 3 { return false }
    return inside.contains { i in
      words[i].has([.preposition, .that, .relative, .negation, .clause, .presentVerb])
    }
  }
}
