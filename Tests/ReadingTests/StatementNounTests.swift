import Testing

/// What is said where it is a noun, stands in quotation marks or names something.
///
/// All sentences and names are invented.
@Suite("Nouns that are said") struct StatementNounTests {
  private func told(_ text: String) -> [String] { ReadingSample(text).told }

  @Test(arguments: [
    ("أكد الوزير في تصريح صحفي وجود خلافات داخل الحزب.", "الوزير: وجود خلافات داخل الحزب"),
    (
      "أدانت الوزارة في بيان الهجوم الذي استهدف المسجد.",
      "الوزارة: الهجوم الذي استهدف المسجد"
    ),
    ("بينما أكدت مصادر تقدم القوات في البلدة.", "مصادر: تقدم القوات في البلدة"),
    (
      "وكان وزراء الخارجية قد أكدوا في الاجتماع التحضيري دعمهم للمبادرة.",
      "وزراء الخارجية: دعمهم للمبادرة"
    ),
  ])
  func `a deed behind the document that tells it is said`(text: String, expected: String) {
    #expect(told(text) == [expected])
  }

  @Test func `a verbal noun that no list holds is known by its shape`() {
    #expect(
      told("أكد الناشط المدني جلال الشحماني انبثاق لجنة تتولى تنظيم العمل.")
        == ["جلال الشحماني: انبثاق لجنة تتولى تنظيم العمل"])
    #expect(
      told("وجزم الوزير باستحالة تصنيع القنبلة.") == ["الوزير: باستحالة تصنيع القنبلة"])
  }

  @Test func `what is blamed may be any noun behind a name`() {
    #expect(
      told("وأدان سالم الهاشمي صمت الحكومة عن الجريمة.") == ["سالم الهاشمي: صمت الحكومة عن الجريمة"]
    )
    #expect(
      told("أعلنت محافظة الضفاف قرب تنفيذ المرحلة الثانية.")
        == ["محافظة الضفاف: قرب تنفيذ المرحلة الثانية"])
  }

  @Test func `what something is called belongs to it`() {
    #expect(
      told("أشاد الهاشمي بموقف التحالف، واصفا الملك بـ«البطل الشجاع».")
        == ["الهاشمي: بموقف التحالف", "الهاشمي: الملك بـ«البطل الشجاع»"])
    #expect(
      told("وصف الشيخ طاهر محمد الجفري مفجري المساجد بأتباع الخوارج.")
        == ["طاهر محمد الجفري: مفجري المساجد بأتباع الخوارج"])
  }

  @Test func `a quotation behind the one addressed is said`() {
    #expect(
      told("وقال قائد القوات لرويترز “الخطوة المقبلة هي تطهير المحافظة كلها”.")
        == ["قائد القوات: الخطوة المقبلة هي تطهير المحافظة كلها"])
  }

  @Test func `who speaks may stand between being and the verb, or for a bloc`() {
    #expect(
      told("وكان البيت الأبيض صرح أن الوضع تحسن.") == ["البيت الأبيض: الوضع تحسن"])
    #expect(
      told("أكد نفس المصدر في تصريح للوكالة أنه لا وجود لجرحى.").first?.hasPrefix("نفس المصدر")
        == true)
  }

  @Test func `those who are many are no part of who urges them`() {
    #expect(
      told("وحث رئيس الوزراء أعضاء المجلس على رفض الاتفاق.") == ["رئيس الوزراء: رفض الاتفاق"])
  }
}
