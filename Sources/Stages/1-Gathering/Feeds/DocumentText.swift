internal import ArabicScript
internal import Foundation

/// The bytes of a feed or page as UTF-8, whatever they are and say that they are.
enum DocumentText {
  /// Turns bytes into UTF-8.
  ///
  /// Bytes that are UTF-8 are that, whatever is declared, since wrong declarations are frequent and other
  /// encodings are hardly ever valid UTF-8. Otherwise the byte order mark, the header, the document's own
  /// declaration, and the look of windows-1256 decide in this order.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - charset: What the `Content-Type` header names.
  /// - Returns: The document in UTF-8.
  static func utf8(_ bytes: [UInt8], charset: String? = nil) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return converted(bytes, .utf16) ?? bytes
    }
    if (try? UTF8Span(validating: bytes.span)) != nil { return bytes }
    for name in [charset, declared(in: bytes)] {
      guard let name = name?.lowercased().trimmingSpace() else { continue }
      if ["windows-1256", "cp1256", "x-cp1256"].contains(name) {
        return Windows1256.utf8(decoding: bytes)
      }
      if let encoding = encodings[name], let text = converted(bytes, encoding) { return text }
    }
    if Windows1256.looksLike(bytes) { return Windows1256.utf8(decoding: bytes) }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// The encodings that Arabic pages are met in beside UTF-8 and windows-1256.
  private static let encodings: [String: String.Encoding] = [
    "iso-8859-1": .isoLatin1, "windows-1252": .windowsCP1252, "utf-16": .utf16,
    "iso-8859-6": String.Encoding(
      rawValue: 0x8000_0000 | 0x0206),
  ]

  private static func converted(_ bytes: [UInt8], _ encoding: String.Encoding) -> [UInt8]? {
    String(data: Data(bytes), encoding: encoding).map { Array($0.utf8) }
  }

  /// What `encoding="…"` or `charset=…` in the first kilobyte names.
  private static func declared(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    for key in ["encoding=", "charset="] {
      guard let range = head.range(of: key) else { continue }
      let value = head[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
      return String(value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    }
    return nil
  }
}
