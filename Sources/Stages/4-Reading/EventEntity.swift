import ArabicQuantities
import ArabicScript
import ArabicWords
import NewsModel

/// A noun phrase that may act, suffer or be a place in an event.
struct EventEntity: Sendable {
  enum Relation: Int, Sendable {
    case none, b, l, on, against, with, between, from, to, about, within, by, other
  }

  let tokens: Range<Int>
  var relation: Relation
  /// Whether it is joined to the entity before it by `و`.
  var isLinked: Bool
  var isArmed = false
  var isPerson = false
  var isState = false
  var isNational = false
  var isPlace = false
  var isFacility = false
  var isOfficial = false
  var isNamed = false
  var isNumbered = false
  /// Whether its words are in no list, as names are.
  var isUnknown = false
  /// Whether it tells a time, length or mere direction.
  var isMeasure = false
  /// Whether it is a thing that kills, and nobody who uses it.
  var isWeapon = false
  /// Whether it is an adjective of the deed before it (`الهجوم الإرهابي`).
  var isQuality = false

  /// Whether it is someone who acts in politics or war.
  var isPolitical: Bool { isArmed || isState || isOfficial || isNational }
  /// Whether it is someone at all.
  var isSomeone: Bool { isPolitical || isPerson || isNamed }
}

extension EventScene {
  /// The entity of a range of tokens, with what its words tell of it.
  func makeEntity(_ range: Range<Int>) -> EventEntity {
    let start = range.lowerBound
    var entity = EventEntity(tokens: range, relation: relation(start), isLinked: false)
    entity.isLinked =
      start > 0 && hasConjunction(start) && entityOf[start - 1] >= 0
      && analysis.text.tokens[start].gap != .line
    for i in range {
      let kind = classes(i)
      if !kind.isDisjoint(with: [.armed, .bomb]) {
        entity.isArmed = entity.isArmed || kind.contains(.armed)
      }
      if kind.contains(.person) { entity.isPerson = true }
      if kind.contains(.state), i == start || hasArticle(start) { entity.isState = true }
      if kind.contains(.nationality) { entity.isNational = true }
      if i == start, !kind.isDisjoint(with: .placeHead) { entity.isPlace = true }
      if i == start, kind.contains(.facility) { entity.isFacility = true }
    }
    entity.isArmed = entity.isArmed && !(has(start, .placeHead) || has(start, .facility))
    entity.isOfficial =
      analysis.has(start, [.official, .title, .body, .source])
      || range.contains { analysis.has($0, [.official, .title, .body]) && !hasArticle(start) }
      || has(start, .governs)
    entity.isUnknown =
      range.count <= 3
      && range.allSatisfy {
        tokens[$0].entry < 0 && analysis.words[$0].classes.isEmpty
          && analysis.text.tokens[$0].kind == .word
      }
    entity.isNamed =
      !isOfThings(start)
      && range.contains {
        analysis.words[$0].has(.name)
          && !analysis.words[$0].has([.noun, .preposition, .nationality])
      }
    entity.isMeasure =
      range.contains { has($0, .measure) && !has($0, .person) }
      || has(start, .idle) && number(at: start) == nil
    entity.isWeapon =
      range.contains { has($0, [.weapon, .bomb]) } && !entity.isPerson
      && !range.contains { has($0, .armed) }
    if has(start, [.weapon, .figurative]), start > 0, forms[start - 1]?.kind == .noun {
      entity.isQuality = true
    }
    if has(start, .manner) { entity.isQuality = true }
    // `الهجوم المتطرف`
    if range.count == 1, start > 0, forms[start - 1]?.kind == .noun, hasArticle(start),
      hasArticle(start - 1),
      has(start, .quality)
    {
      entity.isQuality = true
    }
    entity.isNumbered = number(at: start) != nil || has(start, .dual)
    // `55/كلم غرب المدينة`
    if range.count == 1, entity.isNumbered, analysis.isMark(range.upperBound, 0x2F) {
      entity.isMeasure = true
    }
    return entity
  }

  /// Whether a phrase that begins with the word is of things, whatever name stands in it (`مبادرات موسكو`).
  private func isOfThings(_ start: Int) -> Bool {
    analysis.hasEnding(start, "ات") && !hasArticle(start)
      && !has(start, [.armed, .person, .state, .governs])
      && !analysis.has(start, [.name, .official, .title, .body, .media, .source])
  }

  /// How the entity that begins at a token is joined to what is before it.
  private func relation(_ start: Int) -> EventEntity.Relation {
    switch prefix(start) {
    case .b: return .b
    case .l: return .l
    case .k: return .other
    case .none: break
    }
    guard start > 0, analysis.text.tokens[start].gap != .line else { return .none }
    if number(at: start) != nil,
      analysis.isWord(start - 1, "نحو") || analysis.isWord(start - 1, "حوالي")
    {
      return start > 1 ? relation(start - 1) : .none
    }
    if analysis.has(start - 1, .demonstrative), analysis.text.tokens[start - 1].gap != .line {
      return relation(start - 1)
    }
    let before = start - 1
    if analysis.isProclitic(before) {
      if analysis.isWord(before, "ل") { return .l }
      if analysis.isWord(before, "ب") { return .b }
    }
    if analysis.isWord(before, "قبل") || analysis.isWord(before, "طرف"), start > 1,
      analysis.isWord(before - 1, "من")
    {
      return .by
    }
    if analysis.isWord(before, "يد") || analysis.isWord(before, "ايدي")
      || analysis.isWord(before, "بيد")
      || analysis.isWord(before, "بايدي") || analysis.isWord(before, "ايادي")
      || analysis.isWord(before, "برصاص")
      || analysis.isWord(before, "بنيران")
      || analysis.isWord(before, "قبضه") || analysis.isWord(before, "جانب")
    {
      if before > 1, analysis.isWord(before - 1, "من") && !analysis.isWord(before, "جانب") {
        return .from
      }
      return .by
    }
    if analysis.isJoined(before, "علي") { return .on }
    if analysis.isJoined(before, "ضد") { return .against }
    if analysis.isJoined(before, "مع") { return .with }
    if analysis.isWord(before, "بين") || analysis.isWord(before, "وبين") { return .between }
    if analysis.isJoined(before, "من") { return .from }
    if analysis.isJoined(before, "الي") { return .to }
    if analysis.isJoined(before, "عن") { return .about }
    if analysis.isJoined(before, "في") { return .within }
    if analysis.has(before, .preposition), !has(before, .bound) { return .other }
    if has(before, .direction) { return .other }
    return .none
  }
}
