/// The mapped fields of one JSON object.
struct ObjectFields {
  /// What stands in a field that is there.
  enum Value {
    case text(String)
    case null
    /// An object, an array or a truth value.
    case notText
  }

  /// The fields that are there.
  private(set) var values: [FieldMapping.Field: Value] = [:]
  /// The names of the object's members, in order.
  let present: [String]

  /// Reads the fields of the object that `bytes` hold.
  init(of bytes: [UInt8], _ mapping: FieldMapping) throws(JSONFault) {
    let reader = JSONObjectReader(bytes: bytes)
    let members = try reader.members(in: 0..<bytes.count)
    present = members.map(\.key)
    for field in FieldMapping.Field.allCases {
      let path = mapping.path(of: field)
      // A table's column may have a dot in its name.
      let whole = path.joined(separator: ".")
      if path.count > 1, let value = members.last(where: { $0.key == whole })?.value {
        values[field] =
          reader.text(of: value).map { .text($0) } ?? (value == .null ? .null : .notText)
        continue
      }
      var members = members
      for (depth, name) in path.enumerated() {
        // As in most parsers, the last of equal keys counts.
        guard let value = members.last(where: { $0.key == name })?.value else { break }
        if depth + 1 < path.count {
          guard case .object(let range) = value else { break }
          members = try reader.members(in: range)
        } else if let text = reader.text(of: value) {
          values[field] = .text(text)
        } else {
          values[field] = value == .null ? .null : .notText
        }
      }
    }
  }

  /// A field's text; `nil` if it is not there, empty or no text.
  func text(of field: FieldMapping.Field) -> String? {
    guard case .text(let text) = values[field], !text.isEmpty else { return nil }
    return text
  }
}
