internal import Crypto

/// A request for a time stamp (RFC 3161, 2.4.1): the hash value of some bytes, never the bytes.
package struct TimeStampRequest: Sendable, Hashable {
  /// The SHA-256 of the bytes.
  let digest: [UInt8]
  /// A number that the answer repeats.
  let nonce: UInt64

  /// Makes a request for bytes.
  package init(for bytes: [UInt8], nonce: UInt64 = .random(in: 1 ... .max)) {
    digest = Array(SHA256.hash(data: bytes))
    self.nonce = nonce
  }

  /// The request in DER: version 1, SHA-256, the nonce, and the wish for the certificates.
  package var der: [UInt8] {
    // AlgorithmIdentifier of SHA-256 (2.16.840.1.101.3.4.2.1), parameters NULL.
    let algorithm: [UInt8] = [
      0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00,
    ]
    let imprint = TimeStampRequest.value(
      0x30, algorithm + TimeStampRequest.value(0x04, digest))
    return TimeStampRequest.value(
      0x30,
      TimeStampRequest.value(0x02, [1]) + imprint + TimeStampRequest.value(0x02, number)
        + TimeStampRequest.value(0x01, [0xFF]))
  }

  /// The nonce as the content of a DER INTEGER: no needless zeros, and positive.
  var number: [UInt8] {
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: nonce >> (8 * (7 - $0))) }
    let short = Array(bytes.drop { $0 == 0 })
    return short.first.map { $0 >= 0x80 } ?? true ? [0] + short : short
  }

  /// A value with its tag; all values here are shorter than 128 bytes.
  private static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    [tag, UInt8(content.count)] + content
  }
}
