import ArabicScript
import ArabicWords
import NewsModel

// Drafts to records: the spans of triggers, parties and places.

extension EventReader {
  func record(_ draft: EventDraft, _ confidence: Double?, _ features: [String]) -> Event {
    let end = draft.trigger.isQualified ? min(draft.at + 2, analysis.count) : draft.at + 1
    let trigger = analysis.text.dropping(
      prefixLetters(draft.at), from: analysis.text.range(draft.at..<end))
    return Event(
      trigger: trigger, type: draft.type, mode: mode(of: draft), context: contexts(of: draft),
      actor: draft.speaker.map { [analysis.text.range($0)] } ?? draft.actors.map { span($0) },
      recipient: draft.recipients.map { span($0) },
      place: draft.place.map { span($0) },
      // Villages of one name are many: which one is meant, the links of mentions tell.
      placeEntry: draft.place.flatMap { $0.rank < 5 ? $0.entry : nil },
      date: draft.date, datePrecision: draft.datePrecision, killed: draft.killed,
      injured: draft.injured, otherKilled: draft.otherKilled, otherInjured: draft.otherInjured,
      status: draft.status, statement: draft.statement,
      confidence: confidence, features: features,
      rule: "\(draft.trigger.lemma)/\(draft.form.kind.rawValue)@\(draft.trigger.line)")
  }

  /// The letters of conjunction and preposition written together with a word.
  private func prefixLetters(_ i: Int) -> Int {
    let token = scene.tokens[i]
    return (token.hasConjunction ? 1 : 0) + (token.prefix == .b || token.prefix == .k ? 1 : 0)
  }

  /// The name that stands in apposition to an office (`وزير الخارجية، سالم الهاشمي`, `سالم الهاشمي نائب رئيس المجلس`)
  /// or that a group is known by (`قوات معروفة باسم الصقور`), else the entity itself.
  func named(_ index: Int) -> Int {
    let entity = scene.entities[index]
    if index + 1 < scene.entities.count, isKnown(entity, as: scene.entities[index + 1]) {
      return index + 1
    }
    if entity.isOfficial, !entity.isNamed, !scene.hasArticle(entity.tokens.lowerBound), index > 0,
      isName(scene.entities[index - 1], before: entity)
    {
      return index - 1
    }
    // `اغتال مسلحون الناشط سالم الهاشمي`: many are no one person.
    guard entity.isOfficial, !entity.isNamed, !analysis.areMany(entity.tokens),
      index + 1 < scene.entities.count
    else { return index }
    let next = scene.entities[index + 1]
    guard next.tokens.lowerBound >= entity.tokens.upperBound else { return index }
    let between = entity.tokens.upperBound..<next.tokens.lowerBound
    guard next.isNamed, !next.isLinked, next.relation == .none, !next.isPlace, !next.isState,
      between.count <= 1, between.allSatisfy({ analysis.isComma($0) })
    else { return index }
    return index + 1
  }

  /// Whether a group is said to be known by the name behind it.
  private func isKnown(_ entity: EventEntity, as name: EventEntity) -> Bool {
    let end = entity.tokens.upperBound
    return name.tokens.lowerBound == end + 1 && analysis.isWord(end, "باسم")
      && Self.knownAs.contains { analysis.hasEnding(end - 1, $0) }
  }

  private static let knownAs: [StaticString] = ["معروفه", "معروف", "معروفين", "معروفون"]

  /// Whether the entity is a person's name right before the office that the person holds.
  private func isName(_ entity: EventEntity, before office: EventEntity) -> Bool {
    entity.tokens.upperBound == office.tokens.lowerBound && !office.isLinked
      && office.relation == .none && entity.isNamed && !entity.isOfficial && !entity.isState
      && !entity.isPlace && !entity.isArmed && entity.tokens.count > 1
      && analysis.text.tokens[office.tokens.lowerBound].gap != .line
  }

  /// The name of an office's holder at the end of its attributes (`رئيس الأركان في الجيش اللواء سالم
  /// الحيدري`).
  private func holder(of tokens: Range<Int>) -> Range<Int>? {
    guard analysis.has(tokens.lowerBound, .official) else { return nil }
    let limit = min(analysis.sentence(tokens.lowerBound).upperBound, tokens.upperBound + 12)
    var end = tokens.upperBound
    while end < limit, !analysis.isPunctuation(end), !scene.isVerb(end), scene.forms[end] == nil,
      !analysis.has(end, [.that, .relative, .clause]), !scene.hasConjunction(end)
    {
      end += 1
    }
    guard end > tokens.upperBound else { return nil }
    return analysis.withName(NounPhrase(tokens: tokens, name: nil, role: tokens), before: end).name
  }

  /// The bytes of an entity without what is prefixed to it and without marks around it.
  func span(_ index: Int) -> TextRange {
    let tokens = scene.entities[named(index)].tokens
    let shortest = analysis.split(tokens).name ?? holder(of: tokens) ?? tokens
    let first = shortest.lowerBound
    var letters = 0
    if scene.hasConjunction(first) { letters += 1 }
    if scene.prefix(first) == .b || scene.prefix(first) == .l && !scene.hasArticle(first) {
      letters += 1
    }
    let range = analysis.text.range(shortest)
    return 2 * letters < analysis.text.keyLength(first)
      ? analysis.text.dropping(letters, from: range) : range
  }
}
