import Foundation
import NewsModel
import Testing

@testable import Archiving

@Suite("WACZ") struct WACZTests {
  private func exported(
    _ captures: [Capture], to folder: TemporaryFolder
  ) async throws -> (path: String, counts: WACZWriter.Counts) {
    let store = try await openStore(folder)
    for capture in captures { _ = try await store.keep(capture) }
    let path = folder.path + "/out.wacz"
    var writer = WACZWriter(
      folder: folder.path, software: "marsad test", created: "2026-01-05T00:00:00Z")
    let counts = try writer.write(to: path) { _ in "عنوان" }
    return (path, counts)
  }

  private let captures = [
    page("https://outlet.example/b?z=1&a=2", "<p>خبر</p>"),
    page("https://www.outlet.example/A/", "<p>آخر</p>"),
    page("https://outlet.example/b?z=1&a=2", "<p>خبر</p>", time: "2026-01-03T00:00:00Z"),
  ]

  @Test func `what is exported comes back byte for byte`() async throws {
    let folder = try TemporaryFolder()
    let (path, counts) = try await exported(captures, to: folder)
    #expect(counts.captures == 3)
    #expect(counts.pages == 2)
    let reader = try WACZReader(path: path)
    let part = try #require(reader.parts.first)
    #expect(reader.parts.count == 1)
    #expect(try reader.isAsStated(part))
    var assembly = CaptureAssembly(origin: .collected)
    var records = try reader.reader(of: part)
    while let record = try records.next() { assembly.take(record) }
    #expect(assembly.finish() == Array(captures.prefix(2)))
  }

  @Test func `the index tells where each answer stands, in order`() async throws {
    let folder = try TemporaryFolder()
    let (path, _) = try await exported(captures, to: folder)
    let file = try MappedFile(path: path)
    let entries = try ZipDirectory(file).entries
    let index = try #require(entries.first { $0.name == "indexes/index.cdx" })
    let lines = String(decoding: file.withBytes { $0.copied(index.range) }, as: UTF8.self)
      .split(separator: "\n")
    let keys = lines.map { $0.prefix { $0 != "{" } }
    #expect(
      keys == [
        "example,outlet)/a 20260102030405 ", "example,outlet)/b?a=2&z=1 20260102030405 ",
        "example,outlet)/b?a=2&z=1 20260103000000 ",
      ])
    #expect(lines[2].contains("warc/revisit"))
    #expect(entries.filter(\.isStored).count == entries.count)
  }

  @Test func `a changed byte of a part is told of`() async throws {
    let folder = try TemporaryFolder()
    let (path, _) = try await exported(captures, to: folder)
    let part = try WACZReader(path: path).parts[0]
    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
    bytes[part.range.lowerBound + 40] ^= 1
    try Data(bytes).write(to: URL(filePath: path))
    let reader = try WACZReader(path: path)
    let isAsStated = try reader.isAsStated(reader.parts[0])
    #expect(!isAsStated)
  }

  @Test func `files that are no collections are told apart`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/x.wacz"
    try Data("no zip".utf8).write(to: URL(filePath: path))
    #expect(throws: WACZError.noZip) { try WACZReader(path: path) }
    #expect(!WACZReader.isZip(path: path))
    let (whole, _) = try await exported(captures, to: folder)
    let bytes = try Data(contentsOf: URL(filePath: whole))
    // Cut off anywhere, or with any byte of the directory changed, it is an error or a collection, never a crash.
    for length in stride(from: 0, to: bytes.count, by: 97) {
      try bytes.prefix(length).write(to: URL(filePath: path))
      _ = try? WACZReader(path: path)
    }
    for offset in stride(from: bytes.count - 700, to: bytes.count, by: 3) {
      var changed = Array(bytes)
      changed[offset] = 0xFF
      try Data(changed).write(to: URL(filePath: path))
      _ = try? WACZReader(path: path)
    }
  }

  @Test(arguments: [
    ("http://WWW2.Example.com:80/Path/?B=2&a=1#x", "com,example)/path?a=1&b=2"),
    ("https://example.com:8443", "com,example:8443)/"),
    ("http://192.0.2.7/a", "7,2,0,192)/a"), ("urn:some:id", "urn:some:id"),
    ("https://outlet.example/خبر", "example,outlet)/%d8%ae%d8%a8%d8%b1"),
  ])
  func `addresses have the keys of indexes`(url: String, key: String) {
    #expect(SortKey.key(of: url) == key)
  }

  @Test func `an empty store is not exported`() async throws {
    let folder = try TemporaryFolder()
    _ = try await openStore(folder)
    var writer = WACZWriter(folder: folder.path, software: "x", created: "2026-01-05T00:00:00Z")
    #expect(throws: WACZError.noCaptures) {
      try writer.write(to: folder.path + "/out.wacz") { _ in nil }
    }
  }
}
