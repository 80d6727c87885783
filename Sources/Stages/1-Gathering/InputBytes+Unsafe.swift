internal import Glibc

/// The bytes of one file or of standard input, unpacked if they are gzip.
///
/// This is the module's one place that touches memory by address.
final class InputBytes {
  /// What reading gave.
  enum Chunk {
    /// At least one byte was appended.
    case bytes
    case end
  }

  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let name: String
  private var inflater: GzipInflater?
  private var isSniffed = false
  private var contentCount = 0
  /// The number of bytes read from the file so far, as they stand there.
  private(set) var packedCount = 0

  private static let chunkSize = 1 << 17

  /// Opens a file.
  convenience init(path: String, name: String) throws(GatheringProblem) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let number = errno
      throw GatheringProblem(
        file: name, reason: number == ENOENT ? .notFound : .unreadable(errno: number))
    }
    self.init(descriptor: descriptor, owned: true, name: name)
  }

  /// Takes standard input.
  static func standardInput(name: String) -> InputBytes {
    InputBytes(descriptor: 0, owned: false, name: name)
  }

  private init(descriptor: Int32, owned: Bool, name: String) {
    self.descriptor = descriptor
    ownsDescriptor = owned
    self.name = name
  }

  deinit { if ownsDescriptor { close(descriptor) } }

  /// Whether a read returns at once: bytes are there, or the end is.
  func isReady() -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, 0) != 0
  }

  /// Appends the next bytes of the content to `output`.
  func read(into output: inout [UInt8]) throws(GatheringProblem) -> Chunk {
    let before = output.count
    while true {
      let chunk = try readPacked()
      if !isSniffed {
        isSniffed = true
        if chunk.starts(with: [0x1F, 0x8B]) { inflater = GzipInflater() }
      }
      guard inflater != nil else {
        output += chunk
        return chunk.isEmpty ? .end : .bytes
      }
      guard !chunk.isEmpty else {
        guard inflater?.isBetweenMembers ?? true else { throw damaged() }
        return .end
      }
      let isSound = inflater?.inflate(chunk, into: &output) ?? true
      contentCount += output.count - before
      if !isSound { throw damaged() }
      if output.count > before { return .bytes }
    }
  }

  private func damaged() -> GatheringProblem {
    GatheringProblem(file: name, reason: .damagedCompression(after: contentCount))
  }

  private func readPacked() throws(GatheringProblem) -> [UInt8] {
    var number: Int32 = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: InputBytes.chunkSize) { buffer, count in
      var result = 0
      repeat {
        result = unsafe Glibc.read(descriptor, buffer.baseAddress, InputBytes.chunkSize)
      } while result < 0 && errno == EINTR
      number = result < 0 ? errno : 0
      count = max(0, result)
    }
    guard number == 0 else {
      throw GatheringProblem(file: name, reason: .unreadable(errno: number))
    }
    packedCount += chunk.count
    return chunk
  }
}
