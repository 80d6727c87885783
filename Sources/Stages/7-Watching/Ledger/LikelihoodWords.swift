internal import ArabicScript

/// The wordings of `Data/reading/likelihood.tsv`, by which markers are put together: every verb with the
/// future's letter is one wording, `سـ`.
struct LikelihoodWords: Sendable {
  /// `Data/reading/likelihood.tsv`.
  static let shipped = LikelihoodWords(DataFile("reading/likelihood.tsv"))

  private struct Line: Sendable {
    let wording: String
    let folded: String
    let band: ClosedRange<Int>
    /// Whether the wording is the beginning of words.
    let isPrefix: Bool
  }

  private let lines: [Line]
  private let folding = Folding(.search)

  /// Reads a table: wording, likelihood, bounds.
  init(_ file: DataFile) {
    let folding = folding
    lines = file.rows.compactMap { row in
      guard let low = Int(row[2]), let high = Int(row[3]), low <= high else { return nil }
      return Line(
        wording: row[0], folded: folding.folded(row[0]), band: low...high,
        isPrefix: row[0].unicodeScalars.last == "\u{640}")
    }
  }

  /// The wording of a marker with a band; the marker itself if it is none of the table.
  func wording(of marker: String, _ band: ClosedRange<Int>?) -> String {
    let folded = folding.folded(marker)
    if let same = lines.first(where: { $0.folded == folded }) { return same.wording }
    let beginning = lines.first {
      $0.isPrefix && $0.band == band && folded.hasPrefix($0.folded)
    }
    return beginning?.wording ?? marker
  }
}
