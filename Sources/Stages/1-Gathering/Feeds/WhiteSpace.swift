/// White space in UTF-8: that of Unicode's property White_Space.
enum WhiteSpace {
  /// The number of bytes of the white space that begins at an offset; 0 if none does.
  static func length(_ utf8: borrowing Span<UInt8>, at start: Int) -> Int {
    let first = utf8[start]
    if first < 0x80 { return first == 0x20 || first &- 0x09 < 5 ? 1 : 0 }
    // No Arabic letter begins like that.
    guard first == 0xC2 || first &- 0xE1 < 3 else { return 0 }
    let left = utf8.count - start
    if first == 0xC2, left > 1 { return [0x85, 0xA0].contains(utf8[start + 1]) ? 2 : 0 }
    guard left > 2 else { return 0 }
    let (second, third) = (utf8[start + 1], utf8[start + 2])
    let isSpace =
      switch (first, second) {
      case (0xE1, 0x9A): third == 0x80
      case (0xE2, 0x80): third <= 0x8A || [0xA8, 0xA9, 0xAF].contains(third)
      case (0xE2, 0x81): third == 0x9F
      case (0xE3, 0x80): third == 0x80
      default: false
      }
    return isSpace ? 3 : 0
  }

  /// A text with one space in place of each run of white space, and none at its ends.
  static func collapsed(_ utf8: borrowing Span<UInt8>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(utf8.count)
    var isPending = false
    var i = 0
    while i < utf8.count {
      let space = length(utf8, at: i)
      if space > 0 {
        isPending = !output.isEmpty
        i += space
        continue
      }
      if isPending { output.append(0x20) }
      isPending = false
      output.append(utf8[i])
      i += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The offsets of a text without the white space at its ends.
  static func trimmed(_ utf8: borrowing Span<UInt8>) -> Range<Int> {
    var (start, end) = (0, utf8.count)
    while start < end {
      let space = length(utf8, at: start)
      if space == 0 { break }
      start += space
    }
    while end > start {
      // White space is up to three bytes long.
      guard
        let space = (1...3).first(where: { end - $0 >= start && length(utf8, at: end - $0) == $0 })
      else { break }
      end -= space
    }
    return start..<end
  }
}
