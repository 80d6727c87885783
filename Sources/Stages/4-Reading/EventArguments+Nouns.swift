import ArabicWords
import NewsModel

extension EventReader {
  func nounArguments(_ i: Int, _ form: EventForm, _ trigger: EventTrigger) -> EventArguments {
    var result = EventArguments()
    let frame = trigger.frame
    if form.kind == .participle, frame == .prot { return result }
    if !form.hasPronoun, let known = induced(i, scene.clause(i)) {
      result.actors = [known]
      result.recipients = genitive(of: i, form).map { withLinked($0) } ?? []
      return result
    }
    if form.hasPronoun {
      let owner = owner(of: i).map { [$0] } ?? lastActor(before: i) ?? []
      if frame == .harm || frame == .kill || frame == .hurt {
        result.recipients = lastMention(before: i, not: []).map { [$0] } ?? []
      } else if frame == .meet {
        result.actors = pair(before: i) ?? lastActor(before: i) ?? owner
        if let other = nominals(behind: i, limit: min(argumentLimit(i), i + 3)).first,
          !isOwnAdjective(scene.entities[other], of: i)
        {
          result.actors += withLinked(other)
        }
      } else if frame == .act, !Self.strikes.contains(trigger.lemma) {
        // `استهدافهم`, `اعتقاله`: whom it was done to.
        result.recipients = owner
      } else if frame == .give, scene.prefix(i + 1) == .b {
        // `إمدادها بالأسلحة`: who gets it.
        result.recipients = owner
      } else if frame != .retake && frame != .ruin {
        result.actors = owner
      }
    } else if let genitive = genitive(of: i, form) {
      if scene.has(i + 1, .carried) {
        result.recipients = withLinked(genitive)
      } else {
        place(genitive, of: i, frame, &result)
      }
    }
    if result.actors.isEmpty, scene.has(i - 1, .lendsGenitive), hasBackPronoun(i - 1) {
      result.actors = nearestActor(before: i - 1).map { [$0] } ?? []
    }
    readRelative(i, &result)
    if result.actors.isEmpty, frame != .harm, frame != .hurt { readLender(i, frame, &result) }
    return result
  }

  /// Whether an entity is an adjective of a noun with a pronoun (`تعاونهما العسكري`).
  private func isOwnAdjective(_ entity: EventEntity, of i: Int) -> Bool {
    entity.tokens == i + 1..<i + 2 && scene.hasArticle(i + 1) && !analysis.has(i + 1, .name)
  }

  /// The two joined by `و` whom the pronoun of both means (`تعاونهما`).
  private func pair(before i: Int) -> [Int]? {
    guard analysis.hasEnding(i, "هما") else { return nil }
    let sentence = analysis.sentence(i)
    let second = scene.entities.indices.last {
      let entity = scene.entities[$0]
      return entity.tokens.upperBound <= i && entity.tokens.lowerBound > sentence.lowerBound
        && entity.isLinked && entity.isSomeone
    }
    return second.flatMap { $0 > 0 && scene.entities[$0 - 1].isSomeone ? [$0 - 1, $0] : nil }
  }

  /// The entity that completes a noun: its genitive, or an adjective of nationality or group.
  func genitive(of i: Int, _ form: EventForm) -> Int? {
    var j = i + 1
    let limit = min(analysis.sentence(i).upperBound, i + 5)
    while j < limit {
      let index = Int(scene.entityOf[j])
      if index >= 0 {
        let entity = scene.entities[index]
        if scene.has(j, .manner), entity.tokens.count == 1 {
          j += 1
          continue
        }
        guard entity.relation == .none || entity.relation == .l && j == i + 1 else { return nil }
        if entity.tokens.count == 1, analysis.hasEnding(j, "ا"), analysis.hasEnding(i, "ا") {
          j += 1
          continue
        }
        if entity.tokens.count == 1,
          scene.has(j, [.weapon, .figurative]) || scene.isRelationAdjective(j) && !entity.isSomeone
            || entity.isUnknown && analysis.hasEnding(j, "ي") && !scene.hasArticle(i)
              && !scene.hasArticle(j)
        {
          j += 1
          continue
        }
        if entity.isQuality, !entity.tokens.contains(where: { scene.has($0, .nationality) }) {
          return nil
        }
        if scene.hasArticle(i), !form.hasPronoun {
          return entity.tokens.contains { scene.has($0, [.nationality, .armed]) }
            && entity.tokens.count < 4 ? index : nil
        }
        return index
      }
      guard isAdjective(j) else { return nil }
      j += 1
    }
    return nil
  }

