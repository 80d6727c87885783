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
    /// This very capture is kept already: the same address, time and content. Nothing was written.
    case held

    /// The line in the custody log; `nil` if none was written.
    package var entry: CustodyEntry? {
      switch self {
      case .new(let entry), .unchanged(let entry): entry
      case .held: nil
      }
    }
  }

  /// A capture that gave content (status 200 to 299), or found the content of an earlier one unchanged.
  package struct Page: Sendable, Hashable {
    /// Its line in the custody log.
    package let sequence: Int
    package let url: String
    /// When it was captured, as ISO 8601 in UTC.
    package let time: String
    package let mediaType: String?
    /// Where the content stands.
    package let location: CaptureLocation
    /// Whether the content is that of an earlier capture of the address.
    package let isRevisit: Bool
    fileprivate let contentHash: String
  }

  /// What makes two captures the same one.
  private struct Identity: Hashable {
    let url: String
    let time: String
    let contentHash: String
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
  /// The last page of each address by the time of capture: an answer with status 200 to 299.
  private var pages: [String: Page] = [:]
  /// The last content of each address by the time of capture.
  private var latest: [String: (contentHash: String, time: String)] = [:]
  /// All captures.
  private var held: Set<Identity> = []
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
    try AppendingFile.makeFolder(folder)
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
  /// An imported capture that is held already is not kept again.
  ///
  /// - Returns: What became of each, in their order.
  /// - Throws: `FileFault`; then nothing of them is kept.
  package func keep(_ captures: [Capture]) throws -> [Kept] {
    var seen: [String: (contentHash: String, time: String)] = [:]
    var known: Set<Identity> = []
    let records = captures.map { capture -> CaptureRecords? in
      let contentHash = RecordDigest.sha256(capture.body)
      let identity = Identity(url: capture.url, time: capture.time, contentHash: contentHash)
      let isKnown = held.contains(identity) || !known.insert(identity).inserted
      if isKnown, capture.origin == .imported { return nil }
      // Nothing can revisit what was captured later.
      if let last = seen[capture.url] ?? latest[capture.url], last.contentHash == contentHash,
        !capture.responseHead.isEmpty, capture.origin == .collected || last.time <= capture.time
      {
        let bytes = writer.revisit(
          of: capture, payload: contentHash, original: (capture.url, last.time),
          isNotModified: false)
        return CaptureRecords(capture, .revisited, contentHash, bytes)
      }
      if isNewest(capture.time, of: capture.url, seen, capture.origin) {
        seen[capture.url] = (contentHash, capture.time)
      }
      return CaptureRecords(
        capture, capture.origin == .collected ? .collected : .imported, contentHash,
        writer.records(of: capture, payload: contentHash))
    }
    let kept = records.compactMap { $0 }
    var entries: ArraySlice<CustodyEntry> = try kept.isEmpty ? [] : write(kept)[...]
    return records.map { record in
      guard record != nil, let entry = entries.popFirst() else { return .held }
      return entry.action == .revisited ? .unchanged(entry) : .new(entry)
    }
  }

  /// Whether a capture is the newest of its address; what is fetched now is so whatever others' clocks say.
  private func isNewest(
    _ time: String, of url: String, _ seen: [String: (contentHash: String, time: String)],
    _ origin: Capture.Origin
  ) -> Bool {
    guard origin == .imported, let last = seen[url] ?? latest[url] else { return true }
    return last.time <= time
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
    guard let page = pages[url] else { return nil }
    return try page.location.capture(in: folder)
  }

  /// Whether an address has a capture that gave content.
  package func holdsPage(url: String) -> Bool { pages[url] != nil }

  /// The pages kept behind a line of the custody log, in its order, and the visits that found them unchanged.
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
      if entry.action == .stamped { continue }
      fileNumber = max(fileNumber, CaptureStore.number(of: entry.file))
    }
    let stamped = try StampedLog.entries(missingFrom: entries, in: folder, by: software, at: now())
    if !stamped.isEmpty { _ = try log.append(stamped) }
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
    let time = entry.collected ?? entry.time
    held.insert(Identity(url: url, time: time, contentHash: contentHash))
    visits[url] = max(visits[url] ?? time, time)
    switch entry.action {
    case .collected, .imported:
      let origin = entry.action == .imported ? Capture.Origin.imported : .collected
      let isNewest = isNewest(time, of: url, [:], origin)
      if isNewest { latest[url] = (contentHash, time) }
      let place = CaptureLocation(file: entry.file, offset: entry.offset, length: entry.length)
      if places[contentHash] == nil { places[contentHash] = place }
      guard let status = entry.status, (200...299).contains(status) else { return }
      let page = Page(
        sequence: entry.sequence, url: url, time: time, mediaType: entry.mediaType,
        location: place, isRevisit: false, contentHash: contentHash)
      if isNewest || pages[url] == nil { pages[url] = page }
      pageList.append(page)
    case .revisited:
      if latest[url]?.contentHash == contentHash, let page = pages[url],
        page.contentHash == contentHash
      {
        pageList.append(
          Page(
            sequence: entry.sequence, url: url, time: time, mediaType: page.mediaType,
            location: page.location, isRevisit: true, contentHash: contentHash))
      }
    case .opened, .recovered, .stamped: break
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
