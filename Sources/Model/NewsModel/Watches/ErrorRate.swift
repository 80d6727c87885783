/// How often a detector raised an alarm where there was nothing to find, as measured.
public struct ErrorRate: Sendable, Hashable {
  /// The periods that were judged and in which nothing was to be found.
  public let quiet: Int
  /// Those of them that it took for an alarm.
  public let falseAlarms: Int

  /// Makes a rate; `nil` without periods.
  public init?(quiet: Int, falseAlarms: Int) {
    guard quiet > 0, (0...quiet).contains(falseAlarms) else { return nil }
    self.quiet = quiet
    self.falseAlarms = falseAlarms
  }

  /// The part of the periods that was taken for an alarm, 0 to 1.
  public var share: Double { Double(falseAlarms) / Double(quiet) }
}
