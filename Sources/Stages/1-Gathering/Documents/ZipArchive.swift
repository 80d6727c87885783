/// Reads entries of a zip file by its central directory (PKWARE APPNOTE 6.3, without ZIP64).
///
/// Nothing is unpacked that is not asked for, and never more than a limit.
struct ZipArchive {
  private struct Entry {
    let name: [UInt8]
    let flags: Int
    let method: Int
    let checksum: Int
    let packedSize: Int
    let size: Int
    let offset: Int
  }

  private let bytes: [UInt8]
  private var entries: [Entry] = []

  /// How many entries a directory may have.
  static let entryLimit = 10_000
  /// The greatest size to which an entry is unpacked, in bytes.
  static let limit = 64 << 20

  /// Reads the directory.
  init(_ bytes: [UInt8]) throws(DocumentFault) {
    self.bytes = bytes
    // The old formats of word processors, and new ones with a password, are compound files (MS-CFB).
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { throw .encrypted }
    guard let end = endOfDirectory else { throw .damagedArchive }
    let count = number(end + 10, 2)
    var position = number(end + 16, 4)
    guard count <= ZipArchive.entryLimit else { throw .damagedArchive }
    for _ in 0..<count {
      guard position + 46 <= bytes.count, number(position, 4) == 0x0201_4B50 else {
        throw .damagedArchive
      }
      let nameEnd = position + 46 + number(position + 28, 2)
      guard nameEnd <= bytes.count else { throw .damagedArchive }
      entries.append(
        Entry(
          name: Array(bytes[(position + 46)..<nameEnd]), flags: number(position + 8, 2),
          method: number(position + 10, 2), checksum: number(position + 16, 4),
          packedSize: number(position + 20, 4), size: number(position + 24, 4),
          offset: number(position + 42, 4)))
      position = nameEnd + number(position + 30, 2) + number(position + 32, 2)
    }
  }

  /// The content of an entry; `nil` if there is none of that name.
  ///
  /// - Throws: `DocumentFault` if it is damaged, encrypted, or unpacks to more than the limit.
  func content(_ name: String) throws(DocumentFault) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name.elementsEqual(name.utf8) }) else { return nil }
    if entry.flags & 1 != 0 { throw .encrypted }
    guard entry.size <= ZipArchive.limit else { throw .unpacksTooLarge(limit: ZipArchive.limit) }
    guard entry.offset + 30 <= bytes.count, number(entry.offset, 4) == 0x0403_4B50 else {
      throw .damagedArchive
    }
    let start = entry.offset + 30 + number(entry.offset + 26, 2) + number(entry.offset + 28, 2)
    let end = start + entry.packedSize
    guard end <= bytes.count else { throw .damagedArchive }
    let content: [UInt8]
    switch entry.method {
    case 0: content = Array(bytes[start..<end])
    case 8:
      switch RawInflater.content(of: bytes[start..<end], limit: entry.size) {
      case .content(let unpacked): content = unpacked
      // The directory promises less than there is.
      case .tooLong: throw .unpacksTooLarge(limit: ZipArchive.limit)
      case .damaged: throw .damagedArchive
      }
    default: throw .damagedArchive
    }
    guard content.count == entry.size, RawInflater.checksum(of: content) == entry.checksum else {
      throw .damagedArchive
    }
    return content
  }

  /// The offset of the record that ends the file, behind which only a comment stands.
  private var endOfDirectory: Int? {
    var position = bytes.count - 22
    let first = max(0, position - 0xFFFF)
    while position >= first {
      if number(position, 4) == 0x0605_4B50 { return position }
      position -= 1
    }
    return nil
  }

  /// A number of so many bytes, the least significant first.
  private func number(_ offset: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }
}
