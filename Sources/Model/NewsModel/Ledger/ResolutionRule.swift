public import ArabicQuantities

/// What makes an outlook come true, and its condition hold: events that reports tell of, within days.
public struct ResolutionRule: Sendable, Hashable {
  /// Its number in the archive; 0 before it is kept.
  public var number = 0
  /// The events by which the outcome is known.
  public var outcome: EventQuestion
  /// The events by which the condition is known; `nil` if nothing depends on one.
  public var condition: EventQuestion?
  /// The first and the last day on which the events count.
  public var days: ClosedRange<CalendarDay>
  /// Who wrote or accepted it; empty for a proposal.
  public var writtenBy: String
  /// When, in seconds since 1970.
  public var writtenAt: Int
  /// What each part was told from, if it was proposed.
  public var grounds: [RuleGround]
  /// What the entries that it asks for are called, by their ids.
  public var names: [String: String] = [:]

  /// Who or what its questions ask for: ids of entries, or words.
  public var keys: [String] {
    [outcome, condition].compactMap { $0 }.flatMap { [$0.actor, $0.recipient, $0.place] }
      .compactMap { $0 }
  }

  /// Makes a rule.
  public init(
    outcome: EventQuestion, condition: EventQuestion? = nil, days: ClosedRange<CalendarDay>,
    writtenBy: String = "", writtenAt: Int = 0, grounds: [RuleGround] = []
  ) {
    self.outcome = outcome
    self.condition = condition
    self.days = days
    self.writtenBy = writtenBy
    self.writtenAt = writtenAt
    self.grounds = grounds
  }
}

/// Which events are counted; what is `nil` or empty does not limit.
public struct EventQuestion: Sendable, Hashable {
  /// PLOVER's types.
  public var types: Set<EventType> = []
  /// Who does it: an entry's id, or words of a name.
  public var actor: String?
  /// To whom it is done.
  public var recipient: String?
  /// Where: an entry's id, or words of a name.
  public var place: String?
  /// The fewest independent stories that tell of such events.
  public var least = 1
  /// Whether it holds if there are fewer stories than that, rather than so many.
  public var isAbsence = false

  /// Makes a question that lets every event through.
  public init() {}

  /// Whether every event is let through, so that nothing could be learnt.
  public var isEmpty: Bool {
    types.isEmpty && actor == nil && recipient == nil && place == nil
  }

  /// Whether so many independent stories answer it with yes.
  public func holds(stories: Int) -> Bool { (stories >= least) != isAbsence }
}

/// What a part of a proposed rule was told from.
public struct RuleGround: Sendable, Hashable {
  /// A part of a rule.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case types, actor, recipient, place, absence, until
    case conditionTypes = "condition-types"
    case conditionActor = "condition-actor"
    case conditionRecipient = "condition-recipient"
    case conditionPlace = "condition-place"
    case conditionAbsence = "condition-absence"
  }

  /// Where it was told.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    /// An event that the reader found in the words.
    case event
    /// A word of `Data/watching/outcome-words.tsv`.
    case word
    /// A name in the words.
    case name
    /// Whose outlook it is: who threatens or promises does it.
    case holder
    /// The other part of the outlook.
    case outcome
    /// The horizon as worded.
    case horizon
    /// The outlook's marker or the particle of its condition.
    case marker
    /// Nothing: the usual value, or none.
    case nothing
  }

  /// The part.
  public let part: Part
  /// Where it was told.
  public let source: Source
  /// The words that tell it.
  public let words: String

  /// Makes a ground.
  public init(_ part: Part, _ source: Source, _ words: String = "") {
    self.part = part
    self.source = source
    self.words = words
  }
}

/// A person's decision on how an outlook resolved.
public struct LedgerDecision: Sendable, Hashable {
  /// What became of an outlook.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case cameTrue = "came-true"
    case didNot = "did-not"
    /// What it depended on did not hold, so that it was never put to the test.
    case conditionNotMet = "condition-not-met"
    case cantTell = "cant-tell"
  }

  /// Its number in the archive; 0 before it is kept.
  public var number = 0
  /// The number of the entry.
  public var entry: Int
  /// What became of it.
  public var verdict: Verdict
  /// Who decided.
  public var decidedBy: String
  /// The day on which it came true, or could be said not to have.
  public var day: CalendarDay
  /// Why.
  public var reason: String
  /// When it was decided, in seconds since 1970.
  public var decidedAt: Int

  /// Makes a decision.
  public init(
    entry: Int, verdict: Verdict, decidedBy: String, day: CalendarDay, reason: String,
    decidedAt: Int = 0
  ) {
    self.entry = entry
    self.verdict = verdict
    self.decidedBy = decidedBy
    self.day = day
    self.reason = reason
    self.decidedAt = decidedAt
  }
}
