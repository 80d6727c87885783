internal import CDeflate

/// Unpacks single gzip members (RFC 1952) into a buffer that is used again for the next.
///
/// Whole members at a time, with libdeflate: a record of a WARC file is one member.
@safe final class GzipUnpacker {
  /// What one member gave.
  enum Outcome: Hashable {
    /// The member took `packed` bytes of the input; its content is the first `count` of the buffer.
    case member(packed: Int, count: Int)
    case damaged
    /// The content is longer than the limit.
    case tooLarge
  }

  // SAFETY: allocated in `init`, freed in `deinit`, never given away.
  private let decompressor: OpaquePointer
  private var buffer = [UInt8](repeating: 0, count: 1 << 20)

  init() {
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else {
      preconditionFailure("libdeflate has no memory")
    }
    unsafe self.decompressor = decompressor
  }

  deinit { unsafe libdeflate_free_decompressor(decompressor) }

  /// Unpacks the member that begins at `offset`.
  ///
  /// - Parameters:
  ///   - bytes: Packed bytes; more may follow the member.
  ///   - offset: Where the member begins.
  ///   - limit: The longest content to unpack, in bytes.
  /// - Returns: What the member gave.
  func unpack(_ bytes: borrowing Span<UInt8>, at offset: Int, limit: Int) -> Outcome {
    var packed = 0
    var count = 0
    while true {
      let status = unsafe bytes.withUnsafeBufferPointer { input in
        unsafe buffer.withUnsafeMutableBufferPointer { output in
          unsafe libdeflate_gzip_decompress_ex(
            decompressor, input.baseAddress.map { unsafe $0 + offset }, input.count - offset,
            output.baseAddress, output.count, &packed, &count)
        }
      }
      switch status {
      case LIBDEFLATE_SUCCESS:
        return count <= limit ? .member(packed: packed, count: count) : .tooLarge
      case LIBDEFLATE_INSUFFICIENT_SPACE:
        guard buffer.count < limit else { return .tooLarge }
        buffer = [UInt8](repeating: 0, count: min(buffer.count * 4, limit))
      default: return .damaged
      }
    }
  }

  /// Works on the content of the last member.
  func withContent<Value, Failure>(
    _ count: Int, _ body: (borrowing Span<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let content = buffer
    return try body(content.span.extracting(first: count))
  }
}

/// Packs bytes into single gzip members, one after the other.
@safe final class GzipPacker {
  // SAFETY: allocated in `init`, freed in `deinit`, never given away.
  private let compressor: OpaquePointer

  init() {
    guard let compressor = unsafe libdeflate_alloc_compressor(6) else {
      preconditionFailure("libdeflate has no memory")
    }
    unsafe self.compressor = compressor
  }

  deinit { unsafe libdeflate_free_compressor(compressor) }

  /// One gzip member with `bytes` as its content; the same bytes for the same content.
  func member(of bytes: [UInt8]) -> [UInt8] {
    let bound = unsafe libdeflate_gzip_compress_bound(compressor, bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      count = unsafe bytes.withUnsafeBufferPointer { input in
        unsafe libdeflate_gzip_compress(
          compressor, input.baseAddress, input.count, output.baseAddress, bound)
      }
    }
  }
}
