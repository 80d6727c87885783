import ArabicScript
import NewsModel
import Reading
import Testing

/// One outlook of a text as its own words, so that expectations can be read.
struct SeenOutlook {
  let marker: String?
  let outcome: String
  let condition: String?
  let horizon: String?
  let outlook: Outlook

  /// The outlooks that a text is read to hold.
  static func all(in text: String) -> [SeenOutlook] {
    let utf8 = Array(text.utf8)
    func string(_ range: TextRange?) -> String? {
      range.map { String(decoding: utf8[$0.start..<$0.end], as: UTF8.self) }
    }
    return Reader().read(Article(id: "test", title: "", text: text)).outlooks.map {
      SeenOutlook(
        marker: string($0.marker), outcome: string($0.outcome) ?? "",
        condition: string($0.condition),
        horizon: string($0.horizon), outlook: $0)
    }
  }

  /// The only outlook of a text.
  static func only(in text: String) throws -> SeenOutlook {
    let found = all(in: text)
    #expect(found.count == 1, "\(found.map(\.outcome)) in \(text)")
    return try #require(found.first)
  }
}

@Suite("Outlooks") struct OutlookReaderTests {
  @Test func `a plain future is certain and its holder is who says it`() throws {
    let seen = try SeenOutlook.only(in: "وقال وزير الدفاع إن القوات ستغادر المدينة خلال أسابيع.")
    #expect(seen.marker == "ستغادر")
    #expect(seen.outcome == "القوات ستغادر المدينة خلال أسابيع")
    #expect(seen.outlook.likelihood == .certain)
    #expect(seen.outlook.holderName == "وزير الدفاع")
    #expect(seen.outlook.statement == 0)
    #expect(seen.horizon == "خلال أسابيع")
  }

  @Test func `the reporter's own outlook has no holder`() throws {
    let seen = try SeenOutlook.only(in: "ومن المتوقع أن ينهار الاتفاق قريبا.")
    #expect(seen.marker == "من المتوقع")
    #expect(seen.outlook.holderName == nil)
    #expect(seen.outlook.likelihood == .likely)
    #expect(seen.outlook.kind == .warning)
    #expect(seen.horizon == "قريبا")
  }

  @Test func `qad marks an outlook before a present, none before a past`() throws {
    #expect(try SeenOutlook.only(in: "الجماعة قد تشن هجمات جديدة.").outlook.likelihood == .possible)
    #expect(SeenOutlook.all(in: "قد وصل الوزير إلى العاصمة.").isEmpty)
    #expect(SeenOutlook.all(in: "وقد تبنى التنظيم الهجوم.").isEmpty)
  }

  @Test func `negation turns what is excluded into what is possible`() throws {
    let excluded = try SeenOutlook.only(in: "استبعد الرئيس إرسال قوات برية.")
    #expect(excluded.outlook.likelihood == .unlikely)
    #expect(excluded.outlook.holderName == "الرئيس")
    let open = try SeenOutlook.only(in: "وقال المسؤول إنه لا يستبعد وقوع هجمات جديدة.")
    #expect(open.outlook.likelihood == .possible)
    #expect(open.outlook.band == 5...95)
    #expect(open.marker == "لا يستبعد")
    let unlikely = try SeenOutlook.only(in: "ومن غير المرجح أن يوافق البرلمان على الخطة.")
    #expect(unlikely.outlook.likelihood == .unlikely)
  }

  @Test(arguments: [
    ("وهدد التنظيم بقتل الرهائن.", OutlookKind.threat, "التنظيم", "قتل الرهائن"),
    ("تعهدت الحكومة بإعادة إعمار المدينة.", .commitment, "الحكومة", "إعادة إعمار المدينة"),
    ("يخشى السكان من عودة التنظيم إلى المدينة.", .warning, "السكان", "عودة التنظيم إلى المدينة"),
    ("يعتزم الجيش إرسال تعزيزات.", .commitment, "الجيش", "إرسال تعزيزات"),
    (
      "أعرب الأمين العام عن مخاوفه من اندلاع حرب أهلية.", .warning, "الأمين العام",
      "اندلاع حرب أهلية"
    ),
  ])
  func `verbs and nouns of threat, promise, fear and intent give kind and holder`(
    text: String, kind: OutlookKind, holder: String, outcome: String
  ) throws {
    let seen = try SeenOutlook.only(in: text)
    #expect(seen.outlook.kind == kind)
    #expect(seen.outlook.holderName == holder)
    #expect(seen.outcome == outcome)
  }

  @Test(arguments: [
    "نأمل أن يعود السلام إلى البلاد.",
    "ونسأل الله أن يحفظ البلاد.",
    "وعززت الشرطة انتشارها من أجل منع عودة التنظيم.",
    "كانت القافلة ستجري جولة في المدينة أمس.",
    "لو كان الرئيس هنا لكان الوضع أفضل.",
    "وسأل الصحفي هل ستعود القوات إلى المدينة؟",
    "ولم يتضح بعد عما إذا كان المسلحون قد فروا.",
    "كان من المقرر أن تبدأ المحادثات أمس.",
    "وتنظيم القاعدة يهدد أمن المنطقة.",
    "سيارة مفخخة انفجرت في شارع سياحي.",
  ])
  func `wishes, purposes, questions, past futures and look-alikes are no outlooks`(text: String) {
    #expect(SeenOutlook.all(in: text).map(\.outcome) == [])
  }

