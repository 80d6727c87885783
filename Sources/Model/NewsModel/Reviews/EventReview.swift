public import ArabicScript

/// One person's decision on an event.
///
/// It is never edited: who decides anew makes another review, and the latest one of each coder counts. It
/// holds all values as decided, so that another version of the reader changes nothing of what was decided.
public struct EventReview: Sendable, Hashable {
  /// What was decided.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// The event is as it was read.
    case confirm
    /// The event happened as told, with other values.
    case correct
    /// There is no such event.
    case reject
    /// The coder's decisions before no longer count.
    case withdraw
  }

  /// Which event is meant.
  public var anchor: EventAnchor
  /// Who decided.
  public var coder: String
  /// When, in seconds since 1970.
  public var decidedAt: Int
  /// What was decided.
  public var verdict: Verdict
  /// All values as decided; an empty one says that there is none.
  public var values: [EventField: String]
  /// All values as they were read when it was decided.
  public var read: [EventField: String]
  /// Why, if the coder said so.
  public var reason: String?

  /// Makes a review.
  public init(
    anchor: EventAnchor, coder: String, decidedAt: Int, verdict: Verdict,
    values: [EventField: String], read: [EventField: String], reason: String? = nil
  ) {
    self.anchor = anchor
    self.coder = coder
    self.decidedAt = decidedAt
    self.verdict = verdict
    self.values = values
    self.read = read
    self.reason = reason
  }

  /// The fields that were decided otherwise than they were read.
  public var corrected: [EventField] {
    EventField.allCases.filter { values[$0] != read[$0] }
  }
}

/// Which event of which text a review is about, so that it is found again in another reading.
public struct EventAnchor: Sendable, Hashable {
  /// The article's id.
  public var article: String
  /// SHA-256 of the text that was read, as 64 hexadecimal digits.
  public var textSHA256: String
  /// The event's trigger in that text.
  public var trigger: TextRange
  /// The type that was read.
  public var type: EventType
  /// The trigger's words, and what stood before and behind them: a quote by which the place is found in a
  /// text that was edited elsewhere (as W3C's Text Quote Selector).
  public var quote: String
  /// What stood before the trigger.
  public var before: String
  /// What stood behind the trigger.
  public var after: String

  /// Makes an anchor.
  public init(
    article: String, textSHA256: String, trigger: TextRange, type: EventType, quote: String,
    before: String, after: String
  ) {
    self.article = article
    self.textSHA256 = textSHA256
    self.trigger = trigger
    self.type = type
    self.quote = quote
    self.before = before
    self.after = after
  }
}
