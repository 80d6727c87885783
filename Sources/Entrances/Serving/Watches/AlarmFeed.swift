internal import NewsModel

/// Alarms as a feed.
enum AlarmFeed {
  /// The most alarms in a feed.
  static let limit = 100

  /// The feed of some alarms.
  static func feed(of alarms: [Alarm], in language: PageLanguage) -> SyndicationFeed {
    SyndicationFeed(
      id: "urn:marsad:alarms:\(language.code)", title: Wording(language)["alarms.feed"],
      language: language, home: Link.address(.watches, in: language),
      own: { Link.address(.alarmFeed($0), in: language) },
      entries: alarms.map { entry(of: $0, in: language) })
  }

  private static func entry(of alarm: Alarm, in language: PageLanguage) -> SyndicationFeed.Entry {
    let reason =
      "\(AlarmSentence.reason(alarm, in: language)). \(AlarmSentence.errorRate(alarm, in: language))"
    return SyndicationFeed.Entry(
      id: "urn:uuid:\(alarm.key)",
      title: "\(alarm.watchName) – \(Wording(language).days(alarm.days))",
      address: alarm.address(in: language),
      published: FeedTime.text(seconds: alarm.raisedAt),
      updated: FeedTime.text(seconds: alarm.acknowledgedAt ?? alarm.raisedAt), summary: reason,
      content: content(alarm, reason, in: language),
      data: { out in AlarmJSON.write(alarm, to: &out) })
  }

  private static func content(
    _ alarm: Alarm, _ reason: String, in language: PageLanguage
  ) -> HTML {
    let items = alarm.evidence.map { piece -> HTML in
      let page = Link.address(.article(id: piece.article), in: language)
      return "<li><a href=\"\(page)\">\(HTML.outside(piece.title))</a> "
        + (piece.source.map { HTML.outside($0) } ?? "") + "</li>"
    }
    return "<p>\(reason)</p><ul>\(items)</ul>\(alarm.passages.map(\.html))"
  }
}
