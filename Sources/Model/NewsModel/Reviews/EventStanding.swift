/// Where an event stands by the decisions of its coders.
public struct EventStanding: Sendable, Hashable {
  /// What the latest decisions of all coders come to.
  public enum State: String, Sendable, Hashable, CaseIterable {
    case confirmed, corrected, rejected
    /// Coders decided differently; the values are shown as they were read.
    case disputed
  }

  /// What the decisions come to.
  public let state: State
  /// Whose decisions count, in the order of deciding.
  public let coders: [String]
  /// The values as decided; empty where the event was rejected or is disputed.
  public let values: [EventField: String]

  /// Makes a standing.
  public init(state: State, coders: [String], values: [EventField: String]) {
    self.state = state
    self.coders = coders
    self.values = values
  }

  /// What decisions come to, of which only the latest one of each coder counts; `nil` where nobody's does.
  ///
  /// - Parameter reviews: The decisions on one event, in the order in which they were made.
  public init?(_ reviews: [EventReview]) {
    let latest = EventStanding.latest(reviews)
    guard let last = latest.last else { return nil }
    let isRejected = latest.map { $0.verdict == .reject }
    if isRejected.allSatisfy({ $0 }) {
      self.init(state: .rejected, coders: latest.map(\.coder), values: [:])
    } else if isRejected.contains(true) || latest.contains(where: { $0.values != last.values }) {
      self.init(state: .disputed, coders: latest.map(\.coder), values: [:])
    } else {
      let isCorrected = latest.contains { $0.verdict == .correct }
      self.init(
        state: isCorrected ? .corrected : .confirmed, coders: latest.map(\.coder),
        values: last.values)
    }
  }

  /// The latest decision of each coder, without those who withdrew, in the order of deciding.
  public static func latest(_ reviews: [EventReview]) -> [EventReview] {
    var seen: Set<String> = []
    let latest = reviews.reversed().filter { seen.insert($0.coder).inserted }
    return latest.reversed().filter { $0.verdict != .withdraw }
  }
}
