internal import ArabicScript
internal import ArabicWords

/// Parses searches by recursive descent; positions count code points.
///
///     all     = either { [AND] either }
///     either  = unary { OR unary }
///     unary   = ( minus | NOT ) unary | near
///     near    = primary { NEAR primary }
///     primary = "(" all ")" | field primary | word | quotation
struct SearchQueryParser {
  /// What holds for the words of a part: where they are looked for, how they are compared.
  private struct Context {
    var part = SearchPart.anywhere
    var isExact = false
    var isName = false
    var depth = 0
  }

  private let options: SearchQuery.Options
  private let tokens: [SearchToken]
  private var index = 0
  private var wordCount = 0

  init(_ text: String, _ options: SearchQuery.Options) throws(SearchQueryError) {
    self.options = options
    tokens = try SearchToken.tokens(of: text)
  }

  /// Parses the whole search.
  ///
  /// - Throws: `SearchQueryError`.
  mutating func parse() throws(SearchQueryError) -> [SearchClause] {
    let clauses = try all(Context())
    if let token = next { throw SearchQueryError(.loneBracket, token.range) }
    guard SearchClause.all(clauses).isPositive else {
      throw SearchQueryError(clauses.isEmpty ? .empty : .onlyExclusions, whole)
    }
    return clauses
  }

  private var next: SearchToken? { index < tokens.count ? tokens[index] : nil }

  private var whole: Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  // MARK: Grammar

  private mutating func all(_ context: Context) throws(SearchQueryError) -> [SearchClause] {
    if context.depth > SearchQuery.depthLimit, let token = next {
      throw SearchQueryError(.tooDeep(limit: SearchQuery.depthLimit), token.range)
    }
    var clauses: [(clause: SearchClause, isRequired: Bool)] = []
    var isJoined = false
    while let token = next, token.kind != .close {
      // It says what holds anyway; without a word on both sides it says nothing.
      if isOperator(token, .and) {
        index += 1
        isJoined = !clauses.isEmpty && next != nil && next?.kind != .close
        if isJoined { clauses[clauses.count - 1].isRequired = true }
        continue
      }
      guard let clause = try either(context) else { continue }
      clauses.append((clause, isJoined))
      isJoined = false
    }
    return joined(clauses)
  }

  /// With `Joining.any`, the words side by side become alternatives.
  private func joined(_ clauses: [(clause: SearchClause, isRequired: Bool)]) -> [SearchClause] {
    let words = clauses.filter { !$0.isRequired && $0.clause.isPositive && $0.clause.isText }
      .map(\.clause)
    guard options.joining == .any, words.count > 1 else { return clauses.map(\.clause) }
    let telling = words.filter { !isGrammar($0) }
    let rest = clauses.filter { $0.isRequired || !$0.clause.isPositive || !$0.clause.isText }
    return [.any(telling.isEmpty ? words : telling)] + rest.map(\.clause)
  }

  /// Whether it is a single word of grammar.
  private func isGrammar(_ clause: SearchClause) -> Bool {
    guard case .term(let term, _) = clause, term.places.count == 1, !term.isBeginning,
      let key = term.places[0].keys.first
    else { return false }
    return StopWords.shared.category(key: key) != nil
  }

  private mutating func either(_ context: Context) throws(SearchQueryError) -> SearchClause? {
    if let token = next, isOperator(token, .or) { throw lone(token) }
    let start = next?.range.lowerBound ?? 0
    guard let first = try unary(context) else { return nil }
    var clauses = [first]
    var end = start
    while let token = next, isOperator(token, .or) {
      index += 1
      guard let clause = try unary(context) else { throw lone(token) }
      clauses.append(clause)
      end = tokens[index - 1].range.upperBound
    }
    guard clauses.count > 1 else { return first }
    guard clauses.allSatisfy(\.isPositive) else {
      throw SearchQueryError(.excludedAlternative, start..<end)
    }
    return .any(clauses)
  }

  private mutating func unary(_ context: Context) throws(SearchQueryError) -> SearchClause? {
    guard let token = next, token.kind == .minus || isOperator(token, .not) else {
      return try near(context)
    }
    index += 1
    guard context.depth < SearchQuery.depthLimit else {
      throw SearchQueryError(.tooDeep(limit: SearchQuery.depthLimit), token.range)
    }
    var inner = context
    inner.depth += 1
    guard let clause = try unary(inner) else {
      if token.kind == .minus { return nil }
      throw lone(token)
    }
    guard clause.isPositive else {
      throw SearchQueryError(
        .onlyExclusions, token.range.lowerBound..<tokens[index - 1].range.upperBound)
    }
    return .not(clause)
  }

  private mutating func near(_ context: Context) throws(SearchQueryError) -> SearchClause? {
    guard let first = try primary(context) else { return nil }
    guard let token = next, isOperator(token, .near) else { return first }
    var terms: [SearchTerm] = []
    var distance = 0
    var operand: SearchClause? = first
    var joint = token
    while true {
      guard case .term(let term, _)? = operand else {
        throw SearchQueryError(.nearWithoutWords, joint.range)
      }
      terms.append(term)
      guard let token = next, case .joint(.near, _, let given) = token.kind else { break }
      joint = token
      index += 1
      distance = max(distance, min(given ?? SearchQuery.usualDistance, SearchQuery.distanceLimit))
      operand = try primary(context)
    }
    return .near(terms, within: distance, context.part)
  }

