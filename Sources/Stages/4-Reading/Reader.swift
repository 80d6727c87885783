internal import ArabicScript
internal import ArabicWords
internal import Crypto
public import NewsModel

/// Reads articles: a pure function of the article and the reader's version.
public struct Reader: Sendable {
  /// The version of this reader; it changes whenever a reading may change.
  public static let version = ReaderVersion(name: "marsad", version: "0.1.0")

  private let lexicon: ReadingLexicon

  /// Makes a reader with the rules that Marsad ships.
  public init() { lexicon = ReadingLexicon.standard }

  /// Reads one article.
  public func read(_ article: Article) -> Reading {
    let utf8 = Array(article.text.utf8)
    let digest = SHA256.hash(data: utf8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    var reading = Reading(
      id: article.id, reader: Reader.version, language: "ar", textSHA256: digest.joined())
    let analysis = TextAnalysis(utf8, lexicon: lexicon)
    var statements = StatementReader(analysis)
    statements.read()
    reading.statements = statements.records()
    var events = EventReader(analysis, statements: statements.drafts, published: article.publishedDay)
    reading.events = events.read()
    var outlooks = OutlookReader(analysis, statements: statements.drafts, roster: statements.roster)
    reading.outlooks = outlooks.read()
    return reading
  }
}
