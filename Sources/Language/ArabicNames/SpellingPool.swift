/// The spellings of an index, one behind the other in a few arrays.
struct SpellingPool: Sendable {
  /// A spelling, with where its parts are.
  struct Entry: Sendable {
    let script: NameScript
    /// As `SpellingWord.count`.
    let count: Int
    /// Where in `units` its units are.
    let units: Range<Int>
    /// Where in `letters` its letters are.
    let letters: Range<Int>
  }

  private(set) var entries: [Entry] = []
  private(set) var units: [UInt16] = []
  private(set) var letters: [NameLetter] = []

  /// How many spellings there are.
  var count: Int { entries.count }

  mutating func append(_ word: SpellingWord) {
    let entry = Entry(
      script: word.script, count: word.count, units: units.count..<units.count + word.units.count,
      letters: letters.count..<letters.count + word.plain.count)
    entries.append(entry)
    units += word.units
    letters += word.plain
  }

  /// Whether a spelling has the units of a word.
  func holds(_ word: SpellingWord, at slot: Int) -> Bool {
    entries[slot].script == word.script && units[entries[slot].units].elementsEqual(word.units)
  }

  /// Whether a spelling stands before another one where those that begin alike stand together.
  func precedes(_ slot: Int, _ other: Int) -> Bool {
    let (first, second) = (entries[slot], entries[other])
    if first.script != second.script { return first.script == .arabic }
    return units[first.units].lexicographicallyPrecedes(units[second.units])
  }

  /// How many letters both begin with alike, as the model sees them.
  func sharedLetters(_ slot: Int, _ other: Int) -> Int {
    let (own, others) = (entries[slot].units, entries[other].units)
    let all = units.span
    var i = 0
    while i < min(own.count, others.count), all[own.lowerBound + i] == all[others.lowerBound + i] {
      i &+= 1
    }
    return i / (SpellingModel.longest(entries[slot].script) + 1)
  }
}
