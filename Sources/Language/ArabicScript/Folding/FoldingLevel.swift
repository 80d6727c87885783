/// How much of the spelling a fold evens out; each level includes those before it.
///
/// What each level does to each code point stands in `Data/script/letters.tsv` and
/// `Data/script/compositions.tsv`.
/// Source: Unicode Character Database (decompositions, digits, case); equivalences stated, each with
/// its reason, in `Training/script/make_letters.py`.
public enum FoldingLevel: UInt8, Sendable, CaseIterable, Comparable {
  /// The text as it is.
  case none
  /// Without Arabic vowel signs, tatweel and invisible controls; every space is U+0020.
  ///
  /// Canonical equivalents become one (Normalization Form C), hamza and madda written as signs join
  /// their letter; those that no letter takes go.
  case marks
  /// One letter per letter whatever the keyboard.
  ///
  /// Persian, Urdu, Kurdish, Pashto, Uyghur and Maghribi shapes of an Arabic letter, presentation
  /// forms, ligatures and mathematical letters become the Arabic letter; digits of every script
  /// become ASCII. Letters for sounds that Arabic newspapers write apart (پ چ ژ ڤ گ ڭ) stay.
  case letters
  /// Forms of alef are alef, alef maksura is yeh, teh marbuta is heh, hamza on a seat is hamza.
  ///
  /// Letters of other scripts are small; Latin and Greek lose their accents.
  case search

  /// Orders by how much is folded.
  public static func < (a: FoldingLevel, b: FoldingLevel) -> Bool { a.rawValue < b.rawValue }
}
