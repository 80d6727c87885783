/// The named fields of a WARC record or of an HTTP message, in order; names compare without case.
package struct NamedFields: Sendable, Hashable {
  /// One field.
  package struct Field: Sendable, Hashable {
    package let name: String
    package let value: String
  }

  package private(set) var fields: [Field] = []

  /// Makes fields from pairs.
  package init(_ pairs: [(String, String)] = []) {
    fields = pairs.map { Field(name: $0.0, value: $0.1) }
  }

  /// Adds a field at the end.
  package mutating func add(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// Adds to the last field's value; folded lines do that (RFC 9112, 5.2).
  mutating func continueLast(_ value: String) {
    guard let last = fields.popLast() else { return }
    fields.append(Field(name: last.name, value: last.value + " " + value))
  }

  /// The first value of that name.
  package subscript(_ name: String) -> String? {
    let wanted = name.utf8
    return fields.first { field in
      field.name.utf8.count == wanted.count
        && zip(field.name.utf8, wanted).allSatisfy { lowercased($0) == lowercased($1) }
    }?.value
  }

  private func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
