import ArabicWords
import NewsModel

// One thing that depends on another: `نجاح الحوار مرهون بوقف القتال`.

extension OutlookReader {
  /// The outlook of a word that makes what stands before it depend on what stands behind it.
  func dependence(at i: Int) -> Draft? {
    guard analysis.has(i, .depends), analysis.words[i].prefix == .none,
      !analysis.words[i].hasArticle, !analysis.has(i - 1, .negation)
    else { return nil }
    let limit = contentLimit(i)
    // `يتوقف إلى حد كبير على`, `مرهون بوقف`; what stops (`يتوقف`) depends on nothing.
    let isStop = analysis.hasEnding(i, "توقف") || analysis.hasEnding(i, "توقفه")
    guard
      let link = Range(i + 1, upTo: min(i + 5, limit)).first(where: {
        analysis.isWord($0, "علي") || !isStop && isPrefixed($0, 0x628) && !isAside($0)
      }), link + 1 < limit, !analysis.isWord(i, "رهن") || link == i + 1,
      let start = analysis.subjectStart(before: i, limit: contentStart(i))
    else { return nil }
    let condition = analysis.isWord(link, "علي") ? link + 1 : prefixStart(link)
    let end = analysis.clauseEnd(from: condition, limit: limit)
    let content = analysis.trimmed(condition..<max(condition + 1, end))
    guard !content.isEmpty else { return nil }
    var draft = Draft(
      marker: i..<(analysis.isWord(link, "علي") && link == i + 1 ? i + 2 : i + 1),
      outcome: start..<i, likelihood: .unstated, kind: .conditionOnly, rule: "depends")
    draft.condition = ConditionClause(
      whole: i..<content.upperBound, content: content,
      particle: ConditionParticle(words: [], kind: .if, isWeak: false, needsEvent: false),
      isLeading: false)
    return draft
  }
}
