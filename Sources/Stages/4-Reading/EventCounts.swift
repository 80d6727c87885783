import ArabicQuantities
import ArabicWords
import NewsModel

extension EventReader {
  /// Fills in place, day and counts of a draft.
  mutating func fillCircumstances(_ index: Int) {
    let draft = drafts[index]
    if !draft.trigger.frame.isVerbal, ![.agree, .support, .reject].contains(draft.type) {
      drafts[index].place = place(of: draft)
    }
    if !draft.trigger.frame.isVerbal, let known = day(of: draft) ?? period(of: draft),
      // What has happened did not happen after it was reported.
      draft.status == .future || known.day <= published ?? known.day
    {
      drafts[index].date = known.day
      drafts[index].datePrecision = known.precision
    }
    if draft.type == .assault { fillCounts(index) }
  }

  /// A day, or the first day of a longer time in which an event lies.
  private typealias KnownDay = (day: CalendarDay, precision: DatePrecision)

  /// The day that the clause names, else the sentence, if it is one day.
  private func day(of draft: EventDraft) -> KnownDay? {
    named(near: draft) { time in
      guard ![.month, .year].contains(time.precision) else { return nil }
      return time.day.map { ($0, .day) }
    }
  }

  /// The week, month or year that the clause names, else the sentence, if it is one.
  private func period(of draft: EventDraft) -> KnownDay? {
    named(near: draft) { time in
      guard time.kind == .date, time.end != nil, let start = time.start else { return nil }
      return switch time.precision {
      case .week: (start, .week)
      case .month: (start, .month)
      case .year: (start, .year)
      default: nil
      }
    }
  }

  /// What the first time in the clause tells that tells something, else the only one in the sentence.
  private func named(
    near draft: EventDraft, _ told: (TimeExpression) -> KnownDay?
  ) -> KnownDay? {
    let clause = scene.clause(draft.at)
    let sentence = analysis.sentence(draft.at)
    let own = times.first { clause.contains($0.tokens.lowerBound) && told($0) != nil }
    if let own { return told(own) }
    let all = times.filter { sentence.contains($0.tokens.lowerBound) && told($0) != nil }
    return all.count == 1 ? told(all[0]) : nil
  }

  // MARK: - Killed and injured

  private mutating func fillCounts(_ index: Int) {
    let draft = drafts[index]
    switch draft.trigger.frame {
    case .harm, .kill:
      drafts[index].killed = count(of: draft, hurt: false) ?? countInside(draft.at)
      drafts[index].injured = toll(of: draft.recipients, .hurt)
    case .hurt:
      drafts[index].injured = count(of: draft, hurt: true)
      drafts[index].killed = toll(of: draft.recipients, .killed)
    default:
      let stated = statedBehind(draft)
      drafts[index].killed = toll(of: stated, .killed)
      drafts[index].injured = toll(of: stated, .hurt)
    }
    let sayer = draft.statement.map { speakers[$0] }
    drafts[index].killed?.saidBy = sayer
    drafts[index].injured?.saidBy = sayer
  }

  /// The number of those to whom it was done, but for those told to be of the other kind
  /// (`سقوط ثلاثين قتيلا ومئة جريح`).
  private func count(of draft: EventDraft, hurt: Bool) -> CasualtyCount? {
    let other: EventWord = hurt ? .killed : .hurt
    let recipients = draft.recipients.filter { !isCounted($0, other) }
    if let first = recipients.first, countOf(scene.entities[first]) == nil {
      return single(scene.entities[first], draft)
    }
    return sum(recipients)
  }

  /// The number of those among the entities who are told to be killed or hurt.
  private func toll(of list: [Int], _ kind: EventWord) -> CasualtyCount? {
    sum(list.filter { isCounted($0, kind) })
  }

  private func isCounted(_ index: Int, _ kind: EventWord) -> Bool {
    scene.entities[index].tokens.contains { scene.has($0, kind) }
  }

