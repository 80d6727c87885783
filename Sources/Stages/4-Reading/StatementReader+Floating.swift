import ArabicWords
import NewsModel

extension StatementReader {
  /// A quotation without a cue that goes on right behind what someone said (`قال إن ... .. «...»`) is said by the
  /// same; other quotations without a cue have no speaker and are left alone.
  mutating func readFloatingQuotations() {
    var isSaid = [Bool](repeating: false, count: analysis.count)
    var endingAt: [Int: Int] = [:]
    for (index, draft) in drafts.enumerated() {
      for i in draft.content { isSaid[i] = true }
      if draft.rule != "claim" { endingAt[draft.content.upperBound] = index }
    }
    var found: [Int: Draft] = [:]
    for quotation in analysis.quotations where isFloating(quotation) {
      let content = analysis.trimmed(quotation.content)
      guard !content.contains(where: { isSaid[$0] }) else { continue }
      var end = quotation.open
      while end > 0, quotation.open - end < 4, endingAt[end] == nil, analysis.isPunctuation(end - 1)
      {
        end -= 1
      }
      guard let index = endingAt[end], let member = drafts[index].member else { continue }
      found[index] = Draft(
        content: content, cue: nil, speaker: nil, member: member, stance: drafts[index].stance,
        isLoaded: false, mode: .direct, chain: [], rule: "floating")
    }
    guard !found.isEmpty else { return }
    drafts = drafts.enumerated().flatMap { [$1] + (found[$0].map { [$0] } ?? []) }
  }

  /// `«...»، هكذا وصف الوزير`: the quotation before is what is said.
  mutating func readThus(_ i: Int, _ sentence: Range<Int>) {
    guard let (form, verb) = analysis.cue(i + 1), form.kind == .past || form.kind == .present else {
      return
    }
    addQuoted(before: i, cue: i + 1, form, verb, rule: "thus:\(verb.lemma)")
  }

  /// `«...»، بهذه العبارة استهل الوزير حديثه`: the quotation before is what is said.
  mutating func readTheseWords(_ i: Int, _ sentence: Range<Int>) {
    guard analysis.isWord(i + 1, "العباره") || analysis.isWord(i + 1, "الكلمات"),
      i + 3 < sentence.upperBound
    else { return }
    let form = CueForm(
      verb: 0, kind: .past, isFeminine: analysis.hasEnding(i + 2, "ت"), isPlural: false,
      hasPronoun: false)
    addQuoted(before: i, cue: i + 2, form, CueVerb.clauseOnly, rule: "these-words")
  }

  /// Adds the words in marks that end before token `i`, whose speaker follows the verb at `cue`.
  private mutating func addQuoted(
    before i: Int, cue: Int, _ form: CueForm, _ verb: CueVerb, rule: String
  ) {
    guard
      let quotation = analysis.quotations.last(where: {
        $0.isClosed && $0.close < i && $0.depth == 0
      }),
      !(quotation.close + 1..<i).contains(where: {
        analysis.text.tokens[$0].kind != .punctuation
      }),
      let first = quotation.content.first, analysis.speechOf[first] >= 0,
      let short = analysis.nounPhrase(at: cue + 1, limit: analysis.sentence(i).upperBound)
    else { return }
    let phrase = analysis.withName(short, before: analysis.sentence(i).upperBound)
    add(
      SpeechContent(tokens: analysis.trimmed(quotation.content), mode: .direct),
      cue: cue..<cue + 1, phrase: phrase, member: roster.member(phrase, form: form), verb: verb,
      rule: rule)
  }

  /// Whether a quotation of speech stands where a sentence begins, and no verb of speech follows it.
  private func isFloating(_ quotation: QuotationSpan) -> Bool {
    guard quotation.isClosed, quotation.depth == 0, quotation.content.count >= 6,
      let first = quotation.content.first, analysis.speechOf[first] >= 0,
      analysis.text.tokens[quotation.open].gap == .line
        || analysis.isMark(quotation.open - 1, 0x2E)
    else { return false }
    let next = quotation.close + 1
    return !(next..<next + 4).contains { analysis.cue($0) != nil || analysis.isWord($0, "هكذا") }
  }
}
