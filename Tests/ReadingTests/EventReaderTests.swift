import ArabicScript
import NewsModel
import Testing

@testable import Reading

/// What the reader finds of events in short invented texts.
@Suite("Events") struct EventReaderTests {
  private let reader = Reader()

  private struct Found: Equatable {
    let trigger: String
    let type: EventType
    let actor: [String]
    let recipient: [String]
    let place: String?
    let status: EventStatus
  }

  private func events(_ text: String) -> [Event] {
    reader.read(Article(id: "1", published: "2015-08-06", text: text)).events
  }

  private func found(_ text: String) -> [Found] {
    let bytes = Array(text.utf8)
    func string(_ range: TextRange) -> String {
      String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }
    return events(text).map { event in
      Found(
        trigger: string(event.trigger), type: event.type,
        actor: event.actor.map { string($0) },
        recipient: event.recipient.map { string($0) },
        place: event.place.map { string($0) }, status: event.status)
    }
  }

  @Test func `a verb takes its subject as actor and its object as recipient`() {
    let all = found("قصفت طائرات التحالف مواقع الحوثيين في مدينة تعز.")
    #expect(all.count == 1)
    #expect(all.first?.type == .assault)
    #expect(all.first?.actor == ["طائرات التحالف"])
    #expect(all.first?.recipient == ["مواقع الحوثيين"])
    #expect(all.first?.place == "تعز")
  }

  @Test func `a light verb lends its subject to the noun`() {
    let all = found("شن مسلحون هجوما على مركز شرطة في كركوك.")
    #expect(all.map(\.trigger) == ["هجوما"])
    #expect(all.first?.actor == ["مسلحون"])
    #expect(all.first?.recipient == ["مركز شرطة"])
  }

  @Test func `those killed are joined to the attack`() {
    let all = events("قتل 12 شخصا وأصيب 30 آخرون في تفجير سيارة مفخخة في مدينة بغداد.")
    #expect(all.count == 1)
    #expect(all.first?.killed?.best == 12)
    #expect(all.first?.injured?.best == 30)
    #expect(all.first?.mode == "explosives")
  }

  @Test func `both sides of a clash are actors`() {
    let all = found("اندلعت اشتباكات بين القوات الحكومية والمتمردين في محافظة لحج.")
    #expect(all.count == 1)
    #expect(all.first?.actor == ["القوات الحكومية", "المتمردين"])
    #expect(all.first?.recipient == [])
  }

  @Test func `a negation makes the event negated`() {
    #expect(found("لم تقصف القوات الحكومية المدينة.").map(\.status) == [.negated])
  }

  @Test func `a visit to come is an agreement`() {
    let all = found("قال الوزير إن الرئيس سيزور الولايات المتحدة في سبتمبر.")
    #expect(all.map(\.type) == [.agree])
    #expect(all.map(\.status) == [.future])
  }

  @Test func `a year long past makes the event historical`() {
    #expect(found("غزت القوات الأمريكية العراق في عام 2003.").map(\.status) == [.historical])
  }

  @Test func `a purpose is no event`() {
    #expect(found("اجتمع الضباط من أجل مهاجمة المدينة.").allSatisfy { $0.type != .assault })
  }

  @Test(arguments: [
    "شن المدرب هجوما لاذعا على الصحافة.",
    "سدد اللاعب كرة في مرمى الفريق وخطف هدف الفوز في المباراة.",
    "أصيب ثلاثة أشخاص في حادث تصادم مروري بين حافلة وشاحنة.",
  ])
  func `figures of speech, games and accidents are no events`(text: String) {
    #expect(found(text).isEmpty)
  }

  @Test func `a condemnation is an act of its speaker`() {
    let all = found("أدانت وزارة الخارجية التفجير الذي وقع في مدينة بغداد.")
    #expect(all.contains { $0.type == .accuse && $0.actor == ["وزارة الخارجية"] })
  }

  @Test func `every record names the line that made it`() {
    let all = events("اعتقلت الشرطة خمسة مشتبه بهم.")
    #expect(all.map(\.type) == [.coerce])
    #expect(all.first?.mode == "arrest")
    #expect(all.first?.rule.hasPrefix("اعتقل/past@") == true)
  }

  @Test func `the example of every trigger line is read as its type`() {
    var missed: [String] = []
    for trigger in EventLexicon.standard.triggers
    where trigger.frame != .light && !trigger.isGeneral {
      let types = events(trigger.example + ".").map(\.type)
      if !types.contains(trigger.type) { missed.append("\(trigger.line) \(trigger.example)") }
    }
    #expect(missed.count <= 60, "\(missed.joined(separator: "\n"))")
  }
}

@Suite("Numbers of people in attacks") struct JoinedCountTests {
  @Test(arguments: [
    (
      "قتل سبعة من عناصر تنظيم الراية واثنان من حرس الساحل في اشتباكات فجر الأحد. وقال مصدر إن الوضع هادئ.",
      9
    ),
    ("قتل 27 سجينا وأربعة حراس في تمرد وقع في كانون الثاني 2022.", 31),
    ("أسفر الهجوم عن مقتل ثلاثة جنود وإصابة خمسة آخرين.", 3),
  ])
  func `those who are joined by and are one sum, the wounded apart`(text: String, killed: Int) {
    #expect(ReadingSample(text).reading.events.compactMap { $0.killed?.best }.first == killed)
  }

  @Test func `those who flee are not killed`() {
    let events = ReadingSample(
      "قالت المنظمة إن القتال بين الفصيلين دفع ما يصل إلى 12 ألف شخص إلى النزوح منذ الأحد."
    ).reading.events
    #expect(events.allSatisfy { $0.killed == nil })
  }

  @Test func `what is to come dates nothing that has happened`() {
    let events = ReadingSample(
      """
      قال مصدر أمني إن مجموعة مسلحة هاجمت حاجزا للحرس عند مدخل القرية.
      وأكد الناطق باسم الحرس أن العمليات ستستمر حتى مساء الأربعاء.
      """
    ).reading.events
    #expect(events.filter { $0.type == .assault }.allSatisfy { $0.date == nil })
  }

  @Test func `what a body is for is no deed of it`() {
    let events = ReadingSample("أعلنت مؤسسة النور للوساطة أن الطرفين سيعودان إلى الطاولة.")
      .reading.events
    #expect(!events.contains { $0.type == .consult })
  }
}
