import ArabicScript
import ArabicWords

// What stands between a verb of speech and its subject.

extension StatementReader {
  /// The token behind what stands between verb and subject and is none: brackets, a quotation that names a medium, words
  /// of time (`هددت مطلع الشهر ب`), `كل من`; `nil` if nothing of it stands there.
  func behindAside(_ i: Int, before end: Int) -> Int? {
    if analysis.isMark(i, 0x28) {
      return ((i..<end).first { analysis.isMark($0, 0x29) } ?? end) + 1
    }
    if analysis.isProclitic(i), !analysis.has(i, .title) {
      return analysis.quotation(openedAt: i + 1).map { $0.close + 1 } ?? i + 2
    }
    // `في حديثه لقناة "كيك"`
    if let quotation = analysis.quotation(openedAt: i), quotation.content.count <= 4,
      analysis.words[i - 1].prefix != .none || analysis.has(i - 2, .preposition),
      analysis.has(i - 1, [.media, .body])
    {
      return quotation.close + 1
    }
    if analysis.isWord(i, "كل"), analysis.isWord(i + 1, "من") { return i + 2 }
    // `أعلن ما يسمى تنظيم الراية`
    if analysis.isWord(i, "ما"),
      Self.callings.contains(where: { analysis.isWord(i + 1, $0) })
    {
      return i + 2
    }
    if analysis.isWord(i, "مره"), analysis.isWord(i + 1, "اخري") { return i + 2 }
    // `خلال لقائه السفير الفرنسي`: whom one met.
    if analysis.words[i].hasPronoun, analysis.has(i, [.deed, .notice]),
      analysis.has(i - 1, .preposition),
      let other = analysis.nounPhrase(at: i + 1, limit: end)
    {
      return analysis.withName(other, before: end).tokens.upperBound
    }
    // `وقال بحسب صحيفة السدرة: «...»`
    if analysis.has(i, .attributive), !analysis.isWord(i, "علي"), !analysis.isWord(i, "نقلا"),
      let source = analysis.nounPhrase(at: i + 1, limit: end)
    {
      return source.tokens.upperBound
    }
    // `التي أعلنت فيه قوات`, `وجهت له المحكمة تهمة`
    if analysis.has(i, .thing) || Self.pronouns.contains(where: { analysis.isWord(i, $0) }) {
      return i + 1
    }
    let isPart =
      Self.parts.contains { analysis.isWord(i, $0) } && i + 1 < end
      && (analysis.has(i + 1, .time) || analysis.isWord(i + 1, "الشهر")
        || analysis.isWord(i + 1, "العام") || analysis.isWord(i + 1, "الاسبوع"))
    return isPart ? i + 2 : nil
  }

  /// Verbs of what someone is called.
  private static let callings: [StaticString] = ["يسمي", "تسمي", "يدعي", "سمي"]

  /// Prepositions with pronouns, between a verb and its subject.
  private static let pronouns: [StaticString] = [
    "فيه", "فيها", "له", "لها", "لهم", "اليه", "اليها", "اليهم",
  ]

  /// Parts of a month or year.
  private static let parts: [StaticString] = [
    "مطلع", "اواءل", "بدايه", "منتصف", "اواخر", "نهايه",
  ]

  func isAside(_ i: Int) -> Bool {
    // `كل من فرنسا`, `صرح لنا أحد`: governed by no preposition.
    let isFree =
      analysis.isWord(i - 1, "لنا") || analysis.isWord(i - 1, "من") && analysis.isWord(i - 2, "كل")
    return analysis.has(i, .time) || analysis.has(i - 1, .preposition) && !isFree
      || analysis.isProclitic(i - 1)
      || analysis.has(i - 1, .document) && !analysis.words[i].hasArticle
        && analysis.hasEnding(i, "ي")
      || analysis.isWord(i - 1, "مءتمر") || analysis.isWord(i - 1, "لقاء")
      || analysis.isWord(i - 1, "اتصال") || analysis.isWord(i - 1, "حديث")
      || analysis.isWord(i - 1, "افاده") || analysis.isWord(i - 1, "مقابله")
      || analysis.isWord(i - 1, "احاطه")
  }

  /// The subject that is told of between commas before its verb (`إلا أن الرابطة، وهي منظمة محلية، تتهم السلطات`).
  func describedBefore(_ cue: Int) -> NounPhrase? {
    let sentence = analysis.sentence(cue)
    var verb = cue
    while analysis.isBeing(verb - 1) || analysis.isWord(verb - 1, "قد") { verb -= 1 }
    guard analysis.isComma(verb - 1) else { return nil }
    let end = beforeAside(verb - 1, sentence)
    guard end < verb - 1 else { return nil }
    let bare = analysis.has(end - 1, .selfWord) ? end - 1 : end
    return phrase(endingAt: bare, sentence)
  }

  /// Where what is told of the subject between commas begins (`الشركة المشغلة، ومقرها أثينا، نفت`, `سالم الحيدري، وهو نائب، كتب`);
  /// the end itself if nothing is told.
  func beforeAside(_ end: Int, _ sentence: Range<Int>) -> Int {
    Range(max(sentence.lowerBound, end - 8), upTo: end).last {
      analysis.isComma($0)
        && (analysis.isSeat($0 + 1) || analysis.isWord($0 + 1, "وهو")
          || analysis.isWord($0 + 1, "وهي")
          // `البيان، الذي حصلت الوكالة على نسخة منه، حذر`
          || analysis.has($0 + 1, .relative) && analysis.has($0 - 1, .document))
    } ?? end
  }
}
