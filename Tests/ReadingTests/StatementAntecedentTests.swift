import NewsModel
import Reading
import Testing

@Suite("Speakers of verbs without a subject") struct StatementAntecedentTests {
  /// Sentences of invented people and groups, with who says what.
  @Test(arguments: [
    (
      "رفض رئيس المجلس سالم الحيدري العرض، وقال إنه لا يكفي.",
      ["سالم الحيدري | قال | indirect | إنه لا يكفي"]
    ),
    (
      "ألقى المستشار سالم الحيدري باللوم على لواء السدرة. وأضاف «لا عودة إلى الوراء بعد اليوم».",
      ["سالم الحيدري | أضاف | direct | لا عودة إلى الوراء بعد اليوم"]
    ),
    (
      """
      قال سالم الحيدري إن الهدنة صامدة.
      لكن خلال الجلسة، وجه نادر الكرماني رسالة إلى الأهالي. وقال إن الطريق سيفتح.
      """,
      [
        "سالم الحيدري | قال | indirect | الهدنة صامدة",
        "نادر الكرماني | قال | indirect | الطريق سيفتح",
      ]
    ),
    (
      "قال سالم الحيدري إن الهدنة صامدة. وهو يرى أن القتال لن يعود.",
      [
        "سالم الحيدري | قال | indirect | الهدنة صامدة",
        "سالم الحيدري | يرى | indirect | القتال لن يعود",
      ]
    ),
    (
      "قال سالم الحيدري إن الهدنة صامدة.\nيتابع: «لن يعود القتال إلى القرية أبدا».",
      [
        "سالم الحيدري | قال | indirect | الهدنة صامدة",
        "سالم الحيدري | يتابع | direct | لن يعود القتال إلى القرية أبدا",
      ]
    ),
  ])
  func `a verb without a subject takes up who acted before`(text: String, expected: [String]) {
    #expect(ReadingSample(text).statements == expected)
  }

  @Test func `an agreement in gender is needed`() {
    let sample = ReadingSample(
      "قالت وزارة الداخلية إن الطريق مغلق. انفجرت عبوة قرب الجسر. وأضافت أن التحقيق مستمر.")
    #expect(
      sample.statements == [
        "وزارة الداخلية | قالت | indirect | الطريق مغلق",
        "وزارة الداخلية | أضافت | indirect | التحقيق مستمر",
      ])
  }
}

@Suite("Forms of speech") struct SpeechFormTests {
  @Test(arguments: [
    (
      "ويقول خليل القيادي في حزب «الاتحاد السدري»، إن القرية آمنة.",
      "القرية آمنة"
    ),
    ("وقال نادر الكرماني لشبكة «سي إن إن» إن القرية آمنة.", "القرية آمنة"),
    ("ووصل سالم الحيدري مساء. وأبلغه نادر الكرماني أن القرية آمنة.", "القرية آمنة"),
    ("ورد سالم الحيدري «إن القرية آمنة ولن نغادرها».", "إن القرية آمنة ولن نغادرها"),
    (
      "وفي قول السفير نادر الكرماني أمام الصحافيين إن القرية آمنة ما يطمئن.",
      "القرية آمنة ما يطمئن"
    ),
    (
      "وتداول الأهالي بيانا صادرا عن لواء السدرة جاء فيه: «لن نغادر القرية ولن نسلم السلاح».",
      "لن نغادر القرية ولن نسلم السلاح"
    ),
  ])
  func `what is said is found`(sentence: String, content: String) {
    #expect(ReadingSample(sentence).statements.last?.hasSuffix("| \(content)") == true)
  }

  @Test func `a quotation right behind what someone said is said by the same`() {
    let sample = ReadingSample(
      "قال سالم الحيدري إن القرية خالية.. «خرج الجميع قبل ثلاثة أيام ولم يبق سوى العجائز».")
    #expect(
      sample.statements == [
        "سالم الحيدري | قال | indirect | القرية خالية",
        "سالم الحيدري | - | direct | خرج الجميع قبل ثلاثة أيام ولم يبق سوى العجائز",
      ])
  }

  @Test func `a quotation that nobody speaks has no speaker`() {
    let sample = ReadingSample("«خرج الجميع قبل ثلاثة أيام ولم يبق سوى العجائز».\nصورة من القرية.")
    #expect(sample.statements.isEmpty)
  }
}
