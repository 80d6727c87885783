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
  let plain: [NameLetter]
  /// The word's consonants.
  let skeleton: Skeleton

  /// How many slots `units` holds for a letter.
  var stride: Int { SpellingModel.longest(script) + 1 }
}
