/// An HTTP/1.1 answer as a WARC `response` record holds it (RFC 9112).
package struct HTTPMessage: Sendable, Hashable {
  /// The status code; `nil` if the first line is no status line.
  package let status: Int?
  /// The head's bytes, with the empty line.
  package let head: [UInt8]
  package let fields: NamedFields
  /// The content without transfer coding, still packed if the sender packed it.
  package let body: [UInt8]

  /// Takes a record's block apart; `nil` if it has no head.
  package init?(block: [UInt8]) {
    let bytes = block.span
    guard let parsed = HeadParser.head(in: bytes, from: 0) else { return nil }
    let words = parsed.firstLine.split(separator: " ")
    status = words.count > 1 && words[0].hasPrefix("HTTP/") ? Int(words[1]) : nil
    head = Array(block[..<parsed.end])
    fields = parsed.fields
    let isChunked = fields["Transfer-Encoding"]?.lowercased().contains("chunked") ?? false
    let rest = block[parsed.end...]
    body = (isChunked ? HTTPMessage.unchunked(rest) : nil) ?? Array(rest)
  }

  /// The type that `Content-Type` names, without parameters.
  package var mediaType: String? {
    fields["Content-Type"].flatMap { value in
      let type = value.prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
      return type.isEmpty ? nil : type
    }
  }

  /// The content of chunks (RFC 9112, 7.1); `nil` if they are none, as some archives keep the field but
  /// not the coding.
  private static func unchunked(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    var rest = bytes
    while true {
      guard let lineEnd = rest.firstIndex(of: 0x0A) else { return nil }
      let line = rest[..<lineEnd].prefix { $0 != 0x3B && $0 != 0x0D && $0 != 0x20 }
      guard !line.isEmpty, line.count <= 8,
        let count = Int(String(decoding: line, as: UTF8.self), radix: 16)
      else { return nil }
      rest = rest[(lineEnd + 1)...]
      if count == 0 { return output }
      guard rest.count >= count else { return nil }
      output += rest.prefix(count)
      rest = rest.dropFirst(count)
      if rest.first == 0x0D { rest = rest.dropFirst() }
      guard rest.first == 0x0A else { return nil }
      rest = rest.dropFirst()
    }
  }
}
