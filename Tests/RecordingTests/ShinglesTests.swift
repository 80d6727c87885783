import GRDB
import Grouping
import NewsModel
import Testing

@testable import Recording

@Suite("Shingles made before adding") struct ShinglesTests {
  private let judge = DispatchJudge()

  private func text(_ number: Int) -> String {
    (0..<40).map { "كلمة\(number)رقم\($0)" }.joined(separator: " ")
  }

  private func prepared(
    _ id: String, _ number: Int, published: String? = "2015-07-21T08:00:00",
    with judge: DispatchJudge?
  ) -> PreparedArticle {
    let (article, reading) = plain(id, text(number), published: published)
    return PreparedArticle(article, reading, judge: judge)
  }

  private func shingles(_ archive: Archive) throws -> [[Int]] {
    try archive.pool.read { database in
      try Row.fetchAll(
        database, sql: "SELECT shingle, day, article FROM story_shingles ORDER BY 1, 2, 3"
      ).map { row in (0..<3).map { row[$0] } }
    }
  }

  private func waiting(_ archive: Archive) throws -> Int {
    try archive.pool.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM story_pending WHERE is_indexed = 0") ?? 0
    }
  }

  @Test func `they are those that are made of the archive's texts`() throws {
    let found = try [judge, nil].map { judge in
      let place = try TemporaryArchive()
      _ = try place.archive.add([
        prepared("a", 1, with: judge), prepared("b", 2, published: nil, with: judge),
      ])
      _ = try place.archive.add([prepared("a", 3, with: judge)])
      try place.archive.recordShingles(self.judge)
      #expect(try waiting(place.archive) == 0)
      return try shingles(place.archive)
    }
    #expect(!found[1].isEmpty)
    // Those of the version before are kept too where they were made.
    #expect(Set(found[0]).isSuperset(of: found[1]))
    #expect(Set(found[0].map { $0[2] }) == Set(found[1].map { $0[2] }))
  }

  @Test func `they are made of the texts where a program ended before they were written`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([prepared("a", 1, with: judge)])
    let next = try Archive.open(at: place.path)
    #expect(try next.group(judge) == 1)
    #expect(try !shingles(next).isEmpty)
    try next.close()
  }

  @Test func `those of a batch that fails are not written`() throws {
    let place = try TemporaryArchive()
    let (article, _) = plain("b", text(2))
    let foreign = PreparedArticle(article, emptyReading("c"), judge: judge)
    #expect(throws: ArchiveError.self) {
      _ = try place.archive.add([prepared("a", 1, with: judge), foreign])
    }
    try place.archive.recordShingles(judge)
    #expect(try shingles(place.archive).isEmpty)
  }

  @Test func `those kept from before all stories were told anew do not count as written`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([prepared("a", 1, with: judge)])
    try place.archive.pool.write { try ShingleBatch.countRegrouping($0) }
    _ = try place.archive.add([prepared("b", 2, with: judge)])
    let kept = try #require(place.archive.shingles.take())
    try kept.write { try place.archive.pool.write($0) }
    #expect(try waiting(place.archive) == 1)
    #expect(try place.archive.group(judge) == 2)
  }
}
