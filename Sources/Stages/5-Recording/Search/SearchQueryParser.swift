internal import ArabicQuantities
internal import ArabicScript

/// Parses searches; positions count code points.
struct SearchQueryParser {
  private(set) var query = SearchQuery()

  private enum Field { case exact, source, since, until }

  /// What stands between two blanks.
  private struct Item {
    var position: Int
    var isExcluded = false
    var field: (kind: Field, name: String)?
    var text: [Unicode.Scalar] = []
    var isQuoted = false
  }

  private static let fields: [String: Field] = [
    "exact": .exact, "source": .source, "since": .since, "until": .until,
    "حرفيا": .exact, "مصدر": .source, "منذ": .since, "حتي": .until,
  ]

  private let scalars: [Unicode.Scalar]
  private let matching: SearchQuery.Matching
  private var index = 0
  private var wordCount = 0
  /// The position of an `OR` that waits for its right side.
  private var waitingOr: Int?
  /// Whether the item before may be the left side of an `OR`.
  private var hasLeftSide = false

  init(_ text: String, _ matching: SearchQuery.Matching) {
    scalars = Array(text.unicodeScalars)
    self.matching = matching
  }

  mutating func parse() throws(SearchQueryError) {
    while let item = nextItem() {
      if item.field == nil, !item.isQuoted, !item.isExcluded,
        item.text.elementsEqual("OR".unicodeScalars) || item.text == ["|"]
      {
        guard hasLeftSide, waitingOr == nil else { throw error(.loneOr, item.position) }
        waitingOr = item.position
        continue
      }
      try take(item)
    }
    if let waitingOr { throw error(.loneOr, waitingOr) }
    if query.groups.isEmpty {
      throw error(query.exclusions.isEmpty ? .empty : .onlyExclusions, 0)
    }
  }

  // MARK: Items

  private mutating func nextItem() -> Item? {
    while index < scalars.count, isBlank(scalars[index]) { index += 1 }
    guard index < scalars.count else { return nil }
    var item = Item(position: index)
    if scalars[index] == "-", index + 1 < scalars.count, !isBlank(scalars[index + 1]) {
      item.isExcluded = true
      index += 1
    }
    if let (field, name, end) = fieldName() {
      item.field = (field, name)
      index = end
    }
    if index < scalars.count, isQuotationMark(scalars[index]) {
      item.isQuoted = true
      index += 1
      while index < scalars.count, !isQuotationMark(scalars[index]) {
        item.text.append(scalars[index])
        index += 1
      }
      index += 1
      return item
    }
    while index < scalars.count, !isBlank(scalars[index]), !isQuotationMark(scalars[index]) {
      item.text.append(scalars[index])
      index += 1
    }
    return item
  }

  /// The field whose name and colon stand at `index`, and the position behind them.
  private func fieldName() -> (Field, String, Int)? {
    guard let colon = scalars[index...].prefix(24).firstIndex(of: ":") else { return nil }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[index..<colon])
    let text = String(name)
    guard let field = SearchQueryParser.fields[Folding.forSearch.folded(text)] else { return nil }
    return (field, text, colon + 1)
  }

  /// Blanks, and the controls that a text field may put around words.
  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace || scalar.value < 0x20 { return true }
    return switch scalar.value {
    case 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0x2036, 0xFF02: true
    default: false
    }
  }

  // MARK: Meaning

  private mutating func take(_ item: Item) throws(SearchQueryError) {
    if let (field, name) = item.field, field != .exact {
      return try takeLimit(field, name, item)
    }
    guard let term = try term(of: item) else {
      if let (_, name) = item.field { throw error(.emptyField(name), item.position) }
      return
    }
    if item.isExcluded {
      if let waitingOr { throw error(.loneOr, waitingOr) }
      query.exclusions.append(term)
      hasLeftSide = false
    } else {
      if waitingOr != nil {
        query.groups[query.groups.count - 1].append(term)
      } else {
        query.groups.append([term])
      }
      waitingOr = nil
      hasLeftSide = true
    }
  }

  /// What an item looks for; `nil` if it has no word.
  private mutating func term(of item: Item) throws(SearchQueryError) -> SearchTerm? {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: item.text)
    let utf8 = Array(String(view).utf8)
    let terms = SearchTerms(utf8)
    let keys = terms.terms.indices.map { Array(terms.key($0)) }
    guard let last = keys.last else { return nil }
    wordCount += keys.count
    if wordCount > SearchQuery.wordLimit {
      throw error(.tooManyWords(limit: SearchQuery.wordLimit), item.position)
    }
    if item.field != nil || matching == .spelling {
      let words = terms.terms.indices.map { index in
        let range = terms.range(index)
        return String(decoding: utf8[range.start..<range.end], as: UTF8.self)
      }
      return .spelling(words, folded: keys)
    }
    if !item.isQuoted, item.text.last == "*" {
      if String(decoding: last, as: UTF8.self).unicodeScalars.count < 2 {
        throw error(.shortBeginning, item.position)
      }
      return .beginning(keys)
    }
    if matching == .forms, !item.isQuoted, keys.count == 1 { return .forms(of: last[...]) }
    return .words(keys)
  }

  private mutating func takeLimit(_ field: Field, _ name: String, _ item: Item)
    throws(SearchQueryError)
  {
    if let waitingOr { throw error(.loneOr, waitingOr) }
    hasLeftSide = false
    var view = String.UnicodeScalarView()
    view.append(contentsOf: item.text)
    let value = String(view)
    if FoldedName.fold(value).isEmpty { throw error(.emptyField(name), item.position) }
    if field == .source {
      query.source = value
      return
    }
    guard let days = SearchQueryParser.days(Folding.forSearch.folded(value)) else {
      throw error(.notADay(value), item.position)
    }
    if field == .since { query.since = days.first } else { query.until = days.last }
  }

  /// The first and last day of a day, month or year as in `2015-08-06`.
  private static func days(_ text: String) -> (first: CalendarDay, last: CalendarDay)? {
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

  private func error(_ reason: SearchQueryError.Reason, _ position: Int) -> SearchQueryError {
    SearchQueryError(reason: reason, position: position)
  }
}
