import GRDB
import Grouping
import NewsModel
import Testing

@testable import Recording

/// Invented reports.
private let fire = """
  أعلنت قيادة شرطة النخيل أن حريقا اندلع صباح اليوم قرب السوق القديم أدى إلى إصابة سبعة أشخاص بجروح طفيفة، \
  وأوضح المتحدث باسمها أن فرق الدفاع المدني أخمدت النيران خلال ساعة وأن التحقيق جار لمعرفة الأسباب، داعيا \
  السكان إلى الابتعاد عن المكان حتى انتهاء أعمال الفحص
  """
private let sport = """
  فاز فريق الواحة على ضيفه فريق الساحل بهدفين دون رد في افتتاح الدوري المحلي أمام عشرة آلاف متفرج وسجل الهدفين \
  المهاجم الشاب في الشوط الثاني بعد تغييرين أجراهما المدرب الجديد الذي تسلم مهامه قبل أسبوعين فقط من انطلاق الموسم
  """

@Suite("Stories") struct StoryTests {
  private let judge = DispatchJudge()

  private typealias Report = (id: String, text: String, published: String)

  private func archive(_ reports: [Report]) throws -> TemporaryArchive {
    let temporary = try TemporaryArchive()
    for report in reports { try add(report, to: temporary) }
    return temporary
  }

  private func add(_ report: Report, to temporary: TemporaryArchive) throws {
    _ = try temporary.archive.add([
      plain(
        report.id, report.text, title: report.id, source: report.id, published: report.published)
    ])
    try temporary.archive.group(judge)
  }

  private func story(of id: String, _ temporary: TemporaryArchive) throws -> ArchivedStory? {
    try temporary.archive.read { view in
      try view.story(ofArticle: id).flatMap { try view.story($0) }
    }
  }

  private func ids(_ id: String, _ temporary: TemporaryArchive) throws -> [String] {
    try story(of: id, temporary)?.reports.map(\.article) ?? []
  }

  @Test func `a copy joins the story of the first report and is no independent report`() throws {
    let temporary = try archive([
      ("a", fire, "2015-07-21T08:00:00"), ("b", fire, "2015-07-21T10:00:00"),
      ("c", sport, "2015-07-21T10:00:00"),
    ])
    let found = try #require(try story(of: "b", temporary))
    #expect(found.reports.map(\.article) == ["a", "b"])
    #expect(found.counts == StoryCounts(reports: 2, copies: 1))
    #expect(found.reports[1].copied?.article == "a")
    #expect(found.reports[1].copied?.kind == .copy)
    #expect(try ids("c", temporary) == ["c"])
  }

  @Test func `a late arrival with an earlier date becomes the first report`() throws {
    let temporary = try archive([
      ("later", fire, "2015-07-22T08:00:00"), ("earlier", fire, "2015-07-21T08:00:00"),
    ])
    #expect(try ids("later", temporary) == ["earlier", "later"])
    #expect(try story(of: "later", temporary)?.reports[0].copied == nil)
  }

  @Test func `a round-up is listed in the stories of its items and ties none of them`() throws {
    let temporary = try archive([
      ("fire", fire, "2015-07-21T08:00:00"), ("sport", sport, "2015-07-21T08:00:00"),
      ("round", fire + ". " + sport, "2015-07-21T12:00:00"),
    ])
    #expect(try ids("fire", temporary).contains("round"))
    #expect(try !ids("fire", temporary).contains("sport"))
    #expect(try !ids("sport", temporary).contains("fire"))
  }

  @Test
  func
    `a report that holds another of its story and much besides counts as a copy, as it is shown`()
    throws
  {
    func words(_ numbers: Range<Int>) -> String {
      numbers.map { "كلمة\($0)" }.joined(separator: " ")
    }
    let shared = words(0..<30)
    let temporary = try archive([
      ("a", "\(shared) \(words(100..<130))", "2015-07-21T08:00:00"),
      ("b", "\(shared) \(words(200..<230))", "2015-07-21T10:00:00"),
      ("c", "\(shared) \(words(200..<230)) \(words(300..<355))", "2015-07-21T12:00:00"),
    ])
    let found = try #require(try story(of: "c", temporary))
    #expect(found.reports.map(\.article) == ["a", "b", "c"])
    #expect(found.counts == StoryCounts(reports: 3, copies: 1))
    #expect(found.reports.map { $0.copied?.article } == [nil, nil, "b"])
  }

  @Test func `versions of one article are no copies`() throws {
    let temporary = try archive([("a", fire, "2015-07-21T08:00:00")])
    try add(("a", fire + " وتسليم الموقع", "2015-07-21T08:00:00"), to: temporary)
    #expect(try story(of: "a", temporary)?.counts == StoryCounts(reports: 1, copies: 0))
  }

