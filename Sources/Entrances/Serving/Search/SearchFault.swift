internal import Recording

extension PageParts {
  /// Why a search can't be run, with the piece at fault set off.
  func searchFault(_ error: SearchQueryError) -> HTML {
    let (before, fault, after) = error.pieces
    let typed: HTML? =
      fault.isEmpty
      ? nil
      : "<p class=\"typed\" dir=\"auto\">\(before)<mark class=\"fault\">\(fault)</mark>\(after)</p>"
    return """
      <section class="search-fault" role="alert"><h2>\(say["search.error.invalid"])</h2>
      <p>\(sentence(error.reason))</p>\(typed)</section>
      """
  }

  private func sentence(_ reason: SearchQueryError.Reason) -> String {
    switch reason {
    case .empty: say["search.error.empty"]
    case .onlyExclusions: say["search.error.only_exclusions"]
    case .tooLong(let limit): say["search.error.too_long", ["limit": say.number(limit)]]
    case .tooManyWords(let limit):
      say["search.error.too_many_words", ["limit": say.number(limit)]]
    case .tooDeep(let limit): say["search.error.too_deep", ["limit": say.number(limit)]]
    case .openQuotation: say["search.error.open_quotation"]
    case .openBracket: say["search.error.open_bracket"]
    case .loneBracket: say["search.error.lone_bracket"]
    case .notADay(let text): say["search.error.not_a_day", ["text": isolated(text)]]
    case .notAValue(let value, let field, let allowed):
      say[
        "search.error.not_a_value",
        [
          "text": isolated(value), "name": isolated(field),
          "allowed": allowed.map(isolated).joined(separator: say["record.separator"]),
        ]]
    case .emptyField(let name): say["search.error.empty_field", ["name": isolated(name)]]
    case .groupInField(let name): say["search.error.group_in_field", ["name": isolated(name)]]
    case .shortBeginning: say["search.error.short_prefix"]
    case .loneOperator(let name): say["search.error.lone_operator", ["name": isolated(name)]]
    case .nearWithoutWords: say["search.error.near_without_words"]
    case .excludedAlternative: say["search.error.excluded_alternative"]
    }
  }

  /// Text from outside, at most 200 characters of it, in an isolate (first-strong to pop).
  private func isolated(_ text: String) -> String {
    "\u{2068}\(text.count > 200 ? text.prefix(200) + "…" : text[...])\u{2069}"
  }
}