  func isAdjective(_ j: Int) -> Bool {
    analysis.text.tokens[j].kind == .word && !analysis.has(j, .preposition) && !scene.isVerb(j)
      && scene.forms[j] == nil
  }

  func place(_ index: Int, of at: Int, _ frame: EventFrame, _ result: inout EventArguments) {
    let entity = scene.entities[index]
    let all = withLinked(index)
    if frame != .harm, frame != .hurt, let object = object(behind: all) {
      result.actors = all
      result.recipients = withLinked(object)
      return
    }
    // `اتهام 68 رجلا بإنشاء تنظيم`: whom the charge is against.
    if frame == .blame, scene.lexicon.triggers[scene.forms[at]?.trigger ?? 0].lemma == "اتهم",
      entity.isNumbered || entity.isPerson && !entity.isOfficial || entity.isArmed
    {
      result.recipients = all
      return
    }
    // `إفراج الحكومة عن المعتقلين`
    if frame == .act || frame == .on || frame == .give, entity.isPolitical, !entity.isPerson,
      let last = all.last, last + 1 < scene.entities.count,
      scene.entities[last + 1].relation == .about,
      scene.entities[last + 1].tokens.lowerBound == scene.entities[last].tokens.upperBound + 1
    {
      result.actors = all
      return
    }
    switch frame {
    case .retake where entity.isArmed && isBeforePlace(all): result.actors = all
    case .harm, .hurt, .kill, .drive, .retake, .ruin: result.recipients = all
    case .act:
      let last = named(all[all.count - 1])
      let next = last + 1
      let end = scene.entities[last].tokens.upperBound
      let isObject =
        next < scene.entities.count && scene.entities[next].relation == .l
        && scene.entities[next].tokens.lowerBound == end
        || scene.forms[min(end, scene.count - 1)]?.isVerb == false && scene.prefix(end) == .l
      let hasObject =
        isObject && !isAttached(entity)
        && (scene.hasArticle(entity.tokens.lowerBound) || scene.isAccusative(entity))
      if hasObject
        || entity.isArmed && !entity.isNumbered && !entity.isPerson && isMaker(entity)
          && Self.strikes.contains(scene.lexicon.triggers[scene.forms[at]?.trigger ?? 0].lemma)
      {
        result.actors = all
      } else {
        result.recipients = all
      }
    case .fight where entity.isState && all.count == 1:
      // `حرب اليمن`: where it is fought.
      break
    case .on, .event, .meet:
      // `هجمات بروكسل`, `اتفاق قرطاج`: where it was.
      guard !(all.count == 1 && isTown(entity)) else { return }
      if entity.isSomeone || entity.isUnknown { result.actors = all }
    default: if entity.isSomeone || entity.isUnknown { result.actors = all }
    }
  }

  /// Deeds of aircraft and guns, whose genitive is as often who does them.
  private static let strikes: Set<String> = ["قصف", "ضرب", "أغار", "اقتحم", "تحرك"]

  func isTown(_ entity: EventEntity) -> Bool {
    places.contains { $0.tokens == entity.tokens && $0.rank >= 2 }
  }

  /// Whether a place or building follows those who take it at once (`تطهير قوات المقاومة القصر`).
  private func isBeforePlace(_ all: [Int]) -> Bool {
    guard let last = all.last, last + 1 < scene.entities.count else { return false }
    let next = scene.entities[last + 1]
    return next.tokens.lowerBound == scene.entities[last].tokens.upperBound
      && next.relation == .none && (next.isPlace || next.isFacility || next.isState)
  }

  /// The object of a deed whose genitive is who did it (`اعتقال الشرطة متظاهرين`, `قمع الرئيس للاحتجاج`): someone
  /// without the article right behind one who acts, that has it or a name.
  private func object(behind all: [Int]) -> Int? {
    guard let last = all.last, last + 1 < scene.entities.count else { return nil }
    let (first, next) = (scene.entities[all[0]], scene.entities[last + 1])
    let i = next.tokens.lowerBound
    guard next.relation == .none, !next.isLinked, i == scene.entities[last].tokens.upperBound,
      analysis.text.tokens[i].gap != .line, first.isPolitical, !first.isNumbered, !first.isPlace,
      scene.hasArticle(first.tokens.upperBound - 1) || first.isState || first.isNamed
        || scene.has(first.tokens.lowerBound, .armed),
      !scene.hasArticle(i) || next.isFacility,
      next.isPerson || next.isArmed || next.isNumbered || next.isFacility
        || analysis.isIndefiniteAccusative(i)
        || analysis.hasEnding(i, "ين") && !analysis.has(i, .name),
      !isAdverbial(next)
    else { return nil }
    return last + 1
  }

