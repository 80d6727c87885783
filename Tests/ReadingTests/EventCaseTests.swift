import ArabicQuantities
import ArabicScript
import NewsModel
import Testing

@testable import Reading

/// What endings, short vowels and small words decide of events, in invented sentences.
@Suite("Who acts, told by endings") struct EventCaseTests {
  private func events(_ text: String) -> [Event] {
    Reader().read(Article(id: "1", published: "2015-08-06", text: text)).events
  }

  private func texts(_ ranges: [TextRange], _ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ranges.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
  }

  @Test func `an accusative behind a verb is what was struck`() throws {
    let text = "شنت القوات الحكومية غارات، واستهدفت عددا من المواقع في مدينة تعز."
    let event = try #require(events(text).last)
    #expect(texts(event.actor, text) == ["القوات الحكومية"])
  }

  @Test func `a damma on a past verb makes it passive`() throws {
    let text = "طُردت المجموعة المسلحة من مدينة تعز."
    let event = try #require(events(text).first)
    #expect(event.actor.isEmpty)
    #expect(texts(event.recipient, text) == ["المجموعة المسلحة"])
  }

  @Test func `a nunation makes a noun of what is spelt like a verb`() {
    #expect(events("اعتقلت الشرطة طالباً سعودياً في المدينة.").map(\.type) == [.coerce])
  }

  @Test func `an agent behind a noun of attack stands before its object with ل`() throws {
    let text = "أدان الوزير إحراق مستوطنين للمنزل في القرية."
    let event = try #require(events(text).first { $0.type == .assault })
    #expect(texts(event.actor, text) == ["مستوطنين"])
  }

  @Test func `who stands behind an attack made it`() throws {
    let text = "قال الوزير إن تنظيم داعش يقف وراء الهجوم الذي قتل فيه ثلاثة جنود في مدينة تعز."
    let event = try #require(events(text).first { $0.type == .assault })
    #expect(texts(event.actor, text) == ["تنظيم داعش"])
  }

  @Test func `a toll behind an attack is the attack's`() throws {
    let event = try #require(
      events("ندد الرئيس بالهجوم الانتحاري الذي أوقع أمس 30 قتيلا و100 جريح في مدينة تعز.")
        .first { $0.type == .assault })
    #expect(event.killed?.best == 30)
    #expect(event.injured?.best == 100)
  }

  @Test func `those hurt are not counted with those killed`() throws {
    let event = try #require(
      events("أسفر التفجير في مدينة تعز عن سقوط 32 قتيلا ومئة جريح.").first)
    #expect(event.killed?.best == 32)
    #expect(event.injured?.best == 100)
  }

  @Test func `a year is no toll`() {
    let killed = events("برأت المحكمة الرئيس من تهمة قتل المتظاهرين أثناء ثورة 2011.").map(
      \.killed?.best)
    #expect(!killed.contains(2011))
  }

  @Test(arguments: [
    "وصف الوزير ما جرى بأنه هجوم جبان.",
    "تعاملت الشرطة مع الحادث كعمل إرهابي.",
    "حفظ الله البلاد من كل اعتداء.",
    "رابط الخبر بصحيفة نسيم: مقتل عشرة مسلحين في تعز",
  ]) func `what only says what something is, is no attack`(text: String) {
    #expect(events(text).allSatisfy { $0.type != .assault })
  }

  @Test func `a meeting that is due is an agreement`() {
    let found = events("من المقرر أن يلتقي رئيس الوكالة الدولية بأعضاء لجنة العلاقات.")
    #expect(found.map(\.type) == [.agree])
    #expect(found.map(\.status) == [.future])
  }

  @Test func `a training that is told of again is one event`() {
    let found = events(
      "درب الجيش الأمريكي مقاتلين من المعارضة. وقتل ستة من المقاتلين الذين دربهم الجيش الأمريكي في معارك."
    )
    #expect(found.filter { $0.type == .aid }.count == 1)
  }

  @Test func `an attack named by a town was there`() throws {
    let text = "قبضت الشرطة على متهم في هجمات بروكسل."
    let event = try #require(events(text).first { $0.type == .assault })
    #expect(event.actor.isEmpty)
    #expect(texts([event.place].compactMap { $0 }, text) == ["بروكسل"])
  }

  @Test func `a dateline is no subject`() throws {
    let text = "الرقة - هاجمت كتائب السدرة مواقع الجيش في المدينة وقتلت ثلاثة جنود."
    let event = try #require(events(text).first)
    #expect(texts(event.actor, text) == ["كتائب السدرة"])
  }

  @Test func `spans begin at letters in presentation forms too`() throws {
    let text = "ﻭﻗﺼﻒ ﺍﻟﺠﻴﺶ ﻣﻮﺍﻗﻊ ﺍﻟﻤﺴﻠﺤﻴﻦ ﻓﻲ ﻣﺪﻳﻨﺔ ﺗﻌﺰ."
    let event = try #require(events(text).first)
    #expect(texts([event.trigger], text) == ["ﻗﺼﻒ"])
  }

  @Test func `a plural in ين is no pair`() {
    let found = events("اعترفت القوات بقتل مدنيين في غارة على القرية.")
    #expect(found.allSatisfy { $0.killed == nil })
  }

  @Test(arguments: [
    ("زار الوزير قاعدة الحسم الأسبوع الماضي.", "2015-W31"),
    ("التقى قائد القوات وفد البعثة في الحسم الشهر الماضي.", "2015-07"),
    ("قصفت الطائرات مدينة تعز عام 2013.", "2013"),
  ])
  func `a week, month or year is kept where no day is told`(text: String, period: String) throws {
    let event = try #require(events(text).first)
    #expect(event.period == period)
  }

  @Test func `a day told is no longer time`() throws {
    let event = try #require(events("قصفت الطائرات مدينة تعز أمس في أعنف غارات هذا الشهر.").first)
    #expect(event.date?.description == "2015-08-05")
    #expect(event.period == nil)
  }

  @Test func `nothing happened after it was reported`() {
    let found = events("قتل ثلاثة جنود في هجوم على حاجز في مدينة تعز، وسيزورها الوزير في 20 أغسطس.")
    #expect(
      found.allSatisfy { $0.status == .future || ($0.date?.description ?? "") <= "2015-08-06" })
  }
}
