internal import CBrotli

/// Unpacks Brotli data (RFC 7932), as servers send it and browsers' captures hold it.
enum BrotliInflater {
  /// Unpacks a content that is all there; stops soon after the limit, so that a small content that unpacks to
  /// a huge one does no harm.
  ///
  /// - Parameters:
  ///   - packed: The whole content.
  ///   - limit: The greatest number of bytes that are given.
  /// - Returns: The bytes, or why there are none.
  static func content(of packed: [UInt8], limit: Int) -> GzipInflater.Content {
    guard let decoder = unsafe BrotliDecoderCreateInstance(nil, nil, nil) else { return .damaged }
    defer { unsafe BrotliDecoderDestroyInstance(decoder) }
    var output: [UInt8] = []
    let room = 1 << 17
    return unsafe packed.withUnsafeBufferPointer { buffer in
      var next = buffer.baseAddress
      var left = buffer.count
      while true {
        var result = BROTLI_DECODER_RESULT_ERROR
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { space, count in
          var place = space.baseAddress
          var free = room
          result = unsafe BrotliDecoderDecompressStream(decoder, &left, &next, &free, &place, nil)
          count = room - free
        }
        output += piece
        if output.count > limit { return .tooLong }
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS: return left == 0 ? .content(output) : .damaged
        case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
        default: return .damaged
        }
      }
    }
  }
}
