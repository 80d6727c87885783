/// What a search lists.
package enum SearchKind: String, Sendable, Hashable, CaseIterable {
  case articles, statements, outlooks, events
}
