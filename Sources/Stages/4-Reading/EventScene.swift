import ArabicQuantities
import ArabicScript
import ArabicWords
import NewsModel

/// A text as events see it: classes of its words, clauses, and those who may act or suffer in it.
struct EventScene: Sendable {
  let analysis: TextAnalysis
  let lexicon: EventLexicon
  let tokens: [EventToken]
  private(set) var numbers: [NumberExpression] = []
  /// For each token the index of the number that begins at it, or -1.
  private var numberAt: [Int32] = []
  /// For each token the form of the trigger that it is, or `nil`.
  private(set) var forms: [EventForm?]
  /// Whether there is a trigger, in a text about conflict; without, clauses and entities are not sought.
  private(set) var mayTellEvents = false
  /// For each token whether it is a finite verb.
  private var verbs: [Bool] = []
  /// For each token the index of its clause.
  private(set) var clauseOf: [Int32] = []
  private(set) var clauses: [Range<Int>] = []
  /// For each token as which first words of the gazetteer's names it may be taken.
  private var openings: [PlaceLexicon.Opening] = []
  /// For each token the name of the gazetteer that begins at it.
  private(set) var listings: [PlaceListing?] = []
  var entities: [EventEntity] = []
  /// For each token the index of the entity that it belongs to, or -1.
  var entityOf: [Int32] = []

  /// Finds the triggers.
  init(
    _ analysis: TextAnalysis, lexicon: EventLexicon, _ memory: inout SpellingMemo<EventToken>
  ) {
    self.analysis = analysis
    self.lexicon = lexicon
    let known = lexicon.tokens(analysis.text, numbers: analysis.numbers, &memory)
    tokens = known.enumerated().map { i, token in
      // `وزارة` is no `و` with a form of `زار`.
      let isNoun =
        token.hasConjunction && !analysis.words[i].hasConjunction
        && analysis.has(i, [.body, .official, .media, .title, .document, .source])
      // `الجيش وحده`: alone, and no unit.
      if analysis.isWord(i, "وحده"),
        analysis.text.utf8[Int(analysis.text.tokens[i].end) - 1] == 0x87
      {
        return EventToken()
      }
      // `وليد` is no `و` and `ل` with `يد`.
      let isName =
        token.prefix != .none && analysis.words[i].prefix == .none && analysis.has(i, .name)
      return isNoun || isName ? EventToken() : token
    }
    forms = [EventForm?](repeating: nil, count: analysis.count)
    for i in 0..<analysis.count where tokens[i].entry >= 0 {
      forms[i] = lexicon.entries[Int(tokens[i].entry)].forms.first { fits($0, i, tokens[i]) }
    }
    mayTellEvents = isAboutConflict && forms.contains { $0 != nil }
  }

  /// Finds clauses, those who may act or suffer, and the names of places.
  mutating func survey(
    _ numbers: [NumberExpression], _ memory: inout SpellingMemo<PlaceLexicon.Opening>
  ) {
    self.numbers = numbers
    var numberAt = [Int32](repeating: -1, count: analysis.count)
    for (index, number) in numbers.enumerated() where !number.isOrdinal && number.kind != .percent {
      let first = tokens[number.tokens.lowerBound].entry
      let known = first < 0 ? [] : lexicon.entries[Int(first)].classes
      if number.isImplied, !known.contains(.dual),
        !known.contains(.person) || known.contains(.armed)
      {
        continue
      }
      numberAt[number.tokens.lowerBound] = Int32(index)
    }
    self.numberAt = numberAt
    memory.learn(analysis.numbers) { lexicon.places.opening(analysis.text, $0) }
    openings = analysis.numbers.map { memory[$0] }
    verbs = (0..<analysis.count).map { tellsVerb($0) }
    cutClauses()
    collectEntities()
    listings = (0..<analysis.count).map { listing($0) }
  }

  /// The longest name of the gazetteer that begins with letter `prefix`, 0 or 1, of a token, and the number of its tokens.
  func placeName(_ i: Int, prefix: Int) -> (index: Int32, count: Int)? {
    lexicon.places.name(analysis.text, i, openings[i], prefix: prefix)
  }

  var count: Int { analysis.count }

