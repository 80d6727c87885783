import ArabicScript
import NewsModel
import Reading
import Testing

/// Words that are spelt like deeds, and deaths told in so many words; people, bodies and incidents are invented.
@Suite("Look-alikes of events, and tolls") struct EventLookAlikeTests {
  /// All events that are found, whether or not the model of confidence takes them, as type and trigger.
  private func found(_ text: String) throws -> [String] {
    let sample = ReadingSample(
      text, rules: try ReadingRules(cues: [], switchedOff: ["confirm"]))
    return sample.reading.events.map {
      "\($0.type.rawValue) \(sample.cut($0.trigger.start, $0.trigger.end))"
    }
  }

  @Test(
    arguments: [
      ("مرت القافلة أمس قرب نقطة تفتيش أمنية عند مدخل المدينة.", "تفتيش"),
      ("من المستبعد أن تتخلى الدولة عن قمة جبل السدرة.", "قمة"),
      ("قالت الشبكة في بيان صادر عنها اليوم إن الوضع صعب.", "صادر"),
      ("وأكد أن الجيش سيتسلم خلال أسابيع مسيّرات جديدة اشترتها الحكومة.", "مسيّرات"),
      ("وقال سكان في حي الانتصار إن المياه مقطوعة.", "الانتصار"),
      ("وكان الجانبان قد اتفقا على وقف إطلاق النار في أكتوبر.", "وقف"),
    ])
  func `is no event`(text: String, word: String) throws {
    #expect(try !found(text).contains { $0.hasSuffix(" " + word) })
  }

  @Test func `a truce that is declared stays one`() throws {
    #expect(
      try found("أعلنت الجماعة وقف إطلاق النار من جانب واحد.").contains { $0.hasSuffix("وقف") })
  }

  @Test func `a visit that is to come is an agreement`() throws {
    let told = try found(
      "قتل جندي في هجوم على نقطة للجيش. وسيؤدي وزير الخارجية غدا الخميس زيارة إلى تونس.")
    #expect(told.contains("AGREE زيارة"))
    #expect(!told.contains("CONSULT زيارة"))
  }

  @Test func `the adjective of a quarter is not its name`() throws {
    let sample = ReadingSample(
      "سقطت قذيفة أطلقها المتمردون على حي سكني في المدينة فقتل طفلان.",
      rules: try ReadingRules(cues: [], switchedOff: ["confirm"]))
    let places = sample.reading.events.compactMap(\.place).map { sample.cut($0.start, $0.end) }
    #expect(!places.contains("سكني"))
  }

  @Test(
    arguments: [
      ("وفي أكتوبر أودى تفجير شاحنة مفخخة في المدينة بحياة أكثر من 500 شخص.", 500),
      ("واستهدف قصف مدفعي للقوات مدرسة في البلدة، مخلفا قتيلتين هما معلمة وتلميذتها.", 2),
      ("اغتال مسلحان ملثمان الناشط سالم محسن أمام منزله في المدينة.", 1),
    ])
  func `tolls`(text: String, killed: Int) throws {
    let sample = ReadingSample(
      text, rules: try ReadingRules(cues: [], switchedOff: ["confirm"]))
    #expect(sample.reading.events.compactMap { $0.killed?.best }.first == killed)
  }
}
