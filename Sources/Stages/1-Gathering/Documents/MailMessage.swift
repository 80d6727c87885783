internal import ArabicScript

/// Reads a message of electronic mail (RFC 5322, MIME in RFC 2045 to 2047): its subject and its text.
///
/// Of alternatives the plain text is taken before HTML. Attached texts stand behind it, each behind its name, and what else
/// is attached is named; forwarded messages are messages of their own.
struct MailMessage {
  private let subject: String?
  private let sender: String?
  private let date: String?
  private let identifier: String?
  private let address: String?
  private let text: String
  private let forwarded: [MailMessage]

  /// How deep parts may stand in one another, and how many of them are looked at.
  static let depthLimit = 20
  static let partLimit = 1_000

  /// What is found in the parts of a message.
  private struct Found {
    var left = MailMessage.partLimit
    var attached: [String] = []
    var forwarded: [MailMessage] = []
  }

  /// Reads a message.
  init(_ bytes: [UInt8]) throws(DocumentFault) {
    var found = Found()
    try self.init(MailPart(bytes[...]), depth: 0, &found)
  }

  private init(_ part: MailPart, depth: Int, _ found: inout Found) throws(DocumentFault) {
    guard part.fields["from"] != nil || part.fields["subject"] != nil || part.fields["date"] != nil
    else { throw .noMail }
    subject = part.fields["subject"].map { EncodedWords.decoded($0).trimmingSpace() }
    sender = part.fields["from"].flatMap { MailMessage.name(EncodedWords.decoded($0)) }
    date = FeedDate.iso(part.fields["date"].map(MailMessage.withoutComments))
    identifier = part.fields["message-id"].map(MailMessage.withoutBrackets)
    address = part.fields["archived-at"].map(MailMessage.withoutBrackets)
    var own = Found(left: found.left)
    let body = try MailMessage.text(of: part, depth: depth, &own)
    text = ([body ?? ""] + own.attached).filter { !$0.isEmpty }.joined(separator: "\n")
    forwarded = own.forwarded
    found.left = own.left
  }

  /// The message and those that it forwards as records; one without a text of its own that forwards others is none.
  func records(file: String, line: Int = 1) throws(DocumentFault) -> [GatheredItem] {
    var inner: [GatheredItem] = []
    for message in forwarded { inner += try message.records(file: file, line: line) }
    if text.isEmpty, !inner.isEmpty { return inner }
    let own = DocumentRecord.item(
      [
        .id: identifier.map { "mail-\($0)" }, .source: sender, .url: address, .published: date,
        .title: subject, .text: text,
      ], file: file, line: line)
    return [own] + inner
  }

  /// The text of a part; `nil` if it has none.
  private static func text(
    of part: MailPart, depth: Int, _ found: inout Found
  ) throws(DocumentFault) -> String? {
    found.left -= 1
    guard depth < depthLimit, found.left > 0 else { return nil }
    switch part.mediaType {
    case "message/rfc822":
      forward(part, depth: depth, &found)
      return nil
    case let type
    where part.isAttachment || !type.hasPrefix("multipart/") && !texts.contains(type):
      attach(part, &found)
      return nil
    case "text/html":
      return XMLElement.document(html: Array(try part.text().utf8)).map { HTMLText.lines(of: $0) }
    case "text/plain": return try part.text().trimmingSpace()
    case "multipart/alternative": return try alternative(of: part, depth: depth, &found)
    default:
      var texts: [String] = []
      for inner in part.parts {
        if let text = try text(of: inner, depth: depth + 1, &found), !text.isEmpty {
          texts.append(text)
        }
      }
      return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }
  }

  /// The text of the first of the alternatives that has one, plain text before HTML.
  private static func alternative(
    of part: MailPart, depth: Int, _ found: inout Found
  ) throws(DocumentFault) -> String? {
    let parts = part.parts
    for wanted in ["text/plain", "text/html"] {
      for inner in parts where inner.mediaType == wanted {
        if let text = try text(of: inner, depth: depth + 1, &found), !text.isEmpty { return text }
      }
    }
    for inner in parts {
      if let text = try text(of: inner, depth: depth + 1, &found), !text.isEmpty { return text }
    }
    return nil
  }

  /// Takes what is attached: its name, and its text if it is one.
  ///
  /// Pictures that belong to the text are no attachments.
  private static func attach(_ part: MailPart, _ found: inout Found) {
    if part.mediaType.hasPrefix("image/"), !part.isAttachment { return }
    let facts = [part.name, part.mediaType].compactMap { $0 }
    found.attached.append("[attachment: \(facts.joined(separator: ", "))]")
    if part.mediaType == "text/plain", let text = try? part.text() {
      found.attached.append(text.trimmingSpace())
    }
  }

  /// Takes a message that is forwarded; one that can't be read is named only.
  private static func forward(_ part: MailPart, depth: Int, _ found: inout Found) {
    do throws(DocumentFault) {
      let message = try MailMessage(part.inner, depth: depth + 1, &found)
      found.forwarded.append(message)
    } catch {
      found.attached.append("[attachment: \(part.mediaType)]")
    }
  }

  /// The types of texts that are read.
  private static let texts: Set<String> = ["text/plain", "text/html"]

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
