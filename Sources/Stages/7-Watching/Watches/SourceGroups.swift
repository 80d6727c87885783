internal import NewsModel

/// The groups of sources, looked up by source.
struct SourceGroups: Sendable {
  /// The groups' names in their order, then `nil` for the sources that stand in none; empty without groups.
  let names: [String?]
  private let byName: [String: String]

  init(_ groups: [SourceGroup]) {
    names = groups.isEmpty ? [] : groups.map(\.name) + [nil]
    byName = Dictionary(
      groups.flatMap { group in group.sources.map { ($0, group.name) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The group of a source; `nil` if it stands in none.
  func name(of source: String?) -> String? { source.flatMap { byName[$0] } }
}
