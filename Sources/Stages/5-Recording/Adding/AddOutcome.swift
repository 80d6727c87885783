/// What adding a batch did.
package struct AddOutcome: Sendable, Hashable {
  /// Articles that the archive did not have.
  package var added = 0
  /// Articles it had with another text or title: a new version was made.
  package var updated = 0
  /// Articles it had as they are.
  package var unchanged = 0
  /// Readings written, new ones and replacements.
  package var readings = 0
  /// How long it took to put words into the word index; a part of the time of adding.
  package var indexing = Duration.zero

  /// Makes an outcome of nothing.
  package init() {}

  /// Adds up two outcomes.
  package static func + (a: AddOutcome, b: AddOutcome) -> AddOutcome {
    var sum = a
    sum.added += b.added
    sum.updated += b.updated
    sum.unchanged += b.unchanged
    sum.readings += b.readings
    sum.indexing += b.indexing
    return sum
  }
}
