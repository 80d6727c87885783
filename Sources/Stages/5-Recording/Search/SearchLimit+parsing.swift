internal import ArabicQuantities
internal import ArabicScript
internal import NewsModel

extension SearchLimit {
  /// What a field with a value asks for.
  ///
  /// - Parameters:
  ///   - field: The field.
  ///   - name: Its name as typed.
  ///   - text: Its value as typed.
  ///   - range: Where the value stands, in code points of the search.
  /// - Throws: `SearchQueryError` for a value of no use.
  init(
    _ field: SearchKeywords.Field, named name: String, _ text: String, _ range: Range<Int>
  ) throws(SearchQueryError) {
    if FoldedName.fold(text).isEmpty { throw SearchQueryError(.emptyField(name), range) }
    switch field {
    case .speaker: self = .speaker(text)
    case .actor: self = .actor(text)
    case .place: self = .place(text)
    case .story: self = .story(text)
    case .type:
      guard let type = EventType(rawValue: text.uppercased()) else {
        let allowed = EventType.allCases.map(\.rawValue)
        throw SearchQueryError(.notAValue(text, field: name, allowed: allowed), range)
      }
      self = .type(type)
    case .date, .since, .until, .after, .before:
      guard let days = SearchLimit.days(field, Folding.forSearch.folded(text)) else {
        throw SearchQueryError(.notADay(text), range)
      }
      self = days
    default: self = .source(text)
    }
  }

  private static func days(_ field: SearchKeywords.Field, _ text: String) -> SearchLimit? {
    if field == .date {
      let ends = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
      guard ends.count <= 2, let first = ends.first, let last = ends.last else { return nil }
      let since = period(first)?.first
      let until = period(last)?.last
      if (since == nil) != first.isEmpty || (until == nil) != last.isEmpty { return nil }
      return .days(since, until)
    }
    guard let period = period(text) else { return nil }
    return switch field {
    case .since: .days(period.first, nil)
    case .after: .days(period.last.advanced(by: 1), nil)
    case .before: .days(nil, period.first.advanced(by: -1))
    default: .days(nil, period.last)
    }
  }

  /// The first and last day of a day, month or year as in `2015-08-06`.
  private static func period(_ text: String) -> (first: CalendarDay, last: CalendarDay)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = parts.map(\.utf8.count)
    guard lengths == [4] || lengths == [4, 2] || lengths == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    let firstMonth = numbers.count > 1 ? numbers[1] : 1
    let lastMonth = numbers.count > 1 ? numbers[1] : 12
    guard (1...12).contains(firstMonth) else { return nil }
    let lastDay =
      numbers.count > 2 ? numbers[2] : CalendarDay.days(inMonth: lastMonth, of: numbers[0])
    guard
      let first = CalendarDay(
        year: numbers[0], month: firstMonth, day: numbers.count > 2 ? numbers[2] : 1),
      let last = CalendarDay(year: numbers[0], month: lastMonth, day: lastDay)
    else { return nil }
    return (first, last)
  }
}
