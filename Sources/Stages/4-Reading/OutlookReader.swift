import ArabicScript
import ArabicWords
import NewsModel

/// Finds what an article says is to come.
///
/// Markers are found word by word, each with the outcome that its frame shows; then conditions
/// are attached, markers within the outcome of others are weighed against them, and holder and kind
/// are told from the statements around.
struct OutlookReader {
  /// An outlook with its place among the tokens, while the article is being read.
  struct Draft {
    /// Whose outlook it is, as far as the marker shows.
    enum Holder {
      /// Who speaks, or the reporter.
      case speaker
      /// The subject of the marker.
      case subject(NounPhrase)
      /// The subject of the marker, which is not named with it.
      case dropped
    }

    var marker: Range<Int>
    var outcome: Range<Int>
    var likelihood: OutlookLikelihood
    var kind: OutlookKind?
    var holder = Holder.speaker
    /// Whether the marker is a verb or noun that takes a clause, so that markers within it count first.
    var isOuter = false
    /// Whether the marker qualifies a noun.
    var isAttribute = false
    /// Whether the holder is the subject of the outcome.
    var isSelf = false
    /// Whether it counts only with a condition.
    var needsCondition = false
    var condition: ConditionClause?
    var rule: String
  }

  let analysis: TextAnalysis
  let statements: [StatementReader.Draft]
  var roster: Roster
  /// For each statement its index among those with a speaker, or -1.
  let statementIndex: [Int]
  private(set) var drafts: [Draft] = []
  /// For each token the statement in whose content it stands, or -1; see `statement(of:)`.
  private let statementAt: [Int32]
  /// For each token that is a cue its statement.
  private let statementCuedAt: [Int: Int]

  init(_ analysis: TextAnalysis, statements: [StatementReader.Draft], roster: Roster) {
    self.analysis = analysis
    self.statements = statements
    self.roster = roster
    var next = 0
    statementIndex = statements.map { draft in
      guard draft.member != nil else { return -1 }
      next += 1
      return next - 1
    }
    statementAt = OutlookReader.innermost(statements, count: analysis.count)
    var cued: [Int: Int] = [:]
    for (index, draft) in statements.enumerated() where draft.member != nil {
      for i in draft.cue ?? 0..<0 where cued[i] == nil { cued[i] = index }
    }
    statementCuedAt = cued
  }

  /// Reads the whole article; the outlooks come in the order of their markers.
  mutating func read() -> [Outlook] {
    for i in 0..<analysis.count
    where analysis.text.tokens[i].kind == .word && !analysis.isLink(i) {
      readToken(i)
    }
    addAnnounced()
    weigh()
    attachConditions()
    drafts.removeAll { $0.needsCondition && $0.condition == nil }
    drafts.sort { $0.marker.lowerBound < $1.marker.lowerBound }
    return drafts.compactMap { record($0) }
  }

  private mutating func readToken(_ i: Int) {
    if analysis.isFutureVerb(i) {
      readFuture(i)
      return
    }
    let word = analysis.words[i].outlook
    guard word >= 0 else { return }
    if let draft = dependence(at: i) {
      drafts.append(draft)
      return
    }
    let markers = analysis.lexicon.outlooks.words[Int(word)].markers
    for index in markers {
      let marker = analysis.lexicon.outlooks.markers[Int(index)]
      guard let draft = draft(marker, at: i) else { continue }
      drafts.append(draft)
      return
    }
  }

  /// What a statement threatens or promises, where no marker tells of it (`توعد القائد بمفاجآت جديدة`, `هدد الوزير، خلال جلسة،
  /// بـ«قطع اليد»`).
  private mutating func addAnnounced() {
    for statement in statements where statement.member != nil {
      guard let cue = statement.cue, statement.stance == .threaten || statement.stance == .promise,
        !drafts.contains(where: {
          $0.marker.overlaps(cue) || $0.outcome.overlaps(statement.content)
            || statement.content.overlaps($0.marker)
        })
      else { continue }
      drafts.append(
        Draft(
          marker: cue, outcome: statement.content, likelihood: .unstated,
          kind: statement.stance == .threaten ? .threat : .commitment, isOuter: true,
          rule: "announced"))
    }
  }

