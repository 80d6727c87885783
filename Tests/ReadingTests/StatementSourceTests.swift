import ArabicScript
import NewsModel
import Testing

@testable import Reading

/// Whose words they are where names, topics and sources are told in other ways.
///
/// All sentences and names are invented.
@Suite("Sources of statements") struct StatementSourceTests {
  private func speakers(_ text: String) -> [String] {
    Reader().read(Article(id: "1", published: "2031-05-05", text: text)).statements.map {
      $0.speakerName
    }
  }

  @Test func `what a newspaper learnt is told by its source`() {
    #expect(
      speakers("علمت «صحيفة الضفاف» من مصدر أمني مسؤول أن توقف المعارك جاء إثر وساطة.")
        == ["مصدر أمني مسؤول"])
    #expect(speakers("وعلم الوزير أن المعبر مغلق.") == [])
  }

  @Test func `behind a topic the one asked speaks on`() {
    let text =
      "قال الباحث سالم الهاشمي إن الحرب انتهت. وعن أسباب الاستسلام الروسي والتدخل البريطاني، قال: \"كان الأمر صعبا على الجميع في ذلك الوقت\"."
    #expect(speakers(text) == ["سالم الهاشمي", "سالم الهاشمي"])
  }

  @Test func `many do not go on as one`() {
    let text =
      "قال الناشط سالم الهاشمي إن القصف مستمر. ويقول محللون إن الهدنة بعيدة. وأضاف: \"لن نغادر بيوتنا مهما حدث في المدينة\"."
    #expect(speakers(text).last == "سالم الهاشمي")
  }

  @Test func `a day can be a name, and a name can look like a preposition`() {
    #expect(
      speakers("أعرب وزير الأوقاف محمد مختار جمعة عن إدانته للهجوم.") == ["محمد مختار جمعة"])
    let text = "وقال علي الأحمدي الناطق باسم المقاومة إن القوات تتقدم على كل الجبهات."
    #expect(speakers(text) == ["علي الأحمدي"])
    #expect(speakers("أكد الوزير سالم الهاشمي صباح أمس أن المعبر مغلق.") == ["سالم الهاشمي"])
  }

  @Test func `a name behind a manner is freed of its preposition`() {
    let text = "قال رئيس النادي سالم العتيبي إن الوضع هادئ. ووفقا للعتيبي فإن الطلاب قلقون مما حدث."
    #expect(speakers(text).allSatisfy { $0 == "سالم العتيبي" })
  }

  @Test func `an outlet in quotation marks does not speak`() {
    let text =
      "ذكر نائب الرئيس سالم العتيبي أن الحادثة آلمت الجميع. وأضاف في حديثه لقناة \"الضفاف\" المحلية: \"نحن نسأل لماذا لم توجد الشرطة هنا\"."
    #expect(speakers(text) == ["سالم العتيبي", "سالم العتيبي"])
  }

  @Test func `a blessing is no speech`() {
    let text =
      "هذا دين محمد صلى الله عليه وسلم، أين أنتم من الآية الكريمة: \"من قتل نفسا بغير نفس أو فساد في الأرض\"."
    #expect(speakers(text) == [])
  }

  @Test func `a report that only passes on is not what its source says`() {
    #expect(
      speakers(
        "ونقلت صحيفة \"الفجر\"، اليوم الأحد، نقلا عن مصادر رفيعة قولها، إن \"السلطات أرسلت شهادة ميلاده\"."
      ) == ["مصادر رفيعة"])
  }

  @Test func `many men speak in their relative clause and no place between`() {
    #expect(
      speakers("اعتدت القوات على المصلين أمام باب السلسلة الذين عبروا عن غضبهم واستنكارهم لما جرى.")
        == ["المصلين"])
  }

  @Test func `a document speaks in the clause that describes it`() {
    #expect(
      speakers("شهدت المدينة اضطرابات بعد صدور تقرير يتهم سلطات المدينة بالعنصرية.") == ["تقرير"])
  }

  @Test(arguments: [
    "تقع البلدة قرب حدود الكاميرون والتي كان يُعتقد أنها المقر الرئيسي للمتشددين.",
    "قتل رجل في البلدة. واتهم 15 منهم بعمل إرهابي.",
    "وصلت الأجهزة إلى المكان من أجل التحقيق وكشف ملابسات الحادث.",
  ]) func `passives and verbal nouns are no speech`(_ text: String) {
    #expect(speakers(text) == [])
  }

  @Test func `how a source is described is not what it says`() {
    let text = "ونقلت وكالة الأنباء عن مصدر وصفته بأنه موثوق قوله إن السلطات عينت سفيرا."
    #expect(speakers(text) == ["مصدر"])
  }

  @Test func `months and numbers behind a speaker are no part of it`() {
    #expect(
      speakers(
        "تقدمت بشكوى وزارة الخارجية السورية. واتهمت وزارة الخارجية السورية أيار الماضي البلدة بدعم المسلحين."
      )
        == ["وزارة الخارجية السورية"])
  }

  @Test func `behind an opening of its sentence a verb may look like a noun`() {
    #expect(speakers("وفي الختام تمنى الشمري أن يديم الجميع نعمة الأمن والاستقرار.") == ["الشمري"])
  }

  @Test func `what something was called is the quotation`() throws {
    let text = "بدأت ما وصفه مسؤولون بأنه «حرب منسقة على الإرهاب» الشهر الماضي."
    let found = Reader().read(Article(id: "1", published: "2031-05-05", text: text)).statements
    let said = try #require(found.first)
    #expect(
      String(decoding: Array(text.utf8)[said.content.start..<said.content.end], as: UTF8.self)
        == "حرب منسقة على الإرهاب")
  }

  @Test(arguments: [
    "وتحترم المملكة العالم أجمع، وتحمي رجال الأمن.",
    "اتخذت الجماعة مبنى في المدينة مقراً \"للمحكمة التنفيذية\" قبل عام.",
  ])
  func `the whole world and a seat are no speech`(_ text: String) {
    #expect(speakers(text) == [])
  }

  @Test func `a title is no one who speaks`() {
    let text = "نشرت المجلة مقالا حمل عنوان «ما من موهبة في العالم تمر بلا عقاب» أمس."
    #expect(!speakers(text).contains("عنوان"))
  }

  @Test func `a conjunction is no part of a name`() {
    #expect(speakers("فبغداد رحبت بالاتفاق الذي وقع أمس.") == ["بغداد"])
  }
}
