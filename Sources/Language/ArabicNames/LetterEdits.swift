/// Weighted edit distance (Wagner and Fischer 1974) of spellings in one script: letters of the same class of sounds and
/// those that carry no consonant differ little.
struct LetterEdits {
  private var row: [Int16] = []

  private static let equalSounds = SpellingCost.whole(1)
  private static let vowel = SpellingCost.whole(1)
  private static let doubled = SpellingCost.whole(0.5)
  private static let consonant = SpellingCost.whole(5)

  /// The cost of the cheapest edits that make one spelling of the other.
  mutating func cost(_ a: Span<NameLetter>, _ b: Span<NameLetter>) -> Int16 {
    row.removeAll(keepingCapacity: true)
    row.append(0)
    for j in 0..<b.count { row.append(min(row[j] + loss(b, j), SpellingCost.infinite)) }
    for i in 0..<a.count {
      var corner = row[0]
      let removal = loss(a, i)
      row[0] = min(corner + removal, SpellingCost.infinite)
      for j in 0..<b.count {
        let above = row[j + 1]
        row[j + 1] = min(
          above + removal, row[j] + loss(b, j), corner + change(a[i], b[j]), SpellingCost.infinite)
        corner = above
      }
    }
    return row[b.count]
  }

  private func loss(_ letters: Span<NameLetter>, _ at: Int) -> Int16 {
    if letters[at].sound == 0 { return LetterEdits.vowel }
    let isDoubled = at > 0 && letters[at].scalar == letters[at - 1].scalar
    return isDoubled ? LetterEdits.doubled : LetterEdits.consonant
  }

  private func change(_ a: NameLetter, _ b: NameLetter) -> Int16 {
    if a.scalar == b.scalar { return 0 }
    return a.sound == b.sound ? LetterEdits.equalSounds : LetterEdits.consonant
  }
}
