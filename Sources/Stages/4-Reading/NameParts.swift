/// Which words of a name stand for whom, by their folded words.
enum NameParts {
  /// Whether `part` is a name for the one whose full name is `whole`: its words in order, the last
  /// or the first of them among them.
  static func isPart(_ part: [String], of whole: [String]) -> Bool {
    guard !part.isEmpty, part.count <= whole.count else { return false }
    if part == whole { return true }
    // `كيغينز` is short for `مايلز كيغينز الثالث`.
    let last = whole.count > 2 && Self.ordinals.contains(whole[whole.count - 1]) ? 2 : 1
    var at = 0
    for key in whole where at < part.count && isSame(part[at], key) { at += 1 }
    return at == part.count
      && (part.count > 1 || isSame(part[0], whole[whole.count - last]) || isSame(part[0], whole[0]))
  }

  /// Ordinals that end names of families and dynasties.
  private static let ordinals: Set<String> = ["الثاني", "الثالث", "الرابع", "الخامس"]

  /// Whether two words of names are one, though one is spelt with more long vowels (`برزاني`, `برازاني`).
  private static func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard a.utf8.count >= 10, b.utf8.count >= 10,
      a.utf8.prefix(2).elementsEqual(b.utf8.prefix(2))
    else { return false }
    func skeleton(_ word: String) -> [Unicode.Scalar] {
      word.unicodeScalars.dropFirst().filter { $0 != "ا" && $0 != "و" && $0 != "ي" }
    }
    return skeleton(a) == skeleton(b)
  }
}
