internal import Foundation
internal import NewsModel

/// Writes the captures of a store as a WACZ file (Web Archive Collection Zipped, 1.1.1): the WARC files byte for
/// byte, a CDXJ index, the list of pages, the custody log, and a datapackage.json with the hash value of each.
package struct WACZWriter {
  /// What was written.
  package struct Counts: Sendable, Hashable {
    package var captures = 0
    package var pages = 0
    package var files = 0
    package var bytes = 0
  }

  /// The version of the specification.
  static let version = "1.1.1"

  private let folder: String
  private let unpacker = GzipUnpacker()
  private let software: String
  private let created: String
  private var index: [String] = []
  private var pages: [String] = []
  private var counts = Counts()

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - folder: The store's folder; nobody may write to it meanwhile.
  ///   - software: The program and version.
  ///   - created: The time as ISO 8601 in UTC.
  init(folder: String, software: String, created: String) {
    self.folder = folder
    self.software = software
    self.created = created
  }

  /// Writes the collection.
  ///
  /// - Parameters:
  ///   - path: The file; one that is there is replaced, but only once all is written.
  ///   - title: The title of a page, for the list of pages.
  /// - Returns: What was written.
  /// - Throws: `FileFault`, `CustodyFault`, `WARCError`, `WACZError.noCaptures`.
  mutating func write(
    to path: String, title: (CaptureLocation) -> String?
  ) throws -> Counts {
    let logPath = "\(folder)/\(CaptureStore.logName)"
    let log = Array(try Data(contentsOf: URL(filePath: logPath)))
    let read = CustodyLog.entries(in: log)
    if let fault = read.faults.first { throw fault }
    guard read.entries.contains(where: { $0.url != nil }) else { throw WACZError.noCaptures }
    for entry in read.entries { try take(entry, title) }
    var zip = try ZipWriter(path: path)
    let captures = read.entries.filter { $0.action != .stamped }
    for file in Set(captures.map(\.file)).sorted() {
      try zip.add("archive/\(file)", file: MappedFile(path: "\(folder)/\(file)"))
      counts.files += 1
    }
    try zip.add("indexes/index.cdx", WACZWriter.lines(index.sorted()))
    let head = #"{"format":"json-pages-1.0","id":"pages","title":"All Pages","hasText":"false"}"#
    try zip.add("pages/pages.jsonl", WACZWriter.lines([head] + pages))
    try zip.add("custody/custody.jsonl", Array(log[..<read.length]))
    for entry in read.entries where entry.action == .stamped {
      try zip.add("custody/\(entry.file)", file: MappedFile(path: "\(folder)/\(entry.file)"))
    }
    let package = describe(zip.entries)
    try zip.add("datapackage.json", package)
    var digest = JSONWriter()
    digest.object { json in
      json.key("path")
      json.string("datapackage.json")
      json.key("hash")
      json.string(RecordDigest.sha256(package))
    }
    try zip.add("datapackage-digest.json", digest.bytes)
    try zip.finish()
    counts.bytes = try MappedFile(path: path).count
    return counts
  }

  private static func lines(_ lines: [String]) -> [UInt8] {
    lines.flatMap { Array($0.utf8) + [0x0A] }
  }

  private mutating func take(_ entry: CustodyEntry, _ title: (CaptureLocation) -> String?) throws {
    guard let url = entry.url, let record = try answer(entry) else { return }
    counts.captures += 1
    let time = WACZWriter.digits(record.date ?? entry.collected ?? entry.time)
    let isRevisit = record.kind == .revisit
    var json = JSONWriter()
    json.object { json in
      let fields: [(String, String?)] = [
        ("url", url), ("mime", isRevisit ? "warc/revisit" : entry.mediaType),
        ("status", entry.status.map(String.init)), ("digest", entry.contentHash),
        ("length", "\(record.range.count)"), ("offset", "\(record.range.lowerBound)"),
        ("filename", entry.file),
      ]
      for case (let name, let value?) in fields {
        json.key(name)
        json.string(value)
      }
    }
    let line = String(decoding: json.bytes, as: UTF8.self)
    index.append("\(SortKey.key(of: url)) \(time) \(line)")
    let place = CaptureLocation(file: entry.file, offset: entry.offset, length: entry.length)
    try list(entry, url, place, title, isRevisit)
  }

  private mutating func list(
    _ entry: CustodyEntry, _ url: String, _ place: CaptureLocation,
    _ title: (CaptureLocation) -> String?, _ isRevisit: Bool
  ) throws {
    guard !isRevisit, let status = entry.status, (200...299).contains(status),
      entry.mediaType?.contains("html") == true
    else { return }
    counts.pages += 1
    var json = JSONWriter()
    json.object { json in
      json.key("id")
      json.string("line-\(entry.sequence)")
      json.key("url")
      json.string(url)
      json.key("ts")
      json.string(entry.collected ?? entry.time)
      if let title = title(place) {
        json.key("title")
        json.string(title)
      }
    }
    pages.append(String(decoding: json.bytes, as: UTF8.self))
  }

  /// The record that holds the answer of an entry, with where it stands.
  private func answer(_ entry: CustodyEntry) throws -> WARCRecord? {
    let file = try MappedFile(path: "\(folder)/\(entry.file)")
    var reader = WARCReader(file, from: entry.offset, unpacker)
    while reader.position < entry.offset + entry.length, let record = try reader.next() {
      switch record.kind {
      case .response, .resource, .revisit: return record
      default: break
      }
    }
    return nil
  }

  /// `20250801120000` of `2025-08-01T12:00:00Z`.
  private static func digits(_ time: String) -> String {
    String(time.filter(\.isNumber).prefix(14))
  }

  /// The datapackage.json: Frictionless Data's data package, with the members that WACZ adds.
  private func describe(_ entries: [ZipWriter.Entry]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      let fields = [
        ("profile", "data-package"), ("wacz_version", WACZWriter.version), ("created", created),
        ("software", software),
      ]
      for (name, value) in fields {
        json.key(name)
        json.string(value)
      }
      json.key("resources")
      json.array { list in
        for entry in entries {
          list.object { json in
            json.key("name")
            json.string(entry.name.split(separator: "/").last.map(String.init) ?? entry.name)
            json.key("path")
            json.string(entry.name)
            json.key("hash")
            json.string(entry.hash)
            json.key("bytes")
            json.integer(entry.size)
          }
        }
      }
    }
    return json.bytes
  }
}
