internal import CDeflate

/// The checksum of zip and gzip.
enum Checksum {
  /// CRC-32 (ISO 3309) of bytes, going on from the one of what stands before them.
  static func crc32(_ bytes: borrowing Span<UInt8>, after before: UInt32 = 0) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let address = buffer.baseAddress else { return before }
      return unsafe libdeflate_crc32(before, address, buffer.count)
    }
  }
}
