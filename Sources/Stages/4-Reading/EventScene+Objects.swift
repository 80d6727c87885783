import ArabicScript

// Where the object of a verb may stand.

extension EventScene {
  /// How many words behind a verb its object may begin at the furthest: behind its subject and what tells time or place
  /// (`فرض وزير الخزانة الأميركي أمس في بيان عقوبات`), up to where another clause or what is governed begins.
  func objectReach(of verb: Int) -> Int {
    let end = min(analysis.sentence(verb).upperBound, verb + 1 + Self.furthestObject)
    var j = verb + 1
    while j < end, !endsSubject(j) { j += 1 }
    return max(Self.nearestObject, j - verb)
  }

  /// Whether a word stands neither in a subject nor in what tells when or where its deed was done.
  private func endsSubject(_ j: Int) -> Bool {
    if analysis.isPunctuation(j) || analysis.has(j, [.that, .relative, .clause, .negation]) {
      return true
    }
    if analysis.has(j, .preposition) {
      return !analysis.isWord(j, "في") && !analysis.isWord(j, "باسم")
    }
    guard tokens[j].entry >= 0 else { return false }
    return lexicon.entries[Int(tokens[j].entry)].forms.contains { $0.isVerb && hasConjunction(j) }
  }

  /// The reach of every verb.
  private static let nearestObject = 4
  private static let furthestObject = 10
}
