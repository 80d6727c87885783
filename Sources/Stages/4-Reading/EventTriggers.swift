import ArabicScript
import ArabicWords
import NewsModel

// Words that tell of events by what labelled articles tell of them, beside the rules of the lexicon.

/// A word that may tell of an event.
struct TriggerCandidate: Sendable {
  let at: Int
  /// The probabilities of the types and, behind them, of none.
  let probabilities: [Double]

  /// The probability of a type.
  subscript(type: EventType) -> Double {
    probabilities[EventType.allCases.firstIndex(of: type) ?? 0]
  }

  /// The probability that it tells of no event.
  var none: Double { probabilities[EventType.allCases.count] }

  /// The greatest probability of another type.
  func other(than type: EventType) -> Double {
    zip(EventType.allCases, probabilities).reduce(0) { $1.0 == type ? $0 : max($0, $1.1) }
  }
}

/// What the features of triggers ask of an article beside its words.
struct TriggerSurvey: Sendable {
  let pieces: TriggerPieces
  /// For each token 1 where somebody says it, 2 where it is a cue, else 0.
  let stated: [UInt8]
  /// For each token how many before it have its stem.
  let repeated: [Int]
}

extension EventReader {
  func triggerSurvey() -> TriggerSurvey {
    let pieces = TriggerPieces(analysis.text, firsts: analysis.firsts)
    var stated = [UInt8](repeating: 0, count: analysis.count)
    for statement in statements {
      for i in statement.content { stated[i] = 1 }
    }
    for statement in statements {
      for i in statement.cue ?? 0..<0 { stated[i] = 2 }
    }
    var counts: [UInt64: Int] = [:]
    let repeated = pieces.hashes.map { stem in
      counts[stem, default: -1] += 1
      return counts[stem] ?? 0
    }
    return TriggerSurvey(pieces: pieces, stated: stated, repeated: repeated)
  }

  /// The words that may tell of events, in the order of the text.
  func triggerCandidates() -> [TriggerCandidate] {
    let choice = scene.lexicon.triggerChoice
    let survey = triggerSurvey()
    return (0..<analysis.count).compactMap { i in
      guard analysis.text.tokens[i].kind == .word, choice.knows(stem: survey.pieces.hashes[i])
      else { return nil }
      var sum = TriggerChoice.Sum(choice, survey.pieces)
      addWord(i, survey, &sum)
      return TriggerCandidate(at: i, probabilities: sum.probabilities)
    }
  }

  /// Adds what the word at token `i` has for telling of an event.
  func addWord(_ i: Int, _ survey: TriggerSurvey, _ sink: inout some TriggerSink) {
    let sentence = analysis.sentence(i)
    func stem(_ k: Int) -> TriggerPiece { .stem(sentence.contains(i + k) ? i + k : -1) }
    func sort(_ k: Int) -> TriggerPiece {
      .number((sentence.contains(i + k) ? self.sort(of: i + k) : .edge).rawValue)
    }
    let attached = TriggerPiece.number(attachment(i))
    sink.add(.word, .word(i))
    sink.add(.stem, .stem(i))
    sink.add(.attached, attached)
    sink.add(.attachedStem, .stem(i), attached)
    for (kind, sortKind, k) in Self.beside {
      sink.add(kind, stem(k))
      sink.add(sortKind, sort(k))
    }
    sink.add(.pairBefore, .stem(i), stem(-1))
    sink.add(.pairBehind, .stem(i), stem(1))
    sink.add(.sortPairBefore, .stem(i), sort(-1))
    sink.add(.sortPairBehind, .stem(i), sort(1))
    let stated = TriggerPiece.number(Int(survey.stated[i]))
    sink.add(.stated, stated)
    sink.add(.statedStem, .stem(i), stated)
    let number = Int(analysis.sentenceOf[i])
    sink.add(.sentence, .number(min(number, 8)))
    sink.add(.openingStem, .stem(i), .number(number < 2 ? 1 : 0))
    sink.add(.repeated, .number(min(survey.repeated[i], 3)))
    sink.add(.repeatedStem, .stem(i), .number(min(survey.repeated[i], 2)))
  }

