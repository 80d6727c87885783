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
    stamps = StampedLog.stamps(in: folder)
  }

  /// The number of the last line that tells of something else than a stamp, and its bytes without the line end; `nil` if
  /// the log is empty.
  package var last: (line: Int, bytes: [UInt8])? {
    let decoder = JSONDecoder()
    let index = lines.lastIndex { line in
      (try? decoder.decode(CustodyEntry.self, from: Data(line)))?.action != .stamped
    }
    return index.map { ($0 + 1, lines[$0]) }
  }

  /// Writes into the log which stamps are kept, so that one that is taken away is missed.
  ///
  /// - Parameters:
  ///   - software: The program and version.
  ///   - time: The time as ISO 8601 in UTC.
  /// - Throws: `FileFault` (with `EWOULDBLOCK` if another process writes), `CustodyFault`.
  package func note(by software: String, at time: String) throws {
    var (log, entries) = try CustodyLog.open(path: "\(folder)/\(CaptureStore.logName)")
    let missing = try StampedLog.entries(missingFrom: entries, in: folder, by: software, at: time)
    if !missing.isEmpty { _ = try log.append(missing) }
  }

  /// The lines for stamps in a folder that the log does not tell of.
  static func entries(
    missingFrom entries: [CustodyEntry], in folder: String, by software: String, at time: String
  ) throws(FileFault) -> [CustodyEntry] {
    let known = Set(entries.filter { $0.action == .stamped }.map(\.file))
    var missing: [CustodyEntry] = []
    for stamp in stamps(in: folder) where !known.contains(stamp.file) {
      let file = try MappedFile(path: "\(folder)/\(stamp.file)")
      missing.append(
        CustodyEntry(
          sequence: 0, time: time, action: .stamped, by: software, file: stamp.file, offset: 0,
          length: file.count, recordHash: file.withBytes { RecordDigest.sha256($0) }, previous: ""))
    }
    return missing
  }

  private static func stamps(in folder: String) -> [Stamp] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in
      guard name.hasPrefix("custody-"), name.hasSuffix(".tsr"),
        let line = Int(name.dropFirst(8).dropLast(4))
      else { return nil }
      return Stamp(file: name, line: line)
    }.sorted { $0.line < $1.line }
  }

  /// Keeps a stamp of the last line.
  ///
  /// - Returns: The file's name.
  /// - Throws: `FileFault`.
  package func keep(_ stamp: TimeStamp) throws(FileFault) -> String {
    let digits = String(last?.line ?? lines.count)
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
