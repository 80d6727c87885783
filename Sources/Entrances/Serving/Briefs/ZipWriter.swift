/// Writes a zip archive (APPNOTE 6.3.3) whose files are stored as they are.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Adds a file; its time is the first that the format has, so that equal content gives equal archives.
  ///
  /// - Precondition: The archive stays below 4 GiB and 65,536 files.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = UInt32(bytes.count)
    // Version 2.0, names in UTF-8, stored, 1 January 1980.
    let entry =
      ZipWriter.fields([20, 0x0800, 0, 0, 0x21])
      + ZipWriter.field(ZipWriter.checksum(content)) + ZipWriter.field(UInt32(content.count))
      + ZipWriter.field(UInt32(content.count)) + ZipWriter.fields([UInt16(name.utf8.count), 0])
    bytes += ZipWriter.field(0x0403_4B50) + entry + Array(name.utf8) + content
    directory +=
      ZipWriter.field(0x0201_4B50) + ZipWriter.fields([20]) + entry
      + ZipWriter.fields([0, 0, 0, 0, 0]) + ZipWriter.field(offset) + Array(name.utf8)
    count += 1
  }

  /// The archive.
  var file: [UInt8] {
    bytes + directory + ZipWriter.field(0x0605_4B50) + ZipWriter.fields([0, 0, count, count])
      + ZipWriter.field(UInt32(directory.count)) + ZipWriter.field(UInt32(bytes.count))
      + ZipWriter.fields([0])
  }

  private static func fields(_ values: [UInt16]) -> [UInt8] {
    values.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static func field(_ value: UInt32) -> [UInt8] {
    fields([UInt16(value & 0xFFFF), UInt16(value >> 16)])
  }

  /// The CRC-32 of ISO 3309.
  static func checksum(_ content: [UInt8]) -> UInt32 {
    ~content.reduce(0xFFFF_FFFF) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320
    }
  }
}
