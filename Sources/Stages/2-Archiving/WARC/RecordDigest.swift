internal import Crypto

/// Digests as WARC files and the custody log write them.
package enum RecordDigest {
  /// SHA-256 (FIPS 180-4) in hexadecimal, as in `sha256:9f86…`.
  package static func sha256(_ bytes: [UInt8]) -> String {
    text(of: SHA256.hash(data: bytes))
  }

  /// A digest of SHA-256 in the same form.
  static func text(of digest: SHA256.Digest) -> String { "sha256:" + hexadecimal(digest) }

  /// Whether `text`, an algorithm and a value as `WARC-Block-Digest` has them, is the digest of the bytes;
  /// `nil` if the algorithm is not known here (SHA-1, SHA-256 and MD5 are).
  package static func matches(_ text: String, _ bytes: [UInt8]) -> Bool? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let digest: [UInt8]
    switch text[..<colon].lowercased() {
    case "sha1", "sha-1": digest = Array(Insecure.SHA1.hash(data: bytes))
    case "sha256", "sha-256": digest = Array(SHA256.hash(data: bytes))
    case "md5": digest = Array(Insecure.MD5.hash(data: bytes))
    default: return nil
    }
    let value = text.utf8[text.utf8.index(after: colon)...].prefix { $0 != UInt8(ascii: "=") }
    return value.count == 2 * digest.count
      ? isHexadecimal(value, of: digest)
      : value.elementsEqual(base32(digest)) { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var output: [UInt8] = []
    for byte in bytes {
      output.append(digits[Int(byte >> 4)])
      output.append(digits[Int(byte & 15)])
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether a text, twice as long as a digest, is the digest in hexadecimal digits of either case.
  private static func isHexadecimal(_ text: Substring.UTF8View, of digest: [UInt8]) -> Bool {
    var place = 0
    for byte in text {
      let value: UInt8
      switch byte {
      case 0x30...0x39: value = byte - 0x30
      case 0x41...0x46: value = byte - 0x37
      case 0x61...0x66: value = byte - 0x57
      default: return false
      }
      let half = place & 1 == 0 ? digest[place >> 1] >> 4 : digest[place >> 1] & 15
      guard value == half else { return false }
      place += 1
    }
    return true
  }

  /// Base 32 of RFC 4648, in small letters and without padding.
  private static func base32(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var output: [UInt8] = []
    var buffer = 0
    var bits = 0
    for byte in bytes {
      buffer = buffer << 8 | Int(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        output.append(digits[buffer >> bits & 31])
        buffer &= (1 << bits) - 1
      }
    }
    if bits > 0 { output.append(digits[buffer << (5 - bits) & 31]) }
    return output
  }
}
