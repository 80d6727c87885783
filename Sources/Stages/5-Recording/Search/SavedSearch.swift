/// A search that people keep under a name.
package struct SavedSearch: Sendable, Hashable {
  /// Its number in the archive; 0 before it is kept.
  package internal(set) var number = 0
  package let name: String
  /// The search as typed.
  package let text: String
  package let kind: SearchKind
  package let options: SearchQuery.Options
  /// When it was kept, in seconds since 1970.
  package internal(set) var savedAt = 0

  /// Makes a search to keep.
  ///
  /// - Parameters:
  ///   - name: What it is called; no other may have the name.
  ///   - query: A search that can be run.
  ///   - kind: What it lists.
  ///   - options: How it is meant as a whole.
  package init(
    name: String, query: SearchQuery, kind: SearchKind, options: SearchQuery.Options
  ) {
    self.name = name
    text = query.text
    self.kind = kind
    self.options = options
  }

  init(
    number: Int, name: String, text: String, kind: SearchKind, options: SearchQuery.Options,
    savedAt: Int
  ) {
    self.number = number
    self.name = name
    self.text = text
    self.kind = kind
    self.options = options
    self.savedAt = savedAt
  }
}
