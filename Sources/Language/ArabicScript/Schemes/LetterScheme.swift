/// A scheme that writes each Arabic letter and sign as one Latin character, and so can be read back
/// exactly.
///
///     LetterScheme.buckwalter.latin("العربية")   // AlErbyp
///     LetterScheme.buckwalter.arabic("AlErbyp")  // العربية
///
/// Source: `Data/script/schemes.tsv`.
public struct LetterScheme: Sendable {
  private let latinLetters: [Unicode.Scalar: Unicode.Scalar]
  private let arabicLetters: [Unicode.Scalar: Unicode.Scalar]

  /// Buckwalter's transliteration; uses `'|><&}*$~{` and a grave accent.
  public static let buckwalter = LetterScheme(column: 2)
  /// Buckwalter's for XML: without `<`, `>` and `&`.
  public static let buckwalterXML = LetterScheme(column: 3)
  /// Buckwalter's with ASCII letters only, but for `~` and `_`.
  public static let buckwalterSafe = LetterScheme(column: 4)
  /// Habash, Soudi and Buckwalter's, made for readers; its sukun is a full stop.
  public static let habashSoudiBuckwalter = LetterScheme(column: 5)

  private init(column: Int) {
    var latinLetters: [Unicode.Scalar: Unicode.Scalar] = [:]
    var arabicLetters: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in DataFile("script/schemes.tsv").rows {
      guard let arabic = UInt32(row[0], radix: 16).flatMap(Unicode.Scalar.init),
        let latin = row[column].unicodeScalars.first
      else { continue }
      latinLetters[arabic] = latin
      arabicLetters[latin] = arabic
    }
    self.latinLetters = latinLetters
    self.arabicLetters = arabicLetters
  }

  /// The text with Latin characters for Arabic letters; everything else stays.
  public func latin(_ text: String) -> String { text.replacingScalars(latinLetters) }

  /// The text with Arabic letters for the scheme's characters; everything else stays.
  public func arabic(_ text: String) -> String { text.replacingScalars(arabicLetters) }

  /// Whether `arabic(latin(text))` is the text: it holds none of the scheme's own Latin characters.
  public func isExact(for text: String) -> Bool {
    text.unicodeScalars.allSatisfy { arabicLetters[$0] == nil }
  }
}

extension String {
  fileprivate func replacingScalars(_ table: [Unicode.Scalar: Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars { result.append(table[scalar] ?? scalar) }
    return String(result)
  }
}