  /// The number that begins at a token.
  func number(at i: Int) -> NumberExpression? {
    guard i >= 0, i < count, numberAt[i] >= 0 else { return nil }
    return numbers[Int(numberAt[i])]
  }

  func classes(_ i: Int) -> EventWord {
    guard i >= 0, i < count, tokens[i].entry >= 0 else { return [] }
    return lexicon.entries[Int(tokens[i].entry)].classes
  }

  func has(_ i: Int, _ word: EventWord) -> Bool { !classes(i).isDisjoint(with: word) }

  /// The trigger at a token.
  func trigger(_ i: Int) -> EventTrigger? { forms[i].map { lexicon.triggers[$0.trigger] } }

  func hasConjunction(_ i: Int) -> Bool {
    i >= 0 && i < count && (tokens[i].hasConjunction || analysis.words[i].hasConjunction)
  }

  func prefix(_ i: Int) -> WordInfo.Prefix {
    guard i >= 0, i < count else { return .none }
    return tokens[i].prefix == .none ? analysis.words[i].prefix : tokens[i].prefix
  }

  func hasArticle(_ i: Int) -> Bool {
    i >= 0 && i < count && (tokens[i].hasArticle || analysis.words[i].hasArticle)
  }

  /// The clause of a token, as a range of tokens.
  func clause(_ i: Int) -> Range<Int> { clauses[Int(clauseOf[i])] }

  /// The token's forms whose conditions on the words around it hold, in the order of the data file.
  func readings(of i: Int) -> [EventForm] {
    guard tokens[i].entry >= 0 else { return [] }
    return lexicon.entries[Int(tokens[i].entry)].forms.filter { fits($0, i, tokens[i]) }
  }

  private func fits(_ form: EventForm, _ i: Int, _ token: EventToken) -> Bool {
    if form.isVerb,
      token.hasArticle || token.prefix != .none || isGoverned(i) || isWrittenNoun(i)
        || has(i, .person) && has(i + 1, .nationality) && !hasArticle(i + 1)
        || has(i - 1, .placeHead) && !hasArticle(i - 1)
        || form.kind == .present && has(i - 1, .facility) && !hasArticle(i - 1)
          && prefix(i - 1) == .none && analysis.text.letter(i, 0) == 0x646
    {
      return false
    }
    // `من أن رفض الاتفاق`: behind `أن` a past stands only where time is told (`بعد أن رفض`).
    if form.kind == .past, analysis.isWord(i - 1, "ان") || analysis.isWord(i - 1, "بان"),
      analysis.isWord(i - 1, "بان") || !Self.before.contains(where: { analysis.isWord(i - 2, $0) })
    {
      return false
    }
    if form.kind == .past, isObjectOfBlame(i) || isObjectOfLender(i) { return false }
    // `حملة تمرد`: a noun of doing stands before its deed.
    if form.isVerb, has(i - 1, .lendsGenitive), !hasArticle(i - 1) { return false }
    // `كثفت قصفها`: behind a verb that lends itself to a deed its noun follows.
    if form.isVerb, form.hasPronoun, has(i - 1, .lendsActor), !hasConjunction(i) { return false }
    // `جوا وبرا` has no hamza.
    if form.isVerb, !form.hasPronoun, analysis.isWord(i - 1, "جوا") { return false }
    // `علي بن أبي طالب`
    if form.isVerb, Self.namesBefore.contains(where: { analysis.isWord(i - 1, $0) }) {
      return false
    }
    // `25 طالبا` are students.
    if form.kind == .participle || form.isVerb && analysis.hasEnding(i, "ا"), i > 0,
      analysis.text.tokens[i - 1].kind == .number
    {
      return false
    }
    // `7 أوت 2015` is a month.
    if form.isVerb, has(i, .month), i > 0, analysis.text.tokens[i - 1].kind == .number {
      return false
    }
    // `وعودة` ends in no pronoun.
    if form.hasPronoun, token.hasArticle || has(i, .person) || analysis.endsInTehMarbuta(i) {
      return false
    }
    let trigger = lexicon.triggers[form.trigger]
    let reach =
      trigger.needs.contains(.far)
      ? 12
      : trigger.needs.contains(.adjacent)
        ? 1 : trigger.isQualified ? 2 : form.isVerb ? objectReach(of: i) : 3
    if !trigger.next.isEmpty, !follows(i, trigger.next, within: reach),
      !(form.hasPronoun && form.isVerb && isTaken(up: i, trigger.next))
    {
      return false
    }
    return trigger.not.isEmpty
      || !follows(i, trigger.not, within: trigger.needs.contains(.far) ? 10 : 3)
  }

