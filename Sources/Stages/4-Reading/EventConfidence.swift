import ArabicScript
import ArabicWords
import NewsModel

/// How sure the reader is that coders would take a candidate in a text of one passage for an event of its type.
///
/// A logistic regression over the features that `EventReader.features(of:)` names. Weights stand in
/// `Data/reading/event-weights.tsv`, learnt by `Training/events/train.py`; the file's head is the
/// model's card.
struct EventConfidence: Sendable {
  private let table: WordTable
  private let weights: [Double]
  private let bias: Double
  private let thresholds: [EventType: Double]

  init(_ file: DataFile = DataFile("reading/event-weights.tsv")) {
    var words: [(spelling: [UInt8], value: Int32)] = []
    var weights: [Double] = []
    var bias = 0.0
    var thresholds: [EventType: Double] = [:]
    for row in file.rows {
      guard let value = Double(row[1]) else { continue }
      if row[0] == "bias" {
        bias = value
      } else if row[0].hasPrefix("threshold ") {
        EventType(rawValue: String(row[0].dropFirst(10))).map { thresholds[$0] = value }
      } else {
        words.append((Array(row[0].utf8), Int32(weights.count)))
        weights.append(value)
      }
    }
    table = WordTable(words)
    self.weights = weights
    self.bias = bias
    self.thresholds = thresholds
  }

  /// The confidence below which a candidate is left out; `nil` for types that the model does not judge.
  func threshold(_ type: EventType) -> Double? { thresholds[type] }

  /// Whether the model judges a mode; that of a strike, hunger strike or blocked road is named by
  /// words so plain, and in the data so rare, that it is not asked.
  static func judges(_ mode: String?) -> Bool {
    !["hunger", "strike", "obstruct"].contains(mode ?? "")
  }

  /// The probability of a candidate with these features.
  func value(_ features: [String]) -> Double {
    var sum = bias
    for feature in features {
      let index = table.value(Array(feature.utf8))
      if index >= 0 { sum += weights[Int(index)] }
    }
    return EventConfidence.logistic(sum)
  }

  /// 1 / (1 + e^-x).
  static func logistic(_ x: Double) -> Double { 1 / (1 + exponential(-x)) }

  /// e^x for x of at most 30 by amount, the nearest of these beyond; by halving x until the series converges fast.
  static func exponential(_ x: Double) -> Double {
    let bounded = min(max(x, -30), 30) / 1024
    var power = 1 + bounded * (1 + bounded / 2 * (1 + bounded / 3 * (1 + bounded / 4)))
    for _ in 0..<10 { power *= power }
    return power
  }
}

extension EventReader {
  /// Whether the text is one passage, a sentence or a headline, which has nothing beside it that tells of the event again.
  var isPassage: Bool { analysis.count <= 100 && analysis.sentences.count == 1 }

  /// The probability from which on an event of a passage counts whatever the model of passages says.
  private static let beyondDoubt = 0.85

  /// The records of the drafts of which the models are sure enough.
  ///
  /// - Parameter ruled: The drafts with the parties that the rules take, which the model of passages was learnt with.
  /// - Returns: The records, in the order of the drafts.
  func confirmed(by ruled: [EventDraft]) -> [Event] {
    let found = isPassage ? confirmedInPassage(by: ruled) : confirmedInArticle()
    return toldOnce(likeliest(found)).map(\.event)
  }

  private func confirmedInPassage(by ruled: [EventDraft]) -> [ToldEvent] {
    let survey = recordSurvey()
    let ruled = Dictionary(ruled.map { ($0.at, $0) }) { first, _ in first }
    return drafts.indices.compactMap { k in
      let draft = drafts[k]
      let model = scene.lexicon.confidence
      guard !draft.isLearnt, let ruled = ruled[draft.at] else {
        // Of the types that the model of passages judges, it knows what the rules find only.
        return model.threshold(draft.type) == nil
          ? confirmed(k, survey).map { ToldEvent(draft: k, event: $0) } : nil
      }
      guard let threshold = model.threshold(draft.type) else {
        return ToldEvent(draft: k, event: record(draft, nil, []))
      }
      let features = features(of: ruled)
      let confidence = model.value(features)
      if isStrict, confidence < threshold, EventConfidence.judges(draft.trigger.mode) {
        // As an article of its own the sentence may leave no doubt.
        var sum = scene.lexicon.recordChoice.sum(of: draft.form)
        addRecord(k, survey, &sum)
        if sum.probability < Self.beyondDoubt { return nil }
      }
      return ToldEvent(draft: k, event: record(draft, confidence, features))
    }
  }

