import Grouping
import NewsModel
import Testing

/// Invented reports.
private let bombing = """
  أعلنت قيادة شرطة النخيل أن انفجارا وقع صباح اليوم قرب السوق القديم أدى إلى إصابة سبعة أشخاص بجروح طفيفة، \
  وأوضح المتحدث باسمها أن فرق الدفاع المدني أخمدت النيران خلال ساعة وأن التحقيق جار لمعرفة الأسباب، داعيا \
  السكان إلى الابتعاد عن المكان حتى انتهاء أعمال الفحص
  """
private let edited =
  bombing
  .replacing("صباح اليوم", with: "أمس")
  .replacing("وأوضح المتحدث باسمها", with: "وقال متحدث")
private let roundUp = """
  تسلم وزير المياه أمس تقرير اللجنة الفنية عن سدود الوادي وناقش مع أعضائها خطة الصيانة التي تمتد ثلاثة أعوام \
  وتشمل عشرين سدا صغيرا في المحافظات الشرقية والشمالية إضافة إلى محطتي ضخ جديدتين. \(bombing). وفي الرياضة \
  فاز فريق الواحة على ضيفه فريق الساحل بهدفين دون رد في افتتاح الدوري المحلي أمام عشرة آلاف متفرج
  """
private func telegram(_ country: String, _ name: String) -> String {
  """
  بعث رئيس الجمهورية برقية تهنئة إلى الرئيس \(name) رئيس جمهورية \(country) بمناسبة ذكرى يوم الاستقلال لبلاده \
  وأعرب باسمه واسم شعب وحكومة الجمهورية عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة لفخامته ولشعب \
  \(country) الشقيق اطراد التقدم والازدهار
  """
}

@Suite("Grouping") struct GroupingTests {
  private let judge = DispatchJudge()

  private func link(_ a: String, _ b: String, days: Int = 0) -> StoryLink? {
    judge.link(
      judge.fingerprint(Array(a.utf8)), judge.fingerprint(Array(b.utf8)), days: days,
      isFormula: { _ in false })
  }

  private func grouped(_ reports: [(text: String, day: Int)]) -> ReportGrouping {
    ReportGrouping(
      reports.map { judge.fingerprint(Array($0.text.utf8)) }, days: reports.map(\.day))
  }

  @Test func `the same words in another spelling are a copy`() {
    let other = bombing.replacing("ي", with: "ی").replacing("إصابة", with: "اصابة")
    #expect(link(bombing, other)?.kind == .copy)
  }

  @Test func `an edited report is a near copy and keeps most words`() throws {
    let found = try #require(link(bombing, edited))
    #expect(found.kind == .nearCopy)
    #expect(found.coverOfShorter < 1)
  }

  @Test func `a report inside a round-up is contained, and the two are no wholes of one story`() {
    let found = link(bombing, roundUp)
    #expect(found?.kind == .contained)
    #expect(found?.coverOfShorter == 1)
  }

  @Test func `reports without common words have no link`() {
    #expect(link(bombing, telegram("الرمال", "سالم الهاني")) == nil)
  }

  @Test func `telegrams that share a formula over many days are different dispatches`() {
    let names = ["سالم", "منصور", "جابر", "هيثم", "نادر"]
    let countries = ["الرمال", "البحيرات", "التلال", "الجزر", "الينابيع"]
    let reports = names.indices.map { (telegram(countries[$0], names[$0]), 2 * $0) }
    #expect(grouped(reports).pairs.isEmpty)
  }

  @Test func `a telegram printed by two outlets is one dispatch among telegrams of many days`() {
    var reports = ["سالم", "منصور", "جابر", "هيثم"].enumerated().map {
      (text: telegram("جمهورية \($1)", $1), day: 2 * $0)
    }
    reports.append((text: reports[1].text, day: 3))
    let pairs = grouped(reports).pairs
    #expect(pairs.map { [$0.earlier, $0.later] } == [[1, 4]])
  }

  @Test func `the order in which reports are given does not matter`() {
    let reports = [(bombing, 1), (roundUp, 2), (edited, 3)]
    let forward = Set(grouped(reports).pairs.map { [$0.earlier, $0.later] })
    let backward = Set(grouped(reports.reversed()).pairs.map { [2 - $0.earlier, 2 - $0.later] })
    #expect(forward == backward)
    #expect(forward.count == 3)
  }

  @Test func `short and empty texts make no trouble`() {
    #expect(grouped([("", 0), ("كلمة", 0), ("كلمة", 1), ("، ؛ « »", 1)]).pairs.isEmpty)
    #expect(link("كلمة", "كلمة")?.kind == .copy)
    #expect(link("", "") == nil)
  }

  @Test func `bytes that are no UTF-8 have a fingerprint`() {
    let bytes: [UInt8] = [0xD8, 0x20, 0xFF, 0xC2]
    #expect(!judge.fingerprint(bytes).words.isEmpty)
  }
}