  /// Whether the entity ends in a word that ties it to a `ل` behind it (`تابعة ل`).
  func isAttached(_ entity: EventEntity) -> Bool {
    let i = entity.tokens.upperBound - 1
    return analysis.hasEnding(i, "تابعه") || analysis.hasEnding(i, "تابع")
      || analysis.hasEnding(i, "مواليه")
      || analysis.hasEnding(i, "موالي") || analysis.hasEnding(i, "مناهضه")
      || analysis.hasEnding(i, "معاديه")
  }

  /// Whether the entity is what bombs or strikes: aircraft, guns, forces.
  func isMaker(_ entity: EventEntity) -> Bool {
    let i = entity.tokens.lowerBound
    return analysis.isWord(i, "طيران") || analysis.isWord(i, "الطيران")
      || analysis.isWord(i, "طاءرات")
      || analysis.isWord(i, "القوات") || analysis.isWord(i, "قوات") || analysis.isWord(i, "الجيش")
      || analysis.isWord(i, "التحالف") || analysis.isWord(i, "المدفعيه")
      || analysis.isWord(i, "النظام")
  }

  /// Reads a relative clause or attributive verb behind a noun: who made it (`شنه`), whom it struck
  /// (`استهدف`).
  func readRelative(_ i: Int, _ result: inout EventArguments) {
    let sentence = analysis.sentence(i)
    var j = i + 1
    while j < min(sentence.upperBound, i + 14) {
      if result.actors.isEmpty, Self.attributions.contains(where: { analysis.isWord(j, $0) }),
        let blamed = attributed(behind: j)
      {
        result.actors = withLinked(blamed)
      }
      if scene.has(j, [.lendsActor, .aims]), scene.isVerb(j) || scene.has(j, .aims) {
        let isAim = scene.has(j, .aims)
        if let subject = nominals(behind: j, limit: min(sentence.upperBound, j + 10)).first,
          scene.entities[subject].tokens.lowerBound <= j + 4
        {
          if isAim {
            if result.recipients.isEmpty { result.recipients = withLinked(subject) }
          } else if result.actors.isEmpty, hasBackPronoun(j) {
            result.actors = withLinked(subject)
          }
        }
        if isAim { return }
      }
      if scene.clauseOf[j] != scene.clauseOf[i], !analysis.has(j, .relative) { return }
      if scene.forms[j] != nil, !scene.has(j, .aims) { return }
      j += 1
    }
  }

  /// Those to whom a word such as `نسب` lays the deed (`تفجير نسبت المسؤولية عنه إلى التنظيم`).
  private func attributed(behind j: Int) -> Int? {
    let end = min(analysis.sentence(j).upperBound, j + 6)
    return (j + 1..<max(j + 1, end)).lazy.map { Int(scene.entityOf[$0]) }.first {
      $0 >= 0 && scene.entities[$0].relation == .to && scene.entities[$0].isSomeone
    }
  }

  static let attributions: [StaticString] = [
    "نسب", "نسبت", "ونسب", "ونسبت", "نسبه", "نسبته", "ينسب", "تنسب", "المنسوب", "المنسوبه", "منسوب",
    "منسوبه",
  ]

  /// Whether a preposition governs the noun, so that it is no object of a verb before it; one behind a
  /// word of number does not count (`سلسلة من الغارات`).
  func isGoverned(_ i: Int) -> Bool {
    if scene.prefix(i) == .b { return true }
    guard i > 0, analysis.has(i - 1, .preposition), !scene.has(i - 1, .bound) else { return false }
    return !scene.has(i - 2, .quantifier) && scene.number(at: i - 2) == nil
  }

  /// Whether the verb claims a deed.
  func isClaim(_ j: Int) -> Bool {
    analysis.isWord(j, "تبني") || analysis.isWord(j, "تبنت") || analysis.isWord(j, "وتبني")
      || analysis.isWord(j, "وتبنت")
      || analysis.isWord(j, "تبنته") || analysis.isWord(j, "يتبني") || analysis.isWord(j, "ويتبني")
  }

  func hasBackPronoun(_ j: Int) -> Bool {
    analysis.hasEnding(j, "ه") || analysis.hasEnding(j, "ها") || analysis.hasEnding(j, "هما")
  }
}
