import ArabicScript
import ArabicWords
import NewsModel

// Words that tell of events by what labelled articles tell of them, beside the rules of the lexicon.

/// A word that may tell of an event.
struct TriggerCandidate: Sendable {
  let at: Int
  let likelihood: TriggerLikelihood
}

/// What the features of triggers ask of an article beside its words.
struct TriggerSurvey: Sendable {
  let pieces: TextPieces
  /// For each token 1 where somebody says it, 2 where it is a cue, else 0.
  let stated: [UInt8]
  /// For each token whose stem has a weight how many before it have the same, at most 3.
  let repeated: [UInt8]
}

extension EventReader {
  func triggerSurvey() -> TriggerSurvey {
    var stated = [UInt8](repeating: 0, count: analysis.count)
    for statement in statements {
      for i in statement.content { stated[i] = 1 }
    }
    for statement in statements {
      for i in statement.cue ?? 0..<0 { stated[i] = 2 }
    }
    var counts = [UInt8](repeating: 0, count: scene.lexicon.vocabulary.count)
    let repeated = pieces.stemNumbers.map { stem in
      guard stem >= 0 else { return UInt8(0) }
      let count = counts[Int(stem)]
      counts[Int(stem)] = min(count + 1, 3)
      return count
    }
    return TriggerSurvey(pieces: pieces, stated: stated, repeated: repeated)
  }

  /// The words that may tell of events, in the order of the text.
  func triggerCandidates() -> [TriggerCandidate] {
    let choice = scene.lexicon.triggerChoice
    let survey = triggerSurvey()
    var sum = TriggerChoice.Sum(choice, survey.pieces)
    return (0..<analysis.count).compactMap { i in
      guard choice.knows(stem: survey.pieces.stemNumbers[i]),
        analysis.text.tokens[i].kind == .word
      else { return nil }
      addWord(i, survey, &sum)
      return TriggerCandidate(at: i, likelihood: sum.likelihood())
    }
  }

  /// Adds what the word at token `i` has for telling of an event.
  func addWord(_ i: Int, _ survey: TriggerSurvey, _ sink: inout some PieceSink<TriggerFeatureKind>)
  {
    let sentence = analysis.sentence(i)
    func stem(_ k: Int) -> TextPiece { .stem(sentence.contains(i + k) ? i + k : -1) }
    func sort(_ k: Int) -> TextPiece {
      .number((sentence.contains(i + k) ? self.sort(of: i + k) : .edge).rawValue)
    }
    let attached = TextPiece.number(attachment(i))
    let (sortBefore, sortBehind) = (sort(-1), sort(1))
    sink.add(.word, .word(i))
    sink.add(.stem, .stem(i))
    sink.add(.attached, attached)
    sink.add(.attachedStem, .stem(i), attached)
    sink.add(.twoBefore, stem(-2))
    sink.add(.sortTwoBefore, sort(-2))
    sink.add(.before, stem(-1))
    sink.add(.sortBefore, sortBefore)
    sink.add(.behind, stem(1))
    sink.add(.sortBehind, sortBehind)
    sink.add(.twoBehind, stem(2))
    sink.add(.sortTwoBehind, sort(2))
    sink.add(.threeBehind, stem(3))
    sink.add(.sortThreeBehind, sort(3))
    sink.add(.pairBefore, .stem(i), stem(-1))
    sink.add(.pairBehind, .stem(i), stem(1))
    sink.add(.sortPairBefore, .stem(i), sortBefore)
    sink.add(.sortPairBehind, .stem(i), sortBehind)
    let stated = TextPiece.number(Int(survey.stated[i]))
    sink.add(.stated, stated)
    sink.add(.statedStem, .stem(i), stated)
    let number = Int(analysis.sentenceOf[i])
    sink.add(.sentence, .number(min(number, 8)))
    sink.add(.openingStem, .stem(i), .number(number < 2 ? 1 : 0))
    sink.add(.repeated, .number(Int(survey.repeated[i])))
    sink.add(.repeatedStem, .stem(i), .number(min(Int(survey.repeated[i]), 2)))
  }

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
    let allTypes = EventType.allCases
    var learnt: [EventDraft] = []
    // Arguments are sought with the drafts before the word at hand.
    drafts = []
    for candidate in candidates {
      while drafts.count < ruled.count, ruled[drafts.count].at < candidate.at {
        drafts.append(ruled[drafts.count])
      }
      for (k, type) in allTypes.enumerated()
      where candidate.likelihood.types[k] >= Self.leastLikely
        && types[candidate.at]?.contains(type) != true
      {
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
    if scene.isFigurative(i, trigger) || isPious(i, form) || isAbility(i) { return nil }
    var draft = EventDraft(at: i, form: form, trigger: trigger, type: type)
    draft.isLearnt = true
    fillArguments(&draft)
    draft.status = status(of: draft) ?? .actual
    // A meeting that is to come is an agreement to meet.
    if draft.type == .consult, draft.status == .future { draft.type = .agree }
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
