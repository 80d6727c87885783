internal import NewsModel
internal import Reading

/// Reads the kinds of records asked for, and says so in the reading.
///
/// A reading without some of the kinds is one of another version of the reader, so that the archive takes a whole one in its
/// place when the article is added again.
struct PartialReader: Sendable {
  private let reader: Reader
  private let kinds: Set<RecordKind>
  private let version: ReaderVersion

  /// Makes a reader.
  ///
  /// - Parameter kinds: What to read; with none, texts are not looked at.
  init(_ kinds: Set<RecordKind>) {
    self.kinds = kinds
    reader = Reader(kinds: kinds)
    let left = RecordKind.allCases.filter { !kinds.contains($0) }.map(\.rawValue)
    version =
      left.isEmpty
      ? Reader.version
      : ReaderVersion(
        name: Reader.version.name,
        version: "\(Reader.version.version) without \(left.joined(separator: ", "))")
  }

  /// Reads an article.
  ///
  /// - Parameter article: The article.
  /// - Returns: Its reading.
  func read(_ article: Article) -> Reading {
    if kinds.isEmpty {
      return Reading(
        id: article.id, reader: version, language: "und",
        textSHA256: Reader.digest(Array(article.text.utf8)))
    }
    var reading = reader.read(article)
    reading.reader = version
    return reading
  }
}
