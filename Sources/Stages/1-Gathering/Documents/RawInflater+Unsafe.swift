internal import CZlib

/// Unpacks deflate data without a frame (RFC 1951), as zip files hold it.
enum RawInflater {
  /// Unpacks a content that is all there.
  ///
  /// - Parameters:
  ///   - packed: The whole content.
  ///   - limit: The greatest number of bytes that are given.
  /// - Returns: The bytes, or why there are none.
  static func content(of packed: ArraySlice<UInt8>, limit: Int) -> GzipInflater.Content {
    var stream = unsafe z_stream()
    guard unsafe marsad_inflate_init_raw(&stream) == Z_OK else { return .damaged }
    defer { unsafe inflateEnd(&stream) }
    var output: [UInt8] = []
    var input = Array(packed)
    let room = 1 << 17
    return unsafe input.withUnsafeMutableBufferPointer { buffer in
      unsafe stream.next_in = buffer.baseAddress
      unsafe stream.avail_in = UInt32(buffer.count)
      while true {
        var status: Int32 = Z_OK
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { space, count in
          unsafe stream.next_out = space.baseAddress
          unsafe stream.avail_out = UInt32(room)
          status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
          unsafe count = room - Int(stream.avail_out)
        }
        output += piece
        if output.count > limit { return .tooLong }
        if status == Z_STREAM_END { return .content(output) }
        guard status == Z_OK, !piece.isEmpty else { return .damaged }
      }
    }
  }

  /// The CRC-32 of bytes.
  static func checksum(of bytes: [UInt8]) -> Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      Int(unsafe crc32(0, buffer.baseAddress, UInt32(buffer.count)))
    }
  }
}
