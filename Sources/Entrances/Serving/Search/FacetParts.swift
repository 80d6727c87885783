internal import ArabicQuantities
internal import Recording

extension PageParts {
  /// How what was found is spread, each value a link to the narrowed search.
  func facets(_ facets: SearchFacets, of text: String) -> HTML {
    if facets.facets.isEmpty { return .nothing }
    let note: HTML? =
      facets.counted.isLowerBound
      ? "<p class=\"muted\">\(say["search.facets.counted", ["n": say.number(facets.counted.value)]])</p>"
      : nil
    return """
      <aside class="facets" aria-label="\(say["search.facets"])">
      <details open><summary>\(say["search.facets"])</summary>
      \(note)\(facets.facets.map { facet($0, text) })
      </details></aside>
      """
  }

  private func facet(_ facet: SearchFacet, _ text: String) -> HTML {
    let items = facet.values.map { value -> HTML in
      let shown = HTML.outside(name(value, facet.field))
      let count: HTML = "<span class=\"number\">\(say.number(value.count))</span>"
      guard let clause = value.clause(of: facet.field) else { return "<li>\(shown) \(count)</li>" }
      let query = request.query.without("page", "before").setting("q", "\(text) \(clause)")
      return "<li><a href=\"\(address(.search, query))\">\(shown)</a> \(count)</li>"
    }
    return """
      <section><h2>\(say["search.facets.\(facet.field.rawValue)"])</h2><ul>\(items)</ul></section>

      """
  }

  /// What a value is called in the page's language.
  private func name(_ value: SearchFacet.Value, _ field: SearchFacet.Field) -> String {
    switch field {
    case .type: return say.ifKnown("event.\(value.value)") ?? value.value
    case .date:
      let isYear = value.value.utf8.count == 4
      guard let day = CalendarDay(iso: value.value + (isYear ? "-01-01" : "-01")) else {
        return value.value
      }
      return say.day(day, precision: isYear ? .year : .month)
    default:
      let english = request.language == .english ? value.nameEn : nil
      return english ?? value.name ?? value.value
    }
  }
}
