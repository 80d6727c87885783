import NewsModel
import Reading
import Testing

@Suite("Where the phrase of a speaker ends") struct SpeakerEndTests {
  @Test(arguments: [
    ("ورفض ناطق باسم الوزارة الإجابة عن الأسئلة، وقال إن التحقيق مستمر.", "ناطق باسم الوزارة"),
    ("ورفض العميد الخوض في التفاصيل، وقال إن العملية مستمرة.", "العميد"),
    ("وطالب نواب في مجلس المدينة بفتح تحقيق فوري.", "نواب في مجلس المدينة"),
    (
      "فرضت لجنة دول الساحل عقوبات على ست شركات، متهمة إياها بتمويل الجماعة.",
      "لجنة دول الساحل"
    ),
    ("وبحسب مسؤول محلي طلب عدم نشر اسمه، فإن الخلاف كان حول الأسعار.", "مسؤول محلي"),
    ("وأوضح محاسب سابق عمل مع الجبهة أن التسعيرة ثابتة.", "محاسب سابق"),
    ("وحمل مسؤولون محليون تنظيم الراية المسؤولية عن التفجير.", "مسؤولون محليون"),
    ("وقال متحدث باسم مجلس تلوات إن الطريق مفتوح.", "متحدث باسم مجلس تلوات"),
    ("وقالت ربة منزل تعيش في البلدة إن المياه مقطوعة.", "ربة منزل"),
    ("وقالت أم كريم إن المياه مقطوعة.", "أم كريم"),
  ])
  func `objects and what is told of a source are no part of it`(text: String, speaker: String) {
    #expect(ReadingSample(text).reading.statements.first?.speakerName == speaker)
  }

  @Test func `a role has no mark at its end`() {
    let sample = ReadingSample("وأكد الناطق باسم الحرس، سالم الدرعاوي، أن الوضع تحت السيطرة.")
    #expect(sample.reading.statements.first?.role == "الناطق باسم الحرس")
  }

  @Test func `the subject that أما sets before its verb speaks, and not the one accused`() {
    let sample = ReadingSample("أما رئيس الوفد سالم الدرعاوي فاتهم المجلس بالكذب.")
    #expect(sample.told == ["سالم الدرعاوي: بالكذب"])
  }

  @Test func `many who are accused are no speakers`() {
    let sample = ReadingSample(
      "قال سالم الدرعاوي إن الحرس يحتجز مئات الأشخاص متهمين بالانتماء إلى التنظيم.")
    #expect(
      sample.told == [
        "سالم الدرعاوي: الحرس يحتجز مئات الأشخاص متهمين بالانتماء إلى التنظيم"
      ])
  }

  @Test func `between two numbers stands no verb of speech`() {
    #expect(ReadingSample("وبين الرقمين يعد الناس موتاهم.").reading.statements.isEmpty)
    #expect(
      ReadingSample("تتراوح التقديرات ما بين 12 ألفا و15 ألف نازح.").reading.statements.isEmpty)
  }

  @Test func `what someone denies is denied, whatever it is called`() {
    #expect(ReadingSample("نفى المجلس هذه الرواية.").reading.statements.first?.stance == .deny)
  }
}
