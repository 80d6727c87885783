import NewsModel
import Reading
import Testing

@Suite("Statements") struct StatementTests {
  /// Sentences of invented people and groups, with who says what.
  @Test(arguments: [
    (
      "قال المتحدث باسم لواء السدرة سالم الحيدري إن المقاتلين انسحبوا من القرية.",
      ["سالم الحيدري | قال | indirect | المقاتلين انسحبوا من القرية"]
    ),
    (
      "وأضاف سالم الحيدري: «لن نقبل بأقل من ذلك».",
      ["سالم الحيدري | أضاف | direct | لن نقبل بأقل من ذلك"]
    ),
    (
      "أكدت مصادر أمنية مقتل ثلاثة مسلحين في البلدة.",
      ["مصادر أمنية | أكدت | indirect | مقتل ثلاثة مسلحين في البلدة"]
    ),
    (
      "انفجرت عبوة ناسفة قرب السوق، بحسب مصدر طبي.",
      ["مصدر طبي | بحسب | indirect | انفجرت عبوة ناسفة قرب السوق"]
    ),
    (
      "غادر سالم الحيدري القرية، متهما جماعة السدرة بشن الهجوم.",
      ["سالم الحيدري | متهما | indirect | جماعة السدرة بشن الهجوم"]
    ),
    (
      "أكد سالم الحيدري أن القرية باتت حسب تعبيره «مرتعا لكل من هب ودب».",
      ["سالم الحيدري | أكد | mixed | القرية باتت حسب تعبيره «مرتعا لكل من هب ودب»"]
    ),
    (
      "حذر سالم الحيدري من انهيار الهدنة.",
      ["سالم الحيدري | حذر | indirect | انهيار الهدنة"]
    ),
    (
      "قال سالم الحيدري إن الطريق مغلق، مشيرا إلى أن القوات تعمل على فتحه.",
      [
        "سالم الحيدري | قال | indirect | الطريق مغلق",
        "سالم الحيدري | مشيرا | indirect | القوات تعمل على فتحه",
      ]
    ),
    (
      "نقلت وكالة نسيم عن مصدر عسكري قوله إن الجسر دمر بالكامل.",
      ["مصدر عسكري | قوله | indirect | الجسر دمر بالكامل"]
    ),
  ])
  func `a sentence gives its statements`(sentence: String, expected: [String]) {
    #expect(ReadingSample(sentence).statements == expected)
  }

  @Test func `wrong-way marks close a quotation`() {
    let sample = ReadingSample("وقال سالم الحيدري “ لا عودة إلى الوراء بعد اليوم “ في اتصال هاتفي.")
    #expect(sample.statements == ["سالم الحيدري | قال | direct | لا عودة إلى الوراء بعد اليوم"])
  }

  @Test func `a quotation that never closes ends with its paragraph`() {
    let sample = ReadingSample(
      "وقال سالم الحيدري: \"لا عودة إلى الوراء.\nوسقط مطر غزير على المدينة.")
    #expect(sample.reading.statements.count == 1)
    #expect(!sample.statements[0].contains("مطر"))
  }

  @Test func `a dropped subject is who spoke last`() {
    let sample = ReadingSample(
      "قال العميد سالم الحيدري إن الهجوم فشل. وأضاف أن القوات تقدمت.")
    #expect(sample.reading.statements.map(\.speakerName) == ["سالم الحيدري", "سالم الحيدري"])
    #expect(sample.reading.statements[1].speaker == nil)
  }

  @Test func `an office stands for its holder`() {
    let sample = ReadingSample(
      "قال وزير الدفاع النسيمي سالم الحيدري إن الهجوم فشل. وأعلن الوزير أن القوات تقدمت.")
    #expect(sample.reading.statements.map(\.speakerName) == ["سالم الحيدري", "سالم الحيدري"])
  }

  @Test func `negated speech is no statement`() {
    #expect(ReadingSample("لم يقل سالم الحيدري إن الطريق مغلق.").statements.isEmpty)
  }

  @Test func `a name in quotation marks is no quotation`() {
    let sample = ReadingSample("قال سالم الحيدري إن تنظيم \"السدرة\" انسحب من القرية.")
    #expect(sample.reading.statements.map(\.mode) == [.indirect])
  }

  @Test func `declining to speak is a refusal`() {
    let sample = ReadingSample("قال سالم الحيدري: «لا يمكننا مناقشة الخطط لأسباب أمنية».")
    #expect(sample.reading.statements.map(\.stance) == [.refuse])
  }

  @Test func `a loaded verb keeps the reporter's doubt`() throws {
    let sample = ReadingSample("زعم سالم الحيدري أن القوات انسحبت من القرية.")
    let statement = try #require(sample.reading.statements.first)
    #expect(statement.stance == .claim)
    #expect(statement.isLoaded)
  }

  @Test func `a chain keeps the agency before the source`() throws {
    let sample = ReadingSample("نقلت وكالة نسيم عن مصدر عسكري قوله إن الجسر دمر بالكامل.")
    let statement = try #require(sample.reading.statements.first)
    #expect(statement.chain == ["وكالة نسيم"])
    #expect(statement.sourceClass == .military)
  }
}
