internal import Foundation
internal import NewsModel

/// Hashes everything in a store again and names what is not as the custody log says.
package struct Verification: Sendable, Hashable {
  /// One thing that is not as it was.
  package enum Finding: Sendable, Hashable {
    /// The custody log's chain is broken.
    case chain(CustodyFault)
    /// There is no custody log.
    case missingLog
    /// A file of captures is not there.
    case missingFile(String)
    /// The bytes of these records are not those that were written: which line of the log, and the address.
    case changedRecords(line: Int, file: String, url: String?)
    /// The content, unpacked, has not the hash value that the log has.
    case changedContent(line: Int, file: String, url: String?)
    /// Bytes of a file that no line of the log speaks of.
    case unrecordedBytes(file: String, range: Range<Int>)
    /// The time stamp that a line of the log tells of is not there.
    case missingStamp(line: Int, file: String)
    /// A file in the folder that the log does not know.
    case unrecordedFile(String)
  }

  /// What was found; empty if all is as it was.
  package private(set) var findings: [Finding] = []
  /// The number of captures whose bytes were hashed.
  package private(set) var captureCount = 0
  /// The number of bytes hashed.
  package private(set) var byteCount = 0
  /// The hash value of the log's last line: whoever notes it elsewhere can tell later that no line was cut off.
  package private(set) var head = ""

  /// Verifies a store.
  ///
  /// - Throws: `FileFault` if a file that is there can't be read.
  package init(folder: String) throws {
    let path = "\(folder)/\(CaptureStore.logName)"
    guard let data = FileManager.default.contents(atPath: path) else {
      findings = [.missingLog]
      return
    }
    let read = CustodyLog.entries(in: Array(data))
    head = read.head
    findings = read.faults.map { .chain($0) }
    for entry in read.entries where entry.action == .stamped { try checkStamp(entry, folder) }
    let captures = read.entries.filter { $0.action != .stamped }
    let byFile = Dictionary(grouping: captures, by: \.file)
    for (file, entries) in byFile.sorted(by: { $0.key < $1.key }) {
      try check(file, entries, folder)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    for name in names.sorted() where name.hasSuffix(".warc.gz") && byFile[name] == nil {
      findings.append(.unrecordedFile(name))
    }
  }

  private mutating func checkStamp(_ entry: CustodyEntry, _ folder: String) throws {
    let path = "\(folder)/\(entry.file)"
    guard FileManager.default.fileExists(atPath: path) else {
      findings.append(.missingStamp(line: entry.sequence, file: entry.file))
      return
    }
    let hash = try MappedFile(path: path).withBytes { RecordDigest.sha256($0) }
    if hash != entry.recordHash {
      findings.append(.changedRecords(line: entry.sequence, file: entry.file, url: nil))
    }
  }

  private mutating func check(_ file: String, _ entries: [CustodyEntry], _ folder: String) throws {
    let path = "\(folder)/\(file)"
    guard FileManager.default.fileExists(atPath: path) else {
      findings.append(.missingFile(file))
      return
    }
    let mapped = try MappedFile(path: path)
    let unpacker = GzipUnpacker()
    var covered = 0
    for entry in entries where entry.action != .recovered {
      if entry.offset > covered {
        findings.append(.unrecordedBytes(file: file, range: covered..<entry.offset))
      }
      let range = entry.offset..<entry.offset + entry.length
      covered = max(covered, range.upperBound)
      guard range.upperBound <= mapped.count else {
        findings.append(.changedRecords(line: entry.sequence, file: file, url: entry.url))
        continue
      }
      byteCount += range.count
      guard mapped.withBytes({ RecordDigest.sha256($0.extracting(range)) }) == entry.recordHash
      else {
        findings.append(.changedRecords(line: entry.sequence, file: file, url: entry.url))
        continue
      }
      checkContent(of: entry, mapped, unpacker)
    }
    if covered < mapped.count {
      findings.append(.unrecordedBytes(file: file, range: covered..<mapped.count))
    }
  }

  private mutating func checkContent(
    of entry: CustodyEntry, _ file: MappedFile, _ unpacker: GzipUnpacker
  ) {
    guard entry.action == .collected || entry.action == .imported else { return }
    captureCount += 1
    let place = CaptureLocation(file: entry.file, offset: entry.offset, length: entry.length)
    let body = try? place.capture(in: file, unpacker)?.body
    if body.map({ RecordDigest.sha256($0) }) != entry.contentHash {
      findings.append(.changedContent(line: entry.sequence, file: entry.file, url: entry.url))
    }
  }
}
