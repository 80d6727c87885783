import ArabicWords
import NewsModel

// What a verb of naming or blame names, which belongs to what is said.

extension StatementReader {
  /// The opening with what is named, which belongs to what is said (`وصف سالم الحيدري السلاح بأنه شر`).
  func withNamed(
    _ opening: SpeechOpening, _ phrase: NounPhrase?, _ form: CueForm, _ verb: CueVerb
  ) -> SpeechOpening {
    guard verb.namesObject, !form.hasPronoun, opening.kind == .clause, let name = phrase?.name,
      (1...6).contains(opening.at - name.upperBound),
      !(name.upperBound..<opening.at).contains(where: {
        analysis.has($0, [.official, .title, .source]) || analysis.isPunctuation($0)
      }), analysis.words[name.upperBound].hasArticle
    else { return opening }
    return SpeechOpening(kind: .clause, at: opening.at, start: name.upperBound)
  }

  /// The opening with who is blamed (`حمل الوزير المجلس مسؤولية التأخير`).
  func withBlamed(
    _ opening: SpeechOpening, _ i: Int, _ phrase: NounPhrase?, _ verb: CueVerb
  ) -> SpeechOpening {
    guard verb.lemma == "حمل", opening.kind == .noun,
      let end = phrase.map({ max($0.tokens.upperBound, i + 1) }), end < opening.start
    else { return opening }
    // `حمل الوزير خلال مؤتمر صحفي المجلس مسؤولية التأخير`: behind the occasion.
    let start =
      (end..<opening.start).first { at in
        analysis.canOpenPhrase(at)
          && (at == end || !analysis.has(at - 1, .preposition) && !isOfSetting(at))
          && analysis.nounPhrase(at: at, limit: opening.start)?.tokens.upperBound == opening.start
      } ?? opening.start
    return SpeechOpening(kind: .noun, at: opening.at, start: start)
  }

  /// Whether a word without the article belongs to the occasion or the outlet before it (`في تصريح صحفي`, `لوكالة رويترز`).
  private func isOfSetting(_ i: Int) -> Bool {
    !analysis.words[i].hasArticle && analysis.has(i - 1, [.notice, .media])
  }
}