  /// Whether the word is spelt like a noun too and completes a verb of blame or praise before it that has no
  /// object yet (`أدانت المنظمة أمس قصف المدينة`).
  private func isObjectOfBlame(_ i: Int) -> Bool {
    guard !hasConjunction(i), tokens[i].entry >= 0,
      lexicon.entries[Int(tokens[i].entry)].forms.contains(where: { $0.kind == .noun })
    else { return false }
    let start = max(analysis.sentence(i).lowerBound, i - 8)
    guard start < i else { return false }
    for j in (start..<i).reversed() {
      if analysis.isPunctuation(j) || analysis.has(j, [.that, .relative, .clause, .preposition]) {
        return false
      }
      guard let form = forms[j], form.isVerb else { continue }
      return lexicon.triggers[form.trigger].frame == .blame
        || lexicon.triggers[form.trigger].frame == .praise
    }
    return false
  }

  /// Whether the word is spelt like a noun too and is what a verb before it lends its subject to
  /// (`واصلت القوات التركية قصف المواقع`).
  private func isObjectOfLender(_ i: Int) -> Bool {
    guard !hasConjunction(i), tokens[i].entry >= 0,
      lexicon.entries[Int(tokens[i].entry)].forms.contains(where: { $0.kind == .noun })
    else { return false }
    let start = max(analysis.sentence(i).lowerBound, i - 5)
    guard start < i else { return false }
    for j in (start..<i).reversed() {
      if analysis.isPunctuation(j)
        || analysis.has(j, [.that, .relative, .clause, .preposition, .pronoun])
      {
        return false
      }
      if has(j, .lendsActor) { return !hasArticle(j) }
      if forms[j] != nil { return false }
    }
    return false
  }

  private static let namesBefore: [StaticString] = ["ابي", "ابو", "بن", "ابن", "بنت", "ال", "عبد"]

  private static let before: [StaticString] = [
    "بعد", "منذ", "الي", "قبل", "لولا", "وبعد", "ومنذ", "والي", "مجرد", "بمجرد", "سبق", "وسبق",
    "يسبق",
    "حصل", "حدث", "صادف",
  ]

  /// Whether the word before can only govern a noun.
  private func isGoverned(_ i: Int) -> Bool {
    guard i > 0, analysis.text.tokens[i].gap != .line else { return false }
    return analysis.isWord(i - 1, "في") || analysis.isWord(i - 1, "علي")
      || analysis.isWord(i - 1, "الي")
      || analysis.isWord(i - 1, "عن") || analysis.isWord(i - 1, "بعد")
      || analysis.isWord(i - 1, "قبل")
      || analysis.isWord(i - 1, "خلال") || analysis.isWord(i - 1, "اثر")
      || analysis.isWord(i - 1, "جراء")
      || analysis.isWord(i - 1, "من") || analysis.isWord(i - 1, "هذا")
      || analysis.isWord(i - 1, "هذه")
      || has(i - 1, .beforeNoun)
  }

  private func follows(_ i: Int, _ words: WordTable, within limit: Int) -> Bool {
    var j = i + 1
    let end = min(analysis.sentence(i).upperBound, i + 1 + limit)
    while j < end {
      if analysis.text.look(up: j, in: words) >= 0 { return true }
      let length = analysis.text.keyLength(j)
      if tokens[j].hasArticle || analysis.words[j].hasArticle, length > 8,
        analysis.text.look(up: j, in: words, prefix: 4) >= 0
      {
        return true
      }
      if length > 6, prefix(j) != .none, (0x600..<0x680).contains(analysis.text.letter(j, 0)),
        analysis.text.look(up: j, in: words, prefix: 2) >= 0
      {
        return true
      }
      j += 1
    }
    return false
  }

  /// Whether the token is a finite verb, by any of the word lists.
  func isVerb(_ i: Int) -> Bool { verbs[i] }

