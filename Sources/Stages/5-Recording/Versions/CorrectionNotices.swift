internal import ArabicScript

/// Finds the notices by which outlets tell readers that a report was corrected or changed (`Data/versions/notices.tsv`).
struct CorrectionNotices: Sendable {
  private static let folding = Folding(.search)
  private let labels: [[UInt8]]
  private let phrases: [[UInt8]]

  static let shipped = CorrectionNotices(DataFile("versions/notices.tsv"))

  private init(_ file: DataFile) {
    var (labels, phrases): ([[UInt8]], [[UInt8]]) = ([], [])
    for row in file.rows {
      let words = CorrectionNotices.folded(row[1])
      if row[0] == "label" { labels.append(words) } else { phrases.append(words) }
    }
    self.labels = labels
    self.phrases = phrases
  }

  /// Whether a text has a notice that an older one has not.
  func isAnnounced(from older: [String], to newer: [String]) -> Bool {
    let found = newer.flatMap(notices)
    if found.isEmpty { return false }
    let known = Set(older.flatMap(notices))
    return found.contains { !known.contains($0) }
  }

  /// The lines of a text, and what it has in brackets, that are notices; folded.
  private func notices(in text: String) -> [[UInt8]] {
    text.utf8.split(separator: 0x0A).flatMap { line in
      let folded = CorrectionNotices.folded(String(Substring(line)))
      let opened = folded.indices.filter {
        folded[$0] == UInt8(ascii: "(") || folded[$0] == UInt8(ascii: "[")
      }
      let starts = [0] + opened.map { $0 + 1 }
      return starts.compactMap { start in
        let rest = Array(folded[start...].drop { CorrectionNotices.signs.contains($0) })
        return isNotice(rest) ? rest : nil
      }
    }
  }

  private func isNotice(_ line: [UInt8]) -> Bool {
    if phrases.contains(where: { line.starts(with: $0) && !isLetter(line, $0.count) }) {
      return true
    }
    return labels.contains { label in
      guard line.starts(with: label), !isLetter(line, label.count) else { return false }
      let sign = line.dropFirst(label.count).first { $0 != 0x20 }
      return sign.map { CorrectionNotices.labelSigns.contains($0) } ?? true
    }
  }

  private func isLetter(_ line: [UInt8], _ index: Int) -> Bool {
    guard line.indices.contains(index) else { return false }
    // Dashes and other signs beyond ASCII have another first byte than letters.
    return line[index] > 0x7F && line[index] != 0xE2 || (line[index] | 0x20) &- 0x61 < 26
  }

  /// Signs that may stand before a notice.
  private static let signs: Set<UInt8> = Set(" *-\"'<[(".utf8)
  /// Signs that stand behind a label: of ASCII, or the first byte of a dash.
  private static let labelSigns: Set<UInt8> = Set(":-/.|)]".utf8).union([0xE2])

  private static func folded(_ text: String) -> [UInt8] {
    folding.folded(utf8: Array(text.utf8)).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }
}
