/// How a word is spelt alone that is spelt otherwise before a pronoun.
enum BaseSpelling {
  /// The words that `stem`, standing before a pronoun, may be.
  static func alone(_ stem: [UInt8]) -> [[UInt8]] {
    guard stem.count >= 4 else { return [stem] }
    let cut = Array(stem.dropLast(2))
    switch Array(stem.suffix(2)) {
    case teh: return [stem, cut + tehMarbuta]
    case hamzaOnYeh, hamzaOnWaw: return [cut + hamza]
    case alef, yeh: return [stem, cut + alefMaksura]
    case waw: return [stem, stem + alef]
    case tehMarbuta, alefMaksura: return []
    default: return [stem]
    }
  }

  /// Whether it is one of the prepositions of one letter that take a pronoun.
  static func isPreposition(_ base: [UInt8]) -> Bool { base == beh || base == lam }

  private static let teh = Array("ت".utf8)
  private static let tehMarbuta = Array("ة".utf8)
  private static let hamza = Array("ء".utf8)
  private static let hamzaOnYeh = Array("ئ".utf8)
  private static let hamzaOnWaw = Array("ؤ".utf8)
  private static let alef = Array("ا".utf8)
  private static let alefMaksura = Array("ى".utf8)
  private static let yeh = Array("ي".utf8)
  private static let waw = Array("و".utf8)
  private static let beh = Array("ب".utf8)
  private static let lam = Array("ل".utf8)
}
