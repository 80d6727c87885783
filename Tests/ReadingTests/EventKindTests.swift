import ArabicScript
import NewsModel
import Testing

@testable import Reading

/// Types, modes, contexts, counts and confidence of events, in invented texts.
@Suite("Kinds of events") struct EventKindTests {
  private func events(_ text: String, rules: ReadingRules = .standard) -> [Event] {
    Reader(rules: rules).read(Article(id: "1", published: "2025-03-04", text: text)).events
  }

  /// Type and mode of each event.
  private func kinds(_ text: String) -> [String] {
    events(text).map { [$0.type.rawValue, $0.mode].compactMap { $0 }.joined(separator: "/") }
  }

  @Test(arguments: [
    ("أبدى الوفد استعداده للتفاوض مع الحكومة.", "AGREE"),
    ("رضخت الحكومة لمطالب الأحزاب المعارضة.", "CONCEDE"),
    ("سلم عشرات المسلحين أسلحتهم للجيش.", "RETREAT/disarm"),
    ("أغلقت الحكومة السورية سفارتها في العاصمة المجاورة.", "SANCTION/discontinue"),
    ("فتحت النيابة العامة تحقيقا في مقتل ناشط.", "ACCUSE/investigate"),
    ("بدأ عمال الميناء إضرابا عن الطعام احتجاجا على القرار.", "PROTEST/hunger"),
    ("سحبت الحكومة التركية سفيرها من العاصمة.", "SANCTION/withdraw"),
    ("طالبت المعارضة الحكومة باستقالة رئيس الوزراء.", "REQUEST/change"),
    ("رفضت الحركة المسلحة التفاوض مع الحكومة.", "REJECT/meet"),
    ("لوحت الحكومة الإيرانية بفرض قيود على التجار.", "THREATEN/restrict"),
  ])
  func `a word has its type, and its mode by what stands behind`(text: String, kind: String) {
    #expect(kinds(text).contains(kind))
  }

  @Test func `what is demanded, refused or threatened is no event of its own`() {
    #expect(!kinds("رفضت الحكومة السورية رفع الحصار عن البلدة.").contains("CONCEDE"))
    #expect(kinds("هدد التنظيم الحكومة بقصف العاصمة.").allSatisfy { $0.hasPrefix("THREATEN") })
  }

