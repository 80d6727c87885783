import ArabicQuantities
import ArabicScript
import ArabicWords
import NewsModel

// Where the phrases of those who act and suffer begin and end.

extension EventScene {
  mutating func collectEntities() {
    entityOf = [Int32](repeating: -1, count: count)
    entities.reserveCapacity(count / 4)
    // The last words of people's full names, by the first token that is spelt alike.
    var surnames: Set<Int32> = []
    var i = 0
    while i < count {
      guard let end = entityEnd(from: i) else {
        i += 1
        continue
      }
      var entity = makeEntity(i..<end)
      if end - i > 1, entity.isNamed, isPersonsName(entity) {
        surnames.insert(analysis.firsts[end - 1])
      } else if end - i == 1, !entity.isSomeone, surnames.contains(analysis.firsts[i]) {
        entity.isNamed = true
      }
      for k in i..<end { entityOf[k] = Int32(entities.count) }
      entities.append(entity)
      i = end
    }
  }

  /// Whether the entity is the full name of a person, alone or behind title and office.
  private func isPersonsName(_ entity: EventEntity) -> Bool {
    let last = entity.tokens.upperBound - 1
    return !entity.isState && !entity.isPlace && !entity.isFacility && !entity.isArmed
      && analysis.has(last - 1, .name) && !has(last, [.state, .nationality, .armed, .vague])
      && !analysis.has(last, [.official, .body, .title])
  }

  /// Whether the token may stand in the name or description of someone.
  private func isNounLike(_ i: Int) -> Bool {
    guard analysis.text.tokens[i].kind == .word, analysis.text.keyLength(i) > 2, forms[i] == nil,
      !isVerb(i)
    else { return false }
    let word = analysis.words[i]
    if word.has([.that, .clause, .relative, .negation, .pronoun, .demonstrative]) { return false }
    if analysis.opensAsVerb(i) { return false }
    if word.has(.preposition),
      !word.has([.name, .joint]) || prefix(i) == .none && word.has(.preposition) && !word.has(.name)
    {
      return false
    }
    if word.has(.time), !word.has(.name) || analysis.has(i, .time) { return false }
    // `وفي وقت سابق`, `وعلى صعيد آخر`
    if analysis.has(i - 1, .time), has(i, .timely), !hasArticle(i) { return false }
    if word.classes == .attributive, analysis.isJoined(i, "علي") { return false }
    if has(i, [.month, .direction, .auxiliary, .carried, .bound])
      || has(i, .lendsGenitive) && !hasArticle(i)
    {
      return false
    }
    if let (form, _) = analysis.cue(i), form.kind == .participle, !hasArticle(i),
      !word.has([.speakerHead, .title])
    {
      return false
    }
    return !isHand(i) && !isByName(i)
  }

  /// Whether the word only leads to those who did it (`على يد الحوثي`, `بأيدي مسلحين`, `من طرف`).
  private func isHand(_ i: Int) -> Bool {
    analysis.isWord(i, "يد") || analysis.isWord(i, "ايدي") || analysis.isWord(i, "بيد")
      || analysis.isWord(i, "بايدي") || analysis.isWord(i, "ايادي")
      || analysis.isWord(i, "برصاص") || analysis.isWord(i, "بنيران")
      || analysis.isWord(i, "طرف") && analysis.isWord(i - 1, "من")
  }

  /// Whether the word leads to the name that a group is known by (`قوات معروفة باسم الصقور`).
  private func isByName(_ i: Int) -> Bool {
    analysis.isWord(i, "باسم")
      && (analysis.hasEnding(i - 1, "معروفه") || analysis.hasEnding(i - 1, "معروف"))
  }

  /// The end of the entity that begins at the token, or `nil` if none does.
  private func entityEnd(from start: Int) -> Int? {
    var end = start
    let limit = analysis.sentence(start).upperBound
    if let number = number(at: start) {
      end = number.tokens.upperBound
      if let unit = number.unitTokens,
        unit.contains(where: { forms[$0] != nil && !has($0, .person) })
      {
        return nil
      }
      if number.unitTokens == nil, end < limit, forms[end] != nil { return nil }
      if let unit = number.unitTokens { end = max(end, unit.upperBound) }
      if number.unitTokens == nil, end < limit, analysis.isWord(end, "من"), end + 1 < limit,
        isNounLike(end + 1)
      {
        end += 2
      }
    } else if let quoted = quotedEnd(start, limit) {
      end = quoted
    } else if has(start, .quantifier), start + 2 < limit, isNounLike(start + 2),
      analysis.isWord(start + 1, "من") || analysis.has(start + 1, .demonstrative)
    {
      end = start + 3
    } else if isNounLike(start) {
      end = start + 1
    } else {
      return nil
    }
    end = phraseEnd(from: start, end, limit)
    if isBand(start..<end), end + 1 < limit, analysis.isWord(end, "من"), isNounLike(end + 1),
      has(end + 1, [.armed, .state]) || has(end + 2, .armed) && isNounLike(end + 2)
        || analysis.has(end + 1, .body)
    {
      end = phraseEnd(from: end + 1, end + 2, limit)
    }
    return min(end, limit)
  }

