public import NewsModel

/// Reads articles: a pure function of the article and the reader's version.
public struct Reader: Sendable {
  /// The version of this reader; it changes whenever a reading may change.
  public static let version = ReaderVersion(name: "marsad", version: "0.1.0")

  /// Makes a reader with the rules that Marsad ships.
  public init() {}

  /// Reads one article.
  public func read(_ article: Article) -> Reading {
    Reading(id: article.id, reader: Reader.version, language: "ar", textSHA256: "")
  }
}
