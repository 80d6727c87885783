import ArabicScript
import ArabicWords
import NewsModel

// Whether the noun behind a verb of speech is who speaks.

extension StatementReader {
  /// Whether the only noun before the blame is who is blamed by one who spoke before (`واستنكرت النقابة الاعتداء، وحملت
  /// الحكومة المسؤولية`).
  func isBlamed(
    _ phrase: NounPhrase, _ i: Int, _ verb: CueVerb, _ opening: SpeechOpening
  ) -> Bool {
    (verb.lemma == "حمل"
      || verb.lemma == "ناشد" && phrase.name == nil && i > analysis.sentence(i).lowerBound)
      && opening.kind == .noun
      && phrase.tokens.upperBound == opening.at
      && analysis.words[i].hasConjunction && (sentenceSubject ?? lastSpeaker) != nil
  }

  /// The subject of a verb where what is found behind it may be none.
  func corrected(
    _ phrase: NounPhrase?, _ i: Int, _ form: CueForm, _ verb: CueVerb, _ opening: SpeechOpening,
    _ sentence: Range<Int>
  ) -> NounPhrase? {
    // `ميركل التي دعت الحكومة إلى`: behind a relative follows the one addressed.
    if verb.hasAddressee, opening.kind == .preposition, analysis.has(i - 1, .relative) {
      return nil
    }
    // Before its subject a verb is singular: what stands behind a plural is no subject.
    if form.isPlural, analysis.hasEnding(i, "وا") || analysis.hasEnding(i, "ون") { return nil }
    if isBehindPronoun(i) { return nil }
    // `صدور تقرير يتهم السلطات`: the document before the verb speaks.
    if let document = describedDocument(i, form, sentence) { return document }
    // `شرح وجهة نظره قائلا`, `وجدد التأكيد على`: what is the speaker's own and what one says anew is no speaker.
    return phrase.flatMap {
      isOwnThing($0) || isManner($0, before: opening)
        || analysis.isWord($0.tokens.upperBound, "بالقول") && $0.tokens.count == 1
          && analysis.hasEnding($0.tokens.lowerBound, "ه")
          && !analysis.endsInTehMarbuta($0.tokens.lowerBound)
        || $0.name == nil && analysis.has($0.tokens.lowerBound, .refusal) ? nil : $0
    }
  }

  /// Whether the only noun behind a coordinated verb is the one addressed (`رفض بارزاني القصف، وطالب الحزب
  /// بالعودة`): a body, where the verb goes on with who acted before.
  func isAddressed(
    _ phrase: NounPhrase, _ i: Int, _ form: CueForm, _ opening: SpeechOpening,
    _ sentence: Range<Int>
  ) -> Bool {
    // `وتدعو سائر الدول إلى`: all of them are called on.
    if analysis.words[i].hasConjunction, lastSpeaker != nil,
      analysis.has(phrase.tokens.lowerBound, .every)
    {
      return true
    }
    // `ودعت الكينيين إلى`: a subject would end in `ون`.
    let head = phrase.tokens.lowerBound
    if analysis.words[head].hasArticle, analysis.hasEnding(head, "ين"),
      analysis.text.keyLength(head) >= 16,
      analysis.has(head, [.official, .nationality, .many]) || analysis.hasEnding(head, "يين")
    {
      return true
    }
    // `جدد الوزير رفضه، كما حث الفرقاء الماليين على`: a subject would end in `ون`.
    if analysis.isWord(i - 1, "كما") || analysis.words[i].hasConjunction,
      analysis.words[head].hasArticle, agrees(sentenceSubject, form),
      analysis.hasEnding(opening.at - 1, "ين"), opening.at - head <= 3
    {
      return true
    }
    guard analysis.words[i].hasConjunction, i > sentence.lowerBound, phrase.name == nil,
      analysis.has(phrase.tokens.lowerBound, [.body, .place, .nationality]) || isPublic(head)
    else { return false }
    guard let subject = sentenceSubject.map({ roster.members[$0] }) else { return false }
    if subject.isNamed { return subject.isFeminine != !form.isFeminine }
    // `أدانت الجمعية القمع، وطالبت النيابة العامة بفتح تحقيق`; a state that is called so speaks.
    return subject.isFeminine == form.isFeminine && (analysis.has(head, .body) || isPublic(head))
      && phrase.tokens.upperBound == opening.at
  }

