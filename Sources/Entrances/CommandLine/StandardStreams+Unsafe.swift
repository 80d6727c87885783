internal import Glibc

/// Standard output, through a buffer.
///
/// This file is the module's one place that touches memory by address.
struct StandardOutput: ~Copyable {
  private var buffer: [UInt8] = []

  /// Whoever reads the output has stopped reading.
  struct Closed: Error {}

  /// Makes an output with an empty buffer.
  init() {}

  /// Writes bytes, sooner or later.
  mutating func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Writes a text, sooner or later.
  mutating func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes all that is still in the buffer.
  mutating func flush() throws {
    let number = StandardStreams.write(buffer, to: 1)
    buffer.removeAll(keepingCapacity: true)
    if number == EPIPE { throw Closed() }
    if number != 0 {
      throw CommandFailure(
        status: .world,
        message: "writing the output: \(SystemMessage.text(of: number)); "
          + (number == ENOSPC ? "free some space" : "check where the output goes"))
    }
  }
}

/// The process's standard streams.
enum StandardStreams {
  /// Makes writing to a closed pipe an error instead of a signal that ends the process.
  static func ignoreClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Whether standard input, output or error (0, 1, 2) is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Writes a line to standard error at once; a failure to do so has nobody to be told.
  static func report(_ line: String) { show(line + "\n") }

  /// Writes a text to standard error at once.
  static func show(_ text: String) { _ = write(Array(text.utf8), to: 2) }

  /// Writes a line to standard output at once, for whoever waits for it; a closed output is no matter.
  static func announce(_ line: String) {
    _ = write(Array((line + "\n").utf8), to: 1)
  }

  /// Writes all bytes; gives the system's error number, 0 if there was none.
  fileprivate static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let result = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if result < 0 {
        if errno == EINTR { continue }
        return errno
      }
      written += result
    }
    return 0
  }
}

/// The system's words for its error numbers.
enum SystemMessage {
  /// The message, in lower case.
  static func text(of number: Int32) -> String {
    let text = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
