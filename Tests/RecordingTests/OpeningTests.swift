import Foundation
import GRDB
import NewsModel
import Recording
import Testing

@Suite("Opening") struct OpeningTests {
  private func kind(_ body: () throws -> Void) -> ArchiveError.Kind? {
    let error = #expect(throws: ArchiveError.self) { try body() }
    if let error {
      #expect(!error.description.contains("\n"))
      #expect(error.description.hasPrefix(error.path))
    }
    return error?.kind
  }

  @Test func `a missing archive is not made unless asked`() throws {
    let folder = try TemporaryArchive.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "deep/er/archive").path
    #expect(kind { _ = try Archive.open(at: path) } == .missing)
    #expect(!FileManager.default.fileExists(atPath: path))
    let archive = try Archive.open(at: path, ArchiveOptions(access: .create))
    try archive.close()
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test func `files of others are refused and left as they are`() throws {
    let folder = try TemporaryArchive.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(kind { _ = try Archive.open(at: folder.path) } == .foreign)
    let text = folder.appending(path: "notes.txt")
    try Data(String(repeating: "no database ", count: 100).utf8).write(to: text)
    let other = folder.appending(path: "other.sqlite")
    let queue = try DatabaseQueue(path: other.path)
    try queue.write { try $0.execute(sql: "CREATE TABLE t(x); INSERT INTO t VALUES (1)") }
    try queue.close()
    for file in [text, other] {
      let before = try Data(contentsOf: file)
      for access in [ArchiveOptions.Access.read, .readWrite, .create] {
        let options = ArchiveOptions(access: access)
        #expect(kind { _ = try Archive.open(at: file.path, options) } == .foreign)
      }
      let after = try Data(contentsOf: file)
      #expect(after == before)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == ["notes.txt", "other.sqlite"])
  }

  @Test func `an archive of a newer Marsad is refused`() throws {
    let place = try TemporaryArchive()
    try place.archive.close()
    let queue = try DatabaseQueue(path: place.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 999") }
    try queue.close()
    #expect(kind { _ = try Archive.open(at: place.path) } == .newerVersion)
  }

  @Test func `a half-made archive is finished, or said to be old when only read`() throws {
    let folder = try TemporaryArchive.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "archive").path
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { try $0.execute(sql: "PRAGMA application_id = \(0x6D72_7364)") }
    try queue.close()
    #expect(kind { _ = try Archive.open(at: path, ArchiveOptions(access: .read)) } == .olderVersion)
    let archive = try Archive.open(at: path)
    let counts = try archive.read { try $0.counts() }
    #expect(counts.articles == 0)
    try archive.close()
  }

  @Test func `a damaged archive is said to be damaged or no archive`() throws {
    let place = try TemporaryArchive()
    for number in 0..<50 { _ = try place.archive.add([full("a\(number)")]) }
    try place.archive.tidy()
    try place.archive.close()
    var bytes = try Data(contentsOf: URL(filePath: place.path))
    for offset in stride(from: 4_096, to: bytes.count, by: 512) { bytes[offset] ^= 0xFF }
    try bytes.write(to: URL(filePath: place.path))
    let found = kind {
      let archive = try Archive.open(at: place.path)
      for number in 0..<50 { _ = try archive.read { try $0.article(id: "a\(number)") } }
    }
    #expect(found == .damaged)
  }

  @Test func `an archive that another process writes to is locked`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([plain("a", "نص")])
    let other = try DatabaseQueue(path: place.path)
    let impatient = try Archive.open(
      at: place.path, ArchiveOptions(busyTimeout: .milliseconds(50)))
    try other.inDatabase { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      #expect(kind { _ = try impatient.add([plain("b", "نص")]) } == .locked)
      // Readers don't wait.
      let counts = try impatient.read { try $0.counts() }
      #expect(counts.articles == 1)
      // Nor does opening.
      let third = try Archive.open(at: place.path, ArchiveOptions(busyTimeout: .milliseconds(50)))
      try third.close()
      try database.execute(sql: "ROLLBACK")
    }
    let outcome = try impatient.add([plain("b", "نص")])
    #expect(outcome.added == 1)
  }

  @Test func `an archive opened for reading is not written`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([plain("a", "نص")])
    let reader = try Archive.open(at: place.path, ArchiveOptions(access: .read))
    #expect(kind { _ = try reader.add([plain("b", "نص")]) } == .readOnly)
    let found = try reader.read { try $0.article(id: "a") }
    #expect(found?.article.text == "نص")
  }

  @Test func `a full disk adds nothing of the batch and leaves the archive whole`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([full("kept")])
    try place.archive.close()
    let size = try FileManager.default.attributesOfItem(atPath: place.path)[.size] as? Int ?? 0
    for room in [0, 1, 2, 5, 20, 60] {
      var options = ArchiveOptions()
      options.pageLimit = size / 4_096 + room
      let found = kind {
        let tight = try Archive.open(at: place.path, options)
        defer { try? tight.close() }
        _ = try tight.add((0..<300).map { full("more\($0)") })
      }
      #expect(found == .diskFull)
      let reader = try Archive.open(at: place.path, ArchiveOptions(access: .read))
      let counts = try reader.read { try $0.counts() }
      #expect(counts.articles == 1)
      #expect(counts.statements == 2)
      let hits = try reader.read { try $0.search(SearchQuery("سوريا")).total.value }
      #expect(hits == 1)
      try reader.close()
    }
    let archive = try Archive.open(at: place.path)
    let outcome = try archive.add((0..<300).map { full("more\($0)") })
    #expect(outcome.added == 300)
  }

  @Test func `readers see whole batches while a writer writes`() async throws {
    let place = try TemporaryArchive()
    let archive = place.archive
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for batch in 0..<20 { _ = try archive.add((0..<10).map { full("a\(batch)-\($0)") }) }
      }
      for _ in 0..<3 {
        group.addTask {
          var last = 0
          while last < 200 {
            let (counts, hits) = try await archive.read { view in
              (try view.counts(), try view.search(SearchQuery("سوريا")).total.value)
            }
            #expect(counts.articles.isMultiple(of: 10))
            #expect(counts.articles == hits)
            #expect(counts.articles >= last)
            last = counts.articles
          }
        }
      }
      try await group.waitForAll()
    }
    let counts = try await archive.read { try $0.counts() }
    #expect(counts.articles == 200)
  }

  @Test func `an index by another tokenizer is built anew`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([full("a"), plain("b", "هدنة")])
    try place.archive.close()
    let queue = try DatabaseQueue(path: place.path)
    try queue.write { try $0.execute(sql: "UPDATE archive_state SET value = 'old'") }
    try queue.close()
    let reading = ArchiveOptions(access: .read)
    #expect(kind { _ = try Archive.open(at: place.path, reading) } == .olderVersion)
    let archive = try Archive.open(at: place.path)
    let hits = try archive.read { try $0.search(SearchQuery("سوريا")).total.value }
    #expect(hits == 1)
    var filter = StatementFilter()
    filter.speaker = "النجار"
    let page = try archive.read { [filter] in try $0.statements(filter, limit: 5) }
    #expect(page.rows.count == 1)
    // What was built anew can be taken out again.
    let outcome = try archive.add([plain("a", "نص آخر")])
    #expect(outcome.updated == 1)
    let none = try archive.read { try $0.search(SearchQuery("سوريا")).total.value }
    #expect(none == 0)
  }
}
