internal import NewsModel

/// A kind of file that is read as a whole and gives one article or many.
enum DocumentKind: Sendable, Hashable {
  /// A table with a header line, its cells set off by commas, semicolons or tabs.
  case table
  /// A workbook of spreadsheets, a zip file of XML; its first sheet is such a table.
  case spreadsheet
  /// The export of a channel that Telegram writes as `result.json`.
  case telegram
  /// A message of electronic mail.
  case mail
  /// Messages of electronic mail one after the other, each behind a line that begins with `From `.
  case mailbox
  /// A text document of word processors, a zip file of XML.
  case word
  /// A PDF with a text layer.
  case pdf

  /// The longest such file, unpacked, that is read, in bytes.
  static let limit = 256 << 20

  /// The kind that a file's name tells, packed or not; `nil` if none.
  init?(path: String) {
    if ["csv", "tsv"].contains(where: { ArticleInputs.hasEnding($0, path) }) {
      self = .table
    } else if ["xlsx", "ods"].contains(where: { ArticleInputs.hasEnding($0, path) }) {
      self = .spreadsheet
    } else if ArticleInputs.hasEnding("eml", path) {
      self = .mail
    } else if ArticleInputs.hasEnding("mbox", path) {
      self = .mailbox
    } else if ArticleInputs.hasEnding("docx", path) {
      self = .word
    } else if ArticleInputs.hasEnding("pdf", path) {
      self = .pdf
    } else if let name = path.split(separator: "/").last,
      name == "result.json" || name == "result.json.gz"
    {
      self = .telegram
    } else {
      return nil
    }
  }

  /// The records of a file of this kind.
  func items(of bytes: [UInt8], file: String) -> [GatheredItem] {
    do throws(DocumentFault) {
      switch self {
      case .table: return try TableReader(bytes, file: file).items()
      case .spreadsheet: return try Spreadsheet(bytes).items(file: file)
      case .telegram: return try TelegramExport.items(bytes, file: file)
      case .mail: return try MailMessage(bytes).records(file: file)
      case .mailbox: return try Mailbox(bytes).items(file: file)
      case .word: return [try WordDocument(bytes).record(file: file)]
      case .pdf: return [try PortableDocument(bytes).record(file: file)]
      }
    } catch {
      return [.problem(GatheringProblem(file: file, reason: .document(error)))]
    }
  }
}

/// Why a document gives no article.
package enum DocumentFault: Error, Sendable, Hashable {
  /// A table without a line of names, or one whose names are empty or repeated.
  case noHeader
  /// A quotation mark that is never closed; the line on which it stands.
  case openQuote(line: Int)
  /// A row with more cells than the header has names.
  case tooManyCells(found: Int, names: Int)
  /// Not an export of Telegram's.
  case noTelegramExport
  /// An export of a chat that is no channel; what it is.
  case noChannel(kind: String)
  /// A message of an export that can't be read: which one it is, and the number that it gives itself.
  case unreadableMessage(number: Int, id: Int?)
  /// Neither header fields nor a text.
  case noMail
  /// A file without a line that opens a mail.
  case noMailbox
  /// A part of a mail whose text is not in the encoding that is named.
  case undecodablePart(encoding: String)
  /// A part of a mail in an encoding that is not known.
  case unknownCharset(String)
  /// A zip file that is damaged or cut off.
  case damagedArchive
  /// A file with a password, or a Word or Excel file of the old kind, which looks the same.
  case encrypted
  /// A zip file that holds no text document.
  case noWordDocument
  /// A zip file that holds no workbook with a sheet.
  case noSpreadsheet
  /// The program that reads PDF isn't installed.
  case noPoppler
  /// A file that is no PDF, or a damaged one.
  case damagedPDF
  /// A PDF with a password.
  case encryptedPDF
  /// A PDF of pictures only.
  case noTextLayer
  /// A PDF that isn't read within so many seconds.
  case pdfTakesTooLong(seconds: Int)
  /// A part unpacks to more than is read.
  case unpacksTooLarge(limit: Int)
}

/// Writes an article of a document down as a record.
enum DocumentRecord {
  /// A record with fields of our own names; what is `nil` is left out.
  static func item(
    _ fields: KeyValuePairs<FieldMapping.Field, String?>, file: String, line: Int = 1
  ) -> GatheredItem {
    var writer = JSONWriter()
    writer.object { out in
      for (field, value) in fields {
        guard let value else { continue }
        out.key(field.rawValue)
        out.string(value)
      }
    }
    return .record(
      ArticleRecord(file: file, line: line, offset: 0, form: .document, bytes: writer.bytes))
  }
}
