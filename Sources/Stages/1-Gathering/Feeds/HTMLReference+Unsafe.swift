internal import CLibXML2

/// Character references of HTML 4, by libxml2's table.
enum HTMLReference {
  /// The character that a reference stands for.
  ///
  /// - Parameter name: What stands between `&` and `;`: a name, `#` with a number, or `#x` with a hexadecimal one.
  /// - Returns: `nil` if there is none.
  static func scalar(_ name: [UInt8]) -> Unicode.Scalar? {
    guard name.first == UInt8(ascii: "#") else {
      let entity = unsafe htmlEntityLookup(name + [0])
      return unsafe entity.flatMap { unsafe Unicode.Scalar($0.pointee.value) }
    }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let number = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    return UInt32(number, radix: isHexadecimal ? 16 : 10).flatMap {
      $0 == 0 ? nil : Unicode.Scalar($0)
    }
  }
}