  private func draft(_ marker: OutlookMarker, at i: Int) -> Draft? {
    switch marker.markerClass {
    case .particle: return particle(marker, at: i)
    case .modal: return modal(marker, at: i)
    case .adjective: return adjective(marker, at: i)
    case .verb: return verb(marker, at: i)
    case .noun: return noun(marker, at: i)
    }
  }

  /// `سيعود`: the outcome is the clause; the verb belongs to it if the subject stands before it or is
  /// only in it.
  private mutating func readFuture(_ i: Int) {
    if analysis.has(i, .rhetoric) && statement(of: i) == nil || isPastFuture(i)
      || analysis.isAsked(i)
    {
      return
    }
    if isFirstPersonSingular(i), statement(of: i) == nil { return }
    if let last = drafts.last, last.rule == "future", last.outcome.contains(i),
      analysis.words[i].hasConjunction,
      i - last.marker.lowerBound <= 3
    {
      return
    }
    let limit = contentLimit(i)
    let end = analysis.clauseEnd(from: i, limit: limit)
    let subject = analysis.subjectStart(before: i, limit: contentStart(i))
    var start = subject ?? i
    if subject == nil, i + 1 < end, hasSubjectBehind(i) { start = i + 1 }
    drafts.append(
      Draft(
        marker: i..<i + 1, outcome: start..<max(end, start + 1),
        likelihood: analysis.lexicon.outlooks.future, isSelf: isSelf(i, subject), rule: "future"))
  }

  /// Whether a future verb is one of the past (`كانت ستجري`).
  private func isPastFuture(_ i: Int) -> Bool {
    analysis.has(i - 1, .past)
      || analysis.has(i - 2, .past) && analysis.has(i - 1, .relative) == false
        && analysis.isPunctuation(i - 1) == false && analysis.words[i - 1].hasArticle
  }

  private func isFirstPersonSingular(_ i: Int) -> Bool {
    let at = analysis.text.letter(i, 0) == 0x633 ? 1 : 2
    return analysis.text.letter(i, at) == 0x627
  }

  /// Whether the subject stands behind the verb at `i`: a noun without preposition, and the verb is
  /// neither in the first person nor behind a pronoun.
  private func hasSubjectBehind(_ i: Int) -> Bool {
    let at = analysis.text.letter(i, 0) == 0x633 ? 1 : 2
    if analysis.text.letter(i, at) == 0x646 || analysis.text.letter(i, at) == 0x627 { return false }
    if analysis.isWord(i, "سيتم") || analysis.isWord(i, "ستتم") || analysis.isWord(i, "فسيتم")
      || analysis.isWord(i, "وسيتم")
    {
      return true
    }
    if analysis.has(i - 1, .that), !isBareThat(i - 1) { return false }
    let next = i + 1
    guard analysis.text.tokens[next].kind == .word else {
      return analysis.quotation(openedAt: next) != nil
    }
    let word = analysis.words[next]
    if word.has([.preposition, .negation, .that, .clause]) && !word.has(.name) {
      return word.has(.preposition) && analysis.isWord(next, "لها")
    }
    return word.prefix != .b && !analysis.isPresentVerb(next)
  }

  /// Whether the token is `أن` or `إن` without pronoun.
  func isBareThat(_ i: Int) -> Bool {
    analysis.isWord(i, "ان") || analysis.isWord(i, "وان") || analysis.isWord(i, "فان")
      || analysis.isWord(i, "بان") || analysis.isWord(i, "لان")
  }

