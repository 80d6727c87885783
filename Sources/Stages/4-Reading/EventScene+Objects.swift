import ArabicScript
import ArabicWords

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

  /// Whether a verb's pronoun means one of the words, which stands up to four words before (`صاروخ باليستي أطلقه الحوثيون`).
  func isTaken(up verb: Int, _ words: WordTable) -> Bool {
    Range(max(analysis.sentence(verb).lowerBound, verb - 4), upTo: verb).contains {
      analysis.text.look(up: $0, in: words) >= 0
    }
  }

  /// Whether a word stands neither in a subject nor in what tells when or where its deed was done.
  private func endsSubject(_ j: Int) -> Bool {
    if analysis.isPunctuation(j) || analysis.has(j, [.that, .relative, .clause, .negation]) {
      return true
    }
    if analysis.has(j, .preposition) {
      return !Self.withinSubject.contains { analysis.isWord(j, $0) }
        && !(analysis.isWord(j, "من")
          && (analysis.isWord(j + 1, "جانبه") || analysis.isWord(j + 1, "جانبها")))
    }
    guard tokens[j].entry >= 0 else { return false }
    return lexicon.entries[Int(tokens[j].entry)].forms.contains { $0.isVerb && hasConjunction(j) }
  }

  /// Prepositions in the name of an office (`المتحدث باسم`) and before a time.
  private static let withinSubject: [StaticString] = ["في", "باسم", "خلال", "منذ", "قبل", "بعد"]

  /// The reach of every verb.
  private static let nearestObject = 4
  private static let furthestObject = 10
}
