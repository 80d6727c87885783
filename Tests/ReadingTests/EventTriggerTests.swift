import ArabicScript
import NewsModel
import Testing

@testable import Reading

/// Events by words that labelled articles tell of, beside the rules; with weights made for the tests.
///
/// All sentences and names are invented.
@Suite("Learnt triggers of events") struct EventTriggerTests {
  /// Weights by which words of the stems tell of a type, however they stand.
  private func weights(_ type: String, of stems: some Sequence<String>) -> DataFile {
    DataFile(
      name: "weights",
      text: "bias\t-\t-\tnone 3\n" + stems.map { "stem\t\($0)\t-\t\(type) 6\n" }.joined())
  }

  /// An article long enough to be no single passage, with one sentence about others.
  private func article(_ sentence: String) -> Article {
    let rest = String(
      repeating: "وقصفت قوات الضفاف مواقع كتائب النخيل في الموصل أمس، وأصيب ثلاثة مدنيين هناك. ",
      count: 10)
    return Article(id: "1", published: "2031-05-05", text: sentence + " " + rest)
  }

  private func examples(_ sentence: String, _ file: DataFile) -> [ChoiceExample] {
    EventExamples(triggerWeights: file).choices(of: article(sentence))
  }

  @Test func `a word in no line of the lexicon tells of an event if labelled articles say so`() {
    let sentence = "شيّدت قوات الضفاف جسرا للنازحين في الموصل."
    let file = weights("AID", of: ["شيد"])
    let found = examples(sentence, file).filter { $0.choice == "record" && $0.type == .aid }
    #expect(found.map(\.trigger) == [TextRange(0, 10)])
    #expect(examples(sentence, weights("AID", of: ["غيره"])).allSatisfy { $0.type != .aid })
  }

  @Test func `an event that the rules find is not told twice`() {
    let all = examples("قصفت قوات الضفاف البلدة.", weights("ASSAULT", of: ["قصفت"])).filter {
      $0.choice == "record" && $0.trigger.start == 0
    }
    #expect(all.count == 1)
  }

  @Test func `what the choice says of a word sums up to one`() throws {
    let events = EventExamples(triggerWeights: weights("PROTEST", of: ["هتف"]))
    let example = try #require(
      events.triggers(of: article("هتف الناس في الموصل."), stems: ["هتف"]).first)
    #expect(example.candidates[0].features.contains("stem\tهتف\t-"))
    #expect(example.candidates[0].features.contains("behind\tناس\t-"))
    var vocabulary = PieceVocabulary()
    let choice = TriggerChoice(weights("PROTEST", of: ["هتف"]), &vocabulary)
    #expect(choice.knows(stem: vocabulary.number(of: "هتف")))
    #expect(!choice.knows(stem: vocabulary.number(of: "سكت")))
  }

  @Test(arguments: EventType.allCases)
  func `whatever word tells of an event, its parties are sought without a fault`(type: EventType) {
    let text =
      "أعلن القائد رافد سالم، المتحدث باسم قوات الضفاف: «لن ننسحب من الموصل». وقال إن «كتائب النخيل» قصفت البلدة! "
      + "متهما المتمردين بشن الهجوم... وأضاف أن 12 مدنيا قتلوا، بينهم 3 أطفال، في تل العوسج؛ ثم عاد.\n"
    let long = String(repeating: text, count: 4)
    let article = Article(id: "1", published: "2031-05-05", text: long)
    let stems = Set(EventExamples().stems(of: article).map(\.stem)).filter { !$0.isEmpty }
    let events = EventExamples(triggerWeights: weights(type.rawValue, of: stems.sorted()))
    let records = events.choices(of: article).filter { $0.choice == "record" }
    #expect(records.count > 60)
    #expect(records.allSatisfy { $0.trigger.end <= long.utf8.count })
  }
}