  /// For each word beside the one at hand the kinds of its stem and of what it is, and how far it stands behind.
  private static let beside: [(TriggerFeatureKind, TriggerFeatureKind, Int)] = [
    (.twoBefore, .sortTwoBefore, -2), (.before, .sortBefore, -1), (.behind, .sortBehind, 1),
    (.twoBehind, .sortTwoBehind, 2), (.threeBehind, .sortThreeBehind, 3),
  ]

  /// What is written before the word's stem: conjunction, preposition, article, the letter of a verb's person.
  private func attachment(_ i: Int) -> Int {
    let conjunction = scene.hasConjunction(i) ? 1 : 0
    if scene.isVerb(i) {
      let letters = [0x64A, 0x62A, 0x646, 0x633]  // ي ت ن س
      let first = analysis.text.letter(i, conjunction)
      return 20 + conjunction * 5 + (letters.firstIndex { $0 == first } ?? 4)
    }
    let prefix: Int =
      switch scene.prefix(i) {
      case .none: 0
      case .b: 1
      case .l: 2
      case .k: 3
      }
    return conjunction * 10 + prefix * 2 + (scene.hasArticle(i) ? 1 : 0)
  }

  /// Adds an event for each word that tells of one as the model sees it, where the rules found none of its type.
  ///
  /// - Returns: The indices of what is added, behind all other drafts.
  mutating func addLearnt() -> Range<Int> {
    guard scene.mayTellEvents else { return 0..<0 }
    candidates = triggerCandidates()
    let ruled = drafts
    var types: [Int: [EventType]] = [:]
    for draft in ruled { types[draft.at, default: []].append(draft.type) }
    var learnt: [EventDraft] = []
    // Arguments are sought with the drafts before the word at hand.
    drafts = []
    for candidate in candidates {
      while drafts.count < ruled.count, ruled[drafts.count].at < candidate.at {
        drafts.append(ruled[drafts.count])
      }
      for (type, probability) in zip(EventType.allCases, candidate.probabilities)
      where probability >= Self.leastLikely && types[candidate.at]?.contains(type) != true {
        if let draft = learntDraft(at: candidate.at, type) { learnt.append(draft) }
      }
    }
    drafts = ruled + learnt
    let added = ruled.count..<drafts.count
    for index in added { fillCircumstances(index) }
    ruledPlaces += drafts[added].map(\.place)
    return added
  }

  /// The probability from which on a word is a candidate for an event of a type.
  private static let leastLikely = 0.08

  /// What a word tells of as an event of a type; `nil` if it is a figure of speech or part of a prayer or verse.
  private func learntDraft(at i: Int, _ type: EventType) -> EventDraft? {
    let entry = scene.tokens[i].entry
    let forms = entry < 0 ? [] : scene.lexicon.entries[Int(entry)].forms
    let form =
      forms.first {
        scene.lexicon.triggers[$0.trigger].type == type
          && scene.lexicon.triggers[$0.trigger].frame != .light
      } ?? generalForm(at: i, type)
    let trigger = scene.lexicon.triggers[form.trigger]
    if scene.isFigurative(i, trigger) || isPious(i, form) { return nil }
    var draft = EventDraft(at: i, form: form, trigger: trigger, type: type)
    draft.isLearnt = true
    fillArguments(&draft)
    draft.status = status(of: draft) ?? .actual
    return draft
  }

  /// A form of the type's own trigger, which no line of the lexicon tells.
  private func generalForm(at i: Int, _ type: EventType) -> EventForm {
    let trigger = scene.lexicon.generalTrigger(of: type)
    let conjunction = scene.hasConjunction(i) ? 1 : 0
    let kind: EventForm.Kind
    if !scene.isVerb(i) {
      kind = .noun
    } else {
      switch analysis.text.letter(i, conjunction) {
      case 0x633: kind = .future
      case 0x64A, 0x646: kind = .present
      default: kind = .past
      }
    }
    return EventForm(
      trigger: trigger, kind: kind, hasPronoun: false, isPlural: false,
      isFeminine: kind == .past && analysis.hasEnding(i, "ت"), isFirstPerson: false,
      mayBePassive: false)
  }
}
