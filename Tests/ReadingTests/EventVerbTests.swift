import ArabicScript
import NewsModel
import Reading
import Testing

@Suite("Verbs of events") struct EventVerbTests {
  @Test(arguments: [
    (
      "أغارت طائرات إسرائيلية ليل الأربعاء على مبنى للحزب في عيتا الشعب. ولم تقع إصابات.",
      EventType.assault, "أغارت"
    ),
    (
      "فرضت وزارة الخزانة الأميركية أمس في بيان عقوبات على الحكومة السورية. ورحبت المعارضة بالقرار.",
      .sanction, "فرضت"
    ),
    (
      "طردت وزارة الخارجية الفرنسية في بيان سفير النظام السوري. ولم تذكر الأسباب.", .sanction,
      "طردت"
    ),
    ("استدعت السعودية سفيرها من بيروت للتشاور. ولم تذكر الأسباب.", .sanction, "استدعت"),
    ("أبعدت الكويت ثلاثة دبلوماسيين إيرانيين. ولم تذكر الأسباب.", .sanction, "أبعدت"),
    ("وحث مجلس الأمن الدولي تركيا على ضبط النفس. ولم ترد أنقرة.", .request, "حث"),
    (
      "وأكدت وزارة الخارجية الفرنسية أمس دعمها للحكومة اللبنانية في مواجهة الإرهاب.",
      .support, "أكدت"
    ),
    ("سقطت قذائف على حي النهضة في صبراتة. ولم تقع إصابات.", .assault, "سقطت"),
  ])
  func `a verb tells of an event wherever its object stands`(
    text: String, type: EventType, trigger: String
  ) throws {
    let sample = ReadingSample(text)
    let event = try #require(sample.reading.events.first { $0.type == type })
    #expect(sample.cut(event.trigger.start, event.trigger.end) == trigger)
  }

  @Test func `the noun of a deed has its doer and its object behind it`() throws {
    let sample = ReadingSample(
      "أعلن متحدث اعتقال الحكومة اليمنية عناصر من تنظيم القاعدة في صعدة أمس. ولم يذكر عددهم.")
    let event = try #require(sample.reading.events.first { $0.type == .coerce })
    #expect(event.actor.map { sample.cut($0.start, $0.end) } == ["الحكومة اليمنية"])
    #expect(event.recipient.map { sample.cut($0.start, $0.end) } == ["عناصر من تنظيم القاعدة"])
  }

  @Test func `a verb of two letters behind a conjunction is no part of who acts`() throws {
    let sample = ReadingSample("وشن الجيش السوري هجوما على مواقع المعارضة في إدلب. ولم تقع إصابات.")
    let event = try #require(sample.reading.events.first { $0.type == .assault })
    #expect(event.actor.map { sample.cut($0.start, $0.end) } == ["الجيش السوري"])
  }

  @Test(arguments: [
    "دمر الطيران الحربي رتلا لقوات الدعم السريع قرب مليط. ولم تقع إصابات.",
    "ستنقل المساعدات برا عبر معبر حدودي إلى المدينة. ورحبت الحكومة بذلك.",
    "رجح المتحدث وقوف الجماعة وراء الهجوم على المدينة. ولم تعلق الجماعة.",
  ])
  func `words that are spelt like deeds or are parts of names tell of none`(text: String) {
    #expect(
      ReadingSample(text).reading.events.allSatisfy {
        ![.aid, .concede].contains($0.type)
          && ($0.type != .support || !text.contains("وقوف"))
      })
  }
}
