internal import ArabicScript
internal import Crypto
package import NewsModel

/// Turns records into articles: decoding, JSON, field mapping.
///
/// A pure function of the record and the mapping, so that it can run beside itself.
package struct RecordParser: Sendable {
  private let mapping: FieldMapping

  /// Makes a parser for one mapping.
  package init(mapping: FieldMapping) { self.mapping = mapping }

  /// An article with what had to be done to get it.
  package struct Result: Sendable, Hashable {
    package let article: Article
    package let remarks: [GatheringRemark]
  }

  /// Parses one record.
  package func parse(_ record: ArticleRecord) throws(GatheringProblem) -> Result {
    var remarks: [GatheringRemark] = []
    var bytes = record.bytes
    if let offset = invalidOffset(of: bytes) {
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        throw problem(record, .utf16)
      }
      guard Windows1256.looksLike(bytes) else {
        throw problem(record, .undecodable(at: record.offset + offset), near: offset)
      }
      bytes = Windows1256.utf8(decoding: bytes)
      remarks.append(.convertedFromWindows1256)
    }
    var article: Article
    switch record.form {
    case .text: article = plainArticle(bytes)
    case .json: article = try jsonArticle(bytes, record, mapping)
    case .document: article = try jsonArticle(bytes, record, FieldMapping())
    }
    if !hasLetters(article.text) {
      guard hasLetters(article.title) else { throw problem(record, .emptyArticle) }
      remarks.append(.titleOnly)
    }
    if let published = article.published {
      article.published = RecordTime.iso(published)
      if article.published == nil { remarks.append(.unreadableDate(published)) }
    }
    if let modified = article.modified {
      article.modified = RecordTime.iso(modified)
      if article.modified == nil { remarks.append(.unreadableDate(modified)) }
    }
    if article.id.isEmpty { article.id = contentID(of: article) }
    return Result(article: article, remarks: remarks)
  }

  private func hasLetters(_ text: String) -> Bool { text.utf8.contains { $0 > 0x20 } }

  private func problem(
    _ record: ArticleRecord, _ reason: GatheringProblem.Reason, near offset: Int = 0
  ) -> GatheringProblem {
    let lines = record.bytes.prefix(offset).reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
    let isWholeFile = record.form == .text && offset == 0
    return GatheringProblem(
      file: record.file, line: isWholeFile ? nil : record.line + lines, reason: reason)
  }

  private func plainArticle(_ bytes: [UInt8]) -> Article {
    let end = (bytes.lastIndex { $0 != 0x0A && $0 != 0x0D } ?? -1) + 1
    let start = bytes[..<end].firstIndex { $0 > 0x20 } ?? end
    guard let lineEnd = bytes[start..<end].firstIndex(of: 0x0A) else {
      return Article(id: "", text: String(decoding: bytes[start..<end], as: UTF8.self))
    }
    var titleEnd = lineEnd
    if titleEnd > start, bytes[titleEnd - 1] == 0x0D { titleEnd -= 1 }
    let textStart = bytes[lineEnd..<end].firstIndex { $0 != 0x0A && $0 != 0x0D } ?? end
    return Article(
      id: "", title: String(decoding: bytes[start..<titleEnd], as: UTF8.self),
      text: String(decoding: bytes[textStart..<end], as: UTF8.self))
  }

  private func jsonArticle(
    _ bytes: [UInt8], _ record: ArticleRecord, _ mapping: FieldMapping
  ) throws(GatheringProblem) -> Article {
    let fields: ObjectFields
    do {
      fields = try ObjectFields(of: bytes, mapping)
    } catch {
      switch error {
      case .truncated: throw problem(record, .truncatedJSON)
      case .unexpected(let offset):
        throw problem(record, .invalidJSON(at: record.offset + offset), near: offset)
      case .notAnObject: throw problem(record, .notAnObject)
      }
    }
    let text: String
    let wanted = mapping.path(of: .text).joined(separator: ".")
    switch fields.values[.text] {
    case .text(let value): text = value
    case .null: text = ""
    case .notText: throw problem(record, .notText(name: "text", wanted: wanted))
    case nil:
      throw problem(
        record, .missingField(name: "text", wanted: wanted, present: fields.present))
    }
    return Article(
      id: fields.text(of: .id) ?? "", source: fields.text(of: .source),
      url: fields.text(of: .url), published: fields.text(of: .published),
      modified: fields.text(of: .modified), title: fields.text(of: .title) ?? "",
      byline: fields.text(of: .byline), text: text)
  }

  /// An id for an article that brings none: equal articles get equal ids.
  private func contentID(of article: Article) -> String {
    var hash = SHA256()
    for part in [article.source, article.url, article.published, article.title, article.text] {
      let bytes = Array((part ?? "").utf8)
      hash.update(data: Array("\(bytes.count):".utf8))
      hash.update(data: bytes)
    }
    let digits = Array("0123456789abcdef".utf8)
    let id = hash.finalize().prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: id, as: UTF8.self)
  }
}

/// What had to be done to an article's input to read it.
package enum GatheringRemark: Sendable, Hashable {
  case convertedFromWindows1256
  /// There is a title but no text.
  case titleOnly
  /// The time of publication is in no known form and was left out.
  case unreadableDate(String)
}

/// The offset of the first byte that is not part of valid UTF-8, if there is one.
private func invalidOffset(of bytes: [UInt8]) -> Int? {
  do {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}
