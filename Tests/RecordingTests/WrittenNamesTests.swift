import GRDB
import NewsModel
import Testing

@testable import Recording

@Suite("Names written before") struct WrittenNamesTests {
  /// How many rows the tables of names have.
  private func counts(_ archive: Archive) throws -> [Int] {
    try archive.pool.read { database in
      try ["mention_names", "name_words"].map {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)") ?? 0
      }
    }
  }

  private func report(_ id: String) -> (article: Article, reading: Reading) {
    reporting(
      id, "قال سالم الحيدري إن الطريق مفتوح.",
      [NamedPiece(piece: "سالم الحيدري", type: .person, side: .speaker)])
  }

  @Test func `names that another connection removes are written again`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([report("a")])
    let before = try counts(place.archive)
    #expect(before.allSatisfy { $0 > 0 })
    let other = try Archive.open(at: place.path)
    try other.pool.write { database in
      try database.execute(sql: "DELETE FROM mention_names; DELETE FROM name_words")
    }
    try other.close()
    _ = try place.archive.add([report("b")])
    #expect(try counts(place.archive) == before)
  }

  @Test func `names of a batch that fails are written by the next one`() throws {
    let place = try TemporaryArchive()
    let (article, reading) = (report("b").article, report("a").reading)
    #expect(throws: ArchiveError.self) {
      _ = try place.archive.add([report("a"), (article, reading)])
    }
    #expect(try counts(place.archive) == [0, 0])
    _ = try place.archive.add([report("a")])
    #expect(try counts(place.archive).allSatisfy { $0 > 0 })
  }
}
