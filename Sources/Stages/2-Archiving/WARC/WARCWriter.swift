internal import Foundation
internal import NewsModel

/// Captures as WARC 1.1 records (ISO 28500:2017), each record packed as one gzip member.
struct WARCWriter {
  private let packer = GzipPacker()

  /// The record that opens a file and says who wrote it (section 6.2).
  func opening(file: String, time: String, software: String, id: UUID = UUID()) -> [UInt8] {
    let block = """
      software: \(software)\r
      format: WARC File Format 1.1\r
      conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r

      """
    return packed(
      [
        ("WARC-Type", "warcinfo"), ("WARC-Filename", file), ("WARC-Date", time),
        ("WARC-Record-ID", WARCWriter.recordID(id)), ("Content-Type", "application/warc-fields"),
      ], Array(block.utf8))
  }

  /// The records of one capture: the answer, or the bytes alone as a resource, and the request if it is known.
  func records(of capture: Capture, payload: String, id: UUID = UUID()) -> [UInt8] {
    let hasHead = !capture.responseHead.isEmpty
    var output = packed(
      [
        ("WARC-Type", hasHead ? "response" : "resource"), ("WARC-Target-URI", capture.url),
        ("WARC-Date", capture.time), ("WARC-Record-ID", WARCWriter.recordID(id)),
        ("WARC-Payload-Digest", payload),
        (
          "Content-Type",
          hasHead
            ? "application/http; msgtype=response"
            : capture.mediaType ?? "application/octet-stream"
        ),
      ], capture.responseHead + capture.body)
    output += request(of: capture, concurrentTo: id)
    return output
  }

  /// The records of a capture whose content was captured before (section 6.7): the head alone, and what it
  /// refers to.
  func revisit(
    of capture: Capture, payload: String, original: (url: String, time: String),
    isNotModified: Bool, id: UUID = UUID()
  ) -> [UInt8] {
    let profile = isNotModified ? "server-not-modified" : "identical-payload-digest"
    var output = packed(
      [
        ("WARC-Type", "revisit"), ("WARC-Target-URI", capture.url), ("WARC-Date", capture.time),
        ("WARC-Record-ID", WARCWriter.recordID(id)),
        ("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/\(profile)"),
        ("WARC-Payload-Digest", payload), ("WARC-Refers-To-Target-URI", original.url),
        ("WARC-Refers-To-Date", original.time),
        ("Content-Type", "application/http; msgtype=response"),
      ], capture.responseHead)
    output += request(of: capture, concurrentTo: id)
    return output
  }

  private func request(of capture: Capture, concurrentTo id: UUID) -> [UInt8] {
    guard !capture.requestHead.isEmpty else { return [] }
    return packed(
      [
        ("WARC-Type", "request"), ("WARC-Target-URI", capture.url), ("WARC-Date", capture.time),
        ("WARC-Record-ID", WARCWriter.recordID(UUID())),
        ("WARC-Concurrent-To", WARCWriter.recordID(id)),
        ("Content-Type", "application/http; msgtype=request"),
      ], capture.requestHead)
  }

  private func packed(_ fields: [(String, String)], _ block: [UInt8]) -> [UInt8] {
    var head = "WARC/1.1\r\n"
    for (name, value) in fields { head += "\(name): \(WARCWriter.oneLine(value))\r\n" }
    head += "WARC-Block-Digest: \(RecordDigest.sha256(block))\r\n"
    head += "Content-Length: \(block.count)\r\n\r\n"
    return packer.member(of: Array(head.utf8) + block + [0x0D, 0x0A, 0x0D, 0x0A])
  }

  private static func recordID(_ id: UUID) -> String {
    "<urn:uuid:\(id.uuidString.lowercased())>"
  }

  /// A value that can't end its line and begin a field of its own.
  private static func oneLine(_ text: String) -> String {
    String(decoding: text.utf8.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
  }
}
