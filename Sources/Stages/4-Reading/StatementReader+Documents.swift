import ArabicScript
import ArabicWords

// Documents that speak, and whose words they are.

extension StatementReader {
  /// The document of `جاء في البيان أن`, or the one before in `بيانا ... جاء فيه: «...»`.
  func document(behind cue: Int, before opening: SpeechOpening) -> NounPhrase? {
    if analysis.isWithinIt(cue + 1) {
      let first = analysis.sentence(cue).lowerBound
      let head = (max(first, cue - 14)..<max(first, cue)).last {
        analysis.has($0, .document) && analysis.words[$0].prefix == .none
      }
      guard let head else { return nil }
      return issuing(head, from: first) ?? analysis.nounPhrase(at: head, limit: cue)
    }
    guard analysis.isWord(cue + 1, "في"), cue + 2 < opening.at,
      analysis.has(cue + 2, [.document, .media])
    else { return nil }
    return analysis.nounPhrase(at: cue + 2, limit: opening.at)
  }

  /// Who issues the document, between the verb and it (`أصدرت الوزارة بيانا`).
  private func issuing(_ document: Int, from first: Int) -> NounPhrase? {
    guard
      let verb = (first..<document).first(where: {
        analysis.verbGender($0) != nil || analysis.cue($0)?.form.kind == .past
      }),
      let phrase = analysis.nounPhrase(at: verb + 1, limit: document),
      phrase.tokens.upperBound == document
        || analysis.has(phrase.tokens.lowerBound, [.body, .official, .media])
    else { return nil }
    return phrase
  }

  /// Whose words they are in which something is said (`تصريحات الحيدري التي أعلن فيها`).
  func author(_ i: Int, before end: Int, _ sentence: Range<Int>) -> NounPhrase? {
    guard analysis.isWithinIt(i + 1),
      let document = Range(max(sentence.lowerBound, end - 12), upTo: end).last(where: {
        analysis.has($0, [.document, .notice])
      }), !analysis.words[document].hasArticle
    else { return nil }
    if analysis.isProclitic(document + 1),
      let quotation = analysis.quotation(openedAt: document + 2), quotation.isClosed,
      quotation.close == end - 1
    {
      return NounPhrase(tokens: quotation.content, name: nil, role: quotation.content)
    }
    let named =
      document + 1 < end
      ? analysis.nounPhrase(at: document + 1, limit: end)
        ?? analysis.prefixedPhrase(at: document + 1, limit: end) : nil
    return named.map { analysis.withName($0, before: end) }
      ?? issuing(document, from: sentence.lowerBound)
      ?? topic(before: document, sentence)
  }

  /// Whom `أما` sets before what is told (`أما الرئاسة فاكتفت ببيان من أسطر شددت فيه على أن`).
  private func topic(before document: Int, _ sentence: Range<Int>) -> NounPhrase? {
    let first = sentence.lowerBound
    guard analysis.isWord(first, "اما") || analysis.isWord(first, "واما") else { return nil }
    return analysis.nounPhrase(at: first + 1, limit: document)
  }
}
