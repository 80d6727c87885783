import NewsModel
import Reading
import Testing

@Suite("Heads of reports and lines of live blogs") struct HeadAndLiveTests {
  @Test(arguments: [
    "رأس الينبوع (صدى البلاد) – ", "صدى البلاد (متابعات) – ", "دير الزور (صدى البلاد) - ",
  ])
  func `place and outlet are no part of what is told`(head: String) {
    let sample = ReadingSample(
      head + "قتل ثلاثة جنود وأصيب خمسة في كمين، بحسب ما أعلن مسؤول عسكري.")
    #expect(sample.told == ["مسؤول عسكري: قتل ثلاثة جنود وأصيب خمسة في كمين"])
  }

  @Test func `a dateline of two words is whole`() {
    let sample = ReadingSample("دير الزور (صدى البلاد) – قتل ثلاثة جنود في كمين.")
    #expect(sample.reading.dateline?.place == "دير الزور")
  }

  @Test func `an outlet that is named after a place is no dateline`() {
    let reading = Reader(rules: .standard).read(
      Article(
        id: "sample", source: "شبكة نوافذ الفرات الإخبارية", published: "2025-03-04", title: "",
        text: "نوافذ الفرات – قتل ثلاثة جنود في كمين."))
    #expect(reading.dateline == nil)
  }

  @Test func `a dash within a sentence ends no head`() {
    let sample = ReadingSample(
      "تقلص نفوذ التنظيم على الحدود السورية – التركية إلى مساحات ضيقة، بحسب مسؤول عسكري.")
    #expect(
      sample.told == [
        "مسؤول عسكري: تقلص نفوذ التنظيم على الحدود السورية – التركية إلى مساحات ضيقة"
      ])
  }

  @Test(arguments: ["18:30 – ", "١٨:٣٠ - ", "\u{200F}١٨\u{200F}:\u{200F}٣٠\u{200F} – "])
  func `a line that begins with a time of day tells who says what`(time: String) {
    let sample = ReadingSample(
      time + "مصادر طبية: تسعة قتلى وأكثر من عشرين جريحا.\n" + time
        + "رئيس المجلس سالم الدرعاوي لصدى البلاد: \"نتوقع ارتفاع العدد هذا المساء\".")
    #expect(
      sample.told == [
        "مصادر طبية: تسعة قتلى وأكثر من عشرين جريحا",
        "سالم الدرعاوي: نتوقع ارتفاع العدد هذا المساء",
      ])
  }

  @Test func `an agency that passes on a source with a colon gives what follows`() {
    let sample = ReadingSample("وكالة النهار نقلا عن مصدر أمني رفيع: الحصيلة 11 قتيلا و34 جريحا.")
    #expect(sample.told == ["مصدر أمني رفيع: الحصيلة 11 قتيلا و34 جريحا"])
  }
}
