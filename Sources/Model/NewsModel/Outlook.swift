public import ArabicScript

/// What may, will or would happen, according to someone.
public struct Outlook: Sendable, Hashable {
  /// What may happen.
  public var outcome: TextRange
  /// The word that makes it an outlook.
  public var marker: TextRange?
  /// Whose outlook it is; `nil` if it is the reporter's own.
  public var holderName: String?
  /// What sort of outlook.
  public var kind: OutlookKind
  /// How likely, as the text words it.
  public var likelihood: Likelihood
  /// The probability in percent that the wording stands for; `nil` if the wording has none.
  public var band: ClosedRange<Int>?
  /// The condition without its particle.
  public var condition: TextRange?
  /// What the condition does.
  public var conditionKind: ConditionKind?
  /// By when, as worded.
  public var horizon: TextRange?
  /// The index of the statement in which it stands.
  public var statement: Int?
  /// Whether it stands in the title.
  public var inTitle: Bool
  /// The name of the rule that made the record.
  public var rule: String

  /// Makes an outlook.
  public init(
    outcome: TextRange, marker: TextRange?, holderName: String? = nil, kind: OutlookKind,
    likelihood: Likelihood, band: ClosedRange<Int>? = nil, condition: TextRange? = nil,
    conditionKind: ConditionKind? = nil, horizon: TextRange? = nil, statement: Int? = nil,
    inTitle: Bool = false, rule: String = ""
  ) {
    self.outcome = outcome
    self.marker = marker
    self.holderName = holderName
    self.kind = kind
    self.likelihood = likelihood
    self.band = band
    self.condition = condition
    self.conditionKind = conditionKind
    self.horizon = horizon
    self.statement = statement
    self.inTitle = inTitle
    self.rule = rule
  }
}

/// What sort of outlook.
public enum OutlookKind: String, Sendable, Hashable, CaseIterable {
  /// A harm that may come.
  case warning
  /// Something neutral or good that may come.
  case forecast
  /// The holder would do harm.
  case threat
  /// The holder will or won't do it.
  case commitment
  /// One thing depends on another.
  case conditionOnly = "condition-only"
}

/// How likely an outlook is, as its text words it.
public enum Likelihood: String, Sendable, Hashable, CaseIterable {
  case certain, likely, possible, unlikely, unstated
}

/// What a condition does to its outcome.
public enum ConditionKind: String, Sendable, Hashable, CaseIterable {
  /// The outcome comes if the condition holds.
  case `if`
  /// The outcome comes if the condition does not hold.
  case unless
}
