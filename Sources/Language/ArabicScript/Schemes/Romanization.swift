/// A romanization of vocalized Arabic for readers: DIN 31635 or ALA-LC.
///
///     Romanization.din31635.latin("الشَّمْس")  // aš-šams
///     Romanization.alaLC.latin("الشَّمْس")     // al-shams
///
/// What the vowel signs say is written; where there are none, only the letters are. Neither scheme
/// can be read back exactly: both leave out the seat of hamza and the alef of the article.
/// Sources: DIN 31635 (2011); ALA-LC Romanization Table for Arabic (2012), rules 1 to 9, 17, 22;
/// letters in `Data/script/schemes.tsv`.
public struct Romanization: Sendable {
  private let letters: [Unicode.Scalar: String]
  /// Whether the article's lam becomes the sun letter behind it, and `iyy` stays short.
  private let isPhonetic: Bool

  /// DIN 31635, as in German and European scholarship.
  public static let din31635 = Romanization(column: 6, isPhonetic: true)
  /// ALA-LC, as in library catalogues.
  public static let alaLC = Romanization(column: 7, isPhonetic: false)

  private init(column: Int, isPhonetic: Bool) {
    var letters: [Unicode.Scalar: String] = [:]
    for row in DataFile("script/schemes.tsv").rows {
      guard let arabic = UInt32(row[0], radix: 16).flatMap(Unicode.Scalar.init) else { continue }
      letters[arabic] = row[column]
    }
    self.letters = letters
    self.isPhonetic = isPhonetic
  }

  /// The text romanized; what is no Arabic word stays.
  public func latin(_ text: String) -> String {
    var result = ""
    var word: [VocalizedLetter] = []
    for scalar in text.unicodeScalars {
      if scalar.value == 0x640 { continue }
      if VocalizedLetter.isSign(scalar), !word.isEmpty {
        word[word.count - 1].add(scalar)
      } else if letters[scalar] != nil, !VocalizedLetter.isSign(scalar) {
        word.append(VocalizedLetter(scalar))
      } else {
        result += romanized(word[...])
        word = []
        result.unicodeScalars.append(scalar)
      }
    }
    return result + romanized(word[...])
  }

  private func romanized(_ word: ArraySlice<VocalizedLetter>) -> String {
    guard let first = word.first else { return "" }
    let rest = word.dropFirst()
    if "وفبك".unicodeScalars.contains(first.letter), first.vowel != nil, let inner = article(rest) {
      return letter(first) + (first.vowel ?? "") + "-" + inner
    }
    return article(word) ?? plain(word)
  }

  /// The word with its article, if it has one and at least two letters more.
  private func article(_ word: ArraySlice<VocalizedLetter>) -> String? {
    let rest = word.dropFirst(2)
    guard rest.count >= 2, let alef = word.first, alef.letter == "ا" || alef.letter == "ٱ",
      let lam = word.dropFirst().first, lam.letter == "ل", lam.vowel == nil, !lam.isDoubled,
      let next = rest.first
    else { return nil }
    let isSun = "تثدذرزسشصضطظلن".unicodeScalars.contains(next.letter)
    var stem = rest
    if isSun { stem[stem.startIndex].isDoubled = false }
    return (isSun && isPhonetic ? "a" + letter(next) : "al") + "-" + plain(stem)
  }

  private func letter(_ letter: VocalizedLetter) -> String { letters[letter.letter] ?? "" }

  private func plain(_ word: ArraySlice<VocalizedLetter>) -> String {
    var result = ""
    /// The short vowel that was written last, if nothing stands behind it.
    var vowel: Unicode.Scalar? {
      result.unicodeScalars.last.flatMap { "aiu".unicodeScalars.contains($0) ? $0 : nil }
    }
    for (i, current) in zip(word.indices, word) {
      let isFirst = i == word.startIndex
      let isLast = i == word.endIndex - 1
      let isBare = current.vowel == nil && current.tanwin == nil && !current.isDoubled
      switch current.letter {
      case "ا", "ٱ":
        if let own = current.vowel ?? current.tanwin {
          result += own
        } else if isFirst {
          result += "i"
        } else if vowel == "a" {
          result.lengthen()
        } else if !(result.hasSuffix("ū") && isLast), !result.hasSuffix("an") {
          result += "ā"
        }
        continue
      case "آ":
        result += isFirst ? "ā" : letter(current)
        continue
      case "أ" where isFirst, "إ" where isFirst:
        result += current.vowel ?? (current.letter == "إ" ? "i" : "a")
        continue
      case "و" where isBare && vowel == "u", "ي" where isBare && vowel == "i":
        result.lengthen()
        continue
      case "ي" where current.isDoubled && vowel == "i" && !isPhonetic:
        result.lengthen()
        result += "y"
      case "ى":
        if vowel == "a" { result.removeLast() }
        if !result.hasSuffix("an") { result += letter(current) }
        continue
      case "ة" where isBare && isLast:
        if vowel != "a" { result += "a" }
        if !isPhonetic { result += "h" }
        continue
      default:
        let latin = letter(current)
        if !isPhonetic, latin == "h", let last = result.last, "tdskgc".contains(last) {
          result += "ʹ"
        }
        result += current.isDoubled ? latin + latin : latin
      }
      result += current.vowel ?? ""
      if current.hasDaggerAlef { if vowel == "a" { result.lengthen() } else { result += "ā" } }
      result += current.tanwin ?? ""
    }
    return result
  }
}

/// A letter with what its signs say.
private struct VocalizedLetter {
  let letter: Unicode.Scalar
  var vowel: String?
  var tanwin: String?
  var isDoubled = false
  var hasDaggerAlef = false

  init(_ letter: Unicode.Scalar) { self.letter = letter }

  static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    (0x64B...0x652).contains(scalar.value) || scalar.value == 0x670
  }

  mutating func add(_ sign: Unicode.Scalar) {
    switch sign.value {
    case 0x64B: tanwin = "an"
    case 0x64C: tanwin = "un"
    case 0x64D: tanwin = "in"
    case 0x64E: vowel = "a"
    case 0x64F: vowel = "u"
    case 0x650: vowel = "i"
    case 0x651: isDoubled = true
    case 0x670: hasDaggerAlef = true
    default: break
    }
  }
}

extension String {
  /// Makes the last vowel long.
  fileprivate mutating func lengthen() {
    switch popLast() {
    case "a": append("ā")
    case "i": append("ī")
    case "u": append("ū")
    case let other?: append(other)
    case nil: break
    }
  }
}
