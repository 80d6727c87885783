import Testing

/// Statements in forms that a reader knows at sight and a rule easily misses.
///
/// All sentences and names are invented.
@Suite("Forms of speech") struct StatementFormTests {
  private func told(_ text: String) -> [String] { ReadingSample(text).told }

  @Test(arguments: [
    ("أعلنت 7 ولايات، الاثنين، رفضها استقبال الوافدين.", "7 ولايات: رفضها استقبال الوافدين"),
    (
      "بينما قال 87.5 في المائة من المواطنين إنهم راضون عن الحال.",
      "87.5 في المائة من المواطنين: إنهم راضون عن الحال"
    ),
    (
      "وقال الشيخ “سالم درع الضفاف” المتحدث باسم المجلس، إن “الطريق مغلق منذ يومين”.",
      "سالم درع الضفاف: الطريق مغلق منذ يومين"
    ),
    (
      "وقال كل من سالم الهاشمي عضو المجلس، وطاهر الجفري عضو الغرفة: هذه الأزمة لن تطول.",
      "سالم الهاشمي: هذه الأزمة لن تطول"
    ),
    ("وأضاف الهاشمي لا بد من دعم سكان المدينة.", "الهاشمي: لا بد من دعم سكان المدينة"),
  ])
  func `numbers, quoted names and several speakers speak`(text: String, statement: String) {
    #expect(told(text) == [statement])
  }

  @Test(arguments: [
    ("علمت «الضفاف» أن المحاكم استقبلت مئتي قضية.", "الضفاف: المحاكم استقبلت مئتي قضية"),
    ("وعلمت الصحيفة أن الجلسة ستعقد الشهر المقبل.", "الصحيفة: الجلسة ستعقد الشهر المقبل"),
    (
      "نقلت مصادر محلية عن رئيس الوزراء اتهامه لبعض القادة بإثارة الشارع.",
      "رئيس الوزراء: اتهامه لبعض القادة بإثارة الشارع"
    ),
    ("قتل ثلاثة أشخاص في المدينة، بحسب الشرطة.", "الشرطة: قتل ثلاثة أشخاص في المدينة"),
    (
      "وتمت تعبئة ألف شرطي، على ما أوضح وزير الداخلية.", "وزير الداخلية: وتمت تعبئة ألف شرطي"
    ),
  ])
  func `papers learn, words are passed on and attributed`(text: String, statement: String) {
    #expect(told(text) == [statement])
  }

  @Test(arguments: [
    ("عبر الاتحاد أمس عن أمله في أن يدوم السلام.", "الاتحاد: أمله في أن يدوم السلام"),
    (
      "نفى سالم الهاشمي ممثل الحركة في طهران وجود توتر بين الطرفين.",
      "سالم الهاشمي: وجود توتر بين الطرفين"
    ),
    ("اتهم الوزير الحكومة بإجهاض الاجتماع.", "الوزير: بإجهاض الاجتماع"),
    ("وتبنى تنظيم الصقور الهجوم.", "تنظيم الصقور: الهجوم"),
    ("استنكر سالم الهاشمي تصريح النائب حول الأزمة.", "سالم الهاشمي: تصريح النائب حول الأزمة"),
    ("أعلنت الوزارة حربها على الفساد، وانسحبت قوات كبيرة.", "الوزارة: حربها على الفساد"),
  ])
  func `what is said may stand in many forms`(text: String, statement: String) {
    #expect(told(text) == [statement])
  }

  @Test func `a verb beside a noun of like spelling opens a sentence after any opening`() {
    #expect(
      told("وفي ذات السياق أفادت مصادر ميدانية أن الطريق مغلق.")
        == ["مصادر ميدانية: الطريق مغلق"])
  }

  @Test func `the name Ali is no preposition of the verb`() {
    let told = told("أكد رئيس الهيئة، علي حسن، أن المشروع مستمر.")
    #expect(told.count == 1)
    #expect(told.first?.hasSuffix(": المشروع مستمر") == true)
  }

  @Test func `where a field of science stands beside another, nobody learns`() {
    #expect(
      told("ويقول أستاذ التربية وعلم النفس الدكتور سالم الهاشمي إن الأطفال خائفون.")
        == ["سالم الهاشمي: الأطفال خائفون"])
  }
}
