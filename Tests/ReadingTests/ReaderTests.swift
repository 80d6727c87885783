import ArabicScript
import NewsModel
import Reading
import Testing

@Suite("Reader") struct ReaderTests {
  static let report = """
    وكالة نسيم - وادي السدر: قال المتحدث باسم القوات المحلية سالم الحيدري إن "لواء السدرة" قد يعود إلى المنطقة \
    ما لم یستمر الضغط علیه. وأضاف: «لن ننسحب من القاعدة».
    واعتقلت الشرطة أمس سبعة مسلحين في بلدة الغدير، بحسب مصدر أمني.
    """

  @Test func `reading is the same on any number of threads`() async {
    let reader = Reader()
    let article = Article(id: "a", published: "2025-03-04", text: Self.report)
    let expected = reader.read(article).json(text: article.text, explained: true)
    await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<16 {
        group.addTask { reader.read(article).json(text: article.text, explained: true) }
      }
      for await json in group { #expect(json == expected) }
    }
  }

  @Test func `every span is a piece of the text on letter borders`() {
    let sample = ReadingSample(Self.report)
    let bytes = Array(sample.text.utf8)
    var ranges = sample.reading.statements.flatMap {
      [$0.content, $0.speaker, $0.cue].compactMap { $0 }
    }
    ranges += sample.reading.outlooks.flatMap {
      [$0.outcome, $0.marker, $0.condition].compactMap { $0 }
    }
    ranges += sample.reading.events.flatMap { [$0.trigger] + $0.actor + $0.recipient }
    #expect(ranges.count >= 9)
    for range in ranges {
      #expect(range.end <= bytes.count)
      #expect(String(validating: bytes[range.start..<range.end], as: UTF8.self) != nil)
    }
  }

  @Test func `credit and dateline stand at the head`() {
    let sample = ReadingSample(Self.report)
    #expect(sample.reading.credit?.name == "وكالة نسيم")
  }

  @Test func `a text in another language gives a note and no records`() {
    let sample = ReadingSample(
      "The spokesman said that the road was closed. He added that it would open soon.")
    #expect(sample.reading.language != "ar")
    #expect(sample.reading.statements.isEmpty && sample.reading.events.isEmpty)
    #expect(sample.reading.notes.count == 1)
  }

  @Test func `a user's cue is read and a rule can be switched off`() throws {
    let text = "همهم سالم الحيدري أن الطريق مغلق."
    #expect(ReadingSample(text).reading.statements.isEmpty)
    let cue = "همهم\tهمهم\tمهمهم\t-\t-\tsay\tthat\t"
    let added = try ReadingRules(cues: [("mine.tsv", cue)])
    #expect(ReadingSample(text, rules: added).reading.statements.count == 1)
    let off = try ReadingRules(cues: [("mine.tsv", cue)], switchedOff: ["past:همهم"])
    #expect(ReadingSample(text, rules: off).reading.statements.isEmpty)
  }

  @Test func `a wrong line in a user's cue file is named`() {
    #expect(throws: ReadingRulesError(file: "mine.tsv", line: 2, fault: "'shout' is no stance")) {
      try ReadingRules(cues: [("mine.tsv", "# mine\nهمهم\tهمهم\t-\t-\t-\tshout\tthat")])
    }
  }

  @Test func `the title at the head of the text is marked`() {
    let sample = ReadingSample(
      "الحيدري: قال المتحدث إن الطريق مغلق\nقال سالم الحيدري إن الجسر دمر.",
      title: "الحيدري: قال المتحدث إن الطريق مغلق")
    #expect(sample.reading.titleAt?.start == 0)
    #expect(sample.reading.statements.contains { $0.inTitle })
    #expect(sample.reading.statements.contains { !$0.inTitle })
  }

  @Test func `numbers and times are read with their values`() {
    let sample = ReadingSample("احتجزت الشرطة أكثر من عشرة آلاف عنصر أمس.", published: "2025-03-04")
    #expect(sample.reading.quantities.map(\.value) == [10_000])
    #expect(sample.reading.times.map(\.value) == ["2025-03-03"])
  }
}
