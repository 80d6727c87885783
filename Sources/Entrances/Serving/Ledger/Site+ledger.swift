internal import ArabicQuantities
internal import Recording

/// One of the pages on what came of outlooks, read out of the archive.
enum LedgerView: Sendable {
  case entry(LedgerEntryPage)
  case scores(LedgerScoresPage)
  case pressure(PressurePage)

  func html(_ parts: PageParts) -> HTML {
    switch self {
    case .entry(let page): page.html(parts)
    case .scores(let page): page.html(parts)
    case .pressure(let page): page.html(parts)
    }
  }

  /// The page for programs.
  ///
  /// - Throws: `Problem` if no actor was asked for.
  func json(_ request: SiteRequest) throws(Problem) -> [UInt8] {
    switch self {
    case .entry(let page): return LedgerJSON.entry(page)
    case .scores(let page): return LedgerJSON.scores(page)
    case .pressure(let page):
      guard page.actor != nil else {
        let allowed = Problem.Allowed.text(limit: FilterFields.textLimit)
        throw request.problem(.badValue(name: "actor", value: "", allowed: allowed))
      }
      return PressureJSON.page(page)
    }
  }
}

extension Site {
  /// Reads what an address of the ledger or of pressure shows.
  func ledgerPage(_ request: SiteRequest) async throws -> LedgerView {
    let page = try await archive.read { view -> LedgerView? in
      switch request.route {
      case .ledgerEntry(let number), .apiLedgerEntry(let number):
        try LedgerEntryPage(number, today: .today, view).map { .entry($0) }
      case .ledgerScores, .apiLedgerScores:
        .scores(try LedgerScoresPage(request, today: .today, view))
      case .pressure, .apiPressure: .pressure(try PressurePage(request, today: .today, view))
      default: nil
      }
    }
    if let page { return page }
    if case .ledgerEntry(let number) = request.route {
      throw request.problem(.noLedgerEntry(number))
    }
    if case .apiLedgerEntry(let number) = request.route {
      throw request.problem(.noLedgerEntry(number))
    }
    throw request.problem(.notFound)
  }
}
