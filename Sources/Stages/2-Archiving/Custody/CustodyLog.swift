internal import Foundation

/// The custody log: JSON Lines, only ever appended to, each line holding the hash value of the line before.
///
/// Whoever changes, removes or inserts a line breaks the chain from there on.
struct CustodyLog {
  /// What the first line has in place of the hash value of a line before.
  static let beginning = "sha256:" + String(repeating: "0", count: 64)

  /// Reads a log's lines, checking the chain.
  ///
  /// - Parameter bytes: The whole file. A last line without its end is what an ended process left, and
  ///   is passed over.
  /// - Returns: The entries, the hash value of the last line, and the length of the whole lines.
  static func entries(
    in bytes: [UInt8]
  ) -> (entries: [CustodyEntry], head: String, length: Int, faults: [CustodyFault]) {
    let decoder = JSONDecoder()
    var entries: [CustodyEntry] = []
    var faults: [CustodyFault] = []
    var head = beginning
    var start = 0
    var number = 0
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      number += 1
      let line = Array(bytes[start..<end])
      start = end + 1
      if let entry = try? decoder.decode(CustodyEntry.self, from: Data(line)) {
        if entry.previous != head {
          faults.append(CustodyFault(line: number, reason: .brokenChain))
        } else if entry.sequence != number {
          faults.append(CustodyFault(line: number, reason: .wrongNumber))
        }
        entries.append(entry)
      } else {
        faults.append(CustodyFault(line: number, reason: .unreadable))
      }
      head = RecordDigest.sha256(line)
    }
    return (entries, head, start, faults)
  }

  private let file: AppendingFile
  /// The hash value of the last line.
  private(set) var head: String
  /// The number of lines.
  private(set) var count: Int

  /// Opens and locks the log of a store, reads what it holds, and cuts off a line that was not finished.
  ///
  /// - Returns: The log, and its entries so far.
  /// - Throws: `FileFault`; `CustodyFault` if the chain is broken: nothing is added to a log that is not sound.
  static func open(path: String) throws -> (log: CustodyLog, entries: [CustodyEntry]) {
    let file = try AppendingFile(path: path)
    try file.lock()
    let read = entries(in: Array(try Data(contentsOf: URL(filePath: path))))
    if let fault = read.faults.first { throw fault }
    try file.cut(to: read.length)
    return (CustodyLog(file: file, head: read.head, count: read.entries.count), read.entries)
  }

  /// Appends entries, all of them or none; their numbers and their links to the lines before are set here.
  ///
  /// - Returns: The entries as written.
  mutating func append(_ entries: [CustodyEntry]) throws -> [CustodyEntry] {
    var (written, text) = ([CustodyEntry](), [UInt8]())
    var last = head
    for entry in entries {
      var entry = entry
      entry.sequence = count + written.count + 1
      entry.previous = last
      let line = entry.json
      last = RecordDigest.sha256(line)
      text += line
      text.append(0x0A)
      written.append(entry)
    }
    try file.append(text)
    head = last
    count += written.count
    return written
  }
}

/// Where the chain of a custody log is broken.
package struct CustodyFault: Error, Sendable, Hashable {
  /// The number of the line, from 1.
  package let line: Int
  package let reason: Reason

  /// Makes a fault.
  package init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }

  /// How.
  package enum Reason: String, Sendable {
    /// No JSON of the log's form.
    case unreadable
    /// The line does not hold the hash value of the line before.
    case brokenChain
    /// The line's number is not its place.
    case wrongNumber
  }
}
