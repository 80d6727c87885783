import ArabicScript
import NewsModel
import Testing

@Suite("Conditions of outlooks") struct OutlookConditionTests {
  @Test(arguments: [
    ("ستنهار الهدنة ما لم يتوقف القصف.", "يتوقف القصف", ConditionKind.unless),
    ("ما لم يتوقف القصف، فإن الهدنة ستنهار.", "يتوقف القصف", .unless),
    ("القوات لن تنسحب إلا إذا توقف القصف.", "توقف القصف", .unless),
    ("إذا لم يتوقف القصف فستنهار الهدنة.", "يتوقف القصف", .unless),
    ("إذا ثبتت مسؤولية التنظيم فإنه سيكون أول هجوم له.", "ثبتت مسؤولية التنظيم", .if),
    ("ستعود العقوبات إذا ما خرقت إيران الاتفاق.", "خرقت إيران الاتفاق", .if),
    ("قد يواجه المتهم عقوبة السجن في حال إدانته.", "إدانته", .if),
    ("ستبدأ الهدنة غدا شريطة أن تلتزم الأطراف بها.", "تلتزم الأطراف بها", .if),
    (
      "وقال شيخ القبيلة إن أبناءها \"سيحملون السلاح بأنفسهم إن عجز الآخرون عن حمايتهم\".",
      "عجز الآخرون عن حمايتهم", .if
    ),
    (
      "وهدد القيادي سالم الدرعاوي بضرب المصالح الأميركية إن واصلت واشنطن دعم خصومه.",
      "واصلت واشنطن دعم خصومه", .if
    ),
    (
      "وقال سالم الدرعاوي: وإن أصر الحكام على ذلك فسننقل المعركة إلى العاصمة.",
      "أصر الحكام على ذلك", .if
    ),
    (
      "وأكد مسؤول أن بلاده لن توقع شيئا \"ما لم يتضمن النص حوارا مباشرا\".",
      "يتضمن النص حوارا مباشرا", .unless
    ),
  ])
  func `a condition is found before and behind its outcome`(
    text: String, condition: String, kind: ConditionKind
  ) throws {
    let seen = try SeenOutlook.only(in: text)
    #expect(seen.condition == condition)
    #expect(seen.outlook.conditionKind == kind)
  }

  @Test func `a condition without a marker makes an outlook of its own`() throws {
    let seen = try SeenOutlook.only(
      in: "وقال المعلم إن سوريا تدعم أي جهود للتصدي للتنظيم إذا جرت بالتنسيق مع دمشق.")
    #expect(seen.outlook.kind == .conditionOnly)
    #expect(seen.outlook.likelihood == .unstated)
    #expect(seen.outlook.band == nil)
    #expect(seen.marker == "إذا")
    #expect(seen.condition == "جرت بالتنسيق مع دمشق")
  }

  @Test func `a concession is no condition`() throws {
    let seen = try SeenOutlook.only(in: "حتى لو توقف القصف فإن الناس لن يعودوا.")
    #expect(seen.condition == nil)
    #expect(seen.outlook.conditionKind == nil)
  }

  @Test func `the return of a group unless pressure goes on, as a possibility in quotation marks`()
    throws
  {
    let seen = try SeenOutlook.only(
      in:
        "وقال المتحدث باسم القوات إنه ما لم یستمر الضغط من الدول المتحالفة، فإنّ عودة ظھور التنظيم في سوریا تبقى “احتمالاً حقیقیاً”."
    )
    #expect(seen.marker == "احتمالاً")
    #expect(seen.outcome == "عودة ظھور التنظيم في سوریا")
    #expect(seen.condition == "یستمر الضغط من الدول المتحالفة")
    #expect(seen.outlook.conditionKind == .unless)
    #expect(seen.outlook.likelihood == .possible)
    #expect(seen.outlook.holderName == "المتحدث باسم القوات")
    #expect(seen.outlook.kind == .warning)
  }

  @Test func `a modal shut out unless a condition holds is unlikely`() throws {
    let seen = try SeenOutlook.only(in: "لا يمكن للمدينة أن تستقر ما لم تتحرر القرى حولها.")
    #expect(seen.outlook.likelihood == .unlikely)
    #expect(seen.marker == "لا يمكن")
    #expect(seen.condition == "تتحرر القرى حولها")
  }
}

@Suite("Conditions with إن and what is none") struct OutlookIfTests {
  private func outlooks(_ text: String) -> [String] {
    let sample = ReadingSample(text)
    return sample.reading.outlooks.map { outlook in
      let condition = outlook.condition.map { sample.cut($0.start, $0.end) } ?? "-"
      return sample.cut(outlook.outcome.start, outlook.outcome.end) + " | " + condition
    }
  }

  @Test func `إن before a verb of the past puts a condition`() {
    let found = outlooks(
      "وهدد زعيم الجماعة باستئناف الهجمات على السفن إن استمر الحصار على المدينة.")
    #expect(found == ["استئناف الهجمات على السفن | استمر الحصار على المدينة"])
  }

  @Test func `the condition on which a source speaks is none of what it expects`() {
    let found = outlooks(
      "ورجح مسؤول أمريكي، تحدث لشبكة سي إن إن شريطة عدم الكشف عن هويته، أن تشن القوات هجوما خلال أيام."
    )
    #expect(found == ["تشن القوات هجوما خلال أيام | -"])
  }

  @Test func `a day between commas ends no clause`() {
    let found = outlooks(
      "ومن المتوقع أن يصوت المجلس، الخميس المقبل، على مشروع قرار بشأن وقف إطلاق النار.")
    #expect(
      found == ["يصوت المجلس، الخميس المقبل، على مشروع قرار بشأن وقف إطلاق النار | -"])
  }
}
