/// How much more or less is usually counted on days of one kind than on an average day.
public struct CalendarEffect: Sendable, Hashable {
  /// The kind of days.
  public let occasion: Occasion
  /// The factor by which the counts of such days are larger than an average day's.
  public let factor: Double

  /// Makes an effect.
  public init(_ occasion: Occasion, factor: Double) {
    self.occasion = occasion
    self.factor = factor
  }

  /// A kind of days.
  public enum Occasion: String, Sendable, Hashable, CaseIterable {
    case sunday
    case monday
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case ramadan
    case eidAlFitr = "eid_al_fitr"
    case eidAlAdha = "eid_al_adha"

    /// The days of the week in their order, from Sunday on, as `CalendarDay.weekday` counts them.
    public static let weekdays: [Occasion] = [
      .sunday, .monday, .tuesday, .wednesday, .thursday, .friday, .saturday,
    ]
  }
}
