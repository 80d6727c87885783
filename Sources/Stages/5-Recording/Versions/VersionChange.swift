internal import ArabicScript
package import ArabicWords

/// What changed from one version of an article to another.
package struct VersionChange: Sendable, Hashable {
  /// How far title and text changed.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Words, numbers or symbols.
    case words
    /// Spaces or punctuation only.
    case spacing
    /// Signs of vowels, tatweel and invisible signs only, which make no other words.
    case marks
    /// Neither title nor text: the address, the byline or a date.
    case details
  }

  /// What became of the dates that the source states, of publication and of change.
  package enum StatedDates: String, Sendable, Hashable, CaseIterable {
    /// One of them is another than before.
    case changed
    /// They are the same as before.
    case unchanged
    /// Neither version states one.
    case unstated

    /// Compares the dates that two versions state.
    init(from older: [String?], to newer: [String?]) {
      if older != newer {
        self = .changed
      } else {
        self = newer.contains { $0 != nil } ? .unchanged : .unstated
      }
    }
  }

  package let older: ArticleVersion
  package let newer: ArticleVersion
  package let kind: Kind
  package let dates: StatedDates
  /// Whether the newer version has a notice of correction that the older one has not.
  package let isAnnounced: Bool

  /// Compares two versions; of their words, no more is worked out here than whether they differ.
  package init(from older: ArticleVersion, to newer: ArticleVersion) {
    self.older = older
    self.newer = newer
    kind = VersionChange.kind(older, newer)
    dates = StatedDates(
      from: [older.published, older.modified], to: [newer.published, newer.modified])
    isAnnounced =
      kind != .details
      && CorrectionNotices.shipped.isAnnounced(
        from: [older.title, older.text], to: [newer.title, newer.text])
  }

  /// Whether the text was changed and nothing tells of it: neither the dates that the source states nor a notice.
  package var isStealth: Bool {
    (kind == .words || kind == .spacing) && dates == .unchanged && !isAnnounced
  }

  /// What was inserted into and deleted from the title.
  package func titleDifference() -> WordDifference {
    WordDifference(from: older.title, to: newer.title)
  }

  /// What was inserted into and deleted from the text.
  package func textDifference() -> WordDifference {
    WordDifference(from: older.text, to: newer.text)
  }

  private static func kind(_ older: ArticleVersion, _ newer: ArticleVersion) -> Kind {
    // By bytes: Swift's == takes canonically equivalent spellings for the same.
    func isSame(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
    if isSame(older.title, newer.title), isSame(older.text, newer.text) { return .details }
    if isSame(withoutMarks(older.title), withoutMarks(newer.title)),
      isSame(withoutMarks(older.text), withoutMarks(newer.text))
    {
      return .marks
    }
    let isSpacing =
      WordDifference.isSpacingOnly(from: older.title, to: newer.title)
      && WordDifference.isSpacingOnly(from: older.text, to: newer.text)
    return isSpacing ? .spacing : .words
  }

  /// A text without what makes no other words.
  private static func withoutMarks(_ text: String) -> String { marks.folded(text) }

  private static let marks = Folding(.marks)
}
