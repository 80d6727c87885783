internal import NewsModel
internal import Recording

/// The newest records of an entry, each kind with the way to all of them.
struct EntryRecords {
  private let sheet: EntrySheet
  private let parts: PageParts

  init(_ sheet: EntrySheet, _ parts: PageParts) {
    self.sheet = sheet
    self.parts = parts
  }

  var html: HTML {
    let latest = sheet.latest
    return [
      section("statements_by", latest.statementsBy.map(card)),
      section("statements_about", latest.statementsAbout.map(card)),
      section("events_by", latest.eventsBy.map(card)),
      section("events_against", latest.eventsAgainst.map(card)),
      section("events_at", latest.eventsAt.map(card)),
      section("outlooks_held", latest.outlooksHeld.map(card)),
      section("outlooks_about", latest.outlooksAbout.map(card)),
      section("mentions", latest.articles.map(parts.articleRow), listClass: "rows"),
    ].joined(by: "")
  }

  private func section(_ name: String, _ cards: [HTML], listClass: String = "cards wide-cards")
    -> HTML
  {
    guard !cards.isEmpty, let row = sheet.rows.first(where: { $0.name == name }) else {
      return .nothing
    }
    let count = name == "mentions" ? row.tally.reports : row.tally.records
    let all: HTML? =
      count > cards.count
      ? """
      <p class="more"><a href="\(parts.address(.list(row.list), row.query))">\(parts.say["entry.all", ["n": parts.say.number(count)]])</a></p>
      """ : nil
    let title = name == "mentions" ? "entry.articles" : "entry.figure.\(name)"
    return """
      <section class="\(name)"><h2>\(parts.say[title]) <span class="count">\(parts.say.number(count))</span></h2>
      <ul class="\(listClass)">\(cards)</ul>\(all)</section>

      """
  }

  private func card(_ row: StatementRow) -> HTML {
    parts.statementCard(row.statement, content: row.content, at: .list(row.origin))
  }

  private func card(_ row: EventRow) -> HTML { parts.eventCard(row, at: .list(row.origin)) }

  private func card(_ row: OutlookRow) -> HTML { parts.outlookCard(row) }
}
