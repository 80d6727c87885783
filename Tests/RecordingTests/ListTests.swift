import ArabicQuantities
import GRDB
import NewsModel
import Testing

@testable import Recording

@Suite("Lists") struct ListTests {
  private func archive() throws -> TemporaryArchive {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      full("a", published: "2015-07-21 13:02:02"),
      full("b", published: "2015-07-22", source: "صحيفة"),
      full("c", published: nil, source: nil),
    ])
    return place
  }

  private func statements(_ change: (inout StatementFilter) -> Void) throws -> [String] {
    var filter = StatementFilter()
    change(&filter)
    let place = try archive()
    let page = try place.archive.read { [filter] in try $0.statements(filter, limit: 50) }
    #expect(page.total.value == page.rows.count)
    return page.rows.map { "\($0.origin.article)\($0.origin.index)" }
  }

  @Test func `statements are filtered by who, how, where, when and what`() throws {
    let all = try statements { _ in }
    #expect(all == ["b0", "b1", "a0", "a1", "c0", "c1"])
    let speaker = try statements { $0.speaker = "نجار سامي" }
    #expect(speaker == ["b0", "a0", "c0"])
    let role = try statements { $0.role = "التحالف" }
    #expect(role == ["b0", "a0", "c0"])
    let organisation = try statements { $0.organisation = "التحالف" }
    #expect(organisation == ["b0", "a0", "c0"])
    let speaking = try statements { $0.organisation = "أمني" }
    #expect(speaking == ["b1", "a1", "c1"])
    let words = try statements { $0.words = "سوريا التنظيم" }
    #expect(words == ["b0", "a0", "c0"])
    let both = try statements {
      $0.speaker = "أمني"
      $0.words = "ضغط"
    }
    #expect(both == ["b1", "a1", "c1"])
    let stance = try statements { $0.stances = [.warn, .deny] }
    #expect(stance == ["b1", "a1", "c1"])
    let source = try statements { $0.source = "جريدة  الافق" }
    #expect(source == ["a0", "a1"])
    let since = try statements { $0.since = CalendarDay(iso: "2015-07-22") }
    #expect(since == ["b0", "b1"])
    let until = try statements { $0.until = CalendarDay(iso: "2015-07-21") }
    #expect(until == ["a0", "a1"])
    let none = try statements { $0.words = "النجار" }
    #expect(none.isEmpty)
    let blank = try statements { $0.words = " ؟ " }
    #expect(blank.count == 6)
  }

  @Test func `a row carries its record, its pieces and its article`() throws {
    let place = try archive()
    let (article, reading) = full("a")
    var filter = StatementFilter()
    filter.source = article.source
    let statementPage = try place.archive.read { [filter] in try $0.statements(filter, limit: 1) }
    let statement = try #require(statementPage.rows.first)
    #expect(statement.statement == reading.statements[0])
    #expect(statement.speaker == "سامي النجار")
    #expect(statement.cue == "قال")
    #expect(statement.content.hasPrefix("عودة التنظیم إلى سوریا"))
    #expect(statement.origin.title == article.title)
    #expect(statement.origin.source == article.source)
    #expect(statement.origin.published == article.published)
    let outlookPage = try place.archive.read { try $0.outlooks(OutlookFilter(), limit: 1) }
    let outlook = try #require(outlookPage.rows.first)
    #expect(outlook.outlook == reading.outlooks[0])
    #expect(outlook.holderEntry == "p1")
    #expect(outlook.outcome == "عودة التنظیم إلى سوریا")
    #expect(outlook.condition == "يستمر الضغط")
    #expect(outlook.marker == "احتمالا")
    #expect(outlook.horizon == "أمس")
    var events = EventFilter()
    events.types = [.assault]
    let eventPage = try place.archive.read { [events] in try $0.events(events, limit: 1) }
    let event = try #require(eventPage.rows.first)
    #expect(event.event == reading.events[0])
    #expect(event.actors == ["طائرات"])
    #expect(event.recipients == ["12 مدنيا", "مدنيا"])
    #expect(event.place == "بلدة النخيل")
    #expect(event.context.contains("قتل 12 مدنيا في غارة"))
  }

  @Test func `outlooks and events are filtered`() throws {
    let place = try archive()
    func outlooks(_ change: (inout OutlookFilter) -> Void) throws -> Int {
      var filter = OutlookFilter()
      change(&filter)
      let page = try place.archive.read { [filter] in try $0.outlooks(filter, limit: 50) }
      return page.rows.count
    }
    let counts = [
      try outlooks({ _ in }), try outlooks({ $0.holder = "النجار" }),
      try outlooks({ $0.hasCondition = true }), try outlooks({ $0.hasCondition = false }),
      try outlooks({ $0.kinds = [.warning] }), try outlooks({ $0.likelihoods = [.certain] }),
      try outlooks({ $0.words = "الضغوط ضغط" }), try outlooks({ $0.words = "ضغط" }),
    ]
    #expect(counts == [6, 3, 3, 3, 3, 0, 0, 6])
    func events(_ change: (inout EventFilter) -> Void) throws -> Int {
      var filter = EventFilter()
      change(&filter)
      let page = try place.archive.read { [filter] in try $0.events(filter, limit: 50) }
      return page.rows.count
    }
    let found = [
      try events({ _ in }), try events({ $0.actor = "طائرة" }),
      try events({ $0.actor = "المدنيين" }),
      try events({ $0.place = "النخيل" }), try events({ $0.mode = "aerial" }),
      try events({ $0.words = "غارات بالنخيل طائرات" }),
      try events({ $0.statuses = [.hypothetical] }),
      try events({ $0.until = CalendarDay(iso: "2015-07-20") }),
      try events({ $0.since = CalendarDay(iso: "2015-07-21") }),
    ]
    #expect(found == [6, 3, 3, 3, 3, 3, 3, 3, 2])
  }

  @Test func `parts of a list make up the whole, also while rows are added`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add(
      (0..<9).map { full("a\($0)", published: "2015-07-0\(1 + $0 % 3)") })
    let whole = try place.archive.read { try $0.statements(StatementFilter(), limit: 100) }
    var parts: [StatementRow] = []
    var position: ListPosition?
    var added = false
    repeat {
      let page = try place.archive.read { [position] in
        try $0.statements(StatementFilter(), limit: 4, before: position)
      }
      parts += page.rows
      position = page.next.flatMap { ListPosition($0.description) }
      if !added { _ = try place.archive.add([full("new", published: "2015-08-01")]) }
      added = true
    } while position != nil
    #expect(parts == whole.rows)
    #expect(whole.next == nil)
  }

  @Test func `the latest articles come with an opening and counts`() throws {
    let place = try archive()
    let page = try place.archive.read { try $0.latest(limit: 2) }
    #expect(page.rows.map(\.id) == ["b", "a"])
    #expect(page.total.value == 3)
    let first = try #require(page.rows.first)
    #expect(first.statements == 2)
    #expect(first.outlooks == 2)
    #expect(first.events == 2)
    #expect(first.opening.hasPrefix("دمشق (وكالة الأفق)"))
    let rest = try place.archive.read { try $0.latest(limit: 2, before: page.next) }
    #expect(rest.rows.map(\.id) == ["c"])
    #expect(rest.next == nil)
    var filter = ArticleFilter()
    filter.source = "صحيفة"
    let source = try place.archive.read { [filter] in try $0.latest(filter, limit: 2) }
    #expect(source.rows.map(\.id) == ["b"])
    filter.source = nil
    filter.until = CalendarDay(iso: "2015-07-21")
    let dated = try place.archive.read { [filter] in try $0.latest(filter, limit: 3) }
    #expect(dated.rows.allSatisfy { $0.published != nil })
    #expect(dated.rows.count == dated.total.value)
  }

  @Test func `sources come with their articles and days`() throws {
    let place = try archive()
    let sources = try place.archive.read { try $0.sources() }
    #expect(Set(sources.map(\.name)) == ["جريدة الأفق", "صحيفة", nil])
    let horizon = sources.first { $0.name == "جريدة الأفق" }
    #expect(horizon?.first == CalendarDay(iso: "2015-07-21"))
    let nameless = sources.first { $0.name == nil }
    #expect(nameless?.articles == 1)
    #expect(nameless?.first == nil)
  }

  @Test func `no list looks at a whole table or sorts what an index has sorted`() throws {
    let place = try archive()
    var statements: [StatementFilter] = [StatementFilter()]
    var source = StatementFilter()
    source.source = "صحيفة"
    statements.append(source)
    var words = StatementFilter()
    words.words = "سوريا"
    words.speaker = "النجار"
    statements.append(words)
    var outlooks = OutlookFilter()
    outlooks.kinds = [.warning]
    var events = EventFilter()
    events.types = [.assault]
    var queries = try place.archive.pool.read { [statements, outlooks] database in
      try (statements.map { try $0.query(database) } + [outlooks.query(database)])
        .map { $0.rows(["article"], limit: 10, before: nil) }
    }
    var decided = events
    decided.decision = .kept
    decided.undecidedBy = "سلمى"
    for filter in [events, decided] {
      let query = try place.archive.pool.read { try filter.query($0) }
      queries.append(query.rows(["article"], limit: 10, before: nil))
    }
    queries.append((ArchiveView.latestSQL("1", limit: 10), [0, 0]))
    try place.archive.pool.read { database in
      for (sql, arguments) in queries {
        let plan = try Row.fetchAll(
          database, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments
        ).map { $0["detail"] as String }
        for step in plan {
          // What is scanned is the page itself and what the full-text index found.
          let isTable =
            step.hasPrefix("SCAN") && !step.contains("VIRTUAL TABLE") && step != "SCAN page"
          #expect(!isTable, "\(step) in \(plan)")
        }
        if !sql.contains("MATCH"), !sql.contains("folded") {
          // Once for the page's rows, which are put in order again.
          let sorts = plan.filter { $0.contains("TEMP B-TREE FOR ORDER BY") }
          #expect(sorts.count <= (sql.contains("chosen") ? 1 : 0), "\(plan)")
        }
      }
    }
  }
}
