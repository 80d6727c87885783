/// The lines up to the empty one that heads of WARC records and HTTP messages are made of.
enum HeadParser {
  /// A head that was read.
  struct Head {
    /// The first line, without its end.
    let firstLine: String
    let fields: NamedFields
    /// The offset of the first byte behind the empty line.
    let end: Int
  }

  /// Reads the head that begins at `start`; `nil` if there is no empty line within the limit.
  ///
  /// Lines end in CR LF or LF alone; lines without a colon are passed over; bytes that are no UTF-8
  /// become U+FFFD.
  static func head(in bytes: borrowing Span<UInt8>, from start: Int, limit: Int = 1 << 20) -> Head?
  {
    let stop = min(bytes.count, start + limit)
    var position = start
    var firstLine: String?
    var fields = NamedFields()
    while position < stop {
      var end = position
      while end < stop, bytes[end] != 0x0A { end += 1 }
      guard end < stop else { return nil }
      let lineEnd = end > position && bytes[end - 1] == 0x0D ? end - 1 : end
      if lineEnd == position {
        guard let firstLine else { return nil }
        return Head(firstLine: firstLine, fields: fields, end: end + 1)
      }
      if firstLine == nil {
        firstLine = bytes.text(position..<lineEnd)
      } else {
        add(bytes, position..<lineEnd, to: &fields)
      }
      position = end + 1
    }
    return nil
  }

  private static func add(
    _ bytes: borrowing Span<UInt8>, _ line: Range<Int>, to fields: inout NamedFields
  ) {
    if isSpace(bytes[line.lowerBound]) {
      fields.continueLast(bytes.text(trimmed(bytes, line)))
      return
    }
    var colon = line.lowerBound
    while colon < line.upperBound, bytes[colon] != 0x3A { colon += 1 }
    guard colon < line.upperBound else { return }
    fields.add(
      bytes.text(trimmed(bytes, line.lowerBound..<colon)),
      bytes.text(trimmed(bytes, colon + 1..<line.upperBound)))
  }

  private static func trimmed(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, isSpace(bytes[low]) { low += 1 }
    while low < high, isSpace(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
