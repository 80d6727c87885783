import Archiving
import Foundation
import NewsModel
import Testing

@Suite("WARC reader") struct WARCReaderTests {
  @Test func `plain records, also of version 1.0 with bare line feeds, are read`() throws {
    let text =
      record("response", "<http://a.example/>", "HTTP/1.0 200 OK\r\n\r\nنص")
      + "WARC/1.1\nWARC-Type: metadata\nContent-Length: 3\n\nabc\n\n"
    let records = try read(Array(text.utf8)).records
    #expect(records.map(\.kind) == [.response, .metadata])
    #expect(records[0].targetURL == "http://a.example/")
    #expect(records[0].version == "1.0")
    #expect(records[1].block == Array("abc".utf8))
    #expect(records[1].range.upperBound == text.utf8.count)
  }

  @Test func `one damaged record costs itself and no other`() throws {
    let good = record("metadata", "http://a.example/1", "one")
    let text = good + "garbage in between\n" + good
    let result = try read(Array(text.utf8))
    #expect(result.records.count == 2)
    #expect(result.errors == [.notARecord(at: good.utf8.count)])
  }

  @Test(arguments: [
    ("WARC/1.1\r\nWARC-Type: metadata\r\n\r\nabc", WARCError.noLength(at: 0)),
    ("WARC/1.1\r\nContent-Length: -4\r\n\r\nabc", WARCError.noLength(at: 0)),
    ("WARC/1.1\r\nContent-Length: 40\r\n\r\nabc", WARCError.truncated(at: 0)),
    (
      "WARC/1.1\r\nContent-Length: 99999999999\r\n\r\n",
      WARCError.tooLarge(at: 0, limit: 536_870_912)
    ),
    ("WARC/1.1\r\nContent-Le", WARCError.truncated(at: 0)),
    ("nothing of the kind", WARCError.notARecord(at: 0)),
    ("\u{1F}\u{8B}not gzip", WARCError.notARecord(at: 0)),
  ])
  func `bad bytes give an error with their place`(text: String, error: WARCError) throws {
    #expect(try read(Array(text.utf8)).errors.first == error)
  }

  @Test func `a damaged gzip member is told of`() throws {
    let result = try read([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF])
    #expect(result.errors == [.damagedCompression(at: 0)])
  }

  @Test func `chunks are joined, and content that only claims to be chunked is kept`() throws {
    let head =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: Text/HTML; x=y\r\n\r\n"
    let chunked = HTTPMessage(block: Array((head + "3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n").utf8))
    #expect(chunked?.body == Array("abcde".utf8))
    #expect(chunked?.mediaType == "text/html")
    #expect(chunked?.status == 200)
    let plain = HTTPMessage(block: Array((head + "<p>plain</p>").utf8))
    #expect(plain?.body == Array("<p>plain</p>".utf8))
  }

  @Test func `digests of others are checked in their own notation`() {
    let bytes = Array("abc".utf8)
    #expect(RecordDigest.matches("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", bytes) == true)
    #expect(RecordDigest.matches("sha1:a9993e364706816aba3e25717850c26c9cd0d89d", bytes) == true)
    #expect(
      RecordDigest.matches("md5:900150983cd24fb0d6963f7d28e17f72", bytes) == true)
    #expect(RecordDigest.matches("sha256:00", bytes) == false)
    #expect(RecordDigest.matches("crc:00", bytes) == nil)
  }

  @Test func `random bytes never crash`() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
      if Bool.random() { bytes = Array("WARC/1.1\r\nContent-Length: 3\r\n".utf8) + bytes }
      if Bool.random() { bytes = [0x1F, 0x8B, 8] + bytes }
      _ = try read(bytes)
    }
  }

  private func record(_ kind: String, _ url: String, _ block: String) -> String {
    """
    WARC/1.0\r\nWARC-Type: \(kind)\r\nWARC-Target-URI: \(url)\r\n\
    WARC-Date: 2026-01-02T03:04:05Z\r\nContent-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n
    """ + ""
  }

  private func read(_ bytes: [UInt8]) throws -> (records: [WARCRecord], errors: [WARCError]) {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/x.warc"
    try Data(bytes).write(to: URL(filePath: path))
    var reader = WARCReader(try MappedFile(path: path))
    var records: [WARCRecord] = []
    var errors: [WARCError] = []
    while true {
      do throws(WARCError) {
        guard let record = try reader.next() else { return (records, errors) }
        records.append(record)
      } catch {
        errors.append(error)
      }
    }
  }
}
