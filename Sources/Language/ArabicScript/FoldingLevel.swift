/// How much of the spelling a fold evens out; each level includes those before it.
///
/// What each level does to each code point stands in `Data/script/letters.tsv`.
/// Source: Unicode Character Database (decompositions, digits); equivalences stated in
/// `Training/script/make_letters.py`.
public enum FoldingLevel: UInt8, Sendable, CaseIterable, Comparable {
  /// The text as it is.
  case none
  /// Without vowel signs, tatweel and invisible controls; every space is U+0020.
  case marks
  /// One letter per letter whatever the keyboard: Persian, Urdu, Kurdish code points of an Arabic
  /// letter, presentation forms and ligatures become the Arabic letter; digits become ASCII.
  case letters
  /// Forms of alef are alef, alef maksura is yeh, teh marbuta is heh, hamza on a seat is hamza;
  /// Latin, Greek and Cyrillic letters are lower case.
  case search

  /// Orders by how much is folded.
  public static func < (a: FoldingLevel, b: FoldingLevel) -> Bool { a.rawValue < b.rawValue }
}
