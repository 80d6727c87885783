import ArabicScript
import NewsModel
import Testing

@testable import Reading

/// Texts, persons and incidents are invented.
@Suite("Mentions") struct MentionReaderTests {
  private static let text = """
    قال العقيد سامر النجار، المتحدث باسم قوات التحالف، إن داعش هاجم مدينة الرقة يوم الاثنين. \
    وأضاف النجار أن قوات سوريا الديمقراطية ردت على الهجوم، فيما أعلنت قسد مقتل ثلاثة. \
    وأكد المتحدث أن الأمر انتهى.
    والتقى وزير الدفاع العراقي خالد العبيدي مسؤولين في بغداد وبريطانيا، وقال الوزير إنه سيعود.
    """

  private static func mentions(_ text: String) -> [(text: String, mention: Mention)] {
    let reading = Reader().read(Article(id: "invented", title: "", text: text))
    let utf8 = Array(text.utf8)
    return reading.mentions.map {
      (String(decoding: utf8[$0.span.start..<$0.span.end], as: UTF8.self), $0)
    }
  }

  private func first(_ word: String) throws -> Mention {
    try #require(MentionReaderTests.mentions(MentionReaderTests.text).first { $0.text == word })
      .mention
  }

  @Test func `a person has the role and the body in apposition`() throws {
    let person = try first("سامر النجار")
    #expect(person.type == .person)
    #expect(person.role == "المتحدث باسم قوات التحالف")
    #expect(person.organisation == "قوات التحالف")
  }

  @Test func `an office before the name is the role`() throws {
    #expect(try first("خالد العبيدي").role == "وزير الدفاع العراقي")
  }

  @Test func `a short name and a description join the full name`() throws {
    let person = try first("سامر النجار")
    #expect(try first("النجار").cluster == person.cluster)
    #expect(try first("النجار").name == "سامر النجار")
    #expect(try first("المتحدث").cluster == person.cluster)
    #expect(try first("الوزير").cluster == first("خالد العبيدي").cluster)
  }

  @Test func `a word from the middle of a name joins it, a common one does not`() {
    func clusters(_ full: String, _ short: String) -> Set<Int> {
      let text = "قال العقيد \(full) إن الهجوم انتهى. وأضاف \(short) أن القوات عادت."
      return Set(
        MentionReaderTests.mentions(text).filter { $0.text == full || $0.text == short }
          .compactMap(\.mention.cluster))
    }
    #expect(clusters("سامر كيغينز النجار", "كيغينز").count == 1)
    #expect(clusters("سامر محمد النجار", "محمد").count == 2)
  }

  @Test func `a town whose name opens with a word for a facility is a place`() throws {
    let found = MentionReaderTests.mentions("قتل شخصان بريف دير الزور الشرقي أمس.")
    #expect(try #require(found.first { $0.text == "دير الزور" }).mention.type == .place)
  }

  @Test func `an acronym joins the name that it is made of`() throws {
    #expect(try first("قسد").cluster == first("قوات سوريا الديمقراطية").cluster)
  }

  @Test func `names in hashtags are read, and none goes on from one hashtag to the next`() {
    let found = MentionReaderTests.mentions("حريق قرب #جامعة_القاهرة #المنيل #مصر أمس.").map(\.text)
    #expect(found.contains("مصر") && !found.contains { $0.contains("#") })
  }

  @Test func `an armed group is a group`() throws {
    #expect(try first("داعش").type == .group)
  }

  @Test func `a conjunction is no part of a mention`() throws {
    #expect(try first("بريطانيا").type == .place)
  }

  @Test func `a nationality is nested in an office`() throws {
    let office = try first("وزير الدفاع العراقي")
    let nationality = try first("العراقي")
    #expect(office.type == .office && nationality.type == .nationality)
    #expect(office.span.contains(nationality.span.start))
  }

  @Test func `spans stand on letters, in order, whatever marks the words bear`() {
    let texts = [
      MentionReaderTests.text,
      "وَبِرِيطَانِيَا ولِلأُمَم المتحدة وسوریا، «داعش» (قسد)",
      "بـسـوريا\nوكيغينز", "محمد", "و", "",
    ]
    for text in texts {
      let utf8 = Array(text.utf8)
      var last = 0
      for (_, mention) in MentionReaderTests.mentions(text) {
        #expect(mention.span.start >= last && mention.span.end <= utf8.count)
        #expect(mention.span.start < mention.span.end)
        #expect(utf8[mention.span.start] & 0xC0 != 0x80)
        #expect(mention.span.end == utf8.count || utf8[mention.span.end] & 0xC0 != 0x80)
        last = mention.span.start
      }
    }
  }

  @Test func `clusters are numbered in the order of the text`() {
    var next = 0
    for (_, mention) in MentionReaderTests.mentions(MentionReaderTests.text) {
      let cluster = mention.cluster ?? -1
      #expect(cluster <= next)
      next = max(next, cluster + 1)
    }
  }
}

@Suite("Words shared by names and other words") struct SharedNamesTests {
  private func mentions(_ text: String) -> [String] {
    ReadingSample(text).reading.mentions.map { "\($0.type.rawValue) \($0.name)" }
  }

  @Test func `finance is no nationality, and youth no armed group, but where the article tells`() {
    #expect(!mentions("قال الخبير إن الدعم المالي يكفي.").contains { $0.hasPrefix("nationality") })
    #expect(
      mentions("قال الخبير المالي في باماكو إن الدعم يكفي.").contains("nationality المالي"))
    #expect(!mentions("شارك الشباب في تنظيف الحي.").contains { $0.hasPrefix("group") })
    #expect(!mentions("عاد الجنود إلى القاعدة مساء.").contains { $0.hasPrefix("group") })
  }

  @Test func `verbs and adverbs spelt like names are none`() {
    let found = mentions("ودان رئيس المجلس الهجوم، أما المختار فيرى أن حظر التجول ليليا ضروري.")
    #expect(
      !found.contains { $0.hasSuffix("ودان") || $0.hasSuffix("فيرى") || $0.hasSuffix("ليليا") })
  }
}

@Suite("Names that no list knows") struct UnlistedNamesTests {
  private func mentions(_ text: String) -> [String] {
    ReadingSample(text).reading.mentions.map { "\($0.type.rawValue) \($0.name)" }
  }

  @Test func `settlements are named by the words behind their kind`() {
    let found = mentions(
      "وقال سكان في بلدة تين أزلاغ إن المسلحين دخلوا قرية تل العوسج وبلدة جرف الحناء.")
    #expect(
      found.filter { $0.hasPrefix("place") } == [
        "place تين أزلاغ", "place تل العوسج", "place جرف الحناء",
      ])
    #expect(mentions("وتقع الشركة في مدينة كبيرة.").isEmpty)
  }

  @Test
  func `groups are named by the words behind their kind where the article comes back to them`() {
    #expect(
      mentions("هاجم عناصر تنظيم راية الصحراء حاجزا، وانسحب التنظيم بعد الهجوم.")
        .contains("group تنظيم راية الصحراء"))
    #expect(
      mentions("أعلنت كتائب النخل الأسود مسؤوليتها عن الهجوم، وتوعدت الكتائب بالمزيد.")
        .contains("group كتائب النخل الأسود"))
    #expect(
      !mentions("توقفت حركة دخول الشاحنات بعد الهجوم، ثم عادت الحركة.").contains {
        $0.hasPrefix("group حركة دخول")
      })
  }
}