  private func phraseEnd(from start: Int, _ first: Int, _ limit: Int) -> Int {
    var end = first
    while end < limit, end - start < 7 {
      if let quoted = quotedEnd(end, limit), quoted - end <= 5 {
        end = quoted
        continue
      }
      guard continues(end, from: start) else { break }
      end += 1
    }
    return end
  }

  /// Whether the words name some people or forces who belong to what stands behind `من` (`عناصر من التنظيم`).
  private func isBand(_ range: Range<Int>) -> Bool {
    let i = range.lowerBound
    return !hasArticle(i) && has(i, [.armed, .person]) && !analysis.has(i, [.official, .name])
      && !has(range.upperBound - 1, [.state, .nationality])
  }

  private func quotedEnd(_ i: Int, _ limit: Int) -> Int? {
    guard let quotation = analysis.quotation(openedAt: i), quotation.isClosed,
      quotation.content.count >= 1, quotation.content.count <= 4, quotation.close < limit,
      quotation.content.allSatisfy({
        isNounLike($0) || analysis.has($0, [.preposition, .name])
          || analysis.text.tokens[$0].kind != .punctuation && forms[$0] == nil
      })
    else { return nil }
    return quotation.close + 1
  }

  private func continues(_ i: Int, from start: Int) -> Bool {
    guard analysis.text.tokens[i].gap != .line, !hasConjunction(i) else { return false }
    if let person = analysis.persons[i], (start..<i).contains(person.lowerBound) { return true }
    if analysis.isWord(i, "الله"), has(i - 1, .ofGod) { return true }
    if let number = number(at: i) {
      return number.unitTokens == nil && analysis.has(i - 1, .body)
        && analysis.text.tokens[i].kind == .number
    }
    guard isNounLike(i) else { return false }
    // `استهدفت سيارة مفخخة مركزا`: an accusative behind another case is the object.
    if analysis.isIndefiniteAccusative(i)
      || analysis.hasEnding(i, "ا") && !hasArticle(i) && has(i, .facility),
      !analysis.hasEnding(i, "ها"),
      !analysis.hasEnding(i, "نا"), !analysis.hasEnding(i - 1, "ا"),
      !(start..<i).contains(where: { number(at: $0) != nil || has($0, [.quantifier, .measure]) })
    {
      return false
    }
    if beginsAnother(i, from: start) { return false }
    if has(i, .placeHead), !hasArticle(i) { return false }
    if beginsObject(i, from: start) { return false }
    switch prefix(i) {
    case .none: break
    case .l:
      return hasArticle(i) && !has(i, [.armed, .person, .state])
        && analysis.has(start, [.body, .official])
    case .b, .k: return analysis.isWord(i, "باسم")
    }
    if hasArticle(i), !hasArticle(i - 1), analysis.words[i - 1].has(.name), i - start >= 2,
      has(i, .armed) || analysis.has(i, [.body, .official]), !analysis.words[i].has(.name),
      analysis.has(start, [.official, .title])
    {
      return false
    }
    // `استغل تنظيم داعش الفراغ`: behind a group's name only its adjective belongs to it.
    if hasArticle(i), !hasArticle(i - 1), analysis.words[i - 1].has(.name) || has(i - 1, .armed),
      has(start, .armed), !(analysis.endsInTehMarbuta(i - 1) && !has(i - 1, .armed)),
      !(analysis.words[i].has(.name) && analysis.words[i - 1].has(.name)),
      i - start >= 2, !isDefiniteAdjective(i)
    {
      return false
    }
    // `الحكومة الأوكرانية الانفصاليين`: no plural of men is an adjective of a feminine singular.
    if hasArticle(i), hasArticle(start), analysis.hasEnding(start, "ه"),
      analysis.hasEnding(i, "ين") || analysis.hasEnding(i, "ون")
    {
      return false
    }
    if hasArticle(i), hasArticle(i - 1), !isDefiniteAdjective(i) { return false }
    if hasArticle(i) { return !(i - start >= 2 && isRelationAdjective(i - 1)) }
    if !hasArticle(i - 1) || analysis.words[i].has([.name, .joint]) { return true }
    return analysis.words[i].classes.isEmpty && analysis.has(start, [.official, .title])
  }