  /// Whether the word means all who live somewhere or take part (`ودعا الأهالي إلى`), on whom others call.
  private func isPublic(_ i: Int) -> Bool {
    Self.publics.contains { analysis.isWord(i, $0) }
  }

  private static let publics: [StaticString] = [
    "الاهالي", "السكان", "المواطنين", "الاطراف", "الجميع", "الدول", "الناس", "الفصاءل",
  ]

  /// Whether the only noun behind a coordinated verb is whom one threatens or warns who acts in its sentence (`رفض المتحدث
  /// العقوبات، وتوعد واشنطن بأن`).
  func isThreatened(
    _ phrase: NounPhrase, _ i: Int, _ form: CueForm, _ verb: CueVerb, _ opening: SpeechOpening,
    _ sentence: Range<Int>
  ) -> Bool {
    guard verb.stance == .threaten || verb.stance == .warn, analysis.words[i].hasConjunction,
      i > sentence.lowerBound, phrase.name == nil, phrase.tokens.upperBound == opening.at,
      analysis.has(phrase.tokens.lowerBound, [.place, .body])
    else { return false }
    return agrees(sentenceSubject, form)
      || sentenceSubject == nil && actor(in: Range(sentence.lowerBound, upTo: i), form) != nil
  }

  /// Whether a pronoun before the verb is its subject, so that none follows (`لكنها كانت قد نفت تكبد خسائر`).
  func isBehindPronoun(_ i: Int) -> Bool {
    var at = i - 1
    while at > 0,
      analysis.isWord(at, "قد") || analysis.isWord(at, "كان") || analysis.isWord(at, "كانت")
    {
      at -= 1
    }
    return analysis.has(at, .butOne)
  }

  /// Whether the only word between a verb and what is said is how it was said (`تقول بحسرة: «...»`).
  private func isManner(_ phrase: NounPhrase, before opening: SpeechOpening) -> Bool {
    let i = phrase.tokens.lowerBound
    return phrase.tokens.count == 1 && phrase.tokens.upperBound == opening.at
      && opening.kind != .noun && opening.kind != .preposition
      && analysis.words[i].classes.isEmpty && analysis.endsInTehMarbuta(i)
      && analysis.text.letter(i, 0) == 0x628 && analysis.persons[i] == nil
  }

  /// Whether a phrase names a thing by its owner's pronoun and no one by an office (`وجهة نظره`).
  private func isOwnThing(_ phrase: NounPhrase) -> Bool {
    let last = phrase.tokens.upperBound - 1
    return phrase.name == nil && analysis.words[last].hasPronoun
      && (phrase.tokens.count > 1 || analysis.has(last, [.notice, .document]))
      && !analysis.has(
        phrase.tokens.lowerBound,
        [.source, .official, .body, .media, .title, .place, .nationality, .name])
      && !analysis.isPunctuation(phrase.tokens.lowerBound)
  }

  /// Whether a phrase can speak: a name, a function, a body, a place that stands for its state; any
  /// noun before a clause, but for abstract ones.
  func isPlausible(_ phrase: NounPhrase, _ opening: SpeechOpening, isWeak: Bool) -> Bool {
    let head = phrase.tokens.lowerBound
    if phrase.name != nil || analysis.isPunctuation(head) { return true }
    if analysis.has(head, [.speakerHead, .title, .place, .nationality]) { return true }
    // `ثلاثة مسؤولين`
    if analysis.has(head, .count), analysis.has(head + 1, [.speakerHead, .many]) { return true }
    // A body that only the model of mentions knows.
    if analysis.bodies.beginning(at: head) != nil { return true }
    // `النظام السوري`: a government, and no order.
    if analysis.has(head, .rule), analysis.words[head].hasArticle,
      analysis.has(head + 1, .nationality)
    {
      return true
    }
    if analysis.has(head, [.rule, .demonstrative, .deed]) { return false }
    if analysis.text.tokens[head].kind == .number { return phrase.tokens.count > 1 }
    if opening.kind == .noun || opening.kind == .preposition && isWeak {
      // `أعلنت الخطوط التونسية استئناف رحلاتها`
      return !analysis.has(head, .noun)
        || analysis.words[head].hasArticle && analysis.has(head + 1, .nationality)
    }
    return opening.kind != .clause || !isWeak || !analysis.has(head, .noun)
      || opening.at - head <= 12
  }
}