  @Test func `an announced boycott is a threat, a truce that is declared a concession`() {
    #expect(
      kinds("قال قادة الأحزاب إنهم سيقاطعون الاتصالات مع الحكومة التركية.").contains("THREATEN"))
    #expect(kinds("أعلنت الحركة هدنة مع الجيش مدتها يومان.").contains("CONCEDE"))
  }

  @Test func `one who holds an office is the subject, where nobody can do it to him`() {
    let bytes = "ألغى الرئيس زيارته إلى العاصمة التركية."
    let event = events(bytes).first { $0.type == .reject }
    #expect(event?.actor.count == 1)
    #expect(event?.recipient.isEmpty == true)
  }

  @Test func `contexts are told by the words of the clause`() {
    let event = events("قصف الجيش مواقع الإرهابيين قرب حقل نفط شرق البلدة.").first
    #expect(event?.context == ["military", "natural_resource", "terrorism"])
  }

  @Test func `a meeting that is told with a pronoun has both sides`() {
    let text =
      "بعد زيارة قيادة القوات المشتركة ولقائها محمد الهاشمي، قائد قوات الضفاف، في قاعدة شمال شرقي البلاد."
    let meeting = events(text).first { $0.type == .consult }
    #expect(meeting?.actor.count == 2)
    #expect(meeting?.place != nil)
  }

  @Test func `those whom a meeting is about are not at it`() {
    let text = "ناقش الوزيران في الاجتماع زيادة عدد العمليات ضد الإرهابيين."
    for meeting in events(text) where meeting.type == .consult {
      let bytes = Array(text.utf8)
      let names = meeting.actor.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
      #expect(!names.contains("الإرهابيين"))
    }
  }

  @Test func `a camp of captives and an area under control are no deeds`() {
    #expect(events("زار الوفد مراكز الاحتجاز في المدينة.").allSatisfy { $0.type != .assault })
  }

  @Test func `a count names who says so, and another's stands beside it`() {
    let all = events(
      """
      قال المتحدث باسم الجيش إن 12 شخصا قتلوا في هجوم شنه مسلحون على سوق في مدينة تعز أمس.

      وقالت وزارة الصحة إن 20 شخصا قتلوا في الهجوم الذي شنه مسلحون على سوق في مدينة تعز.

      وكانت القوات قد انتشرت في شوارع المدينة بعد أيام من التوتر بين الجانبين، وأقامت نقاط تفتيش عند \
      مداخلها، فيما دعا وجهاء السكان إلى ضبط النفس، وطالبوا السلطات بفتح الطرق أمام سيارات الإسعاف.
      """)
    let attack = all.first { $0.killed != nil }
    #expect(attack?.killed?.best == 12)
    #expect(attack?.killed?.saidBy != nil)
    let claims = all.compactMap(\.killed).map(\.best) + all.flatMap(\.otherKilled).map(\.best)
    #expect(claims.contains(20))
  }

  @Test func `in one passage the model leaves out what coders would not take for an event`() throws
  {
    let text = "كان يحلم بأن يكتب عن الحرب والقتل والذبح في بلاده."
    let all = try ReadingRules(cues: [], switchedOff: ["confirm"])
    #expect(events(text).count <= events(text, rules: all).count)
    #expect(events(text).allSatisfy { ($0.confidence ?? 1) > 0 })
  }

  @Test func `confidence is the logistic of the sum of weights`() {
    let model = EventConfidence(
      DataFile(name: "w", text: "threshold ASSAULT\t0.3\nbias\t-1\nplace A\t2\n"))
    #expect(abs(model.value(["place A", "unknown"]) - 0.7310585786) < 1e-6)
    #expect(abs(model.value([]) - 0.2689414214) < 1e-6)
    #expect(model.threshold(.assault) == 0.3)
    #expect(model.threshold(.consult) == nil)
  }

  @Test func `an event of an article is kept where the sum of weights reaches the threshold`() {
    let triggers = EventLexicon.standard.triggers
    let model = RecordChoice(
      triggers,
      DataFile(
        name: "w", text: "threshold\t0.2\nbias\t-1\nstatus 0\t2\nlemma \(triggers[0].lemma)\t0.5\n")
    )
    let form = EventForm(
      trigger: 0, kind: .past, hasPronoun: false, isPlural: false, isFeminine: false,
      isFirstPerson: false, mayBePassive: false)
    var sum = model.sum(of: form)
    #expect(abs(sum.probability - 0.3775406688) < 1e-6)
    sum.add(.status, 0)
    #expect(abs(sum.probability - 0.8175744762) < 1e-6)
    #expect(model.threshold == 0.2)
  }

  @Test func `each event of an article tells how sure the reader is, and explains it if asked`()
    throws
  {
    let paragraph = """
      هاجم مسلحون نقطة تفتيش في بلدة الضفاف أمس الأحد فقتلوا ثلاثة جنود، وقال متحدث باسم الجيش إن القوات ردت على \
      المهاجمين وأجبرتهم على الفرار نحو التلال القريبة من البلدة، وإن المنطقة هادئة الآن.
      """
    let text = Array(repeating: paragraph, count: 5).joined(separator: "\n")
    let article = Article(id: "1", published: "2031-05-05", text: text)
    let strict = Reader(explains: true).read(article).events
    let all = Reader(rules: try ReadingRules(cues: [], switchedOff: ["confirm"])).read(article)
      .events
    #expect(!strict.isEmpty)
    #expect(strict.count <= all.count)
    #expect(strict.allSatisfy { $0.confidence ?? 0 >= 0.25 && !$0.features.isEmpty })
    #expect(all.allSatisfy { $0.confidence != nil && $0.features.isEmpty })
  }
}