  private mutating func primary(_ context: Context) throws(SearchQueryError) -> SearchClause? {
    guard let token = next else { return nil }
    switch token.kind {
    case .close: return nil
    case .open: return try group(context)
    case .minus: return nil
    case .joint(_, let name, _):
      throw SearchQueryError(.loneOperator(name), token.range)
    case .word(let text):
      index += 1
      return try term(text, token.range.lowerBound, isQuoted: false, context)
        .map { .term($0, context.part) }
    case .quotation(let text):
      index += 1
      return try term(text, token.range.lowerBound + 1, isQuoted: true, context)
        .map { .term($0, context.part) }
    case .field(let field, let name):
      index += 1
      return try self.field(field, name, token, context)
    }
  }

  private mutating func group(_ context: Context) throws(SearchQueryError) -> SearchClause? {
    let open = tokens[index]
    index += 1
    var inner = context
    inner.depth += 1
    let clauses = try all(inner)
    guard next?.kind == .close else { throw SearchQueryError(.openBracket, open.range) }
    index += 1
    if clauses.isEmpty { return nil }
    let clause = clauses.count == 1 ? clauses[0] : SearchClause.all(clauses)
    guard clause.isPositive else {
      throw SearchQueryError(
        .onlyExclusions, open.range.lowerBound..<tokens[index - 1].range.upperBound)
    }
    return clause
  }

  /// A field with what stands behind its colon.
  private mutating func field(
    _ field: SearchKeywords.Field, _ name: String, _ token: SearchToken, _ context: Context
  ) throws(SearchQueryError) -> SearchClause? {
    guard let value = next, value.range.lowerBound == token.range.upperBound else {
      throw SearchQueryError(.emptyField(name), token.range)
    }
    var inner = context
    switch field {
    case .title: inner.part = .title
    case .body: inner.part = .body
    case .exact: inner.isExact = true
    case .name: inner.isName = true
    default: return .limit(try limit(field, name, value))
    }
    guard let clause = try primary(inner) else {
      throw SearchQueryError(.emptyField(name), token.range)
    }
    return clause
  }

  private mutating func limit(
    _ field: SearchKeywords.Field, _ name: String, _ value: SearchToken
  ) throws(SearchQueryError) -> SearchLimit {
    let text: String
    switch value.kind {
    case .word(let typed), .quotation(let typed): text = typed
    case .open: throw SearchQueryError(.groupInField(name), value.range)
    default: throw SearchQueryError(.emptyField(name), value.range)
    }
    index += 1
    return try SearchLimit(field, named: name, text, value.range)
  }

  // MARK: Words

  /// What a word or phrase looks for; `nil` if it has no letter.
  private mutating func term(
    _ text: String, _ position: Int, isQuoted: Bool, _ context: Context
  ) throws(SearchQueryError) -> SearchTerm? {
    let utf8 = Array(text.utf8)
    let terms = SearchTerms(utf8)
    let isBeginning = !isQuoted && text.last == "*"
    let end = position + text.unicodeScalars.count
    guard let last = terms.terms.indices.last else {
      if isBeginning { throw SearchQueryError(.shortBeginning, position..<end) }
      return nil
    }
    wordCount += terms.terms.count
    if wordCount > SearchQuery.wordLimit {
      throw SearchQueryError(.tooManyWords(limit: SearchQuery.wordLimit), position..<end)
    }
    if isBeginning,
      String(decoding: Array(terms.key(last)), as: UTF8.self).unicodeScalars.count < 2
    {
      throw SearchQueryError(.shortBeginning, position..<end)
    }
    let level = context.isExact ? FoldingLevel.none : options.matching.level
    let hasForms =
      options.matching == .forms && !context.isExact && !isQuoted && !isBeginning
      && terms.terms.count == 1
    let places = terms.terms.indices.map { index -> SearchTerm.Place in
      let range = terms.range(index)
      let typed = String(decoding: utf8[range.start..<range.end], as: UTF8.self)
      let start = position + codePoints(utf8, before: range.start)
      var place = SearchTerm.Place(
        typed: typed, keys: [Array(terms.key(index))],
        isName: level == .search && isName(typed, context),
        range: start..<start + typed.unicodeScalars.count)
      if hasForms { place.addForms() }
      return place
    }
    return SearchTerm(places: places, level: level, isBeginning: isBeginning)
  }

  /// Whether spellings in other letters are looked for: asked for, or usual for Latin letters.
  private func isName(_ word: String, _ context: Context) -> Bool {
    if context.isName { return true }
    return options.findsNames && word.utf8.count >= 2
      && word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic && $0.value < 0x250 }
  }

  private func codePoints(_ utf8: [UInt8], before offset: Int) -> Int {
    var count = 0
    for byte in utf8[..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private func isOperator(_ token: SearchToken, _ wanted: SearchKeywords.Operator) -> Bool {
    if case .joint(wanted, _, _) = token.kind { true } else { false }
  }

  private func lone(_ token: SearchToken) -> SearchQueryError {
    guard case .joint(_, let name, _) = token.kind else {
      return SearchQueryError(.empty, token.range)
    }
    return SearchQueryError(.loneOperator(name), token.range)
  }
}

extension SearchQuery {
  /// The words that may stand between those of `NEAR` without a number, and the most with one.
  static let usualDistance = 10
  static let distanceLimit = 100
}

extension SearchQuery.Matching {
  /// The level at which spellings are compared.
  var level: FoldingLevel {
    switch self {
    case .forms, .words: .search
    case .letters: .letters
    case .spelling: .none
    }
  }
}
