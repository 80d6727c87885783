package import NewsModel
internal import Reading
package import Recording

/// One entry with what the archive holds of it, as its page, the API and the command show it.
package struct EntrySheet: Sendable {
  /// The id that was asked for; it may have been merged into the entry that is shown.
  package let asked: String
  package let profile: EntryProfile
  package let figures: EntryFigures
  /// All decisions on it, in the order in which they were made.
  package let decisions: [KeptEntryDecision]
  /// The newest records of each kind.
  let latest: Latest
  let book: EntryBook

  /// The newest records of an entry, a few of each kind.
  struct Latest: Sendable {
    var statementsBy: [StatementRow] = []
    var statementsAbout: [StatementRow] = []
    var eventsBy: [EventRow] = []
    var eventsAgainst: [EventRow] = []
    var eventsAt: [EventRow] = []
    var outlooksHeld: [OutlookRow] = []
    var outlooksAbout: [OutlookRow] = []
    var articles: [ArticleHeading] = []
  }

  /// Reads what an id stands for; `nil` if there is no such entry.
  package init?(_ id: String, _ view: ArchiveView) throws {
    let book = try EntryBook(view)
    guard let profile = book.profile(id) else { return nil }
    asked = id
    self.book = book
    self.profile = profile
    figures = try view.figures(ofEntry: profile.id, profile.realm)
    decisions = try view.entryDecisions(on: profile.id)
    latest = try Latest(profile, figures, view)
  }
}

extension EntrySheet.Latest {
  /// How many records of each kind are shown.
  private static let limit = 3

  fileprivate init(_ profile: EntryProfile, _ figures: EntryFigures, _ view: ArchiveView) throws {
    let id = profile.id
    func statements(_ tally: RecordTally, _ choose: (inout StatementFilter) -> Void) throws
      -> [StatementRow]
    {
      var filter = StatementFilter()
      choose(&filter)
      return tally.records == 0
        ? [] : try view.statements(filter, limit: EntrySheet.Latest.limit).rows
    }
    func events(_ tally: RecordTally, _ choose: (inout EventFilter) -> Void) throws -> [EventRow] {
      var filter = EventFilter()
      filter.decision = .kept
      choose(&filter)
      return tally.records == 0 ? [] : try view.events(filter, limit: EntrySheet.Latest.limit).rows
    }
    func outlooks(_ tally: RecordTally, _ choose: (inout OutlookFilter) -> Void) throws
      -> [OutlookRow]
    {
      var filter = OutlookFilter()
      choose(&filter)
      return tally.records == 0
        ? [] : try view.outlooks(filter, limit: EntrySheet.Latest.limit).rows
    }
    statementsBy = try statements(figures.statementsBy) { $0.speakerEntry = id }
    statementsAbout = try statements(figures.statementsAbout) { $0.aboutEntry = id }
    eventsBy = try events(figures.eventsBy) { $0.actorEntry = id }
    eventsAgainst = try events(figures.eventsAgainst) { $0.recipientEntry = id }
    eventsAt = try events(figures.eventsAt) { $0.placeEntry = id }
    outlooksHeld = try outlooks(figures.outlooksHeld) { $0.holderEntry = id }
    outlooksAbout = try outlooks(figures.outlooksAbout) { $0.aboutEntry = id }
    var filter = ArticleFilter()
    filter.entry = id
    articles = try view.latest(filter, limit: 5).rows
  }
}

/// One row of figures: what is counted, how often, and the list that has it.
struct EntryFigure {
  /// The end of the wording's key, and the key in the API.
  let name: String
  let tally: RecordTally
  /// The list behind it.
  let list: RecordList
  let query: QueryItems
}

extension EntrySheet {
  /// What is counted, and how often.
  package var tallies: [(name: String, tally: RecordTally)] {
    rows.map { ($0.name.split(separator: "_").joined(separator: " "), $0.tally) }
  }

  /// The figures in the order shown; those of the other realm are left out.
  var rows: [EntryFigure] {
    func figure(
      _ name: String, _ tally: RecordTally, _ list: RecordList, _ field: String,
      isKept: Bool = false
    ) -> EntryFigure {
      var query = QueryItems().setting(field, profile.id)
      if isKept { query = query.setting("decision", DecisionFilter.kept.rawValue) }
      return EntryFigure(name: name, tally: tally, list: list, query: query)
    }
    let mentions = figure("mentions", figures.mentions, .articles, "entry")
    let about = [
      figure("statements_about", figures.statementsAbout, .statements, "about"),
      figure("outlooks_about", figures.outlooksAbout, .outlooks, "about"),
    ]
    switch profile.realm {
    case .actor:
      return [
        mentions, figure("statements_by", figures.statementsBy, .statements, "speaker_entry"),
        about[0], figure("events_by", figures.eventsBy, .events, "actor_entry", isKept: true),
        figure("events_against", figures.eventsAgainst, .events, "recipient_entry", isKept: true),
        figure("outlooks_held", figures.outlooksHeld, .outlooks, "holder_entry"), about[1],
      ]
    case .place:
      return [
        mentions, figure("events_at", figures.eventsAt, .events, "place_entry", isKept: true),
      ] + about
    }
  }
}
