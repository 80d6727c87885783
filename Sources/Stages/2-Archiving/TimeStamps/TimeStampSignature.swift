internal import Crypto
internal import SwiftASN1
internal import X509

/// The signature of a time stamp (SignerInfo, RFC 5652, 5.3).
struct TimeStampSignature {
  private let signed: [UInt8]
  private let signature: [UInt8]
  private let algorithm: Certificate.SignatureAlgorithm
  /// The attribute that names the signing certificate by its hash value (RFC 5035), if there is one.
  private let namedCertificate: [UInt8]?

  /// Takes the signature, and checks that the attributes which it signs are those of the content.
  ///
  /// - Throws: `TimeStampFault.badSignature` if the content has another hash value, `.malformed`.
  init(_ info: DERValue, of content: [UInt8]) throws(TimeStampFault) {
    let values = info.values
    guard values.count >= 6, values[3].contextTag == 0 else { throw .malformed }
    let digestAlgorithm = try values[2][0].identifier
    var stated: [UInt8]?
    var named: [UInt8]?
    for attribute in values[3].values {
      switch try attribute[0].identifier {
      case "1.2.840.113549.1.9.4": stated = try attribute[1][0].content
      case "1.2.840.113549.1.9.16.2.47", "1.2.840.113549.1.9.16.2.12": named = attribute.bytes
      default: break
      }
    }
    guard let digest = TimeStampSignature.digest(digestAlgorithm, of: content), stated == digest
    else { throw .badSignature }
    // What is signed is the SET OF attributes, not the tag that stands for it (5.4).
    signed = [0x31] + values[3].bytes.dropFirst()
    signature = values[5].content
    let name = try values[4][0].identifier
    guard let known = TimeStampSignature.algorithm(name, digestAlgorithm) else { throw .malformed }
    algorithm = known
    namedCertificate = named
  }

  /// Whether a certificate's key made it, and the signed attributes name that certificate.
  func isMade(by certificate: Certificate) -> Bool {
    guard
      certificate.publicKey.isValidSignature(
        signature, for: signed, signatureAlgorithm: algorithm)
    else { return false }
    var serializer = DER.Serializer()
    guard let namedCertificate, (try? serializer.serialize(certificate)) != nil else {
      return false
    }
    let bytes = serializer.serializedBytes
    return [
      Array(SHA256.hash(data: bytes)), Array(Insecure.SHA1.hash(data: bytes)),
      Array(SHA384.hash(data: bytes)), Array(SHA512.hash(data: bytes)),
    ].contains { namedCertificate.firstRange(of: $0) != nil }
  }

  private static func digest(_ algorithm: String?, of bytes: [UInt8]) -> [UInt8]? {
    switch algorithm {
    case "2.16.840.1.101.3.4.2.1": Array(SHA256.hash(data: bytes))
    case "2.16.840.1.101.3.4.2.2": Array(SHA384.hash(data: bytes))
    case "2.16.840.1.101.3.4.2.3": Array(SHA512.hash(data: bytes))
    default: nil
    }
  }

  private static func algorithm(
    _ name: String?, _ digest: String?
  ) -> Certificate.SignatureAlgorithm? {
    switch (name, digest) {
    case ("1.2.840.113549.1.1.11", _), ("1.2.840.113549.1.1.1", "2.16.840.1.101.3.4.2.1"):
      .sha256WithRSAEncryption
    case ("1.2.840.113549.1.1.12", _), ("1.2.840.113549.1.1.1", "2.16.840.1.101.3.4.2.2"):
      .sha384WithRSAEncryption
    case ("1.2.840.113549.1.1.13", _), ("1.2.840.113549.1.1.1", "2.16.840.1.101.3.4.2.3"):
      .sha512WithRSAEncryption
    case ("1.2.840.10045.4.3.2", _): .ecdsaWithSHA256
    case ("1.2.840.10045.4.3.3", _): .ecdsaWithSHA384
    case ("1.2.840.10045.4.3.4", _): .ecdsaWithSHA512
    default: nil
    }
  }
}
