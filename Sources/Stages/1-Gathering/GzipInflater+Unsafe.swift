internal import CZlib

/// Unpacks gzip data (RFC 1952) of one or more members.
@safe final class GzipInflater {
  // SAFETY: allocated in `init`, freed in `deinit`, never given away; zlib wants a fixed address.
  private let stream: UnsafeMutablePointer<z_stream>
  /// Whether the last member is complete and no other has begun.
  private(set) var isBetweenMembers = false

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let status = unsafe marsad_inflate_init_gzip(stream)
    precondition(status == Z_OK, "zlib has no memory")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Appends what `packed` unpacks to; `false` if it is damaged.
  func inflate(_ packed: [UInt8], into output: inout [UInt8]) -> Bool {
    var packed = packed
    let room = 1 << 17
    return unsafe packed.withUnsafeMutableBufferPointer { input in
      unsafe stream.pointee.next_in = input.baseAddress
      unsafe stream.pointee.avail_in = UInt32(input.count)
      while true {
        if isBetweenMembers {
          if unsafe stream.pointee.avail_in == 0 { return true }
          // Zeros behind the last member are padding.
          if unsafe stream.pointee.next_in.pointee == 0 { return true }
          unsafe inflateReset(stream)
          isBetweenMembers = false
        }
        var status: Int32 = Z_OK
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
          unsafe stream.pointee.next_out = buffer.baseAddress
          unsafe stream.pointee.avail_out = UInt32(room)
          status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
          unsafe count = room - Int(stream.pointee.avail_out)
        }
        output += piece
        switch status {
        case Z_STREAM_END: isBetweenMembers = true
        case Z_OK: if unsafe stream.pointee.avail_in == 0, piece.count < room { return true }
        case Z_BUF_ERROR: return true
        default: return false
        }
      }
    }
  }
}

extension GzipInflater {
  /// What unpacking a whole content gave.
  enum Content: Sendable, Hashable {
    case content([UInt8])
    /// It unpacks to more than the limit.
    case tooLong
    case damaged
  }

  /// Unpacks a content that is all there; stops soon after the limit, so that a small content that unpacks to
  /// a huge one does no harm.
  ///
  /// - Parameters:
  ///   - packed: The whole content.
  ///   - limit: The greatest number of bytes that are given.
  /// - Returns: The bytes, or why there are none.
  static func content(of packed: [UInt8], limit: Int) -> Content {
    let inflater = GzipInflater()
    var output: [UInt8] = []
    var start = 0
    while start < packed.count {
      let end = min(start + 4096, packed.count)
      guard inflater.inflate(Array(packed[start..<end]), into: &output) else { return .damaged }
      if output.count > limit { return .tooLong }
      start = end
    }
    return inflater.isBetweenMembers ? .content(output) : .damaged
  }
}
