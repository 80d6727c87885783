extension Problem {
  /// What went wrong, in a few words of the language.
  func title(_ say: Wording) -> String {
    switch reason {
    case .notFound: say["problem.not_found"]
    case .noArticle: say["problem.no_article"]
    case .noWatch: say["problem.no_watch"]
    case .watchNameTaken: say["problem.watch_name_taken"]
    case .noLedgerEntry: say["problem.no_ledger_entry"]
    case .noEvent: say["problem.no_event"]
    case .noEntry: say["problem.no_entry"]
    case .undecidable: say["problem.undecidable"]
    case .noDesk: say["problem.no_desk"]
    case .refused: say["problem.refused"]
    case .noVersion: say["problem.no_version"]
    case .noStore: say["problem.no_store"]
    case .methodNotAllowed: say["problem.method"]
    case .failed: say["problem.failed"]
    case .addressTooLong, .badEncoding, .badValue, .badSearch, .badForm: say["problem.bad_request"]
    }
  }

  /// What went wrong and what helps, in a sentence of the language.
  func explanation(_ say: Wording) -> String {
    switch reason {
    case .notFound: say["problem.not_found.lead"]
    case .noArticle(let id): say["problem.no_article.lead", ["id": isolated(id)]]
    case .noWatch(let number): say["problem.no_watch.lead", ["number": say.number(number)]]
    case .watchNameTaken(let name):
      say["problem.watch_name_taken.lead", ["name": isolated(name)]]
    case .noLedgerEntry(let number):
      say["problem.no_ledger_entry.lead", ["number": say.number(number)]]
    case .noEvent(let id, let article):
      say["problem.no_event.lead", ["id": isolated(id), "article": isolated(article)]]
    case .noEntry(let id): say["problem.no_entry.lead", ["id": isolated(id)]]
    case .undecidable(let error): error.explanation(say)
    case .noDesk: say["problem.no_desk.lead"]
    case .refused: say["problem.refused.lead"]
    case .badForm: say["problem.bad_form"]
    case .noVersion(let number): say["problem.no_version.lead", ["n": say.number(number)]]
    case .noStore: say["problem.no_store.lead"]
    case .addressTooLong:
      say["problem.too_long", ["limit": say.number(SiteRequest.addressLimit)]]
    case .badEncoding: say["problem.bad_encoding"]
    case .badValue(let name, let value, let allowed):
      say[
        "problem.bad_value",
        ["value": isolated(value), "name": isolated(name), "allowed": wording(of: allowed, say)]]
    case .badSearch: say["search.error.invalid"]
    case .methodNotAllowed: say["problem.method.lead"]
    case .failed: say["problem.failed.lead"]
    }
  }

  private func wording(of allowed: Allowed, _ say: Wording) -> String {
    switch allowed {
    case .oneOf(let values): values.map(isolated).joined(separator: say["record.separator"])
    case .day: say["problem.bad_value.day"]
    case .number(let range):
      say[
        "problem.bad_value.number",
        ["low": say.number(range.lowerBound), "high": say.number(range.upperBound)]]
    case .position: say["problem.bad_value.position"]
    case .text(let limit): say["problem.bad_value.length", ["limit": say.number(limit)]]
    }
  }

  /// Text from outside, at most 200 characters of it, in an isolate (first-strong to pop).
  private func isolated(_ text: String) -> String {
    let shown = text.count > 200 ? text.prefix(200) + "…" : text[...]
    return "\u{2068}\(shown)\u{2069}"
  }
}
