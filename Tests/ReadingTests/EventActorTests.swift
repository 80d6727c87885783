import ArabicScript
import NewsModel
import Testing

@testable import Reading

/// Who did it, where the text tells it beside the deed: by blame, claims, joined verbs and announcements.
///
/// All sentences, persons and groups are invented.
@Suite("Who did it") struct EventActorTests {
  private func events(_ text: String) -> [Event] {
    let rules = try? ReadingRules(cues: [], switchedOff: ["confirm"])
    return Reader(rules: rules ?? .standard)
      .read(Article(id: "1", published: "2031-05-05", text: text)).events
  }

  private func names(_ ranges: [TextRange], _ text: String) -> [String] {
    ranges.map { String(decoding: Array(text.utf8)[$0.start..<$0.end], as: UTF8.self) }
  }

  private func actors(_ text: String, _ type: EventType = .assault) -> [String] {
    names(events(text).first { $0.type == type }?.actor ?? [], text)
  }

  @Test(arguments: [
    "قتل 3 جنود في هجوم بقنبلة قرب البلدة. وحملت السلطات تنظيم الراية مسؤولية الهجوم.",
    "قتل 3 جنود في هجوم بقنبلة قرب البلدة. ونسبت السلطات الهجوم إلى تنظيم الراية.",
    "قتل 3 جنود في هجوم بقنبلة قرب البلدة. وقالت الشرطة إن منفذ الهجوم ينتمي إلى تنظيم الراية.",
    "قتل 3 جنود في هجوم بقنبلة قرب البلدة. واتهم الوزير تنظيم الراية بتنفيذ الهجوم.",
    "قتل 3 جنود في هجوم بقنبلة قرب البلدة. ويعتقد أن تنظيم الراية يقف وراء الهجوم.",
    "قتل 3 جنود في هجوم بقنبلة قرب البلدة. وأعلن تنظيم الراية مسؤوليته عن الهجوم.",
  ]) func `whoever is blamed for an attack or claims it did it`(_ text: String) {
    #expect(actors(text) == ["تنظيم الراية"])
  }

  @Test func `a deed laid to someone in a relative clause is his`() {
    let text = "انهارت الهدنة بعد تفجير نسبت المسؤولية عنه إلى تنظيم الراية في السوق."
    #expect(actors(text) == ["تنظيم الراية"])
  }

  @Test func `nobody claimed it`() {
    let text = "قتل 3 جنود في هجوم بقنبلة قرب البلدة. ولم تتبن أي جهة الهجوم حتى الآن."
    #expect(actors(text) == [])
  }

  @Test func `a force that announces an arrest made it`() {
    let text = "أعلنت وزارة الداخلية اليوم عن ضبط شبكة مسلحة تابعة لتنظيم الراية تضم 5 رجال."
    #expect(actors(text, .coerce) == ["وزارة الداخلية"])
  }

  @Test func `joined verbs share the subject behind the last`() {
    let text = "فر المقاتلون الذين سلحتهم ودربتهم القوات المشتركة في معسكر الضفاف."
    #expect(actors(text, .aid) == ["القوات المشتركة"])
  }

  @Test func `whom a verb brings to a deed does it`() {
    let text = "دفع ذلك جماعة الراية إلى حشد مقاتلين جدد من أبناء القبائل."
    #expect(actors(text, .mobilize) == ["جماعة الراية"])
  }

  @Test func `the suspect of a deed is its actor`() {
    let text = "واعترف المشتبه به الرئيسي في تفجير مسجد بانتمائه إلى تنظيم الراية."
    #expect(actors(text) == ["المشتبه"])
  }

  @Test func `a government that sets someone free acts`() {
    let text = "جاء ذلك بعد إفراج الحكومة عن الناشط سالم الحيدري."
    #expect(actors(text, .retreat) == ["الحكومة"])
  }

  @Test(arguments: ["أميركية", "أمريكية", "إرتيرية"]) func `a nationality acts however it is spelt`(
    _ word: String
  ) {
    #expect(actors("قتل 10 جنود في غارة \(word) على حاجز للجيش قرب البلدة.") == [word])
  }

