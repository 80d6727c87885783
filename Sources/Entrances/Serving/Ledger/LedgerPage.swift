internal import ArabicQuantities
internal import NewsModel
internal import Recording

extension PageParts {
  /// The page of the ledger: all outlooks on record, with how far each has come.
  func ledgerPage(_ view: ArchiveView, today: CalendarDay) throws -> HTML {
    let fields = FilterFields(request: request)
    let filter = try fields.ledger(today: today)
    let page = try view.ledger(filter, limit: 30, before: fields.position())
    let counts = try view.ledgerCounts(LedgerFilter(today: today))
    let conditions = ["": "filter.all", "yes": "filter.condition.yes", "no": "filter.condition.no"]
    let filters = filterForm(
      .list(.ledger),
      fields: [
        "state", "holder", "words", "condition", "kind", "likelihood", "source", "since", "until",
      ],
      [
        choices(
          "state", LedgerState.allCases.map { ($0.rawValue, say["ledger.state.\($0.rawValue)"]) }),
        textField("holder"), textField("words"), sourceChoice(try view.sources()),
        dayField("since"), dayField("until"),
        choice(
          "condition", label: say["filter.condition"],
          ["", "yes", "no"].map { ($0, say[conditions[$0] ?? ""]) }),
        choices("kind", OutlookKind.allCases.map { ($0.rawValue, say["kind.\($0.rawValue)"]) }),
        choices(
          "likelihood",
          Likelihood.allCases.map { ($0.rawValue, say["likelihood.\($0.rawValue)"]) }),
      ])
    let figures = LedgerState.allCases.map { state -> HTML in
      let query = QueryItems([QueryItems.Item(name: "state", value: state.rawValue)])
      return """
        <li><a href="\(address(.list(.ledger), query))"><b>\(say.number(counts[state] ?? 0))</b> \(say["ledger.state.\(state.rawValue)"])</a></li>
        """
    }
    let head: HTML = """
      <ul class="figures">\(figures)</ul>
      <p><a class="more" href="\(address(.ledgerScores))">\(say["ledger.to_scores"])</a></p>
      \(filters)
      """
    return ListContent(
      list: .ledger, title: say["ledger.title"], lead: say["ledger.lead"], noun: "outlook",
      total: page.total, next: page.next, filters: head,
      rows: page.rows.map { ledgerCard($0, today) }, rowsClass: "cards wide-cards"
    ).html(self)
  }
}

extension FilterFields {
  /// The filter of the ledger.
  func ledger(today: CalendarDay) throws(Problem) -> LedgerFilter {
    var filter = LedgerFilter(today: today)
    filter.outlooks = try outlooks()
    filter.states = try set("state", LedgerState.allCases)
    return filter
  }
}
