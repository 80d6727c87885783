import GRDB
import Grouping
import NewsModel
import Testing

@testable import Recording

@Suite("Stories on several threads") struct StoryRunTests {
  private let judge = DispatchJudge()

  /// Forty words that no report of another number has.
  private func text(_ number: Int) -> String {
    (0..<40).map { "كلمة\(number)رقم\($0)" }.joined(separator: " ")
  }

  private func members(_ archive: Archive) throws -> [[Int]] {
    try archive.pool.read { database in
      try Row.fetchAll(
        database, sql: "SELECT article, story, dispatch, carries FROM story_members ORDER BY 1, 2"
      ).map { row in (0..<4).map { row[$0] } }
    }
  }

  private func row(_ id: String, _ archive: Archive) throws -> Int {
    try #require(
      try archive.pool.read {
        try Int.fetchOne($0, sql: "SELECT article FROM articles WHERE id = ?", arguments: [id])
      })
  }

  private func compare(_ ids: [String], _ archive: Archive) throws -> StoryRun.Comparison {
    let rows = try ids.map { try row($0, archive) }
    return try archive.pool.read { try StoryRun.compare(rows[...], judge, $0) }
  }

  private func place(
    _ ids: [String], _ comparison: StoryRun.Comparison, _ archive: Archive
  ) throws -> Int {
    let rows = try ids.map { try row($0, archive) }
    return try archive.pool.write { try StoryRun.place(rows[...], comparison, judge, $0) }
  }

  @Test func `many reports get the same stories on one thread and on four`() throws {
    let places = try [1, 4].map { threads in
      let place = try TemporaryArchive()
      // Each third report is a copy of one up to a thousand before, across all borders of batches.
      _ = try place.archive.add(
        (0..<1_500).map { number in
          let told = number % 3 == 2 ? number - number * 7 % min(number, 1_000) : number
          return plain(
            "a\(number)", text(told), published: "2015-07-2\(1 + number / 500)T08:00:00")
        })
      #expect(try place.archive.group(judge, threads: threads) == 1_500)
      return place
    }
    let stories = try places.map { try members($0.archive) }
    #expect(stories[0] == stories[1])
    #expect(Set(stories[0].map { $0[1] }).count < 1_400)
  }

  @Test func `what was compared before other reports came in is compared anew`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([plain("a", text(1), published: "2015-07-21T08:00:00")])
    try place.archive.recordShingles(judge)
    let before = try compare(["a"], place.archive)
    // The other is faster, and finds nobody who has a story yet.
    _ = try place.archive.add([plain("b", text(1), published: "2015-07-20T08:00:00")])
    try place.archive.recordShingles(judge)
    #expect(try self.place(["b"], try compare(["b"], place.archive), place.archive) == 1)
    #expect(try self.place(["a"], before, place.archive) == 1)
    #expect(try Set(members(place.archive).map { $0[1] }).count == 1)
  }

  @Test func `what was compared before a person split two reports is compared anew`() throws {
    let place = try TemporaryArchive()
    for id in ["a", "b"] { _ = try place.archive.add([plain(id, text(1))]) }
    try place.archive.group(judge)
    try place.archive.pool.write { database in
      try database.execute(sql: "INSERT INTO story_pending(article, is_indexed) VALUES (2, 1)")
    }
    let before = try compare(["b"], place.archive)
    #expect(try place.archive.split(articleID: "b"))
    #expect(try self.place(["b"], before, place.archive) == 1)
    #expect(try Set(members(place.archive).map { $0[1] }).count == 2)
  }

  @Test func `of two who compared the same report one gives it its story`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([plain("a", text(1))])
    try place.archive.recordShingles(judge)
    let comparison = try compare(["a"], place.archive)
    #expect(try self.place(["a"], comparison, place.archive) == 1)
    #expect(try self.place(["a"], comparison, place.archive) == 0)
  }
}
