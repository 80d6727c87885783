package import ArabicQuantities
package import NewsModel

/// How often something was told: every count is offered in these three ways.
package struct StoryCounts: Sendable, Hashable {
  /// All articles.
  package let reports: Int
  /// Those that carry the dispatch of an earlier one: copies, near-copies, excerpts, round-ups.
  package let copies: Int
  /// Those that don't.
  package var independent: Int { reports - copies }

  /// Makes counts.
  package init(reports: Int, copies: Int) {
    self.reports = reports
    self.copies = copies
  }
}

/// A story of a list.
package struct StoryRow: Sendable, Hashable {
  /// The story's number; it may change when stories are joined.
  package let story: Int
  /// The first known report that tells this story alone.
  package let first: StoryReportRow
  package let counts: StoryCounts
  /// The number of outlets.
  package let sources: Int
  /// When the last report was published, as its source gave it.
  package let lastPublished: String?
}

/// One report in a story.
package struct StoryReportRow: Sendable, Hashable {
  /// The article's id.
  package let article: String
  package let source: String?
  package let published: String?
  package let title: String
  /// The agency or outlet that the article credits.
  package let credit: String?
  /// The dispatch that it has in common with others of the story.
  package let dispatch: Int
  /// Whether it contains the story as an item among others.
  package let isRoundUp: Bool
  /// Whom it copies: the earliest report that carries the same dispatch, how, and the part of the
  /// shorter one's words that both have; `nil` for an independent report.
  package let copied: CopiedReport?
}

/// The report that another one copies.
package struct CopiedReport: Sendable, Hashable {
  package let article: String
  package let source: String?
  package let kind: StoryLinkKind
  /// 0 to 1.
  package let cover: Double
}

/// What a report says that the story's first report doesn't, and the other way round.
package struct StoryDifference: Sendable, Hashable {
  /// Statements, each as speaker and content.
  package let addedStatements: [SpokenPiece]
  package let droppedStatements: [SpokenPiece]
  /// Numbers with what they count, as written.
  package let addedNumbers: [String]
  package let droppedNumbers: [String]
}

/// Who said what.
package struct SpokenPiece: Sendable, Hashable {
  package let speaker: String
  package let content: String
}

/// A count of victims as some of the reports give it.
package struct CountClaim: Sendable, Hashable {
  /// What is counted.
  package enum Victims: String, Sendable, Hashable, CaseIterable {
    case killed, injured
  }

  package let victims: Victims
  package let value: Int
  /// The articles that give it, by their ids.
  package let articles: [String]
}

/// One story with its reports.
package struct ArchivedStory: Sendable, Hashable {
  package let story: Int
  package let counts: StoryCounts
  /// The reports in the order of time; the first is the first known one.
  package let reports: [StoryReportRow]
  /// For each report, what it adds to the first and drops of it; empty for the first and for copies.
  package let differences: [StoryDifference?]
  /// The counts of victims where independent reports disagree; empty where they agree.
  package let disagreements: [CountClaim]
}

/// Which stories a list shows.
package struct StoryFilter: Sendable, Hashable {
  /// What stands first.
  package enum Order: String, Sendable, Hashable, CaseIterable {
    case size, newest, independent
  }

  /// The fewest reports.
  package var reports = 2
  /// Only with a report of this outlet, spelt as in the archive.
  package var source: String?
  package var order = Order.newest
  /// Only those whose first report was published on one of these days.
  package var days: ClosedRange<CalendarDay>?

  /// Makes a filter that lets all stories of two reports and more through.
  package init() {}
}
