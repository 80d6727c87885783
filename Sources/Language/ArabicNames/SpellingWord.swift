/// A word of a name as the spelling model sees it.
struct SpellingWord: Sendable {
  let script: NameScript
  /// The units that begin at each letter, `stride` slots a letter, of no length up to the longest.
  ///
  /// `SpellingModel.noUnit` where the model knows none. The ends of the word count as letters.
  let units: [UInt16]
  /// How many letters there are, with the two ends.
  let count: Int
  /// The word for comparing within its script.
  let plain: [Unicode.Scalar]
  /// The word's consonants.
  let skeleton: Skeleton

  /// How many slots `units` holds for a letter.
  var stride: Int { SpellingModel.longest(script) + 1 }

  /// How many letters both begin with alike, as the model sees them.
  func sharedLetters(with other: SpellingWord?) -> Int {
    guard let other, other.script == script else { return -1 }
    let (own, others) = (units.span, other.units.span)
    var i = 0
    while i < min(own.count, others.count), own[i] == others[i] { i &+= 1 }
    return i / stride
  }

  /// Whether it stands before another one where words that begin alike stand together.
  func precedes(_ other: SpellingWord) -> Bool {
    if script != other.script { return script == .arabic }
    return units.lexicographicallyPrecedes(other.units)
  }
}
