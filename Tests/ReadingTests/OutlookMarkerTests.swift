import NewsModel
import Testing

/// Turns in which outlooks are told; people, bodies and incidents are invented.
@Suite("Markers of outlooks") struct OutlookMarkerTests {
  @Test(
    arguments: [
      (
        "وقال سالم محسن إن نجاح المحادثات يتوقف على التزام الطرفين بالهدنة.",
        "نجاح المحادثات", "التزام الطرفين بالهدنة"
      ),
      (
        "وأكد الوزير أن عودة النازحين مرهونة بوقف القصف.", "عودة النازحين", "وقف القصف"
      ),
    ])
  func `one thing that depends on another`(text: String, outcome: String, condition: String) throws
  {
    let seen = try SeenOutlook.only(in: text)
    #expect(seen.outcome == outcome)
    #expect(seen.condition == condition || seen.condition == "ب" + condition)
    #expect(seen.outlook.kind == .conditionOnly)
  }

  @Test func `what stops depends on nothing`() {
    #expect(SeenOutlook.all(in: "وأكد الوزير أن القصف يتوقف ليلا.").isEmpty)
  }

  @Test(
    arguments: [
      ("وعدد القتلى مرشح للارتفاع بسبب وجود جرحى.", "مرشح", OutlookKind.warning),
      ("وقال سالم محسن إن الهجوم المقبل مسألة وقت.", "مسألة وقت", .warning),
      ("ورأى سالم محسن أن انهيار الاتفاق بات وشيكا.", "وشيكا", .warning),
      ("وقال سالم محسن إن تجدد القتال أمر مستبعد.", "مستبعد", .forecast),
      ("وقال سالم محسن إن المنطقة مقبلة على موجة نزوح جديدة.", "مقبلة على", .warning),
      ("وتوقع سالم محسن خلال مؤتمر صحفي في العاصمة عودة التنظيم.", "توقع", .warning),
      ("وقال سالم محسن إن التنظيم سيعود إلى المدينة قريبا.", "سيعود", .warning),
      ("وقال سالم محسن إن الاتفاق لن يصمد طويلا.", "لن", .warning),
      ("وأعلنت المحافظة قرب تنفيذ المرحلة الثانية.", "قرب", .forecast),
    ])
  func `markers and their kinds`(text: String, marker: String, kind: OutlookKind) throws {
    let seen = try SeenOutlook.only(in: text)
    #expect(seen.marker == marker)
    #expect(seen.outlook.kind == kind, "\(text)")
  }

  @Test func `what brings something about is one outlook with it`() throws {
    let seen = try SeenOutlook.only(
      in: "وقال سالم محسن إن استمرار القصف سيؤدي إلى كارثة إنسانية.")
    #expect(seen.marker == "سيؤدي")
  }

  @Test(
    arguments: [
      "وانتشرت القوات استعدادا للعملية.", "وأعلن أنه بصدد الراحة إن شاء الله.",
      "وتسبب الحادث في حالة غضب بين السكان.", "المرشح للرئاسة سالم محسن زار المدينة.",
    ])
  func `what is no outlook`(text: String) {
    #expect(SeenOutlook.all(in: text).isEmpty)
  }
}
