/// Sources that a user counts together, such as those of one side.
public struct SourceGroup: Sendable, Hashable {
  /// What the user calls it.
  public let name: String
  /// The outlets' names, as articles give them; none stands in two groups.
  public let sources: [String]

  /// Makes a group.
  public init(name: String, sources: [String]) {
    self.name = name
    self.sources = sources
  }
}