  /// Whether a word without the article begins the object of a verb before: no genitive follows an indefinite
  /// adjective, a plural in `ن` or the name of a group (`مسلحون | مواقع`, `انتحاري | مقر الشرطة`, `حركة طالبان | ضابطا`).
  private func beginsObject(_ i: Int, from start: Int) -> Bool {
    guard !hasArticle(i), prefix(i) == .none, has(start, [.armed, .person, .state]) else {
      return false
    }
    let isThing = has(i, [.facility, .person, .dual, .target])
    guard isThing, !analysis.has(i, [.name, .joint]), !isRelationAdjective(i),
      !(isClosedPlural(i - 1) && isClosedPlural(i))
    else { return false }
    if isRelationAdjective(i - 1) || isClosedPlural(i - 1) || has(i - 1, .state) { return true }
    if i - 1 == start { return analysis.hasEnding(start, "ي") && has(start, .person) }
    return has(start, .armed) && !hasArticle(i - 1) && !has(i - 1, [.armed, .person, .facility])
      && (analysis.has(i - 1, .name) || analysis.words[i - 1].classes.isEmpty)
  }

  /// Whether the word begins another phrase though it could continue one by its article alone.
  private func beginsAnother(_ i: Int, from start: Int) -> Bool {
    // `أضرم مستوطنون متطرفون النار`, `غزا صدام الكويت`: the object begins.
    if hasArticle(i) || has(i, .state) || analysis.persons.beginning(at: i) != nil,
      isClosedPlural(i - 1)
    {
      return true
    }
    if hasArticle(i), has(i, .state), analysis.has(i - 1, .name), !has(i - 1, .state),
      !(start..<i).contains(where: { has($0, .armed) || analysis.has($0, .body) })
    {
      return true
    }
    // `اتهمت باريس الجيش`: behind a country without the article only its adjective belongs to it.
    if has(i - 1, .state), !hasArticle(i - 1), hasArticle(i), !analysis.hasEnding(i, "ي"),
      !analysis.hasEnding(i, "يه")
    {
      return true
    }
    // `زار الوزير الأردني بغداد`: behind a definite adjective goes on what is definite too.
    if !hasArticle(i), hasArticle(i - 1), analysis.has(i - 1, .nationality), i - 1 > start,
      has(i, [.state, .armed]) || analysis.has(i, [.place, .body])
        || analysis.bodies.beginning(at: i) != nil, analysis.persons[i] == nil
    {
      return true
    }
    // `اعتقال تنظيم داعش عناصر من`: behind a group's name no people of it follow without `من`.
    if analysis.isWord(i, "عناصر") || !hasArticle(i) && has(i, .armed) && isClosedPlural(i),
      i - 1 > start, has(start, .armed), has(i - 1, .armed) || analysis.has(i - 1, .name)
    {
      return true
    }
    // `شنت طائرات إسرائيلية سلسلة غارات`
    if !hasArticle(i), has(i, .quantifier) { return true }
    // `فجر انتحاري حزامه`
    if i - 1 == start, has(start, [.person, .weapon]), !hasArticle(start), !hasArticle(i),
      analysis.hasEnding(i, "ه"), !analysis.endsInTehMarbuta(i), !analysis.words[i].has(.name)
    {
      return true
    }
    // `التقى الوزير نظيره`
    if analysis.has(i, .counterpart) { return true }
    // `زيارته لكينيا فرصة`: a country stands before no genitive.
    if has(i - 1, .state), !hasArticle(i), number(at: i) == nil, !analysis.words[i].has(.name),
      !isRelationAdjective(i), !has(i, [.state, .nationality]), i - 1 == start
    {
      return true
    }
    return false
  }

  /// Whether a word with the article behind another is its adjective and begins no new phrase.
  private func isDefiniteAdjective(_ i: Int) -> Bool {
    if endsInAlefMaksura(i) { return has(i, [.adjective, .nationality]) }
    if analysis.hasEnding(i, "يه") || analysis.hasEnding(i, "ي") || analysis.hasEnding(i, "يين")
      || analysis.hasEnding(i, "يون")
      || has(i, [.adjective, .nationality])
    {
      return true
    }
    if has(i, [.placeHead, .facility, .vague, .person]) || analysis.has(i, .official) {
      return false
    }
    if has(i, .armed), !analysis.hasEnding(i, "ه") { return false }
    // `طالبت الحكومة المجتمع الدولي`: an adjective would agree.
    if analysis.has(i, .body), analysis.endsInTehMarbuta(i) != analysis.endsInTehMarbuta(i - 1) {
      return false
    }
    return analysis.text.letter(i, 2) == 0x645 || analysis.has(i, [.title, .name])
  }

  /// Whether the token is an adjective in `ي` or `ية` without article, which ends an indefinite phrase.
  func isRelationAdjective(_ i: Int) -> Bool {
    !hasArticle(i)
      && (analysis.hasEnding(i, "يه") && analysis.text.keyLength(i) > 8
        || analysis.hasEnding(i, "يين")
        || analysis.hasEnding(i, "يون")
        || has(i, .nationality) || has(i, .weapon) && analysis.hasEnding(i, "ي"))
      && !analysis.words[i].has([.body, .official, .name])
  }
}
