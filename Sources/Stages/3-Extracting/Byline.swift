internal import ArabicScript

/// Finds who signed an article, and cuts labels, places and outlets off.
struct Byline {
  private let words = BoilerplateWords.shipped
  private let title: String
  private let documentTitle: String
  private let opening: String

  /// Makes a finder.
  ///
  /// - Parameters:
  ///   - title: The article's title.
  ///   - documentTitle: The page's, which often names the outlet.
  ///   - opening: The beginning of the text; it names the place of the report.
  init(title: String, documentTitle: String, opening: String) {
    self.title = title
    self.documentTitle = documentTitle
    self.opening = opening
  }

  /// The first of some values that names somebody.
  func first(of values: [String?]) -> String? {
    for case let value? in values where value.count < 160 && !value.contains("://") {
      if let name = name(in: value) { return name }
    }
    return nil
  }

  /// What follows a label such as `بقلم:` in the pieces around the body.
  func labelled(in pieces: [PageSurroundings.Piece]) -> String? {
    for (index, piece) in pieces.enumerated() where piece.text.utf8.count < 200 {
      for line in piece.text.utf8.split(separator: UInt8(ascii: "|")).map(Substring.init) {
        let text = line.drop { $0 == " " || $0 == "*" || $0 == "-" }
        guard let label = words.bylines.first(where: { text.utf8.starts(with: $0.utf8) })
        else { continue }
        let rest = Byline.trimmed(String(Substring(text.utf8.dropFirst(label.utf8.count))))
        if !rest.isEmpty {
          if rest.utf8.count < 100, let name = name(in: rest) { return name }
        } else if let next = pieces[(index + 1)...].first(where: {
          !Byline.trimmed($0.text).isEmpty
        }),
          next.text.utf8.count < 100, let name = name(in: next.text)
        {
          return name
        }
      }
    }
    return nil
  }

  /// A line between headline and body that gives a place and a name: `دمشق – فلان الفلاني`.
  func placed(in pieces: [PageSurroundings.Piece]) -> String? {
    for piece in pieces where !piece.isLink && piece.text.utf8.count < 110 {
      let parts = Byline.parts(piece.text)
      guard parts.count == 2, parts.contains(where: isPlace), let name = name(in: piece.text)
      else { continue }
      let count = name.split(separator: " ").count
      if (2...4).contains(count), !name.contains(where: \.isNumber) { return name }
    }
    // A name that is set apart in bold or italic letters, alone between headline and body.
    let alone = pieces.filter { $0.text.contains { $0.isLetter } }
    if alone.count == 1, alone[0].isStyled, Byline.trimmed(alone[0].text) == alone[0].text,
      (2...3).contains(alone[0].text.split(separator: " ").count)
    {
      return name(in: alone[0].text)
    }
    return nil
  }

  /// Whether title or text tell of it; what stands in brackets there is an agency.
  private func isPlace(_ part: String) -> Bool {
    words.places.contains(part) || PageHead.holds(title, part)
      || PageHead.holds(opening, part) && !PageHead.holds(opening, "(" + part + ")")
  }

  /// The name in a byline; `nil` if it names nobody.
  private func name(in text: String) -> String? {
    var rest = CharacterReferences.text(of: Array(text.utf8)[...])
    var isCut = true
    while isCut {
      isCut = false
      rest = Byline.trimmed(rest)
      for label in words.bylines where rest.utf8.starts(with: label.utf8) {
        rest = String(Substring(rest.utf8.dropFirst(label.utf8.count)))
        isCut = true
        break
      }
    }
    let lines = rest.split(separator: "|").map { Byline.trimmed(String($0)) }
    for line in lines where !line.isEmpty {
      let label = words.bylines.contains { Byline.trimmed($0) == line }
      let opening = line.split(separator: " ").prefix(2).joined(separator: " ")
      if label || [line, opening].contains(where: { words.nobody.contains($0.lowercased()) }) {
        continue
      }
      if let name = person(in: line) { return name }
    }
    return nil
  }

  private func person(in line: String) -> String? {
    // Up to the first word with a number: `فلان في 7 مارس`.
    var kept: [Substring] = []
    for word in line.split(separator: " ") {
      if word.contains(where: \.isNumber) {
        if kept.count < 2 { return nil }
        break
      }
      kept.append(word)
    }
    while let last = kept.last, ["في", "on", "at", "،", "-", "–"].contains(last) {
      kept.removeLast()
    }
    let text = Byline.trimmed(kept.joined(separator: " "))
    guard text.count > 2, text.count < 100 else { return nil }
    let parts = Byline.parts(text)
    guard parts.count > 1 else { return text }
    let left = parts.filter { !isPlace($0) && !isOutlet($0) }
    return left.first
  }

  private func isOutlet(_ part: String) -> Bool {
    let name = Byline.trimmed(String(part.prefix { $0 != "(" }))
    return PageHead.holds(documentTitle, name)
  }

  private static func parts(_ text: String) -> [String] {
    var parts = [text]
    for sign in [" - ", " – ", " — ", " ــ ", " ـ ", " / ", "- ", "– ", "ــ "]
    where parts.count == 1 {
      parts = text.split(separator: sign).map { trimmed(String($0)) }.filter { !$0.isEmpty }
    }
    return parts
  }

  private static func trimmed(_ text: String) -> String {
    let signs: Set<Unicode.Scalar> = [
      " ", "-", "–", "—", "ـ", "|", ",", "،", ":", "/", "*", "•", "·", "\u{200F}", "\u{200E}",
    ]
    var rest = text.unicodeScalars[...]
    while let first = rest.first, signs.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, signs.contains(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
