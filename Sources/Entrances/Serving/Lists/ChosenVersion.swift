internal import Recording

/// The versions of an article, one of which is looked at.
struct ChosenVersion: Sendable {
  let archived: ArchivedArticle
  /// All versions, oldest first.
  let versions: [ArticleVersion]
  /// What changed from each version to the next, oldest first.
  let changes: [VersionChange]
  /// The number of the version that is looked at.
  let number: Int

  /// Chooses a version, the newest if none is named; `nil` if there is none of that number.
  init?(_ archived: ArchivedArticle, number: Int?) {
    self.archived = archived
    versions = archived.versions
    changes = archived.changes
    self.number = number ?? archived.version
    guard versions.contains(where: { $0.version == self.number }) else { return nil }
  }

  /// What the version changed; `nil` for the first one.
  var change: VersionChange? { changes.first { $0.newer.version == number } }
}
