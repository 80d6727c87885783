package import NewsModel

/// Where the records of a capture stand in a store.
package struct CaptureLocation: Sendable, Hashable {
  /// The file's name in the store's folder.
  package let file: String
  /// The offset of the first record's gzip member.
  package let offset: Int
  /// The length of all records of the capture, packed.
  package let length: Int

  /// Makes a location.
  package init(file: String, offset: Int, length: Int) {
    self.file = file
    self.offset = offset
    self.length = length
  }

  /// Reads the capture.
  ///
  /// - Parameter folder: The store's folder.
  /// - Returns: `nil` if no answer or resource stands there.
  /// - Throws: `FileFault`, `WARCError`.
  package func capture(in folder: String) throws -> Capture? {
    try capture(in: try MappedFile(path: "\(folder)/\(file)"), GzipUnpacker())
  }

  /// Reads the capture out of its file.
  func capture(in file: MappedFile, _ unpacker: GzipUnpacker) throws(WARCError) -> Capture? {
    var reader = WARCReader(file, from: offset, unpacker)
    var captures = CaptureAssembly(origin: .collected)
    while reader.position < offset + length, let record = try reader.next() {
      captures.take(record)
    }
    return captures.finish().first
  }
}

/// Joins WARC records to captures: an answer with its request.
package struct CaptureAssembly {
  private let origin: Capture.Origin
  private var waiting: (capture: Capture, id: String?)?
  private var requests: [String: [UInt8]] = [:]
  private var done: [Capture] = []

  /// Begins with nothing.
  package init(origin: Capture.Origin) { self.origin = origin }

  /// Takes the next record; other kinds than answers, resources and requests are passed over.
  package mutating func take(_ record: WARCRecord) {
    switch record.kind {
    case .request:
      let id = record.fields["WARC-Concurrent-To"]
      if let id, waiting?.id == id {
        waiting?.capture.requestHead = record.block
      } else if let own = id ?? record.targetURL {
        requests[own] = record.block
      }
    case .response, .resource:
      flush()
      guard var capture = CaptureAssembly.capture(of: record, origin: origin) else { return }
      let id = record.fields["WARC-Record-ID"]
      let named = id.flatMap { requests.removeValue(forKey: $0) }
      let byAddress = requests.removeValue(forKey: capture.url)
      capture.requestHead = named ?? byAddress ?? []
      waiting = (capture, id)
    default: break
    }
  }

  /// The captures that are complete; they are given once.
  package mutating func takeDone() -> [Capture] {
    defer { done = [] }
    return done
  }

  /// All captures that are left, at the end.
  package mutating func finish() -> [Capture] {
    flush()
    return takeDone()
  }

  private mutating func flush() {
    if let waiting { done.append(waiting.capture) }
    waiting = nil
  }

  private static func capture(of record: WARCRecord, origin: Capture.Origin) -> Capture? {
    guard let url = record.targetURL, let date = record.date else { return nil }
    let isHTTP = record.fields["Content-Type"]?.lowercased().hasPrefix("application/http") ?? false
    guard record.kind == .response, isHTTP else {
      guard record.kind == .resource else { return nil }
      return Capture(
        url: url, time: date, mediaType: record.fields["Content-Type"], body: record.block,
        origin: origin)
    }
    guard let message = HTTPMessage(block: record.block) else { return nil }
    return Capture(
      url: url, time: date, status: message.status, mediaType: message.mediaType,
      responseHead: message.head, body: message.body, origin: origin)
  }
}