  private func sum(_ list: [Int]) -> CasualtyCount? {
    list.compactMap { countOf(scene.entities[$0]) }.reduce(nil) { total, next in
      guard let total else { return next }
      return CasualtyCount(
        low: total.low + next.low, best: total.best + next.best,
        high: total.high.flatMap { h in next.high.map { h + $0 } })
    }
  }

  /// Those told of behind an attack without a word of killing or wounding between
  /// (`الهجوم الذي أوقع ثلاثين قتيلا`).
  private func statedBehind(_ draft: EventDraft) -> [Int] {
    guard ![.take, .retake, .move, .drive, .fall].contains(draft.trigger.frame) else { return [] }
    let limit = min(draft.at + 30, analysis.sentence(draft.at).upperBound)
    var list: [Int] = []
    var i = draft.at + 1
    while i < limit {
      if let other = scene.trigger(i), !scene.has(i, .aims), other.frame != .take { break }
      let index = Int(scene.entityOf[i])
      if index >= 0, isCounted(index, [.killed, .hurt]) { list.append(index) }
      i = index >= 0 ? max(i + 1, scene.entities[index].tokens.upperBound) : i + 1
    }
    return list
  }

  /// One person, if the noun is a singular without the article or a name.
  private func single(_ entity: EventEntity, _ draft: EventDraft) -> CasualtyCount? {
    let first = entity.tokens.lowerBound
    if isSingular(first) { return CasualtyCount(low: 1, best: 1, high: 1) }
    if draft.trigger.mode == "targeted", entity.isNamed || entity.isOfficial {
      return CasualtyCount(low: 1, best: 1, high: 1)
    }
    if places.contains(where: { $0.tokens.overlaps(entity.tokens) }) { return nil }
    if !entity.isArmed, !entity.isState, !entity.isPlace, !entity.isFacility, !draft.form.isPlural,
      analysis.split(entity.tokens).name != nil
    {
      return CasualtyCount(low: 1, best: 1, high: 1)
    }
    return nil
  }

  func isSingular(_ i: Int) -> Bool {
    !scene.hasArticle(i) && analysis.text.look(up: i, in: Self.singulars) != WordTable.none
  }

  private static let singulars = WordTable(
    [
      "شخص", "عون", "جندي", "ضابط", "مدني", "طفل", "امراه", "رجل", "شاب", "ساءح", "مواطن", "عامل",
      "شرطي", "مسلح", "قيادي", "صحافي", "صحفي", "ناشط", "فلسطيني", "متطرف", "ارهابي", "عنصر",
      "طالب", "مقاتل", "جنديا", "ضابطا", "شابا", "مدنيا", "متطرفا", "شرطيا", "زعيم", "متظاهر",
      "فتي",
      "طفله", "سيده", "مسن",
    ].map { (Array($0.utf8), 0) })

  /// Whether the word names two: `ضابطا الشرطة` are two, `قتلوا ضابطا في الجيش` is one.
  func isPair(_ i: Int) -> Bool {
    scene.has(i, .dual) && !scene.hasArticle(i)
      && (!analysis.hasEnding(i, "ا") || scene.hasArticle(i + 1))
  }

  func countOf(_ entity: EventEntity) -> CasualtyCount? {
    let first = entity.tokens.lowerBound
    if let number = scene.number(at: first) {
      return tellsOfDisplaced(first, entity.tokens.upperBound) ? nil : casualties(number)
    }
    if isPair(first) {
      return CasualtyCount(low: 2, best: 2, high: 2)
    }
    if isSingular(first), entity.isLinked { return CasualtyCount(low: 1, best: 1, high: 1) }
    return nil
  }

  /// A number as a count; none for vague ones such as `عشرات`.
  func casualties(_ number: NumberExpression) -> CasualtyCount? {
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
      if let number = scene.number(at: j) {
        let isYear = number.unitTokens == nil && (1900...2100).contains(number.value)
        return isYear ? nil : casualties(number)
      }
      if analysis.has(j, .preposition), !analysis.isWord(j, "نحو"), !analysis.isWord(j, "من") {
        return nil
      }
      if analysis.isPunctuation(j), !analysis.isMark(j, 0x28) { return nil }
    }
    return nil
  }
}
