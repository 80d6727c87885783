internal import Foundation

/// Addresses of pages: absolute, without what does not name the page.
package enum PageAddress {
  /// The absolute address of a link.
  ///
  /// - Parameters:
  ///   - link: As it stands in the document, perhaps relative.
  ///   - base: The document's own address.
  /// - Returns: The address without its fragment; `nil` if it is none of the web.
  package static func absolute(_ link: String, base: String?) -> String? {
    let trimmed = link.trimmingSpace()
    if isPlain(trimmed.utf8.span) { return withoutFragment(trimmed) }
    let text = trimmed.filter { !$0.isNewline }
    guard !text.isEmpty, let url = URL(string: text, relativeTo: base.flatMap { URL(string: $0) })
    else { return nil }
    let absolute = url.absoluteURL
    guard let scheme = absolute.scheme?.lowercased(), ["http", "https"].contains(scheme),
      let host = absolute.host(), !host.isEmpty
    else { return nil }
    return withoutFragment(absolute.absoluteString)
  }

  /// The host of an address, in small letters; IPv6 in brackets, as it stands in addresses.
  package static func host(_ url: String) -> String? {
    guard let host = URL(string: url)?.host()?.lowercased() else { return nil }
    return host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
  }

  /// Scheme, host and port, as in `https://outlet.example:8080`.
  package static func origin(_ url: String) -> String? {
    guard let parsed = URL(string: url), let scheme = parsed.scheme, let host = host(url) else {
      return nil
    }
    return "\(scheme)://\(host)" + (parsed.port.map { ":\($0)" } ?? "")
  }

  /// The address with its host in small letters, which names the same (RFC 3986, 6.2.2.1).
  static func withSmallHost(_ url: String) -> String {
    guard var parts = URLComponents(string: url), let host = parts.encodedHost,
      host != host.lowercased()
    else { return url }
    parts.encodedHost = host.lowercased()
    return parts.string ?? url
  }

  private static func withoutFragment(_ url: String) -> String {
    url.utf8.firstIndex(of: UInt8(ascii: "#")).map { String(url[..<$0]) } ?? url
  }

  /// Whether an address is absolute, and of characters only that stay as they are (RFC 3986, without those that need a
  /// closer look): nothing is to be done with it.
  private static func isPlain(_ utf8: borrowing Span<UInt8>) -> Bool {
    let start = prefix("https://", utf8) ?? prefix("http://", utf8)
    guard let start, start < utf8.count, isLetter(utf8[start]) || isDigit(utf8[start]) else {
      return false
    }
    var isHost = true
    for i in start..<utf8.count {
      let byte = utf8[i]
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") {
        isHost = false
      } else if isHost {
        guard
          isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        else { return false }
      } else if byte == UInt8(ascii: "%") {
        guard i + 2 < utf8.count, isHex(utf8[i + 1]), isHex(utf8[i + 2]) else { return false }
      } else if !isLetter(byte), !isDigit(byte), !"-._~:@!$&'()*+,;=".utf8.contains(byte) {
        return false
      }
    }
    return true
  }

  private static func prefix(_ wanted: String, _ utf8: borrowing Span<UInt8>) -> Int? {
    let wanted = wanted.utf8
    guard utf8.count >= wanted.count else { return nil }
    for (i, byte) in wanted.enumerated() where utf8[i] != byte { return nil }
    return wanted.count
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 6 }
}