  /// Whether who speaks is the subject of the verb at `i`: first person, or a pronoun behind the
  /// `أن` that opens the speech, or a subject that is the speaker's own (`بلاده`).
  func isSelf(_ i: Int, _ subject: Int?) -> Bool {
    guard let statement = statement(of: i) else { return false }
    let at = analysis.text.letter(i, 0) == 0x633 ? 1 : 2
    if analysis.isFutureVerb(i),
      analysis.text.letter(i, at) == 0x646 || analysis.text.letter(i, at) == 0x627
    {
      return true
    }
    if analysis.text.letter(i, 0) == 0x646 { return true }
    let content = statements[statement].content.lowerBound
    guard let subject else {
      return i <= content + 1
        || analysis.has(i - 1, .that) && !isBareThat(i - 1) && i - 1 <= content + 1
    }
    return analysis.isWord(subject, "بلاده") || analysis.isWord(subject, "بلادها")
      || analysis.isWord(subject, "نحن")
      || analysis.isWord(subject, "حكومته") || analysis.isWord(subject, "قواته")
      || analysis.isWord(subject, "قواتها")
  }

  // MARK: - Surroundings

  /// The innermost statement in whose content the token stands; an attribution set around other
  /// speech gives way to it.
  func statement(of i: Int) -> Int? { statementAt[i] >= 0 ? Int(statementAt[i]) : nil }

  private static func innermost(_ statements: [StatementReader.Draft], count: Int) -> [Int32] {
    var result = [Int32](repeating: -1, count: count)
    for (index, draft) in statements.enumerated() where draft.member != nil {
      for i in draft.content.clamped(to: 0..<count) {
        guard result[i] >= 0 else {
          result[i] = Int32(index)
          continue
        }
        let known = statements[Int(result[i])]
        let isNarrower = draft.content.count < known.content.count
        let isSame = draft.content == known.content
        if isNarrower || isSame && known.rule.hasPrefix("according-to") { result[i] = Int32(index) }
      }
    }
    return result
  }

  /// The statement whose cue is the token.
  func statement(cuedAt i: Int) -> Int? { statementCuedAt[i] }

  /// The end of what an outcome at `i` may run over: its sentence, and the statement in which it stands.
  func contentLimit(_ i: Int) -> Int {
    let end = analysis.sentence(i).upperBound
    guard let statement = statement(of: i) else { return end }
    return min(end, max(i + 1, statements[statement].content.upperBound))
  }

  /// Where what is said with the marker at `i` begins at the earliest.
  func contentStart(_ i: Int) -> Int {
    let start = analysis.clauseLimit(i)
    guard let statement = statement(of: i) else { return start }
    return max(start, statements[statement].content.lowerBound)
  }

  // MARK: - Weighing

  /// Drops markers within the outcome of others: a clause-taking verb or noun gives way to the
  /// future or modal in its clause and hands on its holder and kind; a verb, noun or identifying
  /// relative clause inside another outcome is part of it.
  private mutating func weigh() {
    drafts.sort { $0.marker.lowerBound < $1.marker.lowerBound }
    var dropped = Set<Int>()
    for (a, outer) in drafts.enumerated() {
      var first = a
      while first > 0, drafts[first - 1].marker.lowerBound >= outer.outcome.lowerBound {
        first -= 1
      }
      for b in first..<drafts.count where b != a && !dropped.contains(b) {
        let at = drafts[b].marker.lowerBound
        if at >= outer.outcome.upperBound { break }
        guard outer.outcome.contains(at), outer.marker != drafts[b].marker else { continue }
        if drafts[b].isAttribute {
          dropped.insert(b)
          continue
        }
        if outer.isOuter, !drafts[b].isOuter, !analysis.has(at - 1, .relative) {
          if case .speaker = outer.holder {} else { drafts[b].holder = outer.holder }
          if drafts[b].kind == nil { drafts[b].kind = outer.kind }
          drafts[b].rule = outer.rule + ">" + drafts[b].rule
          dropped.insert(a)
          break
        }
        let isInside = at > outer.marker.lowerBound
        if isInside, drafts[b].isOuter || analysis.has(at - 1, .relative) { dropped.insert(b) }
      }
    }
    drafts = drafts.indices.filter { !dropped.contains($0) }.map { drafts[$0] }
  }

