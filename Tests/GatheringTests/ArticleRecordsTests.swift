import Foundation
import Testing

@testable import Gathering

@Suite("Article records") struct ArticleRecordsTests {
  @Test func `a text file is one record`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt", "{title}\nfirst line\n\nlast line\n")
    let items = read([path])
    #expect(items.map(\.content) == ["{title}\nfirst line\n\nlast line\n"])
    #expect(items.map(\.form) == [.text])
  }

  @Test(arguments: ["a.jsonl", "a.json", "a.ndjson", "a"])
  func `lines of JSON are records with their numbers`(name: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, "{\"text\":\"x\"}\n\n{\"text\":\"y\"}\r\n{\"text\":\"z\"}")
    let items = read([path])
    #expect(
      items.map { $0.content.trimmingCharacters(in: .whitespacesAndNewlines) } == [
        "{\"text\":\"x\"}", "{\"text\":\"y\"}", "{\"text\":\"z\"}",
      ])
    #expect(items.map(\.line) == [1, 3, 4])
    #expect(items.map(\.offset) == [0, 14, 28])
  }

  @Test func `elements of an array are records with their numbers`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "a.json",
      "[\n  {\"text\": \"a ] , } \\\" [\"},\n  {\n \"text\": \"b\"},{\"n\":[1,{\"m\":2}]}\n]\n")
    let items = read([path])
    #expect(
      items.map(\.content) == [
        "{\"text\": \"a ] , } \\\" [\"}", "{\n \"text\": \"b\"}", "{\"n\":[1,{\"m\":2}]}\n",
      ])
    #expect(items.map(\.line) == [2, 3, 4])
  }

  @Test func `an object over many lines is one record`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.json", "\u{FEFF}{\n  \"text\": \"a\"\n}\n{\n \"text\": \"b\"}\n")
    #expect(read([path]).map(\.content) == ["{\n  \"text\": \"a\"\n}", "{\n \"text\": \"b\"}"])
  }

  @Test func `a broken line does not take the next with it`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a", "{\"text\":\"x\n{\"text\":\"y\"}\n")
    #expect(read([path]).map(\.content) == ["{\"text\":\"x", "{\"text\":\"y\"}"])
  }

  @Test func `records are the same however the bytes are cut`() {
    let texts = [
      "{\"a\":\"\\\"}\"}\n{\"b\":2}\n\n{\"c\":[3]}", "[ {\"a\":\"]\"} , {\"b\":\n{}}, 5 ]\n",
      "{\n\"a\":1}{\"b\":2}\n", "\u{FEFF}{\"a\":1}\n",
    ]
    for text in texts {
      let bytes = Array(text.utf8)
      var whole: [GatheredItem] = []
      var splitter = RecordSplitter(file: "f", layout: .unknown)
      splitter.take(bytes, &whole)
      splitter.finish(&whole)
      #expect(!whole.isEmpty)
      for size in 3...bytes.count {
        var pieces: [GatheredItem] = []
        var splitter = RecordSplitter(file: "f", layout: .unknown)
        for start in stride(from: 0, to: bytes.count, by: size) {
          splitter.take(Array(bytes[start..<min(bytes.count, start + size)]), &pieces)
        }
        splitter.finish(&pieces)
        #expect(pieces == whole, "\(text) in pieces of \(size)")
      }
    }
  }

  @Test func `a folder gives its article files in the order of their names`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a/z.json", "a.jsonl", "picture.png", ".hidden.txt", "c.txt.gz"] {
      _ = try folder.write(name, "{}")
    }
    let inputs = ArticleInputs(arguments: [folder.path + "/"]).inputs
    #expect(
      inputs.map(\.name)
        == ["a.jsonl", "a/z.json", "b.txt", "c.txt.gz"].map {
          "\(folder.path)/\($0)"
        })
  }

  @Test func `a folder without articles and a missing file are problems`() throws {
    let folder = try TemporaryFolder()
    let missing = "\(folder.path)/none.txt"
    #expect(
      problems([folder.path, missing]) == [
        GatheringProblem(file: folder.path, reason: .folderWithoutArticles),
        GatheringProblem(file: missing, reason: .notFound),
      ])
  }

  @Test func `gzip is unpacked, also in several members`() throws {
    let folder = try TemporaryFolder()
    // gzip of "one\n" and of "two\n", behind one another.
    let members = [
      "1f8b0800000000000003cbcf4be502009fa817f804000000",
      "1f8b08000000000000032b29cfe702007408179604000000",
    ]
    let packed = members.flatMap { hexadecimal($0) }
    let path = try folder.write("a.txt.gz", packed)
    #expect(read([path]).map(\.content) == ["one\ntwo\n"])
    let cut = try folder.write("b.txt.gz", Array(packed.dropLast(9)))
    #expect(problems([cut]).map(\.reason) == [.damagedCompression(after: 8)])
  }

  @Test func `a record beyond the limit is a problem and the next one is read`() {
    var items: [GatheredItem] = []
    var splitter = RecordSplitter(file: "f", layout: .lines)
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    for _ in 0...(RecordSplitter.limit >> 20) { splitter.take(piece, &items) }
    splitter.take(Array("x\n{}\n".utf8), &items)
    splitter.finish(&items)
    #expect(items.count == 2)
    let problem = GatheringProblem(
      file: "f", line: 1, reason: .tooLong(limit: RecordSplitter.limit))
    #expect(items.first == .problem(problem))
    if case .record(let record) = items.last { #expect(record.line == 2) }
  }

  private func items(_ arguments: [String]) -> [GatheredItem] {
    var records = ArticleRecords(ArticleInputs(arguments: arguments))
    var items: [GatheredItem] = []
    while case .batch(let batch) = records.next(mayWait: true) { items += batch }
    return items
  }

  private func read(_ arguments: [String]) -> [ArticleRecord] {
    items(arguments).compactMap { if case .record(let record) = $0 { record } else { nil } }
  }

  private func problems(_ arguments: [String]) -> [GatheringProblem] {
    items(arguments).compactMap { if case .problem(let problem) = $0 { problem } else { nil } }
  }
}

extension ArticleRecord {
  var content: String { String(decoding: bytes, as: UTF8.self) }
}

private func hexadecimal(_ text: String) -> [UInt8] {
  var rest = Substring(text)
  var bytes: [UInt8] = []
  while !rest.isEmpty {
    bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
    rest = rest.dropFirst(2)
  }
  return bytes
}

/// A folder that goes when the test ends.
final class TemporaryFolder {
  let path = FileManager.default.temporaryDirectory.appending(path: "marsad-\(UUID())").path

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }
}
