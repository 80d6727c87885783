import ArabicWords
import NewsModel

extension EventReader {
  /// The nearest one who acts before the token: the subject of the sentence, else the last event's actors.
  func lastActor(before i: Int) -> [Int]? {
    let sentence = analysis.sentence(i)
    if let last = drafts.last(where: {
      $0.at >= sentence.lowerBound && $0.at < i && !$0.actors.isEmpty
    }) {
      return last.actors
    }
    var j = i - 1
    var candidate: Int?
    while j >= sentence.lowerBound {
      let index = Int(scene.entityOf[j])
      if index >= 0, scene.entities[index].relation == .none, scene.entities[index].isPolitical,
        !scene.entities[index].isPlace
      {
        candidate = index
      }
      j -= 1
    }
    if let candidate { return [candidate] }
    return drafts.last { !$0.actors.isEmpty && $0.at < i && i - $0.at < 80 }?.actors
  }

  /// Whether the verb tells whom the deed named before it in the sentence struck, and nobody else can be its
  /// subject (`التفجيرات التي وقعت أمس استهدفت سيارتين`).
  func isDeedsVerb(_ i: Int, _ behind: [Int]) -> Bool {
    guard scene.has(i, .aims), behind.count < 2, let last = drafts.last,
      last.form.kind == .noun, last.type == .assault, last.status != .negated,
      analysis.sentenceOf[last.at] == analysis.sentenceOf[i]
    else { return false }
    return !(last.at + 1..<i).contains { j in
      let index = Int(scene.entityOf[j])
      guard index >= 0 else { return false }
      return scene.entities[index].relation == .none && scene.entities[index].isPolitical
    }
  }

  /// The force that acted in the clause before, where a verb of force joined to it goes on in its gender
  /// (`استغل التنظيم الفراغ وذبح رهائن`).
  func continuedSubject(_ i: Int, _ form: EventForm, _ trigger: EventTrigger) -> Int? {
    guard scene.hasConjunction(i), form.kind == .past, !form.isPlural,
      trigger.type == .assault || trigger.type == .coerce,
      !scene.isWrittenPassive(i)
    else { return nil }
    let sentence = analysis.sentence(i)
    var clause = scene.clause(i)
    for _ in 0..<4 {
      guard clause.lowerBound > sentence.lowerBound else { return nil }
      clause = scene.clause(clause.lowerBound - 1)
      guard
        let verb = clause.first(where: { scene.isVerb($0) && !analysis.has($0 - 1, .relative) }),
        verb <= clause.lowerBound + 2, scene.forms[verb]?.kind != .passive
      else { return nil }
      let index = verb + 1 < analysis.count ? Int(scene.entityOf[verb + 1]) : -1
      guard index >= 0, scene.entities[index].relation == .none else {
        // `واستولى على عدد من البلدات`: its subject stands before it too.
        guard scene.hasConjunction(verb) else { return nil }
        continue
      }
      let entity = scene.entities[index]
      guard entity.isArmed, !entity.isNumbered, !entity.isWeapon,
        isFeminineOrMany(entity) == form.isFeminine, form.isFeminine || !isOfMany(entity)
      else { return nil }
      return index
    }
    return nil
  }

  /// The nearest one before the token in its sentence who acts in politics or war.
  func nearestActor(before i: Int) -> Int? {
    let sentence = analysis.sentence(i)
    var j = i - 1
    while j >= sentence.lowerBound {
      let index = Int(scene.entityOf[j])
      if index >= 0 {
        let entity = scene.entities[index]
        if entity.isPolitical, !entity.isPlace, !entity.isFacility, !entity.isQuality,
          !entity.isMeasure, !entity.isState || entity.relation == .none
        {
          return index
        }
        j = entity.tokens.lowerBound
      }
      j -= 1
    }
    return nil
  }

  /// The one whom the pronoun of a noun means: the nearest before it that agrees with it and does not
  /// stand in a relative clause of another; subjects before those behind a preposition.
  func owner(of i: Int) -> Int? {
    let sentence = analysis.sentence(i)
    var governed: Int?
    var j = i - 1
    while j >= sentence.lowerBound {
      let index = Int(scene.entityOf[j])
      if index >= 0 {
        let entity = scene.entities[index]
        if mayOwn(entity, i), agrees(entity, i) {
          if entity.relation == .none { return index }
          governed = governed ?? index
        }
        j = entity.tokens.lowerBound
      }
      j -= 1
    }
    return governed ?? nearestActor(before: i)
  }

  private func mayOwn(_ entity: EventEntity, _ i: Int) -> Bool {
    entity.isSomeone && !entity.isFacility && !entity.isQuality && !entity.isMeasure
      && !entity.isPlace && !(entity.isState && entity.relation != .none)
      && !isInRelativeClause(entity, i)
  }

  private func agrees(_ entity: EventEntity, _ i: Int) -> Bool {
    if analysis.hasEnding(i, "هم") { return isOfMany(entity) }
    return analysis.hasEnding(i, "ها")
      ? isFeminineOrMany(entity) : !isOfMany(entity) && !isFeminineCountry(entity)
  }

  func isFeminineCountry(_ entity: EventEntity) -> Bool {
    let i = entity.tokens.lowerBound
    return entity.isState && !entity.isOfficial && scene.has(i, .state)
      && !Self.masculineCountries.contains { analysis.isWord(i, $0) }
  }

  private static let masculineCountries: [StaticString] = [
    "العراق", "لبنان", "الاردن", "المغرب", "السودان", "اليمن",
  ]

  /// Whether the entity is the subject in a relative clause that ends before the token
  /// (`للتحالف الذي تقوده الدولة مع قتاله`).
  private func isInRelativeClause(_ entity: EventEntity, _ i: Int) -> Bool {
    let j = entity.tokens.lowerBound
    return j >= 2 && analysis.has(j - 2, .relative) && scene.isVerb(j - 1) && i > j
      && analysis.hasEnding(j - 1, "ه")
  }

  private func isOfMany(_ entity: EventEntity) -> Bool {
    let i = entity.tokens.lowerBound
    return entity.isNumbered || analysis.hasEnding(i, "ين") || analysis.hasEnding(i, "ون")
      || analysis.hasEnding(i, "وا") || scene.has(i, .person) && !isSingular(i)
      || Self.many.contains { analysis.hasEnding(i, $0) }
  }

  private func isFeminineOrMany(_ entity: EventEntity) -> Bool {
    let i = entity.tokens.lowerBound
    return analysis.hasEnding(i, "ه") || analysis.hasEnding(i, "ات") || entity.isState
      || entity.isNational && !isOfMany(entity) || isOfMany(entity) && entity.isArmed
      || entity.isNamed && !entity.isOfficial
  }

  private static let many: [StaticString] = [
    "عناصر", "مسلحي", "مقاتلي", "جنود", "رجال", "افراد", "ضباط", "انصار", "متشددو", "سكان", "قاده",
  ]

  /// The nearest person or group before the token.
  func lastMention(before i: Int, not excluded: [Int]) -> Int? {
    var j = i - 1
    let start = max(0, analysis.sentence(i).lowerBound - 40)
    while j >= start {
      let index = Int(scene.entityOf[j])
      if index >= 0 {
        let entity = scene.entities[index]
        if entity.isSomeone || entity.isNumbered, !entity.isPlace, !excluded.contains(index) {
          return index
        }
        j = entity.tokens.lowerBound
      }
      j -= 1
    }
    return nil
  }
}
