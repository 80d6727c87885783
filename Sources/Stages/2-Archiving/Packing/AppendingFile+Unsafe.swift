internal import Glibc

/// A file that grows at its end; bytes count as written once they are on the disk.
@safe final class AppendingFile {
  let path: String
  private let descriptor: Int32
  /// The file's length in bytes.
  private(set) var count: Int

  /// Opens or makes the file.
  init(path: String) throws(FileFault) {
    self.path = path
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileFault(path: path, doing: .opening, errno: errno) }
    count = lseek(descriptor, 0, SEEK_END)
    guard count >= 0 else { throw FileFault(path: path, doing: .reading, errno: errno) }
  }

  deinit {
    // A process that is being started holds the descriptor for a moment, and with it the lock.
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Appends all bytes and waits until the disk has them.
  ///
  /// - Throws: `FileFault`; then the file is as it was.
  func append(_ bytes: [UInt8]) throws(FileFault) {
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw undone(errno) }
      done += written
    }
    guard fdatasync(descriptor) == 0 else { throw undone(errno) }
    count += bytes.count
  }

  /// Cuts off what stands behind the first `length` bytes.
  func cut(to length: Int) throws(FileFault) {
    guard length < count else { return }
    guard ftruncate(descriptor, length) == 0, fdatasync(descriptor) == 0 else {
      throw FileFault(path: path, doing: .writing, errno: errno)
    }
    count = length
  }

  /// Gives the file another path, in place of a file that is there.
  func move(to path: String) throws(FileFault) {
    guard unsafe rename(self.path, path) == 0 else {
      throw FileFault(path: path, doing: .writing, errno: errno)
    }
  }

  /// Takes the one lock on the file, which the system gives back when the process ends; waits up to a second for a
  /// writer that is just ending.
  ///
  /// - Throws: `FileFault` with `EWOULDBLOCK` if another process keeps it.
  func lock() throws(FileFault) {
    var trials = 50
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      trials -= 1
      guard errno == EWOULDBLOCK, trials > 0 else {
        throw FileFault(path: path, doing: .locking, errno: errno)
      }
      usleep(20_000)
    }
  }

  /// Makes a folder, and those that hold it, where there are none.
  static func makeFolder(_ path: String) throws(FileFault) {
    var part = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      part += name
      let isMade = unsafe mkdir(part, 0o755) == 0
      let number = errno
      guard isMade || access(part) else {
        throw FileFault(path: path, doing: .making, errno: number)
      }
      part += "/"
    }
  }

  /// Whether something is there.
  private static func access(_ path: String) -> Bool { unsafe Glibc.access(path, F_OK) == 0 }

  private func undone(_ number: Int32) -> FileFault {
    _ = ftruncate(descriptor, count)
    return FileFault(path: path, doing: .writing, errno: number)
  }
}
