extension JSONObjectReader {
  /// Walks over JSON, checking its grammar.
  struct Cursor {
    let bytes: [UInt8]
    var position: Int
    let end: Int

    /// Reads the next byte that is not space.
    mutating func next() throws(JSONFault) -> UInt8 {
      guard let found = skippingSpace() else { throw .truncated }
      position = found + 1
      return bytes[found]
    }

    /// The offset of the next byte that is not space, if there is one.
    func skippingSpace() -> Int? {
      var i = position
      while i < end {
        switch bytes[i] {
        case 0x20, 0x0A, 0x0D, 0x09: i += 1
        default: return i
        }
      }
      return nil
    }

    /// Reads a value.
    mutating func value() throws(JSONFault) -> Value {
      let byte = try next()
      let start = position - 1
      switch byte {
      case UInt8(ascii: "\""): return try string()
      case UInt8(ascii: "{"):
        try skipNested()
        return .object(start..<position)
      case UInt8(ascii: "["):
        try skipNested()
        return .array
      default: return try literal(from: start)
      }
    }

    /// Reads the rest of a string, behind its opening quotation mark.
    mutating func string() throws(JSONFault) -> Value {
      let start = position
      var isEscaped = false
      while position < end {
        let byte = bytes[position]
        if byte == UInt8(ascii: "\"") {
          position += 1
          return .string(start..<position - 1, isEscaped: isEscaped)
        }
        position += 1
        guard byte == UInt8(ascii: "\\") else { continue }
        isEscaped = true
        guard position < end else { break }
        let escape = bytes[position]
        guard "\"\\/bfnrtu".utf8.contains(escape) else { throw .unexpected(at: position) }
        position += 1
        guard escape == UInt8(ascii: "u") else { continue }
        for _ in 0..<4 {
          guard position < end else { throw .truncated }
          switch bytes[position] {
          case 0x30...0x39, 0x41...0x46, 0x61...0x66: position += 1
          default: throw .unexpected(at: position)
          }
        }
      }
      throw .truncated
    }

    /// Skips the rest of an object or array, behind its opening bracket.
    ///
    /// Values that nobody asks for are only checked for strings and matching brackets.
    private mutating func skipNested() throws(JSONFault) {
      var closing = [bytes[position - 1] + 2]
      while let expected = closing.last {
        let byte = try next()
        switch byte {
        case UInt8(ascii: "\""): _ = try string()
        // In ASCII the closing brackets stand two behind the opening ones.
        case UInt8(ascii: "{"), UInt8(ascii: "["): closing.append(byte + 2)
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          guard byte == expected else { throw .unexpected(at: position - 1) }
          closing.removeLast()
        default: break
        }
      }
    }

    private mutating func literal(from start: Int) throws(JSONFault) -> Value {
      var i = start
      scan: while i < end {
        switch bytes[i] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "+"),
          UInt8(ascii: "."):
          i += 1
        default: break scan
        }
      }
      position = i
      let word = bytes[start..<i]
      if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) { return .boolean }
      if ["null", "NaN", "Infinity", "-Infinity"].contains(where: { word.elementsEqual($0.utf8) }) {
        return .null
      }
      let isNumber =
        word.first.map { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) } ?? false
      guard isNumber, Double(String(decoding: word, as: UTF8.self)) != nil else {
        if i == end, !word.isEmpty { throw .truncated }
        throw .unexpected(at: start)
      }
      return .number(start..<i)
    }
  }
}
