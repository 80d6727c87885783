internal import Crypto
internal import Foundation
internal import SwiftASN1
@_spi(FixedExpiryValidationTime) internal import X509

/// A time stamp: an authority's signed word that some bytes existed at a time (RFC 3161).
package struct TimeStamp: Sendable {
  /// The time that the authority states, as ISO 8601 in UTC.
  package let time: String
  /// Who signed it: the subject of the certificate.
  package let authority: String
  /// The answer as it came, in DER.
  package let response: [UInt8]
  private let digest: [UInt8]
  private let nonce: [UInt8]?
  private let signer: Certificate
  private let others: [Certificate]

  /// Reads an authority's answer (TimeStampResp, 2.4.2) and checks its signature.
  ///
  /// - Throws: `TimeStampFault`.
  package init(response: [UInt8]) throws(TimeStampFault) {
    self.response = response
    let answer = try DERValue(response[...])
    let status = try answer[0][0].content
    guard status == [0] || status == [1] else {
      throw .refused(status: status.last.map(Int.init) ?? -1)
    }
    // ContentInfo, and SignedData within (RFC 5652, 3 and 5.1).
    let token = try answer[1]
    guard try token[0].identifier == "1.2.840.113549.1.7.2" else { throw .malformed }
    let data = try token[1][0]
    let content = try data[2]
    guard try content[0].identifier == "1.2.840.113549.1.9.16.1.4" else { throw .malformed }
    let information = try content[1][0].content
    let told = try TimeStamp.told(information)
    (time, digest, nonce) = (told.time, told.digest, told.nonce)
    let certificates = data.values.first { $0.contextTag == 0 }?.values ?? []
    var known: [Certificate] = []
    for value in certificates {
      if let certificate = try? Certificate(derEncoded: value.bytes) { known.append(certificate) }
    }
    let signers = data.values.last { $0.isA(.set) }?.values ?? []
    guard let info = signers.first else { throw .malformed }
    let signature = try TimeStampSignature(info, of: information)
    guard let signer = known.first(where: signature.isMade(by:)) else { throw .badSignature }
    self.signer = signer
    others = known.filter { $0 != signer }
    authority = "\(signer.subject)"
    guard let usage = try? signer.extensions.extendedKeyUsage, usage.contains(.timeStamping) else {
      throw .notForTimeStamps(authority)
    }
  }

  /// Checks that the stamp answers a request.
  ///
  /// - Throws: `TimeStampFault.otherBytes`, `.otherRequest`.
  package func check(against request: TimeStampRequest) throws(TimeStampFault) {
    guard digest == request.digest else { throw .otherBytes }
    guard nonce == request.number else { throw .otherRequest }
  }

  /// Whether the stamp is about these bytes.
  package func isFor(_ bytes: [UInt8]) -> Bool { digest == Array(SHA256.hash(data: bytes)) }

  /// Whether the signer's certificate leads to one of those trusted, at the time of the stamp.
  ///
  /// - Parameter roots: PEM text with certificates.
  /// - Returns: `false` if it leads to none of them.
  /// - Throws: `TimeStampFault.noRoots` if the text holds none.
  package func isTrusted(by roots: String) async throws(TimeStampFault) -> Bool {
    guard let documents = try? PEMDocument.parseMultiple(pemString: roots),
      let certificates = try? documents.map({ try Certificate(pemDocument: $0) }),
      !certificates.isEmpty
    else { throw .noRoots }
    guard let date = try? Date(time, strategy: .iso8601) else { throw .malformed }
    var verifier = Verifier(rootCertificates: CertificateStore(certificates)) {
      RFC5280Policy(fixedExpiryValidationTime: date)
      KeyUsageKnown()
    }
    let result = await verifier.validate(leaf: signer, intermediates: CertificateStore(others))
    if case .validCertificate = result { return true }
    return false
  }

  /// What TSTInfo tells (2.4.2).
  private static func told(
    _ bytes: [UInt8]
  ) throws(TimeStampFault) -> (time: String, digest: [UInt8], nonce: [UInt8]?) {
    let info = try DERValue(bytes[...])
    let imprint = try info[2]
    guard try imprint[0][0].identifier == "2.16.840.1.101.3.4.2.1" else { throw .malformed }
    let digits = String(decoding: try info[4].content, as: UTF8.self)
    let parts = digits.prefix { $0 != "." && $0 != "Z" }
    guard digits.hasSuffix("Z"), parts.count == 14, parts.allSatisfy(\.isNumber) else {
      throw .malformed
    }
    let p = Array(parts)
    func part(_ range: Range<Int>) -> String { String(p[range]) }
    let time =
      "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z"
    let nonce = info.values.dropFirst(5).first { $0.isA(.integer) }?.content
    return (time, try imprint[1].content, nonce)
  }
}

/// What a certificate may be used for is looked at where the stamp is read.
private struct KeyUsageKnown: VerifierPolicy {
  let verifyingCriticalExtensions: [ASN1ObjectIdentifier] = [.X509ExtensionID.extendedKeyUsage]

  mutating func chainMeetsPolicyRequirements(
    chain: UnverifiedCertificateChain
  ) async -> PolicyEvaluationResult {
    guard let usage = try? chain.leaf.extensions.extendedKeyUsage, usage.contains(.timeStamping)
    else { return .failsToMeetPolicy(reason: "not for time stamps") }
    return .meetsPolicy
  }
}

/// Why an authority's answer is no time stamp.
package enum TimeStampFault: Error, Sendable, Hashable {
  /// The answer is not of the form that RFC 3161 gives.
  case malformed
  /// The authority refused, with this status (2.4.2).
  case refused(status: Int)
  /// The signature is not that of a certificate in the answer, or what is signed was changed.
  case badSignature
  /// The certificate is not made for time stamps.
  case notForTimeStamps(String)
  /// The stamp is about other bytes.
  case otherBytes
  /// The answer is to another request.
  case otherRequest
  /// A file of trusted certificates holds none.
  case noRoots
}