  private func tellsVerb(_ i: Int) -> Bool {
    let word = analysis.words[i]
    if let form = forms[i], form.isVerb { return true }
    if hasArticle(i) || prefix(i) != .none || has(i, .bound) { return false }
    // `بينها وبين`: no `بين` that makes plain.
    if analysis.isWord(i, "وبين") || analysis.isWord(i, "بين"), !analysis.has(i + 1, .that) {
      return false
    }
    if has(i, .auxiliary) { return false }
    if has(i, EventWord.verb) { return true }
    // `بما فعله الحزب`
    if word.classes.isEmpty, tokens[i].entry < 0, i > 0, analysis.hasEnding(i, "ه"),
      Self.what.contains(where: { analysis.isWord(i - 1, $0) })
    {
      return true
    }
    if opensWithPast(i) { return true }
    if word.has([.pastVerb, .presentVerb]) {
      return !word.has([.noun, .name, .speakerHead, .title])
    }
    if let (form, _) = analysis.cue(i), form.kind == .past || form.kind == .present {
      return !word.has([.noun, .name, .speakerHead, .title, .deed])
    }
    guard word.classes.isEmpty, tokens[i].entry < 0, analysis.text.keyLength(i) >= 8 else {
      return false
    }
    return analysis.text.letter(i, 0) == 0x64A || isUnlistedFeminineVerb(i)
  }

  /// Whether a word that is in no list of verbs is spelt as a verb in the past and begins a clause, before one who may
  /// be its subject (`دخل الجيش البلدة`).
  private func opensWithPast(_ i: Int) -> Bool {
    let word = analysis.words[i]
    guard word.classes.subtracting(.noun).isEmpty, tokens[i].entry < 0, word.cue < 0 else {
      return false
    }
    let opens =
      i == analysis.sentence(i).lowerBound || word.hasConjunction || analysis.isPunctuation(i - 1)
      || analysis.has(i - 1, [.clause, .relative, .that, .time])
    return opens
      && (hasArticle(i + 1)
        || analysis.has(i + 1, [.name, .official, .place, .title, .source, .body, .nationality]))
      && analysis.text.look(up: i, in: lexicon.pasts, prefix: word.hasConjunction ? 2 : 0) >= 0
  }

  private static let what: [StaticString] = ["ما", "بما", "مما", "عما", "لما", "فيما"]

  /// Whether a word that no list holds ends as the verbs of a feminine subject do (`تفرقت`), and
  /// stands where no noun is asked for.
  private func isUnlistedFeminineVerb(_ i: Int) -> Bool {
    guard analysis.hasEnding(i, "ت"), !analysis.hasEnding(i, "ات") else { return false }
    return !isGoverned(i) && !analysis.has(i - 1, [.preposition, .title, .name, .official])
      && !has(i - 1, [.placeHead, .facility, .direction])
      && placeName(i, prefix: 0) == nil
  }

  private mutating func cutClauses() {
    clauseOf = [Int32](repeating: 0, count: count)
    for sentence in analysis.sentences {
      var start = sentence.lowerBound
      for i in sentence where i > start && opensClause(i) {
        clauses.append(start..<i)
        start = i
      }
      clauses.append(start..<sentence.upperBound)
    }
    for (index, clause) in clauses.enumerated() {
      for i in clause { clauseOf[i] = Int32(index) }
    }
  }

  private func opensClause(_ i: Int) -> Bool {
    if analysis.has(i - 1, .that) { return true }
    if analysis.isMark(i - 1, 0x3A) { return true }
    // `الرقة - هاجمت كتائب`: behind a dateline.
    if i - 1 - analysis.sentence(i).lowerBound <= (analysis.isMark(i - 2, 0x29) ? 8 : 4),
      analysis.isMark(i - 1, 0x2D) || analysis.isWord(i - 1, "–") || analysis.isWord(i - 1, "—")
    {
      return true
    }
    if let quotation = analysis.quotation(openedAt: i - 1), quotation.content.count > 4 {
      return true
    }
    if analysis.has(i, .clause), !analysis.isWord(i, "غير"), !analysis.isWord(i, "ما"),
      !analysis.isWord(i, "مما"), !analysis.isWord(i, "او"), !analysis.isWord(i, "ام"),
      !analysis.isWord(i, "حيث")
    {
      return true
    }
    return hasConjunction(i) && (isVerb(i) || has(i, .auxiliary))
  }
}
