import Foundation
import NewsModel
import Testing

@testable import Recording

@Suite("Formats") struct FormatTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Formats")

  private static func file(_ version: Int) -> URL {
    folder.appending(path: "v\(version)/archive.marsad")
  }

  @Test func `there is a stored archive of each version`() throws {
    for version in Schema.migrations.map(\.version) {
      let file = FormatTests.file(version)
      if FileManager.default.fileExists(atPath: file.path) { continue }
      Issue.record("no \(file.path); MARSAD_RECORD=1 writes that of the current version")
      guard version == Schema.version,
        ProcessInfo.processInfo.environment["MARSAD_RECORD"] == "1"
      else { continue }
      let place = try TemporaryArchive()
      _ = try place.archive.add([full("a"), plain("b", "نص عن الهدنة", published: nil)])
      _ = try place.archive.add([plain("b", "نص جديد عن الهدنة", published: nil)])
      let event = try place.archive.read { try $0.events(EventFilter(), limit: 1).rows[0].id }
      try place.archive.decide(EventDecision(event: event, coder: "سلمى", verdict: .confirm))
      try place.archive.decide(
        EntryDecision(.rename(entry: "p1", name: "سامي", nameEn: nil), by: "سلمى"),
        knowing: { _ in .actor })
      try place.archive.tidy()
      try place.archive.close()
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: URL(filePath: place.path), to: file)
    }
  }

  @Test(arguments: Schema.migrations.map(\.version))
  func `an archive of each version is opened, read, searched and added to`(version: Int) throws {
    let folder = try TemporaryArchive.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "archive.marsad")
    try FileManager.default.copyItem(at: FormatTests.file(version), to: path)
    if version < Schema.version {
      #expect(throws: ArchiveError.self, "the reviews of format 6 are not in it") {
        try Archive.open(at: path.path, ArchiveOptions(access: .read))
      }
    }
    let archive = try Archive.open(at: path.path)
    let (article, reading) = full("a")
    let stored = try archive.read { try $0.article(id: "a") }
    #expect(stored?.article == article)
    #expect(stored?.reading == reading)
    let second = try archive.read { try $0.article(id: "b") }
    #expect(second?.version == 2)
    #expect(second?.earlier.map(\.text) == ["نص عن الهدنة"])
    let hits = try archive.read { try $0.search(SearchQuery("السورية OR هدنة")).total.value }
    #expect(hits == 2)
    var filter = StatementFilter()
    filter.speaker = "النجار"
    let list = try archive.read { [filter] in try $0.statements(filter, limit: 5) }
    #expect(list.rows.count == 1)
    let decisions = try archive.read { try $0.reviews(ReviewFilter(), limit: 5) }
    #expect(decisions.map(\.counts) == (version == 6 || version > 7 ? [true] : []))
    let own = try archive.read { try $0.entryDecisions() }
    #expect(own.map(\.number) == (version > 7 ? [1] : []))
    let spellings = try archive.read { try $0.figures(ofEntry: "p1", .actor) }.spellings
    #expect(spellings.map(\.name) == ["سامي النجار"])
    let outcome = try archive.add([(article, reading), full("c")])
    #expect(outcome.unchanged == 1)
    #expect(outcome.added == 1)
    try archive.close()
  }
}
