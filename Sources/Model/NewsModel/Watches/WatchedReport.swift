public import ArabicQuantities

/// An article that answers a watch's question.
public struct WatchedReport: Sendable, Hashable {
  /// The article's id.
  public let article: String
  /// The article's title.
  public let title: String
  /// The outlet; `nil` if it is not known.
  public let source: String?
  /// The number of its story; `nil` if it isn't grouped yet, and counts as a story of its own.
  public let story: Int?
  /// The day of publication.
  public let day: CalendarDay

  /// Makes a report.
  public init(
    article: String, title: String, source: String?, story: Int?, day: CalendarDay
  ) {
    self.article = article
    self.title = title
    self.source = source
    self.story = story
    self.day = day
  }
}

/// A day on which an outlet published anything at all.
public struct SourceDay: Sendable, Hashable {
  /// The outlet; `nil` for articles of which it isn't known.
  public let source: String?
  /// The day of publication.
  public let day: CalendarDay
  /// How many articles the archive has of them.
  public let articles: Int

  /// Makes one.
  public init(source: String?, day: CalendarDay, articles: Int = 1) {
    self.source = source
    self.day = day
    self.articles = articles
  }
}

/// What a watch is judged by.
public struct WatchMaterial: Sendable, Hashable {
  /// The articles that answer the question, in the order of time.
  public let reports: [WatchedReport]
  /// When which outlet published anything.
  public let sourceDays: [SourceDay]
  /// The groups of sources by which series are split.
  public let groups: [SourceGroup]

  /// Makes material.
  public init(reports: [WatchedReport], sourceDays: [SourceDay], groups: [SourceGroup] = []) {
    self.reports = reports
    self.sourceDays = sourceDays
    self.groups = groups
  }
}
