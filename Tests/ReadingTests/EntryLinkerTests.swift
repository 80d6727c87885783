import ArabicScript
import NewsModel
import Testing

@Suite("Linking") struct EntryLinkerTests {
  /// The entries of an article's mentions.
  private func entries(_ text: String, published: String = "2020-03-04") -> [String] {
    ReadingSample(text, published: published).reading.mentions.compactMap(\.entry)
  }

  @Test func `a person and his group are linked to their entries`() {
    let found = entries("قال القائد العام لقوات سوريا الديمقراطية مظلوم عبدي إن الهجوم انتهى.")
    #expect(found.contains("sdf") && found.contains("mazloum-abdi"))
  }

  @Test(arguments: ["داعش", "تنظيم الدولة", "تنظيم الدولة الإسلامية"])
  func `hostile and friendly names lead to one entry`(name: String) {
    #expect(entries("هاجم مسلحون من \(name) حاجزا قرب القرية.").contains("islamic-state"))
  }

  @Test func `a part of a country is a region and no town`() {
    let sample = ReadingSample("تواصلت العمليات في شمال شرقي سوريا خلال الأسبوع.")
    #expect(sample.reading.mentions.contains { $0.entry == "r-ne-syria" })
  }

  @Test(arguments: [
    ("قصفت طائرات التحالف مدينة الرقة شمال سوريا، وقتل خمسة أشخاص.", "p-syr-raqqa"),
    ("قتل 3 أشخاص في تفجير استهدف سوقا في الرياض أمس.", "p-sau-riyadh"),
  ]) func `the place of an event is the city and no village of its name`(
    text: String, entry: String
  ) {
    #expect(ReadingSample(text).reading.events.first?.placeEntry == entry)
  }

  @Test(arguments: ["2012-05-01", "2015-05-01", "2021-05-01"])
  func `a person is known before the office, in it and after it`(day: String) {
    let found = entries("قال جون كيري إن المحادثات في فيينا مستمرة.", published: day)
    #expect(found.contains("john-kerry"))
  }

  @Test func `a group that is no longer there is not meant`() {
    let text = "أعلنت حركة حزم انسحابها من البلدة."
    #expect(entries(text, published: "2014-10-01").contains("harakat-hazm"))
    #expect(!entries(text, published: "2020-10-01").contains("harakat-hazm"))
  }

  @Test func `a name that many bear is resolved by the countries named`() {
    let text = "وصل وفد من الجيش العراقي إلى بغداد والموصل. وأعلنت وزارة الدفاع وقف العملية."
    #expect(entries(text).contains("irq-mod"))
    #expect(!entries("أعلنت وزارة الدفاع وقف العملية.").contains { $0.hasSuffix("-mod") })
  }

  @Test(arguments: [
    ("وصل وفد من الأمم المتحدة إلى الكويت صباح أمس.", "c-kwt"),
    ("سيطر المسلحون على محافظات مأرب وعمران وحجة في شمال اليمن.", "a1-yem-amran"),
    ("سيطر المسلحون على محافظات مأرب وعمران وصعدة في شمال اليمن.", "a1-yem-saada"),
    ("اندلعت معارك في محافظتي \"أبين\" و\"لحج\" جنوب اليمن.", "a1-yem-abyan"),
    ("قال محافظ محافظة تعز إن الطريق أغلق.", "a1-yem-taiz"),
    ("قصفت الطائرات قاعدة العند الجوية في محافظة لحج.", "p-yem-al-anad-air-base"),
    ("هاجم تنظيم القاعدة في بلاد المغرب ثكنة قرب الحدود.", "aqim"),
  ]) func `what stands before a name and around it tells which of its bearers is meant`(
    text: String, entry: String
  ) {
    #expect(entries(text).contains(entry))
  }

  @Test(arguments: [
    ("عاجل: سيول تجرف السيارات في #حفر_الباطن", "p-sau-hafar-al-batin"),
    ("عاجل: سيول تجرف السيارات في #حفرالباطن", "p-sau-hafar-al-batin"),
    ("ندعو للتبرع بالدم في لبنان #انفجار_بيروت", "p-lbn-beirut"),
  ]) func `places named in hashtags are linked`(text: String, entry: String) {
    #expect(entries(text).contains(entry))
  }

  @Test(arguments: [
    ("قال مسعود البرزاني إن القوات ستبقى في مواقعها.", "masoud-barzani"),
    ("استقبل بشّار الأسد الوفد صباح أمس.", "bashar-al-assad"),
  ]) func `another spelling of a person's name leads to the entry`(text: String, entry: String) {
    #expect(entries(text).contains(entry))
  }

  @Test func `one of another name stays unlinked`() {
    #expect(!entries("قال مسعود البرغوثي إن المحادثات تأجلت.").contains("masoud-barzani"))
  }

  @Test(arguments: [
    ("سيطرت القوات اليمنية على مأرب بعد معارك.", "marib"),
    ("تواصل القصف على ميناء المخاء في اليمن، وقال الجيش اليمني إنه صده.", "p-yem-mocha"),
  ]) func `places are known by their spelling, and within facilities`(text: String, entry: String) {
    #expect(entries(text).contains { $0.hasSuffix(entry) })
  }

  @Test func `purposes are no town`() {
    #expect(!entries("قال الوزير اليمني إن لخصومه مآرب أخرى.").contains { $0.hasSuffix("marib") })
  }

  @Test func `an institute that the gazetteer knows is a facility with its entry`() {
    let sample = ReadingSample("نقل المصابون إلى المعهد القومي للأورام في القاهرة صباح أمس.")
    let entry = "p-egy-national-cancer-institute-cairo"
    #expect(
      sample.reading.mentions.contains { $0.entry == entry && $0.type != .organisation })
  }

  @Test func `a common word that is also a place is none by itself`() {
    #expect(!entries("أغلق الحارس الباب وعاد إلى الوضع القائم.").contains { $0.hasPrefix("p-") })
  }

  @Test func `a speaker has the entry of the one named`() {
    let sample = ReadingSample("قال مظلوم عبدي إن الاتفاق صامد منذ أسبوع.", published: "2020-03-04")
    #expect(sample.reading.statements.first?.speakerEntry == "mazloum-abdi")
  }

  @Test func `spans of added mentions leave out what is written together with the name`() {
    let sample = ReadingSample("ووصل وفد إلى القرية وبرفقته ضباط. وللجيش العراقي نقاط هناك.")
    for mention in sample.reading.mentions {
      #expect(!sample.cut(mention.span.start, mention.span.end).isEmpty)
    }
    #expect(sample.reading.mentions.contains { $0.entry == "irq-army" })
  }
}

/// Words of the language that are also names of places; sentences are invented.
@Suite("Words that are places too") struct PlaceWordTests {
  private func places(_ text: String) -> [String] {
    ReadingSample(text, published: "2031-05-05").reading.mentions
      .filter { $0.type == MentionType.place }.map(\.name)
  }

  @Test func `words that are towns somewhere are words`() {
    let text =
      "قال الوزير إن الحكومة تعمل بكفاءة عالية في إطار خطة شاملة، وإن العديد من الدول سوف تشارك في المؤتمر في باريس."
    #expect(places(text) == ["باريس"])
  }

  @Test func `with the word for what it is such a name is a place`() {
    let text = "وصلت القوات إلى مدينة الطبقة في سوريا، وقصف الجيش بلدة الزرقاء في الأردن."
    #expect(places(text).contains("الطبقة"))
  }
}
