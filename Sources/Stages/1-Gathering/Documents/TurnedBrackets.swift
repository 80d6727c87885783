/// Brackets and quotation marks in text out of PDF files whose makers told them as they are read, not as they look: turned with their line,
/// each becomes its counterpart.
enum TurnedBrackets {
  private static let pairs: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
    ("(", ")"), ("[", "]"), ("«", "»"),
  ]

  /// Whether more brackets close what was never opened than close what was.
  static func areTurned(_ paragraphs: [String]) -> Bool {
    var (right, wrong) = (0, 0)
    for paragraph in paragraphs {
      var open: [Unicode.Scalar: Int] = [:]
      for scalar in paragraph.unicodeScalars {
        if pairs.contains(where: { $0.open == scalar }) { open[scalar, default: 0] += 1 }
        guard let pair = pairs.first(where: { $0.close == scalar }) else { continue }
        let count = open[pair.open] ?? 0
        if count > 0 { right += 1 } else { wrong += 1 }
        open[pair.open] = max(0, count - 1)
      }
    }
    return wrong > right
  }

  /// A text with each bracket in place of its counterpart.
  static func straightened(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          for pair in pairs {
            if scalar == pair.open { return pair.close }
            if scalar == pair.close { return pair.open }
          }
          return scalar
        }))
  }
}
