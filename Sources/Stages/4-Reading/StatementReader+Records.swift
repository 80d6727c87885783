import ArabicScript
import ArabicWords
import NewsModel

extension StatementReader {
  /// The statements found, in the order of the text.
  func records() -> [Statement] {
    drafts.compactMap { draft in
      guard let index = draft.member else { return nil }
      let member = roster.members[index]
      return Statement(
        content: analysis.text.range(draft.content),
        speaker: draft.speaker.map { analysis.text.range($0) },
        speakerName: member.name, role: member.role,
        sourceClass: member.isNamed
          ? nil : member.sourceClass.flatMap { SourceClass(rawValue: $0) },
        cue: draft.cue.map { analysis.withoutConjunction($0) },
        stance: declines(draft.content) ? .refuse : draft.stance,
        isLoaded: draft.isLoaded,
        mode: draft.mode, chain: draft.chain.map { roster.members[$0].name }, rule: draft.rule)
    }
  }
}

extension StatementReader {
  /// Whether what is said declines to speak (`لا يمكننا مناقشة الخطط`, `لن نكشف`).
  private func declines(_ content: Range<Int>) -> Bool {
    let head = content.prefix(4)
    guard let first = head.first, analysis.has(first, .negation) || analysis.isWord(first, "رفض")
    else { return false }
    return head.dropFirst().contains { analysis.has($0, .refusal) }
  }
}

extension TextAnalysis {
  /// The bytes of tokens without a conjunction written together with the first.
  func withoutConjunction(_ tokens: Range<Int>) -> TextRange {
    let range = text.range(tokens)
    let hasConjunction =
      words[tokens.lowerBound].hasConjunction || isWord(tokens.lowerBound, "ووفق")
      || isWord(tokens.lowerBound, "ووفقا") || isWord(tokens.lowerBound, "وبحسب")
      || isWord(tokens.lowerBound, "وحسب") || isWord(tokens.lowerBound, "ونقلا")
      || isWord(tokens.lowerBound, "فبحسب") || isWord(tokens.lowerBound, "فوفقا")
    return hasConjunction ? text.dropping(1, from: range) : range
  }
}
