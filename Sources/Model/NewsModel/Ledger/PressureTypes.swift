/// Which types of events count as what an actor does, and as pressure on it.
public struct PressureTypes: Sendable, Hashable {
  /// Types that count with the actor as actor.
  public var acts: Set<EventType> = []
  /// Types that count as pressure with the actor as recipient.
  public var pressure: Set<EventType> = []
  /// Types that count as pressure with an opponent as recipient.
  public var received: Set<EventType> = []
  /// Types that count as pressure with an opponent on either side.
  public var shared: Set<EventType> = []

  /// Makes types of which none counts.
  public init() {}
}