  @Test func `a fear gives way to the future in its clause and hands on its holder`() throws {
    let seen = try SeenOutlook.only(in: "وتخشى تركيا أن القتال سيمتد إلى حدودها.")
    #expect(seen.marker == "سيمتد")
    #expect(seen.outlook.holderName == "تركيا")
    #expect(seen.outlook.kind == .warning)
  }

  @Test(arguments: [
    ("قال الوزير إن تركيا ستسمح للطائرات باستخدام القاعدة.", OutlookKind.commitment),
    ("قال المحافظ إنه سيتم تأهيل المطار خلال يومين.", .commitment),
    ("قال الرئيس إن العلاقات الوثيقة ستساعد على سد الفجوة.", .forecast),
    ("قال الوزير إن هذه الفئة لن تنجح في زعزعة الأمن.", .forecast),
    ("قال الخبير إن القتال سيمتد إلى المدينة.", .warning),
    ("وقال القائد إن جرائم المسلحين لن تمر من دون عقاب.", .threat),
    ("وقال القائد إن الرد سيكون قاسيا إذا هاجم المسلحون البلدة.", .threat),
    ("وسيزور الوزير المدينة غدا لبحث الوضع.", .forecast),
    ("وقالت المنظمة إن النازحين قد يحرمون من الرعاية الطبية.", .warning),
    ("وهدد القيادي، في خطاب متلفز، باستهداف المنشآت في حال استمرت الحرب.", .threat),
  ]) func `acts of the will are promised, other things are foreseen`(
    text: String, kind: OutlookKind
  ) throws {
    #expect(try SeenOutlook.only(in: text).outlook.kind == kind)
  }

  @Test(arguments: [
    (
      "وتوعد القائد بمفاجآت جديدة في الأيام القادمة.", "مفاجآت جديدة في الأيام القادمة",
      OutlookKind.threat
    ),
    (
      "وهدد الوزير، خلال جلسة، بـ«قطع اليد» التي تمتد إلى السكان.",
      "«قطع اليد» التي تمتد إلى السكان", .threat
    ),
    ("وقال الوزير إن الحكومة ستقر سلفة مالية قريبا.", "الحكومة ستقر سلفة مالية قريبا", .forecast),
  ]) func `what is threatened or told with a short verb is an outlook`(
    text: String, outcome: String, kind: OutlookKind
  ) throws {
    let seen = try SeenOutlook.only(in: text)
    #expect(seen.outcome == outcome)
    #expect(seen.outlook.kind == kind)
  }

  @Test func `a programme of sport without anyone who expects it is left out`() {
    #expect(SeenOutlook.all(in: "ومن المقرر أن تنطلق مباراة المنتخب غدا.").isEmpty)
  }

  @Test func `text without outlooks, foreign text and odd marks give none and do no harm`() {
    for text in [
      "", "سـ", "إذا", "ما لم", "لن", "من المتوقع أن", "Will he go? If so, when?",
      "»«\"”“ سوف ( إذا :", "قد قد قد لن لن إذا إذا",
    ] {
      for seen in SeenOutlook.all(in: text) { #expect(!seen.outcome.isEmpty) }
    }
  }
}

@Suite("Outlooks in other turns") struct OutlookTurnTests {
  private func outcomes(_ text: String) -> [String] {
    let sample = ReadingSample(text)
    return sample.reading.outlooks.map { sample.cut($0.outcome.start, $0.outcome.end) }
  }

  @Test func `what had happened is not to come`() {
    #expect(outcomes("وكان سكان قد تحدثوا عن سماع دوي انفجارات.").isEmpty)
  }

  @Test(arguments: [
    (
      "وأضاف سالم الدرعاوي أن أثر القرار سيكون محدودا ما لم تطبقه الدول.",
      "أثر القرار سيكون محدودا"
    ),
    (
      "وحذر سالم الدرعاوي من أن أي فوضى «ستكون كارثة على الجميع في المنطقة».",
      "أي فوضى «ستكون كارثة على الجميع في المنطقة"
    ),
    ("هذا احتمال حقيقي ما لم يستمر الضغط.", "هذا احتمال حقيقي"),
    ("وهو احتمال ضعيف.", "هو احتمال ضعيف"),
  ])
  func `what stands before the marker belongs to the outcome`(text: String, outcome: String) {
    #expect(outcomes(text) == [outcome])
  }

  @Test(arguments: [
    ("في غضون عشرة أيام", "ستصدر النتائج في غضون عشرة أيام."),
    (
      "خلال مدة لا تتجاوز ثلاثين يوما", "سيحال الموقوفون إلى القضاء خلال مدة لا تتجاوز ثلاثين يوما."
    ),
    ("قبل نهاية الشهر", "سينفد المخزون قبل نهاية الشهر."),
  ])
  func `a horizon is whole`(horizon: String, text: String) {
    let sample = ReadingSample(text)
    let found = sample.reading.outlooks.first?.horizon
    #expect(found.map { sample.cut($0.start, $0.end) } == horizon)
  }
}
