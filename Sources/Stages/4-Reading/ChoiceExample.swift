public import ArabicScript
import ArabicWords
public import NewsModel

/// An event, or a word that may tell of one, as a choice is learnt from it.
public struct ChoiceExample: Sendable {
  /// One candidate.
  public struct Candidate: Sendable {
    /// The bytes of the name; `nil` for none.
    public let span: TextRange?
    /// The first word of a party, folded and without what is written together with it; of a number its value.
    public let head: String?
    /// Whether the rules take it.
    public let isRuled: Bool
    /// The names of what it has.
    public let features: [String]
  }

  /// What is chosen: `place`, `actor`, `recipient`, `killed`, `injured`, `record`, whether it is an event of its own, or `trigger`, which
  /// type a word tells of.
  public let choice: String
  /// The event's type; `nil` for `trigger`.
  public let type: EventType?
  /// The bytes of the trigger.
  public let trigger: TextRange
  /// The group of events whose weights count.
  public let group: String
  /// None, and those that may be it; the event itself for `record`, the word itself for `trigger`.
  public let candidates: [Candidate]
}

extension EventReader {
  /// The events of the article with what to choose from.
  mutating func choiceExamples() -> [ChoiceExample] {
    find()
    guard scene.mayTellEvents else { return [] }
    var examples: [ChoiceExample] = []
    _ = choose { examples += $0.argumentExamples($1) }
    return examples + recordExamples()
  }

  private func argumentExamples(_ indices: Range<Int>) -> [ChoiceExample] {
    let survey = partySurvey()
    let tally = partyTally(survey)
    return placeExamples(indices)
      + indices.flatMap { k in PartyRole.allCases.map { partyExample($0, k, survey, tally) } }
      + countExamples(indices)
  }

  /// The events, with all that is chosen of them, as their records are.
  private func recordExamples() -> [ChoiceExample] {
    let survey = recordSurvey()
    return drafts.indices.map { k in
      ChoiceExample(
        choice: "record", type: drafts[k].type, trigger: trigger(k), group: "all",
        candidates: [
          ChoiceExample.Candidate(
            span: nil, head: nil, isRuled: true, features: recordFeatures(k, survey))
        ])
    }
  }

  private func trigger(_ k: Int) -> TextRange {
    analysis.text.range(drafts[k].at..<drafts[k].at + 1)
  }

  private func placeExamples(_ indices: Range<Int>) -> [ChoiceExample] {
    let survey = placeSurvey()
    return indices.map { k in
      ChoiceExample(
        choice: "place", type: drafts[k].type, trigger: trigger(k),
        group: "\(EventGroup(drafts[k]))",
        candidates: placeCandidates(k, survey).map { candidate in
          var words = PieceNames<ArgumentWordKind>(pieces)
          addPlaceWords(candidate, k, &words)
          return ChoiceExample.Candidate(
            span: candidate.map { span(namedPlaces[$0]) }, head: nil,
            isRuled: candidate.map { survey.ruled[k] == survey.nameOf[$0] } ?? false,
            features: names(features(candidate, k, survey).map { "\($0)" }, words))
        })
    }
  }

  private func countExamples(_ indices: Range<Int>) -> [ChoiceExample] {
    let mentions = countMentions()
    return indices.filter { drafts[$0].type == .assault }.flatMap { k in
      CountRole.allCases.map { countExample($0, k, mentions) }
    }
  }

  private func countExample(_ role: CountRole, _ k: Int, _ mentions: [CountMention])
    -> ChoiceExample
  {
    let ruled = counted(role, k)
    var nobody = ValuedFeatureList<CountFeatureKind>()
    addNobody(role, k, &nobody)
    return ChoiceExample(
      choice: role.rawValue, type: drafts[k].type, trigger: trigger(k),
      group: PartyGroup(drafts[k]).name,
      candidates: [none(k, isRuled: ruled == nil, nobody)]
        + countCandidates(k, mentions).map { candidate in
          var list = ValuedFeatureList<CountFeatureKind>()
          addCount(candidate, role, k, mentions, &list)
          var words = PieceNames<ArgumentWordKind>(pieces)
          addWords(mentions[candidate].tokens, relation: 0, k, &words)
          return ChoiceExample.Candidate(
            span: analysis.text.range(mentions[candidate].tokens),
            head: String(mentions[candidate].count.best),
            isRuled: ruled?.best == mentions[candidate].count.best,
            features: names(list.features.map(\.name), words))
        })
  }

  private func partyExample(
    _ role: PartyRole, _ k: Int, _ survey: PartySurvey, _ tally: PartyTally
  ) -> ChoiceExample {
    let ruled = ruled(role, k)
    let view = partyView(k, survey, tally)
    var nobody = ValuedFeatureList<PartyFeatureKind>()
    addNobody(role, k, &nobody)
    return ChoiceExample(
      choice: role.rawValue, type: drafts[k].type, trigger: trigger(k),
      group: PartyGroup(drafts[k]).name,
      candidates: [none(k, isRuled: ruled.isEmpty, nobody)]
        + partyCandidates(k, survey).map { candidate in
          let isRuled = ruled.contains(candidate)
          let speaker = role == .actor && isRuled ? drafts[k].speaker : nil
          var list = ValuedFeatureList<PartyFeatureKind>()
          addRuled(candidate, role, k, &list)
          addShared(candidate, view, survey, &list)
          var words = PieceNames<ArgumentWordKind>(pieces)
          addWords(candidate, k, &words)
          return ChoiceExample.Candidate(
            span: speaker.map { analysis.text.range($0) } ?? span(candidate),
            head: String(
              decoding: bareWord(scene.entities[candidate].tokens.lowerBound), as: UTF8.self),
            isRuled: isRuled, features: names(list.features.map(\.name), words))
        })
  }

  /// The candidate that nobody, or no number, is told for draft `k`.
  private func none<Kind>(_ k: Int, isRuled: Bool, _ list: ValuedFeatureList<Kind>)
    -> ChoiceExample.Candidate
  {
    var words = PieceNames<ArgumentWordKind>(pieces)
    addNone(k, &words)
    return ChoiceExample.Candidate(
      span: nil, head: nil, isRuled: isRuled, features: names(list.features.map(\.name), words))
  }

  /// The names of what a candidate has; those of words begin with `word` and a tab.
  private func names(_ features: [String], _ words: PieceNames<ArgumentWordKind>) -> [String] {
    features + words.names.map { "word\t" + $0 }
  }
}
