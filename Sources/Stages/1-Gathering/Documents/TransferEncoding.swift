/// The encodings in which mail carries bytes (RFC 2045, 6), and encoded words in its header (RFC 2047).
enum TransferEncoding {
  /// The bytes that an encoded body stands for; unknown encodings are taken as they are.
  static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String) -> [UInt8] {
    switch encoding {
    case "base64": base64(body)
    case "quoted-printable": quotedPrintable(body)
    default: Array(body)
    }
  }

  /// Whether a text may be base 64: few signs besides white space are none of its letters.
  static func isBase64(_ text: ArraySlice<UInt8>) -> Bool {
    var (letters, others) = (0, 0)
    for byte in text where byte > 0x20 {
      let isLetter = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "+/=".utf8.contains(byte)
      if isLetter { letters += 1 } else { others += 1 }
    }
    return others * 20 <= letters
  }

  /// Base 64; whatever is none of its letters is passed over, as RFC 2045 asks.
  static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 3 / 4)
    var (value, bits) = (0, 0)
    for byte in text {
      let digit: Int
      switch byte {
      case 0x41...0x5A: digit = Int(byte) - 0x41
      case 0x61...0x7A: digit = Int(byte) - 0x61 + 26
      case 0x30...0x39: digit = Int(byte) - 0x30 + 52
      case 0x2B: digit = 62
      case 0x2F: digit = 63
      default: continue
      }
      value = (value << 6 | digit) & 0xFFFF
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: value >> bits))
    }
    return bytes
  }

  /// Quoted-printable; `=` at a line's end joins it with the next.
  static func quotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        continue
      }
      if rest.first == 0x0D { rest.removeFirst() }
      if rest.first == 0x0A {
        rest.removeFirst()
      } else if rest.count >= 2, let high = digit(rest[rest.startIndex]),
        let low = digit(rest[rest.startIndex + 1])
      {
        bytes.append(high << 4 | low)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}

/// Encoded words of mail headers: `=?windows-1256?B?…?=`.
enum EncodedWords {
  /// The text with its encoded words decoded; those that can't be stay as they are.
  static func decoded(_ text: String) -> String {
    var result = ""
    var pending: (charset: String, bytes: [UInt8])?
    var rest = Substring(text)
    func flush() {
      guard let word = pending else { return }
      result += MailPart.decoded(word.bytes, word.charset) ?? ""
      pending = nil
    }
    while !rest.isEmpty {
      if rest.hasPrefix("=?"), let word = word(&rest) {
        // A letter may be cut over two words: bytes of one encoding are joined before they are decoded.
        if let open = pending, open.charset == word.charset {
          pending?.bytes += word.bytes
        } else {
          flush()
          pending = word
        }
        // White space between two encoded words is no text.
        let behind = rest.drop { $0.isWhitespace }
        if behind.hasPrefix("=?") { rest = behind }
        continue
      }
      flush()
      result.append(rest.removeFirst())
    }
    flush()
    return result
  }

  /// Takes an encoded word off the text; `nil` if it is none.
  private static func word(_ rest: inout Substring) -> (charset: String, bytes: [UInt8])? {
    let parts = rest.dropFirst(2).split(
      separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[3].hasPrefix("=") else { return nil }
    let charset = parts[0].prefix { $0 != "*" }.lowercased()
    let bytes: [UInt8]
    switch parts[1].lowercased() {
    case "b": bytes = TransferEncoding.base64(Array(parts[2].utf8)[...])
    case "q":
      bytes = TransferEncoding.quotedPrintable(
        Array(parts[2].utf8).map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
    default: return nil
    }
    rest = parts[3].dropFirst()
    return (charset, bytes)
  }
}
