internal import Foundation
package import NewsModel

/// The captures of an archive: a folder of WARC files and a custody log.
///
/// A capture is kept once its line is in the log: the records are written and on the disk first, then the
/// line. What a process that was ended left behind the last whole record is cut off at the next
/// opening, and the log says so. One process writes at a time; the log's lock sees to that.
package actor CaptureStore {
  /// What keeping a capture did.
  package enum Kept: Sendable, Hashable {
    /// The content is new for this address.
    case new(CustodyEntry)
    /// The address had the same content the last time; a revisit record says so.
    case unchanged(CustodyEntry)

    /// The line in the custody log.
    package var entry: CustodyEntry {
      switch self {
      case .new(let entry), .unchanged(let entry): entry
      }
    }
  }

  /// A capture that gave content (status 200 to 299).
  package struct Page: Sendable, Hashable {
    /// Its line in the custody log.
    package let sequence: Int
    package let url: String
    package let mediaType: String?
    package let location: CaptureLocation
  }

  /// The name of the custody log in the folder.
  static let logName = "custody.jsonl"
  /// A file of captures is closed when it is this long.
  static let fileLimit = 1 << 30

  /// The folder.
  package nonisolated let folder: String
  private let software: String
  private let now: @Sendable () -> String
  private let writer = WARCWriter()
  private var log: CustodyLog
  private var file: AppendingFile?
  private var fileNumber = 0
  /// All pages in the order of the log.
  private var pageList: [Page] = []
  /// When each address was last asked.
  private var visits: [String: String] = [:]
  /// Where the last page of each address stands: an answer with status 200 to 299.
  private var pages: [String: CaptureLocation] = [:]
  /// The last content of each address.
  private var latest: [String: (contentHash: String, time: String)] = [:]
  /// Where each content stands.
  private var places: [String: CaptureLocation] = [:]

  /// Opens the store in a folder, or makes it there, and takes up where the last process ended.
  ///
  /// - Parameters:
  ///   - folder: The folder's path.
  ///   - software: The program and version, for the records.
  ///   - now: The time as ISO 8601 in UTC.
  /// - Returns: The store, ready to keep captures.
  /// - Throws: `FileFault` (with `EWOULDBLOCK` if another process writes), `CustodyFault`.
  package static func open(
    folder: String, software: String, now: @escaping @Sendable () -> String = CaptureStore.clock
  ) async throws -> CaptureStore {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let (log, entries) = try CustodyLog.open(path: "\(folder)/\(CaptureStore.logName)")
    let store = CaptureStore(folder: folder, software: software, now: now, log: log)
    try await store.takeUp(entries)
    return store
  }

  private init(
    folder: String, software: String, now: @escaping @Sendable () -> String, log: CustodyLog
  ) {
    self.folder = folder
    self.software = software
    self.now = now
    self.log = log
  }

  /// The operating system's clock.
  package static let clock: @Sendable () -> String = { Date().ISO8601Format() }

  /// The number of lines in the custody log.
  package var entryCount: Int { log.count }

  /// Keeps a capture.
  ///
  /// - Throws: `FileFault`; then nothing of it is kept.
  package func keep(_ capture: Capture) throws -> Kept { try keep([capture])[0] }

  /// Keeps captures, which wait for the disk together.
  ///
  /// - Throws: `FileFault`; then nothing of them is kept.
  package func keep(_ captures: [Capture]) throws -> [Kept] {
    var seen: [String: (contentHash: String, time: String)] = [:]
    let records = captures.map { capture in
      let contentHash = RecordDigest.sha256(capture.body)
      if let last = seen[capture.url] ?? latest[capture.url], last.contentHash == contentHash,
        !capture.responseHead.isEmpty
      {
        let bytes = writer.revisit(
          of: capture, payload: contentHash, original: (capture.url, last.time),
          isNotModified: false)
        return CaptureRecords(capture, .revisited, contentHash, bytes)
      }
      seen[capture.url] = (contentHash, capture.time)
      return CaptureRecords(
        capture, capture.origin == .collected ? .collected : .imported, contentHash,
        writer.records(of: capture, payload: contentHash))
    }
    return try write(records).map { $0.action == .revisited ? .unchanged($0) : .new($0) }
  }

  /// Keeps an answer that the content is still the one of the last time (304, RFC 9110, 15.4.5).
  ///
  /// - Returns: The line; `nil` if the address has no content here, so that there is nothing it could mean.
  package func keepNotModified(_ capture: Capture) throws -> CustodyEntry? {
    guard let last = latest[capture.url] else { return nil }
    let records = writer.revisit(
      of: capture, payload: last.contentHash, original: (capture.url, last.time),
      isNotModified: true)
    return try write([CaptureRecords(capture, .revisited, last.contentHash, records)])[0]
  }

  /// Whether bytes with this hash value are kept.
  package func holds(contentHash: String) -> Bool { places[contentHash] != nil }

  /// The capture with this hash value of its content; `nil` if there is none.
  ///
  /// - Throws: `FileFault`, `WARCError`.
  package func capture(contentHash: String) throws -> Capture? {
    guard let place = places[contentHash] else { return nil }
    return try place.capture(in: folder)
  }

  /// The last capture of an address that gave content (status 200 to 299); `nil` if there is none.
  ///
  /// - Throws: `FileFault`, `WARCError`.
  package func lastPage(url: String) throws -> Capture? {
    guard let place = pages[url] else { return nil }
    return try place.capture(in: folder)
  }

  /// The pages kept behind a line of the custody log, in its order.
  package func pages(after sequence: Int) -> ArraySlice<Page> {
    pageList.suffix(pageList.reversed().prefix { $0.sequence > sequence }.count)
  }

  /// When an address was last asked, as ISO 8601 in UTC; `nil` if it never was.
  package func lastVisit(url: String) -> String? { visits[url] }

  /// Whether a folder holds a store.
  package static func isStore(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(logName)")
  }

  /// Writes all captures as a WACZ file; nothing is kept meanwhile.
  ///
  /// - Parameters:
  ///   - path: The file; one that is there is replaced.
  ///   - title: The title of a page, for the list of pages.
  /// - Returns: What was written.
  /// - Throws: `FileFault`, `CustodyFault`, `WARCError`, `WACZError.noCaptures`.
  package func export(
    to path: String, title: (CaptureLocation) -> String?
  ) throws -> WACZWriter.Counts {
    var writer = WACZWriter(folder: folder, software: software, created: now())
    return try writer.write(to: path, title: title)
  }

  /// The records of a capture as they are written.
  private struct CaptureRecords {
    let capture: Capture
    let action: CustodyEntry.Action
    let contentHash: String
    let bytes: [UInt8]

    init(
      _ capture: Capture, _ action: CustodyEntry.Action, _ contentHash: String, _ bytes: [UInt8]
    ) {
      self.capture = capture
      self.action = action
      self.contentHash = contentHash
      self.bytes = bytes
    }
  }

  private func write(_ records: [CaptureRecords]) throws -> [CustodyEntry] {
    let file = try currentFile()
    let start = file.count
    try file.append(Array(records.map(\.bytes).joined()))
    var offset = start
    let entries = records.map { one in
      defer { offset += one.bytes.count }
      let capture = one.capture
      return CustodyEntry(
        sequence: 0, time: now(), action: one.action, by: software,
        file: CaptureStore.name(of: fileNumber), offset: offset, length: one.bytes.count,
        recordHash: RecordDigest.sha256(one.bytes), contentHash: one.contentHash,
        url: capture.url, collected: capture.time, status: capture.status,
        mediaType: capture.mediaType, previous: "")
    }
    do {
      let written = try log.append(entries)
      for entry in written { remember(entry) }
      return written
    } catch {
      try file.cut(to: start)
      throw error
    }
  }

  private func currentFile() throws -> AppendingFile {
    if let file, file.count < CaptureStore.fileLimit { return file }
    fileNumber += 1
    let name = CaptureStore.name(of: fileNumber)
    let file = try AppendingFile(path: "\(folder)/\(name)")
    try file.cut(to: 0)
    let bytes = writer.opening(file: name, time: now(), software: software)
    try file.append(bytes)
    _ = try log.append([
      CustodyEntry(
        sequence: 0, time: now(), action: .opened, by: software, file: name, offset: 0,
        length: bytes.count, recordHash: RecordDigest.sha256(bytes), previous: "")
    ])
    self.file = file
    return file
  }

  /// Learns what the log knows, opens the last file, and cuts off what stands behind its last whole record.
  private func takeUp(_ entries: [CustodyEntry]) throws {
    for entry in entries {
      remember(entry)
      fileNumber = max(fileNumber, CaptureStore.number(of: entry.file))
    }
    guard fileNumber > 0 else { return }
    let name = CaptureStore.name(of: fileNumber)
    let end = entries.filter { $0.file == name }.map { $0.offset + $0.length }.max() ?? 0
    let file = try AppendingFile(path: "\(folder)/\(name)")
    self.file = file
    guard file.count > end else { return }
    let length = file.count - end
    let lost = try MappedFile(path: file.path).withBytes { $0.copied(end..<end + length) }
    try file.cut(to: end)
    _ = try log.append([
      CustodyEntry(
        sequence: 0, time: now(), action: .recovered, by: software, file: name, offset: end,
        length: 0, recordHash: RecordDigest.sha256(lost), previous: "")
    ])
  }

  private func remember(_ entry: CustodyEntry) {
    guard let contentHash = entry.contentHash, let url = entry.url else { return }
    visits[url] = entry.collected ?? entry.time
    switch entry.action {
    case .collected, .imported:
      latest[url] = (contentHash, entry.collected ?? entry.time)
      let place = CaptureLocation(file: entry.file, offset: entry.offset, length: entry.length)
      if places[contentHash] == nil { places[contentHash] = place }
      if let status = entry.status, (200...299).contains(status) {
        pages[url] = place
        pageList.append(
          Page(sequence: entry.sequence, url: url, mediaType: entry.mediaType, location: place))
      }
    case .opened, .revisited, .recovered: break
    }
  }

  private static func name(of number: Int) -> String {
    let digits = String(number)
    return "captures-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
      + ".warc.gz"
  }

  private static func number(of file: String) -> Int {
    Int(file.drop { !$0.isNumber }.prefix { $0.isNumber }) ?? 0
  }
}
