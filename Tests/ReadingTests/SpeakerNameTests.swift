import NewsModel
import Reading
import Testing

/// Where the one who speaks begins and ends, and whose name it is; people and bodies are invented.
@Suite("Speaker names") struct SpeakerNameTests {
  private func speakers(_ text: String) -> [String] {
    ReadingSample(text).reading.statements.map(\.speakerName)
  }

  @Test(
    arguments: [
      ("واعتبر الأمين العام لمنظمة السدرة أحمد الحيدري أن الهجوم جريمة.", "أحمد الحيدري"),
      ("قال عضو الأمانة العامة لقوى التحالف أحمد الحيدري: إن الوضع صعب.", "أحمد الحيدري"),
      ("وقال وزير الطاقة الإسرائيلي يوفال شتاينبرغ إن الوضع صعب.", "يوفال شتاينبرغ"),
      ("وقال قائد معركة السدرة، اللواء سالم محسن، إن الجنود تقدموا.", "سالم محسن"),
      (
        "وقال مسؤول كبير في إدارة الرئيس سالم محسن إن الوضع صعب.",
        "مسؤول كبير في إدارة الرئيس سالم محسن"
      ),
      (
        "ودعا وزراء خارجية الاتحاد الأوروبي والممثل الأعلى للاتحاد سالم محسن إلى الهدنة.",
        "وزراء خارجية الاتحاد الأوروبي والممثل الأعلى للاتحاد سالم محسن"
      ),
    ])
  func `the holder of an office is named behind its attributes`(text: String, speaker: String) {
    #expect(speakers(text) == [speaker])
  }

  @Test(
    arguments: [
      ("وقال فوتشيتش إن التصريح انتزع من سياقه.", "فوتشيتش"),
      ("وقال كاجمان إن الهجرة لن تتوقف.", "كاجمان"),
      ("كان عبد الملك الحيدري يوجه اللوم إلى حليفه، قائلا إنهم خانوا العهد.", "عبد الملك الحيدري"),
      ("وأعرب والد براون عن امتنانه للجميع.", "والد براون"),
      ("ولكن متحدثا باسم وحدات حماية الشعب قال إن انفجارات وقعت.", "متحدث باسم وحدات حماية الشعب"),
    ])
  func `a name keeps its letters and its words`(text: String, speaker: String) {
    #expect(speakers(text).first == speaker)
  }

  @Test(
    arguments: [
      ("وطالب السديس الآباء والمربين بأن يسهموا في ذلك.", "السديس"),
      ("لكن موسكو انتقدت الولايات المتحدة لعدم قيامها بذلك.", "موسكو"),
      ("وكانت فرنسا دعت الأطراف الليبية إلى وقف إطلاق النار.", "فرنسا"),
      ("وكانت وحدة الهندسة قد اتهمت الميليشيات بزرع الألغام.", "وحدة الهندسة"),
      ("وتحدثت صحيفة السدرة عن «ظاهرة» ودعت الكينيين إلى التظاهر.", "صحيفة السدرة"),
      ("حذر ائتلاف السدرة بزعامة أحمد الحيدري الحكومة من غضب الشعب.", "ائتلاف السدرة"),
    ])
  func `who speaks is not the one addressed`(text: String, speaker: String) {
    #expect(speakers(text).last == speaker)
  }

  @Test(
    arguments: [
      ("وقال بيان صادر عن قيادة الجيش اللبناني إن قوة أوقفت مطلوبين.", "قيادة الجيش اللبناني"),
      ("عبرت جامعة السدرة على لسان رئيسها جون باردو عن حزنها لما حدث.", "جون باردو"),
      (
        "قالت مصر إن ذلك رد على تصريحات من وزير الخارجية القطري قال فيها إن بلاده مستعدة.",
        "وزير الخارجية القطري"
      ),
    ])
  func `words of a document are those of whoever issued it`(text: String, speaker: String) {
    #expect(speakers(text).last == speaker)
  }

  @Test(
    arguments: [
      "وقال في مؤتمر صحافي في أنقرة، إن الانفجار ناجم عن عبوة.",
      "وأكد مرة أخرى بأن الأمم المتحدة معنية بالأمر.",
      "وقال بحسب صحيفة السدرة: «طالما بقيت العقوبات فلن نتراجع عن موقفنا».",
      "واختتم حديثه بالقول: نعمل حاليا على حفظ الأمن.",
      "وأوضح خلال لقائه السفير الفرنسي أن الحل قريب.",
      "وذكر المتحدث الرسمي أنه تم التحقيق مع أربعة.",
    ])
  func `what stands between verb and content is no other speaker`(sentence: String) {
    let text = "قال سفيان الحيدري، الناطق الرسمي باسم المحكمة، إن التحقيق مستمر. " + sentence
    #expect(speakers(text).prefix(2) == ["سفيان الحيدري", "سفيان الحيدري"])
  }

  @Test(
    arguments: [
      ("قال مصدر أمني إن الوضع صعب. وأضاف ذات المصدر أن الهجوم وقع ليلا.", "مصدر أمني"),
      (
        "شن تنظيم الراية الخضراء هجوما على القرية. وقال التنظيم في بيان إنه قتل جنديا.",
        "تنظيم الراية الخضراء"
      ),
      (
        "وقال المبعوث الأممي إلى السدرة هانس غروندبرغ إن الوضع صعب. وأكد المبعوث الدولي أن الحل قريب.",
        "هانس غروندبرغ"
      ),
      (
        "ونفى نائب الوزير أحمد الحيدري معلومات عن رهائن، قائلا «لا نعتقد أن هناك رهائن في المركز».",
        "أحمد الحيدري"
      ),
    ])
  func `who is named before is taken up`(text: String, speaker: String) {
    #expect(speakers(text).last == speaker)
  }

  @Test func `the office beside a name is the role of who speaks`() {
    let statement = ReadingSample(
      "قال سفيان الحيدري، الناطق الرسمي باسم المحكمة، إن التحقيق مستمر."
    ).reading
      .statements.first
    #expect(statement?.role == "الناطق الرسمي باسم المحكمة")
  }

  @Test func `a place in a clause before a colon is no dateline`() {
    #expect(
      ReadingSample("وقال الوزير في بغداد: نريد السلام والأمن للجميع.").reading.dateline == nil)
  }
}
