internal import ArabicQuantities
package import NewsModel

/// A rule derived from an outlook's own words, with what each part was told from; a person accepts it or
/// writes another.
package struct RuleProposal: Sendable {
  /// The rule; its question of the outcome is empty if nothing could be told.
  package let rule: ResolutionRule

  /// Whether the words tell by which events the outlook could be known: their types, and by whom, to whom or
  /// where.
  package var isComplete: Bool {
    let outcome = rule.outcome
    let isBound = outcome.actor != nil || outcome.recipient != nil || outcome.place != nil
    return !outcome.types.isEmpty && isBound
  }

  /// How many days count where the outlook names no time.
  package static let usualDays = 90

  /// Derives a rule.
  package init(_ clues: OutlookClues) {
    var draft = Draft(clues)
    draft.tellOutcome()
    draft.tellCondition()
    let days = draft.tellDays()
    var rule = ResolutionRule(
      outcome: draft.outcome, condition: draft.condition, days: days, grounds: draft.grounds)
    rule.names = clues.names.filter { rule.keys.contains($0.key) }
    self.rule = rule
  }

  /// The parts told so far.
  private struct Draft {
    let clues: OutlookClues
    var outcome = EventQuestion()
    var condition: EventQuestion?
    var grounds: [RuleGround] = []

    init(_ clues: OutlookClues) { self.clues = clues }

    mutating func tellOutcome() {
      let clause = clues.outcome
      let event = clause.events.first
      let hint = event == nil ? OutcomeWords.shipped.hint(in: clause.text, .outcome) : nil
      if let event {
        outcome.types = OutcomeWords.shipped.happened(event.type)
        grounds.append(RuleGround(.types, .event, event.trigger))
      } else if let hint, !hint.needsGroup || namesGroup {
        outcome.types = hint.types
        grounds.append(RuleGround(.types, .word, hint.word))
      } else {
        grounds.append(RuleGround(.types, .nothing))
      }
      tellActor(event)
      if let recipient = event?.recipient, recipient.key != outcome.actor {
        outcome.recipient = recipient.key
        grounds.append(RuleGround(.recipient, .event, recipient.name))
      }
      tellPlace(event)
      if let marker = clues.wording.marker, OutcomeWords.shipped.isAbsence(marker) {
        outcome.isAbsence = true
        grounds.append(RuleGround(.absence, .marker, marker))
      }
    }

    private mutating func tellActor(_ event: ClueEvent?) {
      let named = clues.outcome.names.first { $0.type.acts && $0.key != event?.recipient?.key }
      if let actor = event?.actor {
        outcome.actor = actor.key
        grounds.append(RuleGround(.actor, .event, actor.name))
      } else if let named {
        outcome.actor = named.key
        grounds.append(RuleGround(.actor, .name, named.name))
      } else if let name = unlisted {
        outcome.actor = name
        grounds.append(RuleGround(.actor, .name, name))
      } else if [.threat, .commitment].contains(clues.wording.kind),
        let holder = clues.wording.holderName
      {
        outcome.actor = holder
        grounds.append(RuleGround(.actor, .holder, holder))
      } else {
        grounds.append(RuleGround(.actor, .nothing))
      }
    }

    /// Whether the outcome names a body or group.
    private var namesGroup: Bool {
      let types: Set<MentionType> = [.group, .organisation]
      return unlisted != nil || GroupNames.shipped.areSpokenOf(in: clues.outcome.text)
        || clues.outcome.names.contains { types.contains($0.type) }
    }

    /// A body in the outcome that the reader found no name for.
    private var unlisted: String? {
      let places = clues.outcome.names.filter { $0.type == .place }.map(\.name)
      return GroupNames.shipped.first(in: clues.outcome.text, places: places)
    }

    private mutating func tellPlace(_ event: ClueEvent?) {
      if let place = event?.place {
        outcome.place = place.key
        grounds.append(RuleGround(.place, .event, place.name))
      } else if let place = clues.outcome.names.first(where: { $0.type == .place }) {
        outcome.place = place.key
        grounds.append(RuleGround(.place, .name, place.name))
      }
    }

    mutating func tellCondition() {
      guard let clause = clues.condition else { return }
      var question = EventQuestion()
      let named = clause.names.first { $0.type.acts }
      if let event = clause.events.first {
        question.types = OutcomeWords.shipped.happened(event.type)
        grounds.append(RuleGround(.conditionTypes, .event, event.trigger))
        tellActors(event, named, &question)
      } else if let hint = OutcomeWords.shipped.hint(in: clause.text, .condition) {
        question.types = hint.types
        grounds.append(RuleGround(.conditionTypes, .word, hint.word))
        if hint.isAgainst {
          question.recipient = named?.key ?? outcome.actor
          let ground: RuleGround.Source = named == nil ? .outcome : .name
          if let recipient = question.recipient {
            grounds.append(RuleGround(.conditionRecipient, ground, named?.name ?? recipient))
          }
        } else if let named {
          question.actor = named.key
          grounds.append(RuleGround(.conditionActor, .name, named.name))
        }
      } else {
        grounds.append(RuleGround(.conditionTypes, .nothing, clause.text))
        return
      }
      if let place = clause.names.first(where: { $0.type == .place }) {
        question.place = place.key
        grounds.append(RuleGround(.conditionPlace, .name, place.name))
      }
      let isStop = OutcomeWords.shipped.isStop(clause.text)
      if (clues.wording.conditionKind == .unless) != isStop {
        question.isAbsence = true
        grounds.append(RuleGround(.conditionAbsence, isStop ? .word : .marker, clause.text))
      }
      condition = question
    }

    private mutating func tellActors(
      _ event: ClueEvent, _ named: ClueName?, _ question: inout EventQuestion
    ) {
      if let actor = event.actor {
        question.actor = actor.key
        grounds.append(RuleGround(.conditionActor, .event, actor.name))
      }
      if let recipient = event.recipient {
        question.recipient = recipient.key
        grounds.append(RuleGround(.conditionRecipient, .event, recipient.name))
      }
      if event.actor == nil, event.recipient == nil, let named {
        question.actor = named.key
        grounds.append(RuleGround(.conditionActor, .name, named.name))
      }
    }

    /// From the day behind the article's to the end of the horizon.
    mutating func tellDays() -> ClosedRange<CalendarDay> {
      let first = clues.day.advanced(by: 1)
      for time in clues.times {
        guard let last = TimexDays.last(of: time.value, from: clues.day), last >= first else {
          continue
        }
        grounds.append(RuleGround(.until, .horizon, time.text))
        return first...last
      }
      grounds.append(RuleGround(.until, .nothing, String(RuleProposal.usualDays)))
      return first...clues.day.advanced(by: RuleProposal.usualDays)
    }
  }
}

extension OutlookClues {
  /// What the entries in the words are called, by their ids.
  fileprivate var names: [String: String] {
    let clauses = [outcome, condition].compactMap { $0 }
    let all = clauses.flatMap { clause in
      clause.names + clause.events.flatMap { [$0.actor, $0.recipient, $0.place].compactMap { $0 } }
    }
    return Dictionary(
      all.compactMap { name in name.entry.map { ($0, name.name) } }
    ) { first, _ in first }
  }
}

extension MentionType {
  /// Whether who is named may act: no place, office or building.
  fileprivate var acts: Bool { [.person, .organisation, .group, .nationality].contains(self) }
}
