import ArabicQuantities
import ArabicScript
import ArabicWords
import Testing

private func numbers(_ text: String) -> [String] {
  let tokenized = TokenizedText(text)
  return tokenized.numbers().map { number in
    let low = number.low.map { "\($0)" } ?? "-"
    let high = number.high.map { "\($0)" } ?? "-"
    let unit = number.unit.map(tokenized.text) ?? ""
    return "\(tokenized.text(number.range)): \(low) \(high) \(unit)"
  }
}

private func value(_ text: String) -> Double? { TokenizedText(text).numbers().first?.value }

@Suite struct `Numbers` {
  @Test func `a bound behind the noun is a bound of the number`() {
    #expect(numbers("قتل 12 شخصا على الأقل") == ["12: 12.0 - شخصا"])
  }

  @Test func `words before a number bound it`() {
    #expect(numbers("أكثر من 60 جريحا") == ["أكثر من 60: 60.0 - جريحا"])
    #expect(numbers("ما لا يقل عن عشرين طفلا") == ["ما لا يقل عن عشرين: 20.0 - طفلا"])
    #expect(numbers("أقل من ألف") == ["أقل من ألف: - 1000.0 "])
    let approximate = TokenizedText("نحو 20 كيلومترا").numbers()
    #expect(approximate.map(\.isApproximate) == [true])
    #expect(approximate.map(\.value) == [20])
  }

  @Test func `plurals of numbers tell a size`() {
    #expect(
      numbers("عشرات القتلى ومئات الجرحى") == [
        "عشرات: 20.0 99.0 القتلى", "مئات: 200.0 999.0 الجرحى",
      ])
    #expect(numbers("عشرات الآلاف من النازحين") == ["عشرات الآلاف: 20000.0 99999.0 النازحين"])
    #expect(numbers("بضعة عشر قتيلا") == ["بضعة عشر: 13.0 19.0 قتيلا"])
  }

  @Test func `a noun in the dual is two, a counted noun alone is one`() {
    #expect(numbers("مقتل طفلين") == ["طفلين: 2.0 2.0 طفلين"])
    #expect(numbers("سقوط قتيل") == ["قتيل: 1.0 1.0 قتيل"])
    #expect(numbers("مقتل المسلحين").isEmpty)
    #expect(TokenizedText("قتيلان").numbers().map(\.isImplied) == [true])
  }

  @Test func `ranges have two bounds`() {
    #expect(numbers("ما بين 10 و15 قتيلا") == ["ما بين 10 و15: 10.0 15.0 قتيلا"])
    #expect(numbers("300-500 عنصر") == ["300-500: 300.0 500.0 عنصر"])
    #expect(numbers("خمسة أو ستة مسلحين") == ["خمسة أو ستة: 5.0 6.0 مسلحين"])
    #expect(
      numbers("بين خمسة وعشرين وثلاثين عنصرا") == ["بين خمسة وعشرين وثلاثين: 25.0 30.0 عنصرا"])
  }

  @Test func `scales multiply digits and words`() {
    #expect(value("3آلاف نازح") == 3000)
    #expect(value("ثلاثة آلاف طن") == 3000)
    #expect(value("مليون ونصف المليون لاجئ") == 1_500_000)
    #expect(value("2.125 مليار") == 2_125_000_000)
    #expect(value("١٬٢٣٤٬٥٦٧") == 1_234_567)
    #expect(value("12،220") == 12220)
  }

  @Test(arguments: [
    ("الخامس عشر", 15), ("الحادي والعشرين", 21), ("الثانية", 2), ("المئة والخامسة والعشرون", 125),
  ])
  func `ordinals tell a place`(text: String, place: Double) {
    let found = TokenizedText(text).numbers()
    #expect(found.map(\.value) == [place])
    #expect(found.map(\.kind) == [.ordinal])
  }

  @Test(arguments: [
    ("الذي قبل الأخير", "قبل الأخير", -1), ("تلك التي سبقت الأخيرة", "سبقت الأخيرة", -1),
    ("الثالثة إلى الأخير", "الثالثة إلى الأخير", -2), ("الكتاب الأخير", "الأخير", 0),
  ])
  func `places are told from the end`(text: String, expected: String, offset: Int) {
    let tokenized = TokenizedText(text)
    let places = tokenized.relativeOrdinals()
    #expect(places.map { tokenized.text($0.range) } == [expected])
    #expect(places.map(\.origin) == [.end])
    #expect(places.map(\.offset) == [offset])
    #expect(tokenized.numbers().isEmpty)
  }

  @Test func `a fraction typed from right to left stands before its whole number`() {
    #expect(value("١/٤ ٢") == 2.25)
    #expect(value("1/4 2") == 0.25)
    #expect(value("١/٤ ٢٠١٥") == 0.25)
  }

  @Test func `behind a number above ten what is spelt as a digit is a part of one`() {
    #expect(value("ثلاث وعشرون خمس") == 4.6)
    #expect(numbers("خمس وعشرون خمس سنوات").first == "خمس وعشرون: 25.0 25.0 ")
    #expect(value("ثلاث وعشرون خمس من الكتاب") == 4.6)
    #expect(value("ثلاث وعشرون") == 23)
  }

  @Test func `a power typed from right to left has its exponent first`() {
    #expect(value("-١-^٢٥٠٠") == -0.0004)
    #expect(value("2^-1") == 0.5)
  }

  @Test func `shares of a hundred are percentages`() {
    let found = TokenizedText("20 في المئة و%15 و15.5% وعشرون بالمائة").numbers()
    #expect(found.map(\.kind) == [.percent, .percent, .percent, .percent])
    #expect(found.map(\.value) == [20, 15, 15.5, 20])
  }

  @Test func `words that only look like numbers are none`() {
    #expect(numbers("قال أحد الشهود إن إحدى القذائف سقطت وسط المدينة ولست أدري").isEmpty)
  }

  @Test func `a conjunction written together is left out of the range`() {
    let text = TokenizedText("وعشرون")
    #expect(text.numbers().map { text.text($0.range) } == ["عشرون"])
  }

  @Test func `every number is read back from its words`() {
    for number in Array(1...3000) + [10_000, 11_011, 99_999, 100_100, 200_002, 999_999, 2_000_001] {
      let words = spelled(number)
      let found = TokenizedText(words).numbers()
      #expect(found.count == 1 && found[0].value == Double(number), "\(words)")
    }
  }
}

/// The masculine number in words, as a schoolbook spells it.
private func spelled(_ number: Int) -> String {
  let ones = [
    "", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة",
    "أحد عشر", "اثنا عشر",
  ]
  let tens = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
  let hundreds = [
    "", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة",
  ]
  var parts: [String] = []
  for (scale, names) in [
    (1_000_000, ["مليون", "مليونان", "ملايين"]), (1000, ["ألف", "ألفان", "آلاف"]),
  ] {
    let count = number / scale % 1000
    switch count {
    case 0: break
    case 1: parts.append(names[0])
    case 2: parts.append(names[1])
    case 3...10: parts.append("\(ones[count]) \(names[2])")
    default: parts.append("\(spelled(count)) \(names[0])")
    }
  }
  let rest = number % 1000
  if rest >= 100 { parts.append(hundreds[rest / 100]) }
  switch rest % 100 {
  case 0: break
  case 1...12: parts.append(ones[rest % 100])
  case 13...19: parts.append("\(ones[rest % 10]) عشر")
  case let two where two % 10 == 0: parts.append(tens[two / 10])
  case let two:
    parts.append(ones[two % 10])
    parts.append(tens[two / 10])
  }
  return parts.joined(separator: " و")
}