  /// The records of the drafts that the model takes for events of their own, told for the first time.
  private func confirmedInArticle() -> [ToldEvent] {
    let survey = recordSurvey()
    return drafts.indices.compactMap { k in
      confirmed(k, survey).map { ToldEvent(draft: k, event: $0) }
    }
  }

  /// The record of draft `k` if the model takes it for an event of its own; what the rules find is kept without the model.
  private func confirmed(_ k: Int, _ survey: RecordSurvey) -> Event? {
    let model = scene.lexicon.recordChoice
    var sum = model.sum(of: drafts[k].form)
    addRecord(k, survey, &sum)
    let confidence = sum.probability
    if isStrict || drafts[k].isLearnt, confidence < model.threshold { return nil }
    return record(drafts[k], confidence, explains ? recordFeatures(k, survey) : [])
  }

  /// What a candidate's confidence rests on, by name: its type and trigger, its arguments and
  /// circumstances, and the words around it.
  func features(of draft: EventDraft) -> [String] {
    let type = draft.type == .assault ? "A" : draft.type == .protest ? "P" : "O"
    var names = [
      "type \(type)", "trigger \(draft.trigger.lemma)",
      "trigger \(draft.trigger.lemma) \(draft.form.kind.rawValue)",
      "frame \(draft.trigger.frame.weighed.rawValue)",
      "form \(type) \(draft.form.kind.rawValue)", "status \(type) \(draft.status.rawValue)",
    ]
    let facts: [(String, Bool)] = [
      ("actor", !draft.actors.isEmpty), ("recipient", !draft.recipients.isEmpty),
      ("killed", draft.killed != nil), ("injured", draft.injured != nil),
      ("place", (draft.place?.rank ?? -1) >= 1), ("exact place", (draft.place?.rank ?? -1) >= 3),
      ("date", draft.date != nil), ("definite", draft.isDefinite),
      ("stated", draft.statement != nil), ("joined", !draft.joined.isEmpty),
      ("number", draft.recipients.contains { scene.entities[$0].isNumbered }),
      ("armed actor", draft.actors.contains { scene.entities[$0].isArmed }),
      ("armed recipient", draft.recipients.contains { scene.entities[$0].isArmed }),
      ("mode", mode(of: draft) != nil), ("possessed", draft.form.hasPronoun),
    ]
    for (name, holds) in facts where holds {
      names.append("\(name) \(type)")
    }
    names.append("others \(type) \(min(drafts.count { $0.type == draft.type && !$0.isLearnt }, 4))")
    let sentence = analysis.sentence(draft.at)
    names.append("length \(type) \(min(sentence.count / 10, 6))")
    names.append("start \(type) \(min((draft.at - sentence.lowerBound) / 5, 4))")
    names.append("before \(type) \(stem(draft.at - 1, in: sentence))")
    names.append("behind \(type) \(stem(draft.at + 1, in: sentence))")
    var seen: Set<String> = []
    for i in sentence where i != draft.at && abs(i - draft.at) <= 15 {
      guard analysis.text.tokens[i].kind != .punctuation else { continue }
      let word = stem(i, in: sentence)
      if seen.insert(word).inserted { names.append("word \(type) \(word)") }
    }
    return names
  }

  /// The stem of a token as a feature; a mark, a number and the sentence's end by name.
  private func stem(_ i: Int, in sentence: Range<Int>) -> String {
    guard sentence.contains(i) else { return "edge" }
    switch analysis.text.tokens[i].kind {
    case .number: return "number"
    case .punctuation: return "mark"
    default: break
    }
    let key = Array(analysis.text.key(i))
    let skip = scene.hasConjunction(i) && key.count > 6 ? 2 : 0
    let word = Array(key.dropFirst(skip))
    let stem = LightStem.shared.stem(word.span)
    return String(decoding: word[stem.start..<stem.end], as: UTF8.self)
  }
}
