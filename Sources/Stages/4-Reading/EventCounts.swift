import ArabicQuantities
import ArabicWords
import NewsModel

extension EventReader {
  /// Fills in place, day and counts of all drafts.
  mutating func fillCircumstances() {
    for index in drafts.indices {
      let draft = drafts[index]
      if !draft.trigger.frame.isVerbal, ![.agree, .support, .reject].contains(draft.type) {
        drafts[index].place = place(of: draft)
      }
      if !draft.trigger.frame.isVerbal { drafts[index].date = day(of: draft) }
      if draft.type == .assault { fillCounts(index) }
    }
  }

  /// The day that the clause names, else the sentence, if it is one day.
  private func day(of draft: EventDraft) -> CalendarDay? {
    let clause = scene.clause(draft.at)
    let sentence = analysis.sentence(draft.at)
    if let own = times.first(where: { clause.contains($0.tokens.lowerBound) && $0.day != nil }) {
      return own.day
    }
    let all = times.filter { sentence.contains($0.tokens.lowerBound) && $0.day != nil }
    return all.count == 1 ? all.first?.day : nil
  }

  // MARK: - Killed and injured

  private mutating func fillCounts(_ index: Int) {
    let draft = drafts[index]
    switch draft.trigger.frame {
    case .harm, .kill:
      drafts[index].killed = count(of: draft) ?? countInside(draft.at)
    case .hurt:
      drafts[index].injured = count(of: draft)
    default: break
    }
    let sayer = draft.statement.map { speakers[$0] }
    drafts[index].killed?.saidBy = sayer
    drafts[index].injured?.saidBy = sayer
  }

  /// The number of those to whom it was done.
  private func count(of draft: EventDraft) -> CasualtyCount? {
    var total: CasualtyCount?
    for (position, recipient) in draft.recipients.enumerated() {
      let entity = scene.entities[recipient]
      let next = countOf(entity)
      guard let next else {
        if position == 0 { return single(entity, draft) }
        continue
      }
      guard let sum = total else {
        total = next
        continue
      }
      total = CasualtyCount(
        low: sum.low + next.low, best: sum.best + next.best,
        high: sum.high.flatMap { h in next.high.map { h + $0 } })
    }
    return total
  }

  /// One person, if the noun is a singular without the article or a name.
  private func single(_ entity: EventEntity, _ draft: EventDraft) -> CasualtyCount? {
    let first = entity.tokens.lowerBound
    if isSingular(first) { return CasualtyCount(low: 1, best: 1, high: 1) }
    if draft.trigger.mode == "targeted", entity.isNamed || entity.isOfficial {
      return CasualtyCount(low: 1, best: 1, high: 1)
    }
    return nil
  }

  func isSingular(_ i: Int) -> Bool {
    !scene.hasArticle(i) && Self.singulars.contains { analysis.isWord(i, $0) }
  }

  private static let singulars: [StaticString] = [
    "شخص", "جندي", "ضابط", "مدني", "طفل", "امراه", "رجل", "شاب", "سائح", "مواطن", "عامل", "شرطي",
    "مسلح",
    "قيادي", "صحافي", "صحفي", "ناشط", "فلسطيني", "متطرف", "ارهابي", "عنصر", "طالب", "مقاتل",
    "جنديا",
    "ضابطا", "شابا", "مدنيا", "متطرفا", "شرطيا", "زعيم", "متظاهر", "فتي", "طفله", "سيده", "مسن",
  ]

  func countOf(_ entity: EventEntity) -> CasualtyCount? {
    let first = entity.tokens.lowerBound
    if let number = scene.number(at: first) { return casualties(number) }
    if scene.has(first, .dual), !scene.hasArticle(first) {
      return CasualtyCount(low: 2, best: 2, high: 2)
    }
    if isSingular(first), entity.isLinked { return CasualtyCount(low: 1, best: 1, high: 1) }
    return nil
  }

  /// A number as a count; none for vague ones such as `عشرات`.
  private func casualties(_ number: NumberExpression) -> CasualtyCount? {
    guard number.value >= 1, number.value < 10_000_000 else { return nil }
    let isVague =
      number.isApproximate && number.high == nil && number.low == number.value && !number.isExact
      && analysis.text.tokens[number.tokens.lowerBound].kind == .word && number.tokens.count == 1
    if isVague { return nil }
    let value = Int(number.value)
    return CasualtyCount(low: Int(number.low ?? 0), best: value, high: number.high.map { Int($0) })
  }

  /// A number right behind a word such as `سقوط` or `بحياة`.
  private func countInside(_ i: Int) -> CasualtyCount? {
    let limit = min(i + 6, scene.clause(i).upperBound)
    guard i + 1 < limit else { return nil }
    for j in i + 1..<limit {
      if let number = scene.number(at: j) { return casualties(number) }
      if analysis.isPunctuation(j) { return nil }
    }
    return nil
  }
}
