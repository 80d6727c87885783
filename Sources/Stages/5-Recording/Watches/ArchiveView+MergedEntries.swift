package import NewsModel

/// An entry that stands for another one by a decision.
package struct MergedEntry: Sendable, Hashable {
  package let entry: String
  package let into: String
}

extension ArchiveView {
  /// The entries that were merged into those of a question, or those of it that were merged into others: what belongs to
  /// any of them is counted.
  ///
  /// - Parameter question: What a watch asks for.
  /// - Returns: The merged entries, the actor's first.
  /// - Throws: An error of the database.
  package func mergedEntries(of question: WatchQuestion) throws -> [MergedEntry] {
    let resolution = try entryResolution()
    return [question.actor, question.place, question.speaker].compactMap { $0 }.flatMap { asked in
      let standing = resolution.entry(asked)
      return resolution.merged(into: standing).map { MergedEntry(entry: $0, into: standing) }
    }
  }
}
