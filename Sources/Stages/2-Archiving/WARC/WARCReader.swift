/// Reads the records of a WARC file, packed a gzip member a record, packed as a whole, or plain.
///
/// After an error, `next` goes on at the next place where a record begins; what lies between is lost
/// and nothing else.
package struct WARCReader {
  /// The longest record that is read, in bytes: a page is some megabytes, a bomb is not.
  package static let limit = 512 << 20

  private let file: MappedFile
  private let unpacker: GzipUnpacker
  /// The offset at which the next record, or the member that holds it, begins in the file.
  package private(set) var position = 0
  /// The content of a member that holds several records, and how much of it is read.
  private var member: (bytes: [UInt8], next: Int, range: Range<Int>)?

  /// Reads a file.
  package init(_ file: MappedFile, from offset: Int = 0) {
    self.init(file, from: offset, GzipUnpacker())
  }

  /// Reads a file from an offset on, with an unpacker that others have used.
  init(_ file: MappedFile, from offset: Int, _ unpacker: GzipUnpacker) {
    self.file = file
    self.unpacker = unpacker
    position = offset
  }

  /// The next record; `nil` at the end.
  ///
  /// - Throws: `WARCError`; the next call goes on behind it.
  package mutating func next() throws(WARCError) -> WARCRecord? {
    if var member {
      let result = try WARCReader.record(
        in: member.bytes.span, from: member.next, placed: { _ in member.range },
        offset: member.range.lowerBound)
      guard let (record, end) = result else {
        self.member = nil
        return try next()
      }
      member.next = end
      self.member = member
      return record
    }
    let start = position
    do throws(WARCError) {
      return try nextInFile()
    } catch {
      member = nil
      resynchronise(behind: start)
      throw error
    }
  }

  private mutating func nextInFile() throws(WARCError) -> WARCRecord? {
    let start = position
    let kind = file.withBytes { bytes in WARCReader.beginning(bytes, at: start) }
    switch kind {
    case .end: return nil
    case .gzip: return try nextMember(at: start)
    case .plain:
      let result = try file.withBytes { bytes throws(WARCError) in
        try WARCReader.record(in: bytes, from: start, placed: { $0 }, offset: start)
      }
      guard let (record, end) = result else { return nil }
      position = end
      return record
    }
  }

  private mutating func nextMember(at start: Int) throws(WARCError) -> WARCRecord? {
    let outcome = file.withBytes { bytes in
      unpacker.unpack(bytes, at: start, limit: WARCReader.limit)
    }
    switch outcome {
    case .damaged: throw .damagedCompression(at: start)
    case .tooLarge: throw .tooLarge(at: start, limit: WARCReader.limit)
    case .member(let packed, let count):
      let range = start..<start + packed
      position = range.upperBound
      let result = try unpacker.withContent(count) { content throws(WARCError) in
        try WARCReader.record(in: content, from: 0, placed: { _ in range }, offset: start)
      }
      // A member of nothing is padding.
      guard let (record, end) = result else { return try nextInFile() }
      let rest = unpacker.withContent(count) { content in
        WARCReader.beginning(content, at: end) == .end ? nil : content.copied(0..<count)
      }
      if let rest { member = (rest, end, range) }
      return record
    }
  }

  private enum Beginning { case end, gzip, plain }

  private static func beginning(_ bytes: borrowing Span<UInt8>, at start: Int) -> Beginning {
    var position = start
    while position < bytes.count, bytes[position] == 0x0D || bytes[position] == 0x0A {
      position += 1
    }
    if position >= bytes.count { return .end }
    return isMember(bytes, at: start) ? .gzip : .plain
  }

  private static func isMember(_ bytes: borrowing Span<UInt8>, at offset: Int) -> Bool {
    offset + 2 < bytes.count && bytes[offset] == 0x1F && bytes[offset + 1] == 0x8B
      && bytes[offset + 2] == 8
  }

  /// The record that begins at `start`, and where the next may begin; `nil` if only line ends follow.
  private static func record(
    in bytes: borrowing Span<UInt8>, from start: Int, placed: (Range<Int>) -> Range<Int>,
    offset: Int
  ) throws(WARCError) -> (WARCRecord, end: Int)? {
    var begin = start
    while begin < bytes.count, bytes[begin] == 0x0D || bytes[begin] == 0x0A { begin += 1 }
    guard begin < bytes.count else { return nil }
    guard hasMagic(bytes, at: begin) else { throw .notARecord(at: offset) }
    guard let head = HeadParser.head(in: bytes, from: begin) else { throw .truncated(at: offset) }
    guard let length = head.fields["Content-Length"].flatMap({ Int($0) }), length >= 0 else {
      throw .noLength(at: offset)
    }
    guard length <= limit else { throw .tooLarge(at: offset, limit: limit) }
    let end = head.end + length
    guard end <= bytes.count else { throw .truncated(at: offset) }
    var next = end
    for byte: UInt8 in [0x0D, 0x0A, 0x0D, 0x0A] where next < bytes.count && bytes[next] == byte {
      next += 1
    }
    let record = WARCRecord(
      version: String(head.firstLine.dropFirst(5)), fields: head.fields,
      block: bytes.copied(head.end..<end), range: placed(begin..<next))
    return (record, next)
  }

  private static func hasMagic(_ bytes: borrowing Span<UInt8>, at offset: Int) -> Bool {
    let magic: [UInt8] = [0x57, 0x41, 0x52, 0x43, 0x2F]
    guard offset + magic.count <= bytes.count else { return false }
    for i in magic.indices where bytes[offset + i] != magic[i] { return false }
    return true
  }

  /// Goes to the next place behind `offset` where a record or a member may begin.
  private mutating func resynchronise(behind offset: Int) {
    position = file.withBytes { bytes in
      var next = offset + 1
      while next < bytes.count {
        if WARCReader.isMember(bytes, at: next)
          || bytes[next - 1] == 0x0A && WARCReader.hasMagic(bytes, at: next)
        {
          return next
        }
        next += 1
      }
      return bytes.count
    }
  }
}
