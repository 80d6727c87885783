internal import Glibc

/// A file's bytes in memory, read as they are touched.
@safe package final class MappedFile {
  // SAFETY: mapped in `init`, unmapped in `deinit`; only `withBytes` lends it.
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Maps a file, or its first bytes.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - limit: How many bytes are mapped at most.
  /// - Throws: `FileFault` if it can't be opened.
  package init(path: String, limit: Int = .max) throws(FileFault) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(path: path, doing: .opening, errno: errno) }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { throw FileFault(path: path, doing: .reading, errno: errno) }
    let count = min(limit, size)
    guard count > 0 else {
      unsafe bytes = UnsafeBufferPointer(start: nil, count: 0)
      return
    }
    guard let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe address != MAP_FAILED
    else { throw FileFault(path: path, doing: .reading, errno: errno) }
    unsafe bytes = UnsafeBufferPointer(
      start: address.assumingMemoryBound(to: UInt8.self), count: count)
  }

  deinit {
    if let address = unsafe bytes.baseAddress {
      unsafe munmap(UnsafeMutableRawPointer(mutating: address), bytes.count)
    }
  }

  /// The number of bytes.
  package var count: Int { unsafe bytes.count }

  /// Works on the bytes.
  package func withBytes<Value, Failure>(
    _ body: (borrowing Span<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try body(unsafe bytes.span)
  }
}
