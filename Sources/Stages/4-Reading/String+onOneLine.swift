extension String {
  /// A text without white space at its ends, each white space within it one space; on demand without
  /// quotation marks.
  init(onOneLine utf8: ArraySlice<UInt8>, withoutQuotationMarks: Bool = false) {
    if let plain = String.plainLine(utf8, withoutQuotationMarks) {
      self = plain
      return
    }
    let line = String(decoding: utf8, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    self = withoutQuotationMarks ? line.filter { !String.isQuotationMark($0) } : line
  }

  private static func isQuotationMark(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return false }
    return first == "\"" || first == "“" || first == "”" || first == "«" || first == "»"
  }

  /// The same by bytes, for texts of Arabic letters, digits and common marks of which each is a character
  /// of its own; `nil` for others.
  private static func plainLine(_ utf8: ArraySlice<UInt8>, _ withoutQuotationMarks: Bool) -> String?
  {
    var line: [UInt8] = []
    line.reserveCapacity(utf8.count)
    var hasWord = false
    var isSpaceDue = false
    var isBehindLetter = false
    var i = utf8.startIndex
    while i < utf8.endIndex {
      let byte = utf8[i]
      var count = 1
      var kind = PlainKind.other
      if byte < 0x80 {
        kind =
          byte == 0x20 || (0x09...0x0D).contains(byte)
          ? .space : byte == 0x22 ? .quotationMark : .other
      } else if byte < 0xE0, i + 1 < utf8.endIndex {
        count = 2
        guard let two = PlainKind(byte, utf8[i + 1]) else { return nil }
        kind = two
      } else if byte == 0xE2, i + 2 < utf8.endIndex, utf8[i + 1] == 0x80,
        (0x90...0xA7).contains(utf8[i + 2])
      {
        count = 3
        kind = utf8[i + 2] == 0x9C || utf8[i + 2] == 0x9D ? .quotationMark : .other
      } else {
        return nil
      }
      switch kind {
      case .space: isSpaceDue = hasWord
      case .mark where !isBehindLetter: return nil
      default:
        if isSpaceDue { line.append(0x20) }
        (hasWord, isSpaceDue) = (true, false)
        if kind != .quotationMark || !withoutQuotationMarks {
          for k in i..<i + count { line.append(utf8[k]) }
        }
      }
      isBehindLetter = kind == .letter || kind == .mark
      i += count
    }
    return String(decoding: line, as: UTF8.self)
  }
}

/// What a code point is in a plain text.
private enum PlainKind {
  case letter, mark, space, quotationMark, other

  /// The kind of a code point of two bytes; `nil` for what may stand in a character with others.
  init?(_ lead: UInt8, _ trail: UInt8) {
    guard lead >= 0xC2, trail & 0xC0 == 0x80 else { return nil }
    switch UInt32(lead & 0x1F) << 6 | UInt32(trail & 0x3F) {
    case 0xA0: self = .space
    case 0xAB, 0xBB: self = .quotationMark
    case 0x60C, 0x61B, 0x61F, 0x660...0x66D, 0x6D4, 0x6F0...0x6F9: self = .other
    case 0x620...0x64A, 0x66E...0x66F, 0x671...0x6D3, 0x6D5: self = .letter
    case 0x64B...0x65F, 0x670: self = .mark
    default: return nil
    }
  }
}
