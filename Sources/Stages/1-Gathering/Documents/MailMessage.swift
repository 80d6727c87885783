internal import ArabicScript

/// Reads a message of electronic mail (RFC 5322, MIME in RFC 2045 to 2047): its subject and its text.
///
/// Of alternatives the plain text is taken before HTML; attachments are left alone.
struct MailMessage {
  private let subject: String?
  private let sender: String?
  private let date: String?
  private let identifier: String?
  private let address: String?
  private let text: String

  /// How deep parts may stand in one another, and how many of them are looked at.
  static let depthLimit = 20
  static let partLimit = 1_000

  /// Reads a message.
  init(_ bytes: [UInt8]) throws(DocumentFault) {
    let part = MailPart(bytes[...])
    guard part.fields["from"] != nil || part.fields["subject"] != nil || part.fields["date"] != nil
    else { throw .noMail }
    subject = part.fields["subject"].map { EncodedWords.decoded($0).trimmingSpace() }
    sender = part.fields["from"].flatMap { MailMessage.name(EncodedWords.decoded($0)) }
    date = FeedDate.iso(part.fields["date"].map(MailMessage.withoutComments))
    identifier = part.fields["message-id"].map(MailMessage.withoutBrackets)
    address = part.fields["archived-at"].map(MailMessage.withoutBrackets)
    var left = MailMessage.partLimit
    text = try MailMessage.text(of: part, depth: 0, &left) ?? ""
  }

  /// The message as a record.
  func record(file: String) throws(DocumentFault) -> GatheredItem {
    DocumentRecord.item(
      [
        .id: identifier.map { "mail-\($0)" }, .source: sender, .url: address, .published: date,
        .title: subject, .text: text,
      ], file: file)
  }

  /// The text of a part; `nil` if it has none.
  private static func text(
    of part: MailPart, depth: Int, _ left: inout Int
  ) throws(DocumentFault) -> String? {
    left -= 1
    guard depth < depthLimit, left > 0, !part.isAttachment else { return nil }
    switch part.mediaType {
    case "text/plain": return try part.text().trimmingSpace()
    case "text/html":
      return XMLElement.document(html: Array(try part.text().utf8)).map { HTMLText.lines(of: $0) }
    case "multipart/alternative":
      let parts = part.parts
      for wanted in ["text/plain", "text/html"] {
        for inner in parts where inner.mediaType == wanted {
          if let text = try text(of: inner, depth: depth + 1, &left), !text.isEmpty { return text }
        }
      }
      for inner in parts {
        if let text = try text(of: inner, depth: depth + 1, &left), !text.isEmpty { return text }
      }
      return nil
    case let type where type.hasPrefix("multipart/"):
      var texts: [String] = []
      for inner in part.parts {
        if let text = try text(of: inner, depth: depth + 1, &left), !text.isEmpty {
          texts.append(text)
        }
      }
      return texts.isEmpty ? nil : texts.joined(separator: "\n")
    default: return nil
    }
  }

  /// The name in `"name" <address>`; the address's host where there is none.
  private static func name(_ from: String) -> String? {
    let parts = from.split(separator: "<", maxSplits: 1)
    let quotes: Set<Character> = ["\"", "'", " "]
    if parts.count == 2 || from.first != "<" {
      var name = parts.first.map { Substring($0) } ?? ""
      while let first = name.first, quotes.contains(first) { name.removeFirst() }
      while let last = name.last, quotes.contains(last) { name.removeLast() }
      if !name.isEmpty, !name.contains("@") { return String(name) }
    }
    return from.split(separator: "@").last.map { host in
      String(host.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" })
    }
  }

  private static func withoutBrackets(_ text: String) -> String {
    String(text.filter { $0 != "<" && $0 != ">" && !$0.isWhitespace })
  }

  /// `Tue, 21 Jul 2015 13:02:02 +0300 (AST)` without what stands in brackets.
  private static func withoutComments(_ text: String) -> String {
    String(text.prefix { $0 != "(" })
  }
}
