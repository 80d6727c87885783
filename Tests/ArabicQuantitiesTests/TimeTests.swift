import ArabicQuantities
import ArabicScript
import ArabicWords
import Testing

/// Thursday.
private let anchor = CalendarDay(year: 2015, month: 8, day: 6)

private func times(_ text: String, leaning: TimeLeaning = .past) -> [String] {
  let tokenized = TokenizedText(text)
  return tokenized.times(anchor: anchor, leaning: leaning).map {
    "\(tokenized.text($0.range)) \($0.value)"
  }
}

@Suite struct `Times` {
  @Test(arguments: [
    ("قتل أمس", "أمس 2015-08-05"), ("أعلن اليوم الحداد", "اليوم 2015-08-06"),
    ("أول من أمس", "أول من أمس 2015-08-04"), ("وقع الخميس", "الخميس 2015-08-06"),
    ("يوم الأحد الماضي", "يوم الأحد الماضي 2015-08-02"),
    ("الخميس المقبل", "الخميس المقبل 2015-08-13"),
    ("(الاثنين)", "الاثنين 2015-08-03"),
    ("ثلاثاء الأسبوع الماضي", "ثلاثاء الأسبوع الماضي 2015-07-28"),
  ])
  func `day words and weekdays are reckoned from the anchor`(text: String, found: String) {
    #expect(times(text) == [found])
  }

  @Test(arguments: [
    ("20 يوليو الماضي", "2015-07-20"), ("5 حزيران/يونيو", "2015-06-05"),
    ("السابع من يونيو (حزيران)", "2015-06-07"),
    ("الحادي والعشرين من جويلية 2014", "2014-07-21"), ("27 يوليو 2015م", "2015-07-27"),
    ("15.3.2015", "2015-03-15"), ("7/8/2015", "2015-08-07"), ("1436/10/5هـ", "2015-07-21"),
    ("11 شوال 1436هـ", "2015-07-27"), ("15 مرداد 1394", "2015-08-06"), ("يونيو", "2015-06"),
    ("آب/أغسطس 2014", "2014-08"),
    ("رمضان 1436", "2015-06-18/2015-07-16"), ("العام 2003", "2003"),
  ])
  func `dates are read in every calendar`(text: String, value: String) {
    #expect(times(text) == [text + " " + value])
  }

  @Test(arguments: [
    ("قبل شهرين", "2015-06"), ("منذ 2011", "2011/.."), ("السنة الماضية", "2014"),
    ("الأسبوع الماضي", "2015-W31"),
    ("خلال أسابيع", "PXW"), ("الأشهر الثلاثة المقبلة", "2015-08-07/2015-11-06"),
    ("القرن العشرين", "19"),
    ("ثمانينيات القرن الماضي", "198"), ("الربع الثالث من عام 2016", "2016-Q3"),
    ("مطلع الشهر الجاري", "2015-08"),
    ("من 13 إلى 15 يوليو", "2015-07-13/2015-07-15"), ("بين 2014 و2016", "2014/2016"),
  ])
  func `periods and ranges have a first and last day`(text: String, value: String) {
    #expect(times(text) == [text + " " + value])
  }

  @Test(arguments: [
    ("مساء أمس الأحد", "2015-08-05TEV"), ("فجر اليوم", "2015-08-06TMO"),
    ("الساعة الثالثة والنصف عصر أمس", "2015-08-05T15:30"), ("الساعة 15:30", "T15:30"),
    ("من 5 إلى 6 مساء", "T17/T18"), ("الساعة 8 إلا ربع صباحا", "T07:45"),
  ])
  func `times of day join the day`(text: String, value: String) {
    #expect(times(text) == [text + " " + value])
  }

  @Test(arguments: [
    ("ثلاثة أيام", "P3D", TimeExpression.Kind.duration),
    ("عام واحد وشهر و21 يوما", "P1Y1M21D", .duration),
    ("ساعة ونصف", "PT1.5H", .duration), ("كل يوم", "P1D", .set), ("كل ثلاثة أشهر", "P3M", .set),
  ])
  func `lengths and repetitions have their own types`(
    text: String, value: String, kind: TimeExpression.Kind
  ) {
    let found = TokenizedText(text).times(anchor: anchor)
    #expect(found.map(\.value) == [value])
    #expect(found.map(\.kind) == [kind])
  }

  @Test func `words that only look like times are none`() {
    #expect(times("الأمين العام للأمم المتحدة وأب الطفل في اليوم العالمي").isEmpty)
  }

  @Test func `without an anchor the value says what is unknown`() {
    let found = TokenizedText("5 يونيو").times(anchor: nil)
    #expect(found.map(\.value) == ["XXXX-06-05"])
    #expect(found.map(\.day) == [nil])
  }

  @Test func `leaning to the future takes the next day`() {
    #expect(times("الأحد", leaning: .future) == ["الأحد 2015-08-09"])
    #expect(times("20 يوليو", leaning: .future) == ["20 يوليو 2016-07-20"])
  }

  @Test func `numbers of dates are not among the numbers of the quantities`() {
    let text = TokenizedText("قتل 12 شخصا في 20 يوليو 2015")
    let found = text.quantities(anchor: anchor)
    #expect(found.numbers.map(\.value) == [12])
    #expect(found.times.map(\.day) == [CalendarDay(year: 2015, month: 7, day: 20)])
  }
}

@Suite struct `Calendars` {
  @Test func `every day of the Hijri table goes there and back`() {
    var day = HijriCalendar.day(year: 1343, month: 1, day: 1)
    #expect(day == CalendarDay(year: 1924, month: 8, day: 1))
    var count = 0
    while let here = day, let (year, month, number) = HijriCalendar.components(of: here) {
      #expect(HijriCalendar.day(year: year, month: month, day: number) == here)
      count += 1
      day = here.advanced(by: 1)
    }
    #expect(count == 55_991)
    #expect(HijriCalendar.day(year: 1436, month: 13, day: 1) == nil)
    #expect(HijriCalendar.day(year: 1501, month: 1, day: 1) == nil)
  }

  @Test(arguments: [
    (1357, 1978, 3, 21), (1375, 1996, 3, 20), (1394, 2015, 3, 21), (1403, 2024, 3, 20),
  ])
  func `the Persian year begins at the equinox`(year: Int, gregorian: Int, month: Int, day: Int) {
    #expect(
      PersianCalendar.day(year: year, month: 1, day: 1)
        == CalendarDay(year: gregorian, month: month, day: day))
  }

  @Test func `every day of two Persian centuries goes there and back`() {
    let first = PersianCalendar.day(year: 1300, month: 1, day: 1)?.ordinal ?? 0
    for ordinal in first..<first + 73_050 {
      let here = CalendarDay(ordinal: ordinal)
      let parts = PersianCalendar.components(of: here)
      let back = parts.flatMap { PersianCalendar.day(year: $0.year, month: $0.month, day: $0.day) }
      #expect(back == here)
    }
  }
}