  @Test(arguments: [
    "شيع السكان وفاة رجل داخل سجن المدينة أمس.", "هاجم الجيش وحده أمس معبر نصيب الحدودي.",
  ]) func `prisons are no arrests and names of crossings no verbs`(_ text: String) {
    #expect(
      events(text).allSatisfy { $0.type == .assault && names([$0.trigger], text) == ["هاجم"] })
  }

  @Test func `those named of a group act with it`() {
    let text = "أيد حلفاء غربيون بينهم فرنسا الضربات على مواقع تنظيم الراية."
    #expect(actors(text, .support) == ["حلفاء غربيون", "فرنسا"])
  }

  @Test func `an office gives way to the name before it`() {
    let text = "عبر د. محمد الهاشمي نائب رئيس المجلس عن إدانته للهجوم على المسجد."
    #expect(actors(text, .accuse) == ["محمد الهاشمي"])
  }

  @Test(arguments: [
    ("واصلت القوات التركية قصف مواقع المسلحين في الجبال.", ["القوات التركية"]),
    ("استهدفت سيارة مفخخة مركزاً للشرطة في المدينة وقتل 4.", []),
    ("أكدت الشرطة وجود صلة بين الهجوم المتطرف على متحف المدينة والتفجير في السوق.", []),
  ]) func `what only looks like an actor is none`(_ text: String, _ expected: [String]) {
    #expect(actors(text) == expected)
  }

  @Test func `a house that was destroyed is no actor`() throws {
    let text = "قالت السيدة إن منزلها دمر بالكامل."
    let event = try #require(events(text).first)
    #expect(names(event.actor, text) == [])
    #expect(names(event.recipient, text) == ["منزلها"])
  }

  @Test func `a subject stands between the verb of being and its verb`() {
    let text = "أنقذ الجيش 178 شخصا كانت جماعة الراية المسلحة تحتجزهم في البلدة."
    let event = events(text).first { $0.mode == "abduct" }
    #expect(names(event?.actor ?? [], text) == ["جماعة الراية المسلحة"])
  }

  @Test func `a group goes on acting in joined verbs`() {
    let text = "استغل تنظيم الراية الفوضى واستولى على البلدة وقتل بعض الأجانب وخطف آخرين."
    let kidnapping = events(text).first { $0.mode == "abduct" }
    #expect(names(kidnapping?.actor ?? [], text) == ["تنظيم الراية"])
  }

  @Test func `those of a group are named with it`() {
    let text = "قتل ستة جنود خلال معارك مع عناصر من تنظيم الراية في شمال البلاد."
    #expect(actors(text) == ["عناصر من تنظيم الراية"])
  }

  @Test func `what a deed struck is told by its verb, and nobody did that`() {
    let text = "كان تفجير انتحاري استهدف مساء اليوم مسجدا في البلدة أسفر عن مقتل 10 جنود."
    let event = events(text).first
    #expect(event?.actor == [])
    #expect(event?.killed?.best == 10)
  }

  @Test func `who blames a deed did not do it`() {
    let text = "أدانت منظمة حقوقية أمس قصف المتمردين في الشمال مناطق سكنية في مدينة الضفاف."
    #expect(!actors(text).contains("منظمة حقوقية"))
  }

  @Test func `who did another deed did not do this one`() {
    let text = "قصف الجيش مواقع المسلحين ردا على إطلاق نار من قبل متطرفين على الحدود."
    #expect(actors(text) == ["الجيش"])
  }

  @Test func `the pronoun of a deed means whom it was done to`() {
    let text = "قتل ثلاثة مسلحين بعد استهدافهم في حي السوق."
    #expect(actors(text) == [])
  }

  @Test func `an agency that reports a raid did not make it`() {
    let text = "أعلنت وكالة الضفاف للأنباء مداهمة 140 منزلا في المدينة بمشاركة قوات الأمن."
    #expect(!actors(text, .coerce).contains { $0.contains("الضفاف") })
  }

  @Test func `whoever goes free is no actor`() {
    let text = "أعلن الادعاء العام مساء الثلاثاء إخلاء سبيل الرجل."
    let event = events(text).first { $0.type == .retreat }
    #expect(names(event?.recipient ?? [], text) == ["الرجل"])
  }

  @Test func `words spelt like verbs behind numbers, fathers and blessings are none`() {
    #expect(events("قتل 25 طالبا في تفجير في العاصمة.").allSatisfy { $0.type != .request })
    let mosque = "وقع هجوم قرب مسجد علي بن أبي طالب في المدينة."
    #expect(events(mosque).allSatisfy { $0.type != .request })
    #expect(events("قال تعالى: من قتل نفسا بغير نفس فكأنما قتل الناس جميعا.").isEmpty)
  }
}

/// Which of the places named is an event's.
@Suite("Choice of places") struct EventPlaceChoiceTests {
  private func place(_ text: String) -> String? {
    let rules = try? ReadingRules(cues: [], switchedOff: ["confirm"])
    let article = Article(id: "1", published: "2031-05-05", text: text)
    return Reader(rules: rules ?? .standard).read(article).events.first?.place.map {
      String(decoding: Array(text.utf8)[$0.start..<$0.end], as: UTF8.self)
    }
  }

  @Test func `the most exact place near the deed is its place`() {
    #expect(place("قتل 10 أشخاص في تفجير استهدف سوقا في مدينة الموصل شمال العراق.") == "الموصل")
  }

  @Test func `a country that is invaded is among the places to choose from`() throws {
    let text = "شجع ذلك موسكو على غزو أفغانستان بقوات كبيرة."
    let bytes = Array(text.utf8)
    let example = try #require(EventExamples().choices(of: Article(id: "1", text: text)).first)
    let names = example.candidates.compactMap(\.span).map {
      String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
    }
    #expect(names.contains("أفغانستان"))
  }

  @Test func `each example for learning has a right to no place`() throws {
    let text = "قتل 10 أشخاص في تفجير استهدف سوقا في مدينة الموصل شمال العراق."
    let examples = EventExamples().choices(of: Article(id: "1", text: text))
    let example = try #require(examples.first)
    #expect(example.candidates.count { $0.span == nil } == 1)
    #expect(example.candidates.contains { $0.features.contains("inside") })
  }
}
