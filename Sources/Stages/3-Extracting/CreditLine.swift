/// Finds the agency that a report comes from, where its first or last line or a line below the headline names one:
/// `دمشق (رويترز) -`, `القاهرة - أ ف ب -`, `بغداد/ الأناضول:`, `الضفاف - وكالات`, `(د ب أ)`.
struct CreditLine {
  private let agencies: Set<String>

  /// The finder that knows the agencies of `Data/extracting/boilerplate.tsv`.
  static let shipped = CreditLine(agencies: BoilerplateWords.shipped.agencies)

  private init(agencies: Set<String>) { self.agencies = Set(agencies.map(CreditLine.plain)) }

  /// The first agency that is named.
  ///
  /// - Parameters:
  ///   - shown: The short texts between headline and body.
  ///   - lines: The text's lines.
  /// - Returns: The name as written; `nil` if there is none.
  func credit(shown: [String], lines: [Substring]) -> String? {
    for line in shown where line.unicodeScalars.count < 60 {
      if let name = alone(line[...]) { return name }
    }
    if let first = lines.first, let name = opening(first) { return name }
    return lines.last.flatMap(closing)
  }

  /// How far into a line its agency stands, in characters.
  private static let reach = 60

  /// The agency before the first sentence: in brackets, or between dashes, perhaps behind a place.
  private func opening(_ line: Substring) -> String? {
    let start = line.prefix(CreditLine.reach)
    if let open = start.firstIndex(of: "("), let close = start[open...].firstIndex(of: ")") {
      let inside = start[start.index(after: open)..<close]
      if isAgency(inside), isPlace(start[..<open]) { return CreditLine.trimmed(inside) }
    }
    let parts = start.split(maxSplits: 2) { CreditLine.signs.contains($0) }
    // What the last sign closes; the sentence stands behind it.
    for (index, part) in parts.dropLast().enumerated() where isAgency(part) {
      if index == 0 || isPlace(parts[0]) { return CreditLine.trimmed(part) }
    }
    return nil
  }

  /// The agency that a text ends with, in brackets.
  private func closing(_ line: Substring) -> String? {
    let end = line.reversed().drop { $0.isWhitespace || $0 == "." }
    guard end.first == ")" else { return nil }
    let inside = String(end.dropFirst().prefix { $0 != "(" }.reversed())
    return inside.count < 30 && isAgency(inside[...]) ? CreditLine.trimmed(inside[...]) : nil
  }

  /// The agency that a line of its own names, perhaps beside the outlet.
  private func alone(_ line: Substring) -> String? {
    if let open = line.firstIndex(of: "("), line.last == ")",
      isAgency(line[line.index(after: open)...].dropLast())
    {
      let before = CreditLine.trimmed(line[..<open])
      // The name in full with its letters behind it.
      return before.hasPrefix("وكالة") || isAgency(before[...])
        ? CreditLine.trimmed(line) : CreditLine.trimmed(line[line.index(after: open)...].dropLast())
    }
    let parts = line.split { CreditLine.signs.contains($0) || $0 == "|" }
    guard parts.count < 4, let part = parts.last(where: isAgency) else { return nil }
    return CreditLine.trimmed(part)
  }

  /// Signs that stand around an agency; a dash is also written as two signs of lengthening.
  private static let signs: Set<Character> = ["-", "–", "—", "/", ":", ".", "ـ", "،"]

  private func isPlace(_ text: Substring) -> Bool {
    text.split(separator: " ").count < 5
  }

  /// Whether a text is the name of an agency, or names of some (`رويترز/ أ ف ب`, `وكالات`).
  private func isAgency(_ text: Substring) -> Bool {
    let name = CreditLine.plain(String(text))
    if agencies.contains(name) { return true }
    let parts = name.split { "،,+".contains($0) }.map { CreditLine.plain(String($0)) }
    return parts.count > 1 && parts.allSatisfy(agencies.contains)
  }

  private static func trimmed(_ text: Substring) -> String {
    let rest = text.drop { $0.isWhitespace }
    return String(rest.prefix(rest.count - rest.reversed().prefix { $0.isWhitespace }.count))
  }

  /// A name without dots, and with single spaces.
  private static func plain(_ name: String) -> String {
    name.split { $0 == "." || $0.isWhitespace }.joined(separator: " ")
  }
}
