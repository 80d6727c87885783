/// The directory of a zip file: where each entry's bytes stand (PKWARE APPNOTE 6.3.10, with ZIP64).
struct ZipDirectory {
  /// An entry.
  struct Entry: Sendable, Hashable {
    let name: String
    /// Whether the entry's bytes are its content.
    let isStored: Bool
    /// Where its bytes stand in the file.
    let range: Range<Int>
  }

  /// The entries in the order of the directory.
  private(set) var entries: [Entry] = []

  /// The most entries that are read.
  static let limit = 1_000_000

  /// Reads the directory of a file.
  ///
  /// - Throws: `WACZError.noZip` if there is none, `WACZError.damagedDirectory` if it is not whole.
  init(_ file: MappedFile) throws(WACZError) {
    let found = try file.withBytes { bytes throws(WACZError) in
      try ZipDirectory.entries(in: bytes)
    }
    entries = found
  }

  private static func entries(in bytes: borrowing Span<UInt8>) throws(WACZError) -> [Entry] {
    guard let end = endRecord(bytes) else { throw .noZip }
    var count = number(bytes, end + 10, 2)
    var position = number(bytes, end + 16, 4)
    if count == 0xFFFF || position == 0xFFFF_FFFF {
      let locator = end - 20
      guard locator >= 0, number(bytes, locator, 4) == 0x0706_4B50 else { throw .damagedDirectory }
      let record = number(bytes, locator + 8, 8)
      guard record >= 0, record <= bytes.count - 56, number(bytes, record, 4) == 0x0606_4B50 else {
        throw .damagedDirectory
      }
      count = number(bytes, record + 32, 8)
      position = number(bytes, record + 48, 8)
    }
    guard (0...limit).contains(count), (0...bytes.count).contains(position) else {
      throw .damagedDirectory
    }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard position <= bytes.count - 46, number(bytes, position, 4) == 0x0201_4B50 else {
        throw .damagedDirectory
      }
      let (entry, next) = try self.entry(bytes, position)
      entries.append(entry)
      position = next
    }
    return entries
  }

  private static func entry(
    _ bytes: borrowing Span<UInt8>, _ position: Int
  ) throws(WACZError) -> (Entry, next: Int) {
    let nameEnd = position + 46 + number(bytes, position + 28, 2)
    let extraEnd = nameEnd + number(bytes, position + 30, 2)
    guard extraEnd <= bytes.count else { throw .damagedDirectory }
    let name = String(decoding: bytes.copied(position + 46..<nameEnd), as: UTF8.self)
    var size = number(bytes, position + 20, 4)
    var offset = number(bytes, position + 42, 4)
    let isLong = number(bytes, position + 24, 4) == 0xFFFF_FFFF
    var field = nameEnd
    while field + 4 <= extraEnd {
      let length = number(bytes, field + 2, 2)
      if number(bytes, field, 2) == 1, field + 4 + length <= extraEnd {
        var value = field + 4 + (isLong ? 8 : 0)
        if size == 0xFFFF_FFFF, value + 8 <= field + 4 + length {
          size = number(bytes, value, 8)
          value += 8
        }
        if offset == 0xFFFF_FFFF, value + 8 <= field + 4 + length {
          offset = number(bytes, value, 8)
        }
      }
      field += 4 + length
    }
    guard offset >= 0, size >= 0, offset <= bytes.count - 30,
      number(bytes, offset, 4) == 0x0403_4B50
    else { throw .damagedDirectory }
    let start = offset + 30 + number(bytes, offset + 26, 2) + number(bytes, offset + 28, 2)
    guard start <= bytes.count, size <= bytes.count - start else { throw .damagedDirectory }
    let isStored = number(bytes, position + 10, 2) == 0
    let next = extraEnd + number(bytes, position + 32, 2)
    return (Entry(name: name, isStored: isStored, range: start..<start + size), next)
  }

  /// The offset of the record that ends the file, behind which only a comment stands.
  private static func endRecord(_ bytes: borrowing Span<UInt8>) -> Int? {
    var position = bytes.count - 22
    let first = max(0, position - 0xFFFF)
    while position >= first {
      if number(bytes, position, 4) == 0x0605_4B50 { return position }
      position -= 1
    }
    return nil
  }

  /// A number of so many bytes, the least significant first.
  private static func number(_ bytes: borrowing Span<UInt8>, _ offset: Int, _ count: Int) -> Int {
    var value = 0
    for i in 0..<count { value |= Int(bytes[offset + i]) << (8 * i) }
    return value
  }
}