  @Test func `a founder that tells something else now leaves its story to the others`() throws {
    let temporary = try archive([
      ("a", fire, "2015-07-21T08:00:00"), ("b", fire, "2015-07-21T09:00:00"),
      ("c", fire, "2015-07-21T10:00:00"),
    ])
    try add(("a", sport, "2015-07-21T08:00:00"), to: temporary)
    #expect(try ids("b", temporary) == ["b", "c"])
    #expect(try story(of: "b", temporary)?.reports[0].copied == nil)
    #expect(try ids("a", temporary) == ["a"])
  }

  @Test func `two who group at once leave each report in one story`() async throws {
    let temporary = try TemporaryArchive()
    _ = try temporary.archive.add(
      (0..<40).map { plain("a\($0)", $0 < 20 ? fire : sport, published: "2015-07-21T08:00:00") })
    let other = try Archive.open(at: temporary.path, ArchiveOptions(busyTimeout: .seconds(60)))
    let archives = [temporary.archive, other]
    let counts = try await withThrowingTaskGroup(of: Int.self) { tasks in
      for archive in archives { tasks.addTask { try archive.group(DispatchJudge()) } }
      return try await tasks.reduce(into: []) { $0.append($1) }
    }
    #expect(counts.reduce(0, +) == 40)
    #expect(try ids("a0", temporary).count == 20)
    #expect(try ids("a39", temporary).count == 20)
    try other.close()
  }

  @Test func `a report that was edited or told anew while shingles were written waits on`()
    throws
  {
    let temporary = try TemporaryArchive()
    let pool = temporary.archive.pool
    func waiting() throws -> [String] {
      try pool.read { database in
        try String.fetchAll(
          database,
          sql: """
            SELECT id FROM story_pending JOIN articles USING (article) WHERE is_indexed = 0 ORDER BY id
            """)
      }
    }
    _ = try temporary.archive.add([plain("a", fire), plain("b", sport)])
    let edited = try pool.read { try ShingleBatch($0, judge) }
    _ = try temporary.archive.add([plain("a", fire + " وما زال الدخان يتصاعد")])
    try edited.write { try pool.write($0) }
    #expect(try waiting() == ["a"])

    let rest = try pool.read { try ShingleBatch($0, judge) }
    try pool.write { try ShingleBatch.countRegrouping($0) }
    try rest.write { try pool.write($0) }
    #expect(try waiting() == ["a"])
    let last = try pool.read { try ShingleBatch($0, judge) }
    try last.write { try pool.write($0) }
    #expect(try waiting().isEmpty)
  }

  @Test func `a report split by hand stays apart whatever is added or grouped anew`() throws {
    let temporary = try archive([
      ("a", fire, "2015-07-21T08:00:00"), ("b", fire, "2015-07-21T09:00:00"),
    ])
    #expect(try temporary.archive.split(articleID: "b"))
    #expect(try ids("b", temporary) == ["b"])
    try add(("c", fire, "2015-07-21T10:00:00"), to: temporary)
    #expect(try !ids("b", temporary).contains("a"))
    try temporary.archive.regroup(judge)
    #expect(try !ids("b", temporary).contains("a"))
  }

  @Test func `reports joined by hand stay together as independent ones`() throws {
    let temporary = try archive([
      ("a", fire, "2015-07-21T08:00:00"), ("b", sport, "2015-07-21T09:00:00"),
    ])
    #expect(try temporary.archive.join(articleID: "a", "b"))
    #expect(try story(of: "a", temporary)?.counts == StoryCounts(reports: 2, copies: 0))
    try temporary.archive.regroup(judge)
    #expect(try ids("b", temporary) == ["a", "b"])
    #expect(try !temporary.archive.join(articleID: "a", "nobody"))
  }

  @Test func `grouping twice changes nothing`() throws {
    let temporary = try archive([
      ("a", fire, "2015-07-21T08:00:00"), ("b", fire, "2015-07-21T09:00:00"),
    ])
    let before = try story(of: "a", temporary)
    #expect(try temporary.archive.group(judge) == 0)
    #expect(try temporary.archive.regroup(judge) == 2)
    #expect(try story(of: "a", temporary) == before)
  }

  @Test func `a list counts reports, copies and independent reports`() throws {
    let temporary = try archive([
      ("a", fire, "2015-07-21T08:00:00"), ("b", fire, "2015-07-21T09:00:00"),
      ("c", sport, "2015-07-21T09:00:00"),
    ])
    let (rows, total) = try temporary.archive.read { try $0.stories(StoryFilter(), limit: 10) }
    #expect(total == 1)
    #expect(rows.map(\.first.article) == ["a"])
    #expect(rows.map(\.counts) == [StoryCounts(reports: 2, copies: 1)])
    var filter = StoryFilter()
    filter.source = "nobody"
    #expect(try temporary.archive.read { try $0.stories(filter, limit: 10) }.total == 0)
  }
}
