internal import ArabicScript

/// The letters of names: what of a spelling counts, in each script.
struct NameAlphabet: Sendable {
  static let shared = NameAlphabet()

  private let own: [Unicode.Scalar: [Unicode.Scalar]]
  private let bare: [Unicode.Scalar: [Unicode.Scalar]]
  private let letters = Folding(.letters)
  private let search = Folding(.search)

  private init() {
    var own: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    var bare: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for row in DataFile("names/latin-letters.tsv").rows {
      guard let letter = row[0].unicodeScalars.first else { continue }
      own[letter] = Array(row[1].unicodeScalars)
      bare[letter] = Array(row[2].unicodeScalars)
    }
    self.own = own
    self.bare = bare
  }

  /// The word as the spelling model writes it: Arabic at `FoldingLevel.letters`, Latin small and with
  /// the marks that the model knows; nothing but letters of the script.
  func modelled(_ word: String, _ script: NameScript) -> [Unicode.Scalar] {
    script == .arabic ? arabic(letters.folded(word)) : latin(word, own)
  }

  /// The word for comparing within its script: Arabic at `FoldingLevel.search`, Latin small and
  /// without marks; nothing but letters of the script.
  func plain(_ word: String, _ script: NameScript) -> [Unicode.Scalar] {
    script == .arabic ? arabic(search.folded(word)) : latin(word, bare)
  }

  private func arabic(_ folded: String) -> [Unicode.Scalar] {
    folded.unicodeScalars.filter {
      0x0621...0x06D3 ~= $0.value && CodePointClass.of($0.value) == .letter
    }
  }

  private func latin(_ word: String, _ marked: [Unicode.Scalar: [Unicode.Scalar]])
    -> [Unicode.Scalar]
  {
    var result: [Unicode.Scalar] = []
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A: result.append(scalar)
      case 0x41...0x5A: result += scalar.properties.lowercaseMapping.unicodeScalars
      default: result += marked[scalar] ?? []
      }
    }
    return result
  }
}
