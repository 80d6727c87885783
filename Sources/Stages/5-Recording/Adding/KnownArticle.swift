internal import ArabicQuantities
internal import GRDB
internal import NewsModel

/// The newest version that the archive has of an article.
struct KnownArticle {
  let row: Int
  let version: Int
  let title: [UInt8]
  let text: [UInt8]
  private let source: Int?
  /// When this version was first seen, in seconds since 1970.
  let addedAt: Int
  /// When it was last seen.
  let lastSeen: Int
  private let sourceName: String?
  let published: String?
  let modified: String?
  private let byline: String?
  private let url: String?

  /// Looks an article up by its id with a prepared statement.
  init?(_ statement: GRDB.Statement, id: String) throws {
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    self.row = row[0]
    version = row[1]
    source = row[2]
    addedAt = row[3]
    sourceName = row[4]
    published = row[5]
    byline = row[6]
    url = row[7]
    title = row.utf8(8)
    text = row.utf8(9)
    modified = row[10]
    lastSeen = (row[11] as Int?) ?? row[3]
  }

  /// Whether all fields are those of `article`, but for the date of change: a page that states another one
  /// and is otherwise the same is no new version, and its date is that of the version that stands.
  func holds(_ article: Article, _ text: ArticleBytes) -> Bool {
    self.text == text.utf8 && title == Array(article.title.utf8) && sourceName == article.source
      && published == article.published && byline == article.byline && url == article.url
  }

  /// Appends the row of `article_versions` that keeps this version.
  func appendVersion(to writer: RowWriter) {
    writer.append(row)
    writer.append(version)
    writer.append(source)
    writer.append(addedAt)
    writer.append(lastSeen)
    writer.append(published)
    writer.append(modified)
    writer.append(byline)
    writer.append(url)
    writer.append(utf8: title)
    writer.append(utf8: text)
  }
}

extension Article {
  /// The time of publication as written, in seconds since 1970; without regard to a zone.
  var publicationTime: Int? {
    guard let published, let day = publishedDay else { return nil }
    let digits = Array(published.utf8.dropFirst(11).prefix(8))
    func number(_ index: Int, below limit: Int) -> Int? {
      guard index + 1 < digits.count, (0x30...0x39).contains(digits[index]),
        (0x30...0x39).contains(digits[index + 1])
      else { return nil }
      let value = Int(digits[index] - 0x30) * 10 + Int(digits[index + 1] - 0x30)
      return value < limit ? value : nil
    }
    let hour = number(0, below: 24)
    let minute = hour == nil ? nil : number(3, below: 60)
    let second = minute == nil ? nil : number(6, below: 61)
    return day.ordinal * 86_400 + (hour ?? 0) * 3_600 + (minute ?? 0) * 60 + (second ?? 0)
  }
}
