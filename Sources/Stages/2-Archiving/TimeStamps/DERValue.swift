internal import SwiftASN1

/// A value of DER with the values within it, read by place.
struct DERValue {
  private let node: ASN1Node

  /// Reads bytes.
  ///
  /// - Throws: `TimeStampFault.malformed` if they are no DER.
  init(_ bytes: ArraySlice<UInt8>) throws(TimeStampFault) {
    guard let node = try? DER.parse(bytes) else { throw .malformed }
    self.node = node
  }

  private init(_ node: ASN1Node) { self.node = node }

  /// The whole value with its tag.
  var bytes: [UInt8] { Array(node.encodedBytes) }

  /// The tag's number if it is a context's own; `nil` for the universal ones.
  var contextTag: UInt? {
    node.identifier.tagClass == .contextSpecific ? node.identifier.tagNumber : nil
  }

  /// Whether it is a value of a universal type.
  func isA(_ type: ASN1Identifier) -> Bool { node.identifier == type }

  /// The values within; empty if it holds bytes.
  var values: [DERValue] {
    guard case .constructed(let nodes) = node.content else { return [] }
    return nodes.map { DERValue($0) }
  }

  /// The value at a place.
  ///
  /// - Throws: `TimeStampFault.malformed` if there is none.
  subscript(_ index: Int) -> DERValue {
    get throws(TimeStampFault) {
      let values = self.values
      guard values.indices.contains(index) else { throw .malformed }
      return values[index]
    }
  }

  /// The bytes that it holds; empty if it holds values.
  var content: [UInt8] {
    guard case .primitive(let bytes) = node.content else { return [] }
    return Array(bytes)
  }

  /// The object identifier that it is, in dotted numbers.
  var identifier: String? {
    (try? ASN1ObjectIdentifier(derEncoded: node)).map { "\($0)" }
  }
}
