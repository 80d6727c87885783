internal import ArabicScript

/// Tells the encoding of a page and turns it into UTF-8.
enum PageEncoding {
  /// Decodes a page: what the header declares counts before what the page does, and what the bytes look like
  /// before both.
  static func decode(_ bytes: [UInt8], declared: String?) -> TextEncoding.Decoded {
    TextEncoding.decode(bytes, label: declared ?? metaLabel(of: bytes))
  }

  /// The encoding that the first kilobytes of a page declare.
  private static func metaLabel(of bytes: [UInt8]) -> String? {
    let limit = min(bytes.count, 4096)
    guard let at = ByteSearch.find(Array("charset=".utf8), in: bytes, 0..<limit) else { return nil }
    let rest = bytes[(at + 8)..<limit].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
    let label = rest.prefix {
      $0 &- 0x30 < 10 || ByteSearch.lower($0) &- 0x61 < 26 || $0 == 0x2D || $0 == 0x5F
    }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }
}