  // MARK: - Conditions

  /// Gives each condition to the outlook it stands with; one without a marker makes an outlook of its
  /// own.
  private mutating func attachConditions() {
    var alone: [Draft] = []
    for sentence in analysis.sentences {
      guard sentence.contains(where: { analysis.words[$0].outlook >= 0 }) else { continue }
      for condition in analysis.conditions(in: sentence) {
        if let index = partner(of: condition, sentence) {
          drafts[index].condition = condition
          cut(index, condition)
        } else if !condition.particle.isWeak, let draft = conditionOnly(condition, sentence) {
          alone.append(draft)
        }
      }
    }
    drafts += alone
  }

  /// The outlook that depends on a condition: of a trailing one the nearest before it, of a leading
  /// one the first behind it.
  private func partner(of condition: ConditionClause, _ sentence: Range<Int>) -> Int? {
    if condition.isLeading {
      let next = firstDraft(from: condition.whole.upperBound)
      guard next < drafts.count else { return nil }
      let marker = drafts[next].marker
      return marker.upperBound <= sentence.upperBound
        && marker.lowerBound - condition.whole.upperBound <= 20
        ? next : nil
    }
    var index = firstDraft(from: condition.whole.lowerBound) - 1
    while index >= 0,
      drafts[index].marker.lowerBound >= max(sentence.lowerBound, condition.whole.lowerBound - 60)
    {
      if drafts[index].marker.upperBound <= condition.whole.lowerBound,
        condition.whole.lowerBound - drafts[index].outcome.upperBound <= 2
      {
        return index
      }
      index -= 1
    }
    return nil
  }

  /// The first draft whose marker stands at the token or behind it.
  private func firstDraft(from token: Int) -> Int {
    var (low, high) = (0, drafts.count)
    while low < high {
      let middle = (low + high) / 2
      if drafts[middle].marker.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func cut(_ index: Int, _ condition: ConditionClause) {
    let outcome = drafts[index].outcome
    if condition.isLeading, outcome.lowerBound < condition.whole.upperBound,
      condition.whole.upperBound < outcome.upperBound
    {
      drafts[index].outcome = condition.whole.upperBound..<outcome.upperBound
    }
  }

  private func conditionOnly(_ condition: ConditionClause, _ sentence: Range<Int>) -> Draft? {
    let outcome: Range<Int>
    if condition.isLeading {
      var start = condition.whole.upperBound
      while start < sentence.upperBound, analysis.isPunctuation(start) || analysis.has(start, .that)
      { start += 1 }
      guard start < sentence.upperBound else { return nil }
      outcome = analysis.trimmed(
        start..<analysis.clauseEnd(from: start, limit: contentLimit(start)))
    } else {
      var end = condition.whole.lowerBound
      if analysis.isComma(end - 1) { end -= 1 }
      guard end > sentence.lowerBound else { return nil }
      outcome = analysis.trimmed(clauseStart(before: end)..<end)
    }
    guard outcome.count >= 2, !analysis.isAsked(outcome.lowerBound),
      !analysis.tellsOfPast(outcome.lowerBound, limit: outcome.upperBound)
    else { return nil }
    var draft = Draft(
      marker: condition.marker, outcome: outcome, likelihood: .unstated, kind: .conditionOnly,
      rule: "condition")
    draft.condition = condition
    return draft
  }

  /// The first token of the clause that ends before `end`.
  private func clauseStart(before end: Int) -> Int {
    let limit = contentStart(end - 1)
    var start = end - 1
    while start > limit, end - start < 40 {
      let j = start - 1
      if analysis.has(j, [.that, .relative]) || analysis.has(j, .clauseBreak) || analysis.isComma(j)
        || analysis.isMark(j, 0x3A)
        || analysis.text.tokens[start].gap == .line
      {
        break
      }
      start = j
    }
    return start
  }
}
