import ArabicQuantities
import ArabicScript
import ArabicWords
import NewsModel
import Testing

@testable import Reading

/// What places, parties and numbers are chosen from, and what words weigh in the choice.
///
/// All sentences and names are invented.
@Suite("Arguments of events") struct EventArgumentTests {
  private func reader(_ text: String) -> EventReader {
    var memory = ReadingMemory()
    let analysis = TextAnalysis(Array(text.utf8), lexicon: .standard, &memory)
    var reader = EventReader(
      analysis, analysis.text.quantities(anchor: nil), statements: [], speakers: [],
      published: nil, isStrict: false, explains: false, &memory)
    reader.find()
    return reader
  }

  private func words(_ reader: EventReader, _ tokens: Range<Int>) -> String {
    let range = reader.analysis.text.range(tokens)
    return String(decoding: reader.analysis.text.utf8[range.start..<range.end], as: UTF8.self)
  }

  @Test func `numbers, duals and single victims are the numbers of people`() {
    let found = reader(
      "قتل 12 شخصا وجرح جنديان في قصف المدينة عام 2015، ثم أعلن عن مقتل مدني في تفجير.")
    #expect(found.countMentions().map(\.count.best) == [12, 2, 1])
  }

  @Test func `numbers of those killed and injured go to the attack that they are told of`() {
    let text = "هاجم مسلحون نقطة تفتيش للجيش فقتلوا خمسة جنود وأصابوا ثمانية آخرين."
    let events = Reader().read(Article(id: "1", published: "2031-05-05", text: text)).events
    let attack = events.first { $0.type == .assault }
    #expect(attack?.killed?.best == 5)
  }

  @Test(arguments: [
    ("ألقت بغداد القبض على عشرة مسلحين بعد الهجوم.", "بغداد"),
    ("أعلن الجيش سقوط الموصل بعد معارك.", "الموصل"),
    ("نفذ مسلحون هجوما في تلزرقان أمس.", "تلزرقان"),
  ])
  func `names that the rules take for no place may be one`(text: String, place: String) {
    let found = reader(text)
    #expect(found.namedPlaces.contains { words(found, $0.tokens) == place && !$0.isByRule })
  }

  @Test func `a known word behind a preposition is no guessed place`() {
    let found = reader("قتل ثلاثة جنود في هجوم على الحاجز.")
    #expect(!found.namedPlaces.contains { $0.entry == nil && !$0.isByRule })
  }

  @Test func `what words weigh is the sum of the weights of their names`() {
    let found = reader("قصفت قوات الضفاف مواقع المتمردين في حلب.")
    var weights: [String: [String: Double]] = [:]
    for row in DataFile("reading/event-argument-words.tsv").rows {
      let fields = row[3].split(separator: " ").map(String.init)
      var lanes: [String: Double] = [:]
      for k in stride(from: 0, to: fields.count - 1, by: 2) {
        lanes[fields[k]] = Double(fields[k + 1])
      }
      weights["\(row[0])\t\(row[1])\t\(row[2])"] = lanes
    }
    var (names, sum) = (
      PieceNames<ArgumentWordKind>(found.pieces),
      ArgumentWords.Sum(found.scene.lexicon.argumentWords, found.pieces)
    )
    found.addWords(0, 0, &names)
    found.addWords(0, 0, &sum)
    #expect(!names.names.isEmpty)
    let total = sum.total()
    for lane in ArgumentLane.allCases {
      let expected = names.names.compactMap { weights[$0]?["\(lane)"] }.reduce(0, +)
      #expect(abs(total[lane] - expected) < 0.001)
    }
  }

  @Test func `features are found by the numbers of their pieces, and others not`() {
    var vocabulary = PieceVocabulary()
    var kept: [String] = []
    let file = DataFile(
      name: "weights",
      text: "bias\t-\t-\tnone 1\nstem\tقصف\t-\tASSAULT 2\npairBehind\tقصف\tمدينة\tAID 3\n")
    let rows = PieceRows(file, TriggerFeatureKind.self, &vocabulary) {
      kept.append(String(decoding: file.bytes[$0], as: UTF8.self))
    }
    #expect(kept == ["ASSAULT 2", "AID 3"])
    let (a, b) = (vocabulary.number(of: "قصف"), vocabulary.number(of: "مدينة"))
    let (single, pair) = (TriggerFeatureKind.stem, TriggerFeatureKind.pairBehind)
    func row(_ kind: TriggerFeatureKind, _ first: Int32, _ second: Int32) -> Int {
      var queue = PieceRows.Queue()
      var found = -1
      rows.add(kind.rawValue, isPair: kind.isPair, first, second, to: &queue)
      rows.take(&queue) { found = $0 }
      return found
    }
    #expect(row(single, a, PieceVocabulary.unknown) == 0)
    #expect(row(pair, a, b) == 1)
    #expect(row(pair, b, a) == -1)
    #expect(row(single, PieceVocabulary.unknown, b) == -1)
    #expect(row(single, vocabulary.add("جديد"), b) == -1)
  }

  @Test func `what is chosen for one attack does not weigh in the choice for another`() {
    let text =
      "قتل 12 شخصا في قصف المدينة، وقتل خمسة جنود في هجوم على الحاجز، ثم أصيب ثمانية في تفجير السوق."
    let found = reader(text)
    let numbers = found.countMentions()
    var (together, apart) = (found, found)
    together.chooseCounts(found.drafts.indices, numbers)
    for k in found.drafts.indices.reversed() {
      var alone = found
      alone.chooseCounts(k..<k + 1, numbers)
      apart.drafts[k] = alone.drafts[k]
    }
    #expect(together.drafts.map(\.killed) == apart.drafts.map(\.killed))
    #expect(together.drafts.map(\.injured) == apart.drafts.map(\.injured))
  }
}
