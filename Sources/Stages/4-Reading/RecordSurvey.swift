import ArabicQuantities
import ArabicWords
import NewsModel

/// The drafts of an article as the choice of records sees them.
struct RecordSurvey {
  /// What tells a draft from others.
  struct Told {
    /// The sorted hashes of the names of who acts and suffers.
    let actors: [UInt64]
    let recipients: [UInt64]
    let place: [UInt8]?
  }

  let told: [Told]
  /// For each type its drafts.
  let ofType: [EventType: [Int]]
  /// For each draft how many of its type stand before it in the article.
  let before: [Int]
  /// For each draft how many others stand in its sentence, and how many of them are of its type.
  let beside: [Int]
  let alikeBeside: [Int]
  /// For each draft what the choice of triggers tells of its word.
  let likelihoods: [TriggerLikelihood?]
  /// For each draft how it stands among those of its type in its sentence, by the choice of triggers.
  let rank: [Rank]

  /// How a draft stands among others.
  enum Rank: Int {
    case alone, best, other
  }
}

extension EventReader {
  func recordSurvey() -> RecordSurvey {
    var ofType: [EventType: [Int]] = [:]
    var before: [Int] = []
    var ofSentence: [Int32: [Int]] = [:]
    for k in drafts.indices {
      before.append(ofType[drafts[k].type]?.count ?? 0)
      ofType[drafts[k].type, default: []].append(k)
      ofSentence[analysis.sentenceOf[drafts[k].at], default: []].append(k)
    }
    let beside = drafts.indices.map { ofSentence[analysis.sentenceOf[drafts[$0].at]] ?? [] }
    let byToken = Dictionary(uniqueKeysWithValues: candidates.map { ($0.at, $0.likelihood) })
    let told = drafts.indices.map { byToken[drafts[$0].at] }
    let likelihoods = drafts.indices.map { told[$0]?[drafts[$0].type] ?? 0 }
    return RecordSurvey(
      told: drafts.map { draft in
        RecordSurvey.Told(
          actors: names(draft.actors), recipients: names(draft.recipients),
          place: draft.place.map { $0.entry.map { Array($0.utf8) } ?? placeName($0) })
      },
      ofType: ofType, before: before, beside: beside.map { $0.count - 1 },
      alikeBeside: drafts.indices.map { k in
        beside[k].count { drafts[$0].type == drafts[k].type } - 1
      },
      likelihoods: told,
      rank: drafts.indices.map { k in
        let alike = beside[k].filter { $0 != k && drafts[$0].type == drafts[k].type }
        if alike.isEmpty { return .alone }
        return alike.allSatisfy { likelihoods[$0] <= likelihoods[k] } ? .best : .other
      })
  }
}

/// How what two drafts of one type tell goes together.
struct Likeness {
  /// How two drafts tell of one thing.
  enum Part: Int {
    case neither, one, same, different

    init<T>(_ a: T?, _ b: T?, _ isSame: (T, T) -> Bool) {
      if let a, let b {
        self = isSame(a, b) ? .same : .different
      } else {
        self = a == nil && b == nil ? .neither : .one
      }
    }

    init<T: Equatable>(_ a: T?, _ b: T?) { self.init(a, b, ==) }

    init(names a: [UInt64], _ b: [UInt64]) {
      self.init(a.isEmpty ? nil : a, b.isEmpty ? nil : b) { a, b in a.contains { b.contains($0) } }
    }

    /// What it speaks for one and the same event.
    var value: Int { self == .same ? 2 : self == .different ? -2 : 0 }
  }

  let actor: Part
  let recipient: Part
  let place: Part
  let date: Part
  let count: Part
  let isSameTrigger: Bool
  let isSameStatus: Bool
  /// Whether the other draft tells of killed.
  let isCounted: Bool

  /// How draft `k` goes with draft `j`.
  static func of(_ k: Int, _ j: Int, _ drafts: [EventDraft], _ survey: RecordSurvey) -> Likeness {
    Likeness(
      actor: Part(names: survey.told[k].actors, survey.told[j].actors),
      recipient: Part(names: survey.told[k].recipients, survey.told[j].recipients),
      place: Part(survey.told[k].place, survey.told[j].place),
      date: Part(drafts[k].date, drafts[j].date),
      count: Part(drafts[k].killed?.best, drafts[j].killed?.best),
      isSameTrigger: drafts[k].trigger.lemma == drafts[j].trigger.lemma,
      isSameStatus: drafts[k].status == drafts[j].status,
      isCounted: drafts[j].killed != nil)
  }

  /// What all of it speaks for one and the same event; at least -10, at most 12.
  var value: Int {
    actor.value + recipient.value + place.value + date.value + count.value
      + (isSameTrigger ? 1 : 0) + (isSameStatus ? 1 : 0)
  }

  static let flagCount = 14

  /// A bit for each way in which both are alike or differ.
  var flags: UInt32 {
    let all = [
      isSameTrigger, actor == .same, recipient == .same, place == .same, count == .same,
      actor == .same && place == .same, actor == .same && recipient == .same,
      recipient == .same && place == .same, date == .same, actor == .different,
      recipient == .different, place == .different, isSameStatus, isCounted,
    ]
    return all.indices.reduce(0) { all[$1] ? $0 | 1 << $1 : $0 }
  }
}
