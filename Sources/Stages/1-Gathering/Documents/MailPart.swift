internal import ArabicScript

/// One part of a mail: header fields and a body.
struct MailPart {
  /// The fields by their names in small letters, unfolded; of several of one name the first.
  let fields: [String: String]
  private let body: ArraySlice<UInt8>

  /// Reads a part; a header that is damaged has the fields that can be read.
  init(_ bytes: ArraySlice<UInt8>) {
    var fields: [String: String] = [:]
    var name: String?
    var rest = bytes
    while let line = MailPart.line(&rest), !line.isEmpty {
      let text = MailPart.header(line)
      if line.first == 0x20 || line.first == 0x09 {
        if let name { fields[name, default: ""] += " " + text.trimmingSpace() }
        continue
      }
      let sides = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      name = sides.count == 2 ? sides[0].lowercased() : nil
      guard let key = name else { continue }
      if fields[key] == nil { fields[key] = sides[1].trimmingSpace() } else { name = nil }
    }
    self.fields = fields
    body = rest
  }

  /// The media type in small letters, without parameters; plain text where none is given.
  var mediaType: String {
    guard let type = fields["content-type"] else { return "text/plain" }
    return type.prefix { $0 != ";" }.trimmingSpace().lowercased()
  }

  var isAttachment: Bool {
    fields["content-disposition"]?.trimmingSpace().lowercased().hasPrefix("attachment") ?? false
  }

  /// The name of the file that is attached.
  var name: String? {
    let name =
      parameter("filename", of: fields["content-disposition"] ?? "")
      ?? parameter("name", of: fields["content-type"] ?? "")
    return name.map { EncodedWords.decoded($0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The message that the body is.
  var inner: MailPart { MailPart(body) }

  /// The body as text.
  ///
  /// - Throws: `DocumentFault.unknownCharset`, `DocumentFault.undecodablePart`.
  func text() throws(DocumentFault) -> String {
    let encoding = fields["content-transfer-encoding"]?.trimmingSpace().lowercased() ?? ""
    if encoding == "base64", !TransferEncoding.isBase64(body) {
      throw .undecodablePart(encoding: encoding)
    }
    let bytes = TransferEncoding.decoded(body, encoding)
    let charset = parameter("charset", of: fields["content-type"] ?? "")
    guard let text = MailPart.decoded(bytes, charset) else {
      throw .unknownCharset(charset ?? "")
    }
    return text.replacing("\r\n", with: "\n")
  }

  /// The parts of a body of several.
  var parts: [MailPart] {
    guard let boundary = parameter("boundary", of: fields["content-type"] ?? "") else { return [] }
    let mark = Array("--\(boundary)".utf8)
    var parts: [MailPart] = []
    var start: Int?
    var rest = body
    while !rest.isEmpty, parts.count < MailMessage.partLimit {
      let at = rest.startIndex
      guard let line = MailPart.line(&rest) else { break }
      guard line.starts(with: mark) else { continue }
      let behind = line.dropFirst(mark.count)
      guard behind.allSatisfy({ $0 == 0x20 || $0 == 0x2D || $0 == 0x09 }) else { continue }
      if let start { parts.append(MailPart(body[start..<at])) }
      start = rest.startIndex
      if behind.starts(with: [0x2D, 0x2D]) { return parts }
    }
    // A last part whose end is missing was cut off; what is there is read.
    if let start, start < body.endIndex { parts.append(MailPart(body[start...])) }
    return parts
  }

  /// The value of a parameter of a field.
  private func parameter(_ name: String, of field: String) -> String? {
    for piece in field.split(separator: ";").dropFirst() {
      let sides = piece.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, sides[0].trimmingSpace().lowercased() == name else { continue }
      return sides[1].trimmingSpace().filter { $0 != "\"" }
    }
    return nil
  }

  /// Bytes as text; `nil` if the encoding is not known.
  ///
  /// UTF-8 is taken as such whatever is named.
  static func decoded(_ bytes: [UInt8], _ charset: String?) -> String? {
    let known: Set<String> = [
      "", "utf-8", "utf8", "us-ascii", "ascii", "windows-1256", "cp1256", "iso-8859-6",
      "iso-8859-1",
      "windows-1252", "utf-16", "unicode-1-1-utf-8", "x-unknown",
    ]
    if String(validating: bytes, as: UTF8.self) == nil, let charset,
      !known.contains(charset.lowercased())
    {
      return nil
    }
    return String(decoding: DocumentText.utf8(bytes, charset: charset), as: UTF8.self)
  }

  /// A header line as text; old programs write Arabic into it unencoded.
  private static func header(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: DocumentText.utf8(Array(line)), as: UTF8.self)
  }

  /// Takes a line with its end; `nil` at the end.
  private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    var line = rest[rest.startIndex..<end]
    rest = end < rest.endIndex ? rest[(end + 1)...] : rest[rest.endIndex...]
    if line.last == 0x0D { line.removeLast() }
    return line
  }
}
