internal import Foundation

/// The time stamps of a store's custody log: files beside it, each named after the line that was the last.
///
/// A stamp is about the bytes of that line; since each line holds the hash value of the line before, it is about
/// all lines up to it.
package struct StampedLog: Sendable {
  /// One stamp that is kept.
  package struct Stamp: Sendable, Hashable {
    /// The file's name in the store.
    package let file: String
    /// The number of the line, from 1.
    package let line: Int
  }

  private let folder: String
  private let lines: [[UInt8]]
  /// The stamps in the order of their lines.
  package let stamps: [Stamp]

  /// Reads a store's log and finds its stamps.
  ///
  /// - Throws: `FileFault` if the log can't be read.
  package init(folder: String) throws(FileFault) {
    self.folder = folder
    let file = try MappedFile(path: "\(folder)/\(CaptureStore.logName)")
    let bytes = file.withBytes { $0.copied(0..<$0.count) }
    // What stands behind the last line end is a line that was not finished.
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map(
      Array.init)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    stamps = names.compactMap { name in
      guard name.hasPrefix("custody-"), name.hasSuffix(".tsr"),
        let line = Int(name.dropFirst(8).dropLast(4))
      else { return nil }
      return Stamp(file: name, line: line)
    }.sorted { $0.line < $1.line }
  }

  /// The number of the last line, and its bytes without the line end; `nil` if the log is empty.
  package var last: (line: Int, bytes: [UInt8])? { lines.last.map { (lines.count, $0) } }

  /// Keeps a stamp of the last line.
  ///
  /// - Returns: The file's name.
  /// - Throws: `FileFault`.
  package func keep(_ stamp: TimeStamp) throws(FileFault) -> String {
    let digits = String(lines.count)
    let name =
      "custody-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".tsr"
    let file = try AppendingFile(path: "\(folder)/\(name).part")
    try file.cut(to: 0)
    try file.append(stamp.response)
    try file.move(to: "\(folder)/\(name)")
    return name
  }

  /// Reads a stamp and checks its signature and that it is about its line.
  ///
  /// - Throws: `TimeStampFault`, `FileFault`.
  package func checked(_ stamp: Stamp) throws -> TimeStamp {
    let file = try MappedFile(path: "\(folder)/\(stamp.file)")
    let found = try TimeStamp(response: file.withBytes { $0.copied(0..<$0.count) })
    guard lines.indices.contains(stamp.line - 1), found.isFor(lines[stamp.line - 1]) else {
      throw TimeStampFault.otherBytes
    }
    return found
  }
}
