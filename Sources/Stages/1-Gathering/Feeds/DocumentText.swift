internal import ArabicScript
internal import Foundation

/// The bytes of a feed or page as UTF-8, whatever they are and say that they are.
enum DocumentText {
  /// Turns bytes into UTF-8.
  ///
  /// Bytes that are UTF-8 are that, whatever is declared, since wrong declarations are frequent and other
  /// encodings are hardly ever valid UTF-8; so are bytes that look like Arabic in windows-1256. Else the header
  /// decides, or the document's own declaration.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - charset: What the `Content-Type` header names.
  /// - Returns: The document in UTF-8.
  static func utf8(_ bytes: [UInt8], charset: String? = nil) -> [UInt8] {
    // Nearly all are UTF-8 without a mark.
    let hasMark = bytes.first == 0xEF || bytes.prefix(2).contains(0)
    if !hasMark, (try? UTF8Span(validating: bytes.span)) != nil { return bytes }
    return TextEncoding.decode(bytes, label: charset?.trimmingSpace() ?? declared(in: bytes)).bytes
  }

  /// What `encoding="…"` or `charset=…` in the first kilobytes names.
  private static func declared(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(4096).filter { $0 > 0 }, as: UTF8.self).lowercased()
    for key in ["encoding=", "charset="] {
      guard let range = head.range(of: key) else { continue }
      let value = head[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
      return String(value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    }
    return nil
  }
}
