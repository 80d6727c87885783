import ArabicQuantities
import ArabicWords
import Testing

/// What `ArabicQuantities.docc` shows.
@Suite("Examples of the pages on quantities") struct PageExamplesTests {
  let day = CalendarDay(year: 2019, month: 10, day: 22)

  @Test func `a bounded number with what it counts`() {
    let text = TokenizedText("قتل ما لا يقل عن عشرين طفلا")
    let number = text.numbers()[0]
    #expect(text.text(number.range) == "ما لا يقل عن عشرين")
    #expect(number.low == 20)
    #expect(number.high == nil)
    #expect(number.unit.map(text.text) == "طفلا")
  }

  @Test func `times from the article's day, and numbers beside them`() {
    let report = TokenizedText("غادر أمس، وعاد في 3 آذار/مارس 2018")
    #expect(report.times(anchor: day).map(\.value) == ["2019-10-21", "2018-03-03"])
    let both = TokenizedText("وصل 12 جريحا في 3 آذار 2018").quantities(anchor: day)
    #expect(both.numbers.map(\.value) == [12])
    #expect(both.times.map(\.value) == ["2018-03-03"])
  }

  @Test func `text from left to right`() {
    #expect(TokenizedText("12 (%15)").numbers().map(\.kind) == [.cardinal, .percent])
  }

  @Test func `days of other calendars`() {
    #expect(HijriCalendar.day(year: 1441, month: 9, day: 1)?.description == "2020-04-24")
    #expect(PersianCalendar.day(year: 1399, month: 1, day: 1)?.description == "2020-03-20")
  }
}
