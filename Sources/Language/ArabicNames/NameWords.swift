internal import ArabicScript

/// A name cut into the words that tell it from others.
///
/// Articles go, alone (`al-`, `el `) or joined (`ال` before three letters or more); `ابن` and `bin`, `ابو`
/// and `abu` are particles; `عبد` and `abd` join the word behind them.
struct NameWords: Sendable {
  struct Word: Sendable {
    /// The spellings that the word may be compared by: with its article and without.
    let spellings: [SpellingWord]
    let isParticle: Bool
  }

  /// A word as it is written.
  struct Form: Sendable {
    /// With its article and without.
    let spellings: [String]
    let script: NameScript
    let isParticle: Bool
  }

  private enum Kind: String, Sendable { case article, child, parent, servant }

  private static let kinds: [String: Kind] = Dictionary(
    uniqueKeysWithValues: DataFile("names/particles.tsv").rows.compactMap { row in
      Kind(rawValue: row[1]).map { (row[0], $0) }
    })

  let words: [Word]

  init(_ name: String) {
    words = NameWords.forms(name).compactMap { form in
      let words = form.spellings.compactMap { SpellingModel.shared.word($0, form.script) }
      return words.isEmpty ? nil : Word(spellings: words, isParticle: form.isParticle)
    }
  }

  /// The words of a name.
  static func forms(_ name: String) -> [Form] {
    var forms: [Form] = []
    var servant = ""
    let pieces = NameWords.pieces(name)
    for (index, piece) in pieces.enumerated() {
      let kind = NameWords.kind(piece)
      let isLast = index == pieces.count - 1
      if kind == .article, pieces.count > 1, !isLast { continue }
      if kind == .servant, !isLast, servant.isEmpty {
        servant = piece
        continue
      }
      if let script = NameScript(of: piece) {
        let bare = NameWords.withoutArticle(piece, script)
        forms.append(
          Form(
            spellings: [servant + piece] + (bare.map { [servant + $0] } ?? []), script: script,
            isParticle: (kind == .child || kind == .parent) && !isLast))
      }
      servant = ""
    }
    return forms
  }

  /// Runs of letters; marks and apostrophes belong to them, all else parts.
  private static func pieces(_ name: String) -> [String] {
    name.unicodeScalars.split { scalar in
      switch CodePointClass.of(scalar.value) {
      case .letter, .mark: false
      default: !"'’‘ʻʿʾ`\u{200C}".unicodeScalars.contains(scalar)
      }
    }.map { String($0) }
  }

  private static func kind(_ piece: String) -> Kind? {
    guard let script = NameScript(of: piece) else { return nil }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: NameAlphabet.shared.plain(piece, script))
    return kinds[String(plain)]
  }

  private static func withoutArticle(_ piece: String, _ script: NameScript) -> String? {
    guard script == .arabic, piece.unicodeScalars.count >= 5, piece.hasPrefix("ال") else {
      return nil
    }
    return String(String.UnicodeScalarView(piece.unicodeScalars.dropFirst(2)))
  }
}
