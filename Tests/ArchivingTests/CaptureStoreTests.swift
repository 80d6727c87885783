import Archiving
import Foundation
import NewsModel
import Testing

@Suite("Capture store") struct CaptureStoreTests {
  @Test func `what is kept comes back byte for byte`() async throws {
    let folder = try TemporaryFolder()
    let store = try await openStore(folder)
    let capture = page("https://outlet.example/1", "<p>خبر أول</p>")
    let kept = try await store.keep(capture)
    let hash = try #require(kept.entry?.contentHash)
    let back = try await store.capture(contentHash: hash)
    #expect(back == capture)
    #expect(try Verification(folder: folder.path).findings == [])
    #expect(try Verification(folder: folder.path).captureCount == 1)
  }

  @Test func `an unchanged page is a revisit, a changed one a new capture`() async throws {
    let folder = try TemporaryFolder()
    let store = try await openStore(folder)
    let url = "https://outlet.example/1"
    let first = try await store.keep(page(url, "أ"))
    let second = try await store.keep(page(url, "أ", time: "2026-01-03T00:00:00Z"))
    let third = try await store.keep(page(url, "ب", time: "2026-01-04T00:00:00Z"))
    #expect(first.entry?.action == .collected)
    #expect(second.entry?.action == .revisited)
    #expect(second.entry?.contentHash == first.entry?.contentHash)
    #expect(third.entry?.action == .collected)
    var reader = WARCReader(
      try MappedFile(path: "\(folder.path)/\(try captureFiles(folder)[0])"))
    var kinds: [WARCRecord.Kind?] = []
    while let record = try reader.next() { kinds.append(record.kind) }
    #expect(
      kinds == [.warcinfo, .response, .request, .revisit, .request, .response, .request])
    #expect(try Verification(folder: folder.path).findings == [])
  }

  private func imported(_ body: String, _ time: String) -> Capture {
    var capture = page("https://outlet.example/1", body, time: time)
    capture.origin = .imported
    return capture
  }

  @Test func `a capture that comes in again is not kept again`() async throws {
    let folder = try TemporaryFolder()
    let captures = [
      imported("أ", "2026-01-02T00:00:00Z"), imported("ب", "2026-01-03T00:00:00Z"),
      imported("ب", "2026-01-04T00:00:00Z"), imported("أ", "2026-01-02T00:00:00Z"),
    ]
    var store: CaptureStore? = try await openStore(folder)
    let first = try await store?.keep(captures)
    #expect(first?.map(\.entry?.action) == [.imported, .imported, .revisited, nil])
    let count = await store?.entryCount
    store = nil
    let again = try await openStore(folder)
    #expect(try await again.keep(captures) == [.held, .held, .held, .held])
    #expect(await again.entryCount == count)
    #expect(try Verification(folder: folder.path).findings == [])
  }

  @Test func `the last page is the newest capture, in whatever order they come in`() async throws {
    let folder = try TemporaryFolder()
    let store = try await openStore(folder)
    _ = try await store.keep(imported("جديد", "2026-01-04T00:00:00Z"))
    let older = try await store.keep(imported("جديد", "2026-01-02T00:00:00Z"))
    #expect(older.entry?.action == .imported, "nothing can revisit what comes later")
    _ = try await store.keep(imported("قديم", "2026-01-03T00:00:00Z"))
    let last = try await store.lastPage(url: "https://outlet.example/1")
    #expect(last?.time == "2026-01-04T00:00:00Z")
    #expect(await store.lastVisit(url: "https://outlet.example/1") == "2026-01-04T00:00:00Z")
    #expect(await store.pages(after: 0).map(\.time).sorted().last == "2026-01-04T00:00:00Z")
  }

  @Test func `not modified refers to what was kept, and means nothing without it`() async throws {
    let folder = try TemporaryFolder()
    let store = try await openStore(folder)
    var answer = page("https://outlet.example/1", "")
    answer.status = 304
    #expect(try await store.keepNotModified(answer) == nil)
    let kept = try await store.keep(page("https://outlet.example/1", "نص"))
    let entry = try await store.keepNotModified(answer)
    #expect(entry?.contentHash == kept.entry?.contentHash)
  }

  @Test func `a store is taken up where a process that was ended left it`() async throws {
    let folder = try TemporaryFolder()
    var store: CaptureStore? = try await openStore(folder)
    _ = try await store?.keep(page("https://outlet.example/1", "أ"))
    store = nil
    // Half a record and half a line, as SIGKILL leaves them.
    let file = "\(folder.path)/\(try captureFiles(folder)[0])"
    try append([0x1F, 0x8B, 8, 0, 1, 2, 3], to: file)
    try append(Array(#"{"sequence":3,"ti"#.utf8), to: "\(folder.path)/custody.jsonl")
    let again = try await openStore(folder)
    let kept = try await again.keep(page("https://outlet.example/2", "ب"))
    #expect(kept.entry?.sequence == 4)
    #expect(try Verification(folder: folder.path).findings == [])
    #expect(try Verification(folder: folder.path).captureCount == 2)
  }

  @Test func `a second process is refused while one writes`() async throws {
    let folder = try TemporaryFolder()
    let store = try await openStore(folder)
    _ = try await store.keep(page("https://outlet.example/1", "أ"))
    await #expect(throws: FileFault.self) { _ = try await openStore(folder) }
    #expect(await store.entryCount == 2)
  }

  @Test func `each kind of change is found and named`() async throws {
    let folder = try TemporaryFolder()
    var store: CaptureStore? = try await openStore(folder)
    for number in 1...3 {
      _ = try await store?.keep(page("https://outlet.example/\(number)", "نص \(number)"))
    }
    store = nil
    let file = "\(folder.path)/\(try captureFiles(folder)[0])"
    let log = "\(folder.path)/custody.jsonl"
    let sound = try Data(contentsOf: URL(filePath: file))
    let soundLog = try String(contentsOfFile: log, encoding: .utf8)

    var changed = sound
    changed[changed.count - 5] ^= 1
    try changed.write(to: URL(filePath: file))
    #expect(
      try Verification(folder: folder.path).findings == [
        .changedRecords(
          line: 4, file: "captures-000001.warc.gz", url: "https://outlet.example/3")
      ])

    try (sound + Data([1, 2, 3])).write(to: URL(filePath: file))
    #expect(
      try Verification(folder: folder.path).findings == [
        .unrecordedBytes(
          file: "captures-000001.warc.gz", range: sound.count..<sound.count + 3)
      ])
    try sound.write(to: URL(filePath: file))

    let forged = soundLog.replacing("outlet.example/2", with: "outlet.example/9")
    try forged.write(toFile: log, atomically: true, encoding: .utf8)
    #expect(
      try Verification(folder: folder.path).findings == [
        .chain(CustodyFault(line: 4, reason: .brokenChain))
      ])
    var lines = soundLog.split(separator: "\n", omittingEmptySubsequences: false)
    lines.remove(at: 2)
    try lines.joined(separator: "\n").write(toFile: log, atomically: true, encoding: .utf8)
    #expect(
      try Verification(folder: folder.path).findings.contains(
        .chain(CustodyFault(line: 3, reason: .brokenChain))))
    try soundLog.write(toFile: log, atomically: true, encoding: .utf8)

    try FileManager.default.removeItem(atPath: file)
    #expect(
      try Verification(folder: folder.path).findings == [.missingFile("captures-000001.warc.gz")])
  }

  @Test func `nothing is added to a log that is not sound`() async throws {
    let folder = try TemporaryFolder()
    var store: CaptureStore? = try await openStore(folder)
    _ = try await store?.keep(page("https://outlet.example/1", "أ"))
    store = nil
    let log = "\(folder.path)/custody.jsonl"
    let text = try String(contentsOfFile: log, encoding: .utf8)
    try text.replacing("outlet.example/1", with: "outlet.example/7").replacing(
      "marsad test", with: "another"
    ).write(toFile: log, atomically: true, encoding: .utf8)
    await #expect(throws: CustodyFault.self) { _ = try await openStore(folder) }
  }
}

private func append(_ bytes: [UInt8], to path: String) throws {
  let handle = try #require(FileHandle(forWritingAtPath: path))
  try handle.seekToEnd()
  try handle.write(contentsOf: Data(bytes))
  try handle.close()
}
