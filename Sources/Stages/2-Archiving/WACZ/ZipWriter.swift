internal import Crypto

/// Writes a zip file whose entries are stored as they are (PKWARE APPNOTE 6.3.10 with ZIP64, 4.3 and 4.5).
///
/// Entries without compression can be read in place: WACZ asks that of its WARC files.
struct ZipWriter {
  /// What was written of an entry.
  struct Entry: Sendable, Hashable {
    let name: String
    let size: Int
    let offset: Int
    let checksum: UInt32
    /// SHA-256 of the content: `sha256:…`.
    let hash: String
  }

  private let file: AppendingFile
  /// The entries written so far.
  private(set) var entries: [Entry] = []

  /// Bytes that are copied at a time.
  private static let chunk = 8 << 20

  private let path: String

  /// Begins a file; one that is there is replaced, but only when all is written.
  ///
  /// - Throws: `FileFault`.
  init(path: String) throws(FileFault) {
    self.path = path
    file = try AppendingFile(path: path + ".part")
    try file.cut(to: 0)
  }

  /// Adds an entry of bytes in memory.
  mutating func add(_ name: String, _ bytes: [UInt8]) throws(FileFault) {
    let hash = RecordDigest.sha256(bytes)
    try open(name, bytes.count, Checksum.crc32(bytes.span), hash)
    try file.append(bytes)
  }

  /// Adds a file of the disk as an entry.
  mutating func add(_ name: String, file source: MappedFile) throws(FileFault) {
    var checksum: UInt32 = 0
    var digest = SHA256()
    for range in ZipWriter.chunks(source.count) {
      let bytes = source.withBytes { $0.copied(range) }
      checksum = Checksum.crc32(bytes.span, after: checksum)
      digest.update(data: bytes)
    }
    try open(name, source.count, checksum, RecordDigest.text(of: digest.finalize()))
    for range in ZipWriter.chunks(source.count) {
      try file.append(source.withBytes { $0.copied(range) })
    }
  }

  /// Writes the directory at the end, and gives the file its name.
  mutating func finish() throws(FileFault) {
    let start = file.count
    var directory: [UInt8] = []
    for entry in entries { directory += ZipWriter.directoryEntry(entry) }
    let size = directory.count
    let end = start + size
    // The ZIP64 record and its locator, then the old record.
    directory += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2)
    directory += number(0, 4) + number(0, 4) + number(entries.count, 8) + number(entries.count, 8)
    directory += number(size, 8) + number(start, 8)
    directory += number(0x0706_4B50, 4) + number(0, 4) + number(end, 8) + number(1, 4)
    let count = min(entries.count, 0xFFFF)
    directory += number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
    directory += number(min(size, 0xFFFF_FFFF), 4) + number(min(start, 0xFFFF_FFFF), 4)
    directory += number(0, 2)
    try file.append(directory)
    try file.move(to: path)
  }

  private mutating func open(
    _ name: String, _ size: Int, _ checksum: UInt32, _ hash: String
  ) throws(FileFault) {
    let entry = Entry(name: name, size: size, offset: file.count, checksum: checksum, hash: hash)
    let bytes = Array(name.utf8)
    var head = number(0x0403_4B50, 4) + number(45, 2) + number(0x0800, 2) + number(0, 2)
    head += ZipWriter.stamp + number(Int(checksum), 4) + number(0xFFFF_FFFF, 4)
    head += number(0xFFFF_FFFF, 4) + number(bytes.count, 2) + number(20, 2) + bytes
    head += number(1, 2) + number(16, 2) + number(size, 8) + number(size, 8)
    try file.append(head)
    entries.append(entry)
  }

  private static func directoryEntry(_ entry: Entry) -> [UInt8] {
    let name = Array(entry.name.utf8)
    var bytes = number(0x0201_4B50, 4) + number(45, 2) + number(45, 2) + number(0x0800, 2)
    bytes += number(0, 2) + stamp + number(Int(entry.checksum), 4)
    bytes += number(0xFFFF_FFFF, 4) + number(0xFFFF_FFFF, 4) + number(name.count, 2)
    bytes += number(28, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
    bytes += number(0xFFFF_FFFF, 4) + name
    bytes += number(1, 2) + number(24, 2)
    return bytes + number(entry.size, 8) + number(entry.size, 8) + number(entry.offset, 8)
  }

  /// Midnight of 1 January 1980, the first time that zip knows: equal content gives equal files.
  private static let stamp: [UInt8] = [0, 0, 0x21, 0]

  private static func chunks(_ count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: chunk).map { $0..<min(count, $0 + chunk) }
  }
}

/// A number of so many bytes, the least significant first.
private func number(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}
