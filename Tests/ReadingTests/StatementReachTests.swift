import NewsModel
import Testing

/// Who speaks and what is said, however much stands between them; people, bodies and incidents are invented.
@Suite("Statements whose speaker and content stand apart") struct StatementReachTests {
  /// Those who speak: their words, whether the verb is feminine, and the name or description that a reading gives.
  private static let speakers: [(words: String, isFeminine: Bool, name: String)] = [
    ("العقيد سالم محسن", false, "سالم محسن"), ("مصدر أمني", false, "مصدر أمني"),
    ("المتحدث باسم وزارة الدفاع", false, "المتحدث باسم وزارة الدفاع"),
    ("وزارة الخارجية", true, "وزارة الخارجية"), ("شهود عيان", false, "شهود عيان"),
    ("العقيد سالم محسن، المتحدث باسم الجيش،", false, "سالم محسن"),
    ("المتحدث باسم الجيش، العقيد سالم محسن،", false, "سالم محسن"),
    ("معاون وزير الصحة سالم محسن", false, "سالم محسن"),
    ("ثلاثة مسؤولين أميركيين", false, "ثلاثة مسؤولين أميركيين"),
    ("المبعوث الأممي إلى اليمن سالم محسن", false, "سالم محسن"),
    ("منظمة العفو الدولية", true, "منظمة العفو الدولية"),
    ("عدد من الأهالي", false, "عدد من الأهالي"),
  ]

  /// When, where and to whom one speaks.
  private static let occasions = [
    "", "أمس", "في بيان", "في تصريح صحفي", "خلال مؤتمر صحفي في العاصمة", "لوكالة رويترز",
  ]

  /// What is said: the verb for a man and for a woman, what leads to the content, and the content.
  private static let frames: [(him: String, her: String, lead: String, content: String)] = [
    ("قال", "قالت", "إن ", "القوات سيطرت على البلدة"),
    ("أكد", "أكدت", "", "استمرار العمليات العسكرية في المنطقة"),
    ("نفى", "نفت", "", "وجود مفاوضات مع المسلحين"),
    ("أدان", "أدانت", "", "استهداف المدنيين في البلدة"),
    ("حذر", "حذرت", "من ", "انهيار الهدنة في المنطقة"),
    ("طالب", "طالبت", "الأمم المتحدة ", "بفتح تحقيق في الهجوم"),
    ("كشف", "كشفت", "عن ", "وصول تعزيزات عسكرية إلى المدينة"),
    ("حمل", "حملت", "", "الحكومة مسؤولية الهجوم على المستشفى"),
  ]

  @Test(arguments: frames.indices)
  func `whoever speaks on whichever occasion`(frame: Int) {
    let frame = Self.frames[frame]
    for speaker in Self.speakers {
      for occasion in Self.occasions {
        let words = [speaker.isFeminine ? frame.her : frame.him, speaker.words, occasion]
        let text =
          "و" + words.filter { !$0.isEmpty }.joined(separator: " ")
          + " \(frame.lead)\(frame.content)."
        #expect(
          ReadingSample(text).told == ["\(speaker.name): \(frame.content)"], "\(text)")
      }
    }
  }

  @Test(
    arguments: [
      (
        "وأعلن مصدر استهداف تجمعات في «مثلث الراية ومناطق أخرى في السدرة. وأضافت المصادر أن القصف استمر.",
        "مصدر: القصف استمر"
      ),
      (
        "وقال الناشط سالم محسن “السيارات تحمل الجرحى. القتلى كثيرون. وأضاف أن الوضع صعب.",
        "سالم محسن: الوضع صعب"
      ),
      (
        "ونسبت الوكالة إلى الضابط سالم محسن قوله \"القائد توفي. الطيار حي.",
        "سالم محسن: القائد توفي. الطيار حي"
      ),
    ])
  func `a mark that never closes holds no sentence of another`(text: String, told: String) {
    #expect(ReadingSample(text).told.last == told)
  }

  @Test(
    arguments: [
      (
        "من جهته بيّن المدير الإقليمي للحملة الوطنية لنصرة النازحين في السدرة الدكتور سالم عبد الرحمن محسن، أن الدعم مستمر.",
        "سالم عبد الرحمن محسن: الدعم مستمر"
      ),
      (
        "كما عبّر سالم محسن كاتب عام نقابة عمال السكك الحديدية في إقليم السدرة عن استيائه من القرار.",
        "سالم محسن: استيائه من القرار"
      ),
      (
        "من جهته، عبر سالم محسن وزير العدل عن شكوكه حول القانون.",
        "سالم محسن: شكوكه حول القانون"
      ),
      ("دخل المسلحون عبر الحدود، وتحدث السكان بقلق عن الوضع.", "السكان: الوضع"),
    ])
  func `letters that are doubled tell a verb from a preposition`(text: String, told: String) {
    #expect(ReadingSample(text).told == [told])
  }

  @Test(
    arguments: [
      (
        "وأعاد إلى الأذهان ما قاله الأمير سالم محسن، في مجلس السدرة، من أن الاتفاق انهار.",
        "سالم محسن: الاتفاق انهار"
      ),
      ("واعتبرت الحكومة الحادث مؤشرا على تدهور الوضع.", "الحكومة: الحادث مؤشرا على تدهور الوضع"),
      ("واعتبر الوزير القرار خطوة مهمة نحو السلام.", "الوزير: القرار خطوة مهمة نحو السلام"),
      ("ودحضت المحامية ليلى محسن ادعاءات الشرطة.", "ليلى محسن: ادعاءات الشرطة"),
      ("وأكد شهود عيان رؤيتهم لعدد من المركبات.", "شهود عيان: رؤيتهم لعدد من المركبات"),
      ("وأكد المتحدث باسم الجيش الحاجة إلى حل سياسي.", "المتحدث باسم الجيش: الحاجة إلى حل سياسي"),
      ("وذكر سكان محليون سقوط قتلى وجرحى.", "سكان محليون: سقوط قتلى وجرحى"),
      ("وذكرت مصادر طلبت عدم كشف هوياتها أن الحصيلة ارتفعت.", "مصادر: الحصيلة ارتفعت"),
      ("وأعلن ما يسمى تنظيم الراية مسؤوليته عن الهجوم.", "تنظيم الراية: مسؤوليته عن الهجوم"),
      (
        "جاء ذلك بعد ثلاثة أيام على إعلان الحكومة في المنفى تحرير المدينة من المسلحين.",
        "الحكومة: تحرير المدينة من المسلحين"
      ),
      (
        "وجاءت المعارك بعد إعلان المجلس، منذ يومين، انطلاق العملية.",
        "المجلس: انطلاق العملية"
      ),
    ])
  func `what is told with a noun, a predicate or behind what someone said`(
    text: String, told: String
  ) {
    #expect(ReadingSample(text).told == [told])
  }
}
