internal import GRDB
package import NewsModel

/// What a person decides on an event.
package struct EventDecision: Sendable, Hashable {
  /// Which event.
  package let event: EventID
  /// Who decides.
  package let coder: String
  package let verdict: EventReview.Verdict
  /// The values as decided; those that are missing are as read.
  package let values: [EventField: String]
  package let reason: String?

  /// Makes a decision.
  package init(
    event: EventID, coder: String, verdict: EventReview.Verdict,
    values: [EventField: String] = [:], reason: String? = nil
  ) {
    self.event = event
    self.coder = coder
    self.verdict = verdict
    self.values = values
    self.reason = reason
  }
}

extension Archive {
  /// The longest name of a coder and the longest reason, in bytes.
  package static let coderLimit = 100
  package static let reasonLimit = 1_000

  /// Keeps a decision, beside all that were made before.
  ///
  /// A correction that changes nothing is a confirmation. Values of a confirmation and a rejection are those
  /// that were read.
  ///
  /// - Returns: The review as kept; `nil` if the archive has no such event.
  /// - Throws: `ArchiveError`; of kind `mismatch` if a value can't stand for its field.
  @discardableResult
  package func decide(_ decision: EventDecision) throws -> EventReview? {
    for (field, value) in decision.values where !field.accepts(value) {
      throw ArchiveError(.mismatch, path: path, "'\(value)' is no value for \(field.rawValue)")
    }
    guard (1...Archive.coderLimit).contains(decision.coder.utf8.count),
      (decision.reason ?? "").utf8.count <= Archive.reasonLimit
    else {
      throw ArchiveError(
        .mismatch, path: path,
        "a coder's name has 1 to \(Archive.coderLimit) bytes, a reason at most \(Archive.reasonLimit)"
      )
    }
    return try ArchiveError.translating(path) {
      let decidedAt = options.now()
      return try pool.write { database in
        guard let found = try EventLoader(database).event(decision.event) else { return nil }
        let read = found.values
        var values = read
        if decision.verdict == .correct { values.merge(decision.values) { $1 } }
        let review = EventReview(
          anchor: ReviewTarget.anchor(
            of: found.event, article: decision.event.article,
            textSHA256: found.stored.reading.textSHA256, found.stored.text),
          coder: decision.coder, decidedAt: decidedAt,
          verdict: decision.verdict == .correct && values == read ? .confirm : decision.verdict,
          values: values, read: read, reason: decision.reason)
        try ReviewRows(database).insert(review, article: found.stored.article)
        try ReviewTargets(database).renew(article: found.stored.article)
        return review
      }
    }
  }
}
