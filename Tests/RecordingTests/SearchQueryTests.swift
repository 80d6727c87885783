import ArabicQuantities
import Testing

@testable import Recording

@Suite("Search queries") struct SearchQueryTests {
  @Test(arguments: [
    "\"غير مغلقة", "\"", "\"\"\"", "(سوريا", "سوريا)", "سوريا AND", "NOT سوريا", "NEAR(سوريا مصر)",
    "title:سوريا", "{title} : سوريا", "^سوريا", "سوريا^2", "سوريا + مصر",
    "سوريا; DROP TABLE articles",
    "'سوريا'", "\u{202B}سوريا\u{202C}", "\u{200F}-مصر سوريا", "سوريا\0مصر", "\u{1}سور", "\u{2}سور",
    "س\u{300}\u{301}وريا", "* سوريا", "سوريا *", "سوريا:مصر", "http://example.org/?q=سوريا",
    "🇸🇾 سوريا",
    "\\سوريا\\", "سوريا -", "- سوريا", "سوريا --مصر", "في من على", "1234567890123456789012", "%_",
    "سوريا، مصر؛ «لبنان»", "OR\u{200F}", "سوريا OR OR", "|", "سوريا | ", "exact:", "source:",
    "since:x", "until:2015-13", "()", "(", ")", "((سوريا", "سوريا))", "-(سوريا)", "--سوريا", "NEAR",
    "سوريا NEAR/0 مصر",
    "سوريا NEAR/999999999999999999999 مصر", "NEAR/3", "قرب", "أو", "و", "type:", "type:x",
    "date:..", "date:2015..",
    "title:(", "title:()", "exact:*", "name:*", "story:\"", "actor:؟", "place:(سوريا)", "* * *",
    "*سوريا*", "\"*\"",
    "SELECT * FROM articles; --", "article_search MATCH 'x'", "rank:1", "rowid:1",
    "سوريا AND NOT مصر", "سوريا OR -مصر",
    "\u{2066}سوريا\u{2069}", "\u{202A}(\u{202B}سوريا\u{202C})\u{202C}", "\u{061C}سوريا\u{200E}",
    "Abdi OR al", "al", "name:al",
    "*", "ا*", "-سوريا", "", "   ", "?!", "\u{202E}\u{202C}", "\u{FEFF}",
  ])
  func `whatever is typed is a search or an error that says where`(typed: String) throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([plain("a", "زار الوفد سوريا ومصر")])
    for matching in [SearchQuery.Matching.forms, .words, .spelling] {
      do throws(SearchQueryError) {
        let query = try SearchQuery(typed, matching: matching)
        let result = Result { try place.archive.read { try $0.search(query) } }
        #expect(throws: Never.self) { try result.get() }
      } catch {
        #expect(error.range.upperBound <= typed.unicodeScalars.count)
        #expect(error.pieces.before + error.pieces.fault + error.pieces.after == typed)
        #expect(!error.description.isEmpty)
        #expect(!error.description.contains("\n"))
      }
    }
  }

  @Test(arguments: [
    ("", SearchQueryError.Reason.empty, 0..<0),
    ("?! \u{202B}", .empty, 0..<2),
    ("-سوريا", .onlyExclusions, 0..<6),
    ("سوريا -(-مصر)", .onlyExclusions, 7..<13),
    ("سوريا source:", .emptyField("source"), 6..<13),
    ("سوريا source: الأفق", .emptyField("source"), 6..<13),
    ("سوريا exact:\"؟\"", .emptyField("exact"), 6..<12),
    ("سوريا source:(أ)", .groupInField("source"), 13..<14),
    ("سوريا since:أمس", .notADay("أمس"), 12..<15),
    ("until:2015-02-30", .notADay("2015-02-30"), 6..<16),
    ("date:2015..2014-13", .notADay("2015..2014-13"), 5..<18),
    ("سوريا م*", .shortBeginning, 6..<8),
    ("سوريا *", .shortBeginning, 6..<7),
    ("OR سوريا", .loneOperator("OR"), 0..<2),
    ("سوريا OR", .loneOperator("OR"), 6..<8),
    ("سوريا أو", .loneOperator("أو"), 6..<8),
    ("سوريا AND OR مصر", .loneOperator("OR"), 10..<12),
    ("و", .empty, 0..<1),
    ("سوريا NOT", .loneOperator("NOT"), 6..<9),
    ("سوريا | -مصر", .excludedAlternative, 0..<12),
    ("سوريا NEAR (مصر لبنان)", .nearWithoutWords, 6..<10),
    ("NEAR سوريا", .loneOperator("NEAR"), 0..<4),
    ("(سوريا", .openBracket, 0..<1),
    ("مصر (سوريا (لبنان)", .openBracket, 4..<5),
    ("سوريا)", .loneBracket, 5..<6),
    ("مصر \"سوريا", .openQuotation, 4..<5),
  ])
  func `an error names its reason and place`(
    typed: String, reason: SearchQueryError.Reason, range: Range<Int>
  ) {
    let error = #expect(throws: SearchQueryError.self) { try SearchQuery(typed) }
    #expect(error?.reason == reason)
    #expect(error?.range == range)
  }

  @Test func `a type that does not exist is told of with those that do`() {
    let error = #expect(throws: SearchQueryError.self) { try SearchQuery("type:WAR") }
    guard case .notAValue("WAR", "type", let allowed)? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(allowed.contains("ASSAULT"))
    #expect(error?.range == 5..<8)
  }

  @Test func `a very long search is refused at once`() {
    let long = String(repeating: "كلمة ", count: 12_000)
    let error = #expect(throws: SearchQueryError.self) { try SearchQuery(long) }
    #expect(error?.reason == .tooLong(limit: SearchQuery.byteLimit))
    let huge = #expect(throws: SearchQueryError.self) {
      try SearchQuery(String(repeating: "(\"سوريا", count: 100_000 / 12))
    }
    #expect(huge?.reason == .tooLong(limit: SearchQuery.byteLimit))
    let deep = #expect(throws: SearchQueryError.self) {
      try SearchQuery(String(repeating: "(", count: 3_900))
    }
    #expect(deep?.reason == .tooDeep(limit: SearchQuery.depthLimit))
    let minuses = #expect(throws: SearchQueryError.self) {
      try SearchQuery(String(repeating: "-", count: 3_000) + "سوريا")
    }
    #expect(minuses?.reason == .tooDeep(limit: SearchQuery.depthLimit))
    let many = String(repeating: "ab ", count: 1_300)
    let words = #expect(throws: SearchQueryError.self) { try SearchQuery(many) }
    #expect(words?.reason == .tooManyWords(limit: SearchQuery.wordLimit))
  }

  @Test func `the longest search runs`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([plain("a", "وبكتابه")])
    let words = (0..<SearchQuery.wordLimit).map { "وبكتابه\($0 % 2 == 0 ? "" : "ا")" }
    let all = try SearchQuery(words.joined(separator: " "))
    let either = try SearchQuery(words.joined(separator: " OR "))
    let found = try place.archive.read { try $0.search(either).total.value }
    #expect(found == 1)
    let none = try place.archive.read { try $0.search(all).total.value }
    #expect(none <= 1)
  }

  @Test func `a word of any length is bounded`() throws {
    let place = try TemporaryArchive()
    let word = String(repeating: "ب", count: 1_500)
    _ = try place.archive.add([plain("a", "قبل \(word) بعد")])
    let query = try SearchQuery(word)
    let found = try place.archive.read { try $0.search(query).total.value }
    #expect(found == 1)
  }

  @Test(arguments: [
    ("منذ:٢٠١٥", SearchLimit.days(day(2015, 1, 1), nil)),
    ("until:2016-02", .days(nil, day(2016, 2, 29))),
    ("after:2016-02", .days(day(2016, 3, 1), nil)),
    ("before:2016-02-01", .days(nil, day(2016, 1, 31))),
    ("تاريخ:2015-07", .days(day(2015, 7, 1), day(2015, 7, 31))),
    ("date:2015-07..2016", .days(day(2015, 7, 1), day(2016, 12, 31))),
    ("date:..2015-07-03", .days(nil, day(2015, 7, 3))),
    ("date:2015-07-03..", .days(day(2015, 7, 3), nil)),
  ])
  func `days may be months, years or ranges, and in Arabic digits`(
    typed: String, limit: SearchLimit
  ) throws {
    let query = try SearchQuery(typed)
    #expect(query.clauses == [.limit(limit)])
  }

  @Test(arguments: [
    ("a أو b c", "(a|b) c"), ("a OR b OR c", "(a|b|c)"), ("a AND b & c و d", "a b c d"),
    ("(a b) OR c", "((a b)|c)"), ("NOT a b", "!a b"), ("b -(a OR c)", "b !(a|c)"),
    ("((a))", "a"), ("a () ? b", "a b"), ("a\"b c\"d", "a b_c d"),
    ("a (b (c OR d))", "a (b (c|d))"),
    ("title:(a OR b) c", "(title:a|title:b) c"), ("عنوان:a نص:\"b c\"", "title:a body:b_c"),
    ("a NEAR b NEAR/3 c", "[a b c]10"), ("a قرب/٥ b", "[a b]5"),
    ("source:x (type:aid OR b)", "{} ({}|b)"),
    ("\"OR\" \"(\" a", "or a"),
  ])
  func `a search is read as it is meant`(typed: String, meant: String) throws {
    #expect(shape(of: try SearchQuery(typed)) == meant)
  }

  @Test func `with any of the words, words of grammar don't count beside others`() throws {
    var options = SearchQuery.Options()
    options.joining = .any
    #expect(
      shape(of: try SearchQuery("من قصف ميناء -تدريب source:x", options)) == "(قصف|ميناء) !تدريب {}"
    )
    #expect(shape(of: try SearchQuery("من في", options)) == "(من|في)")
    #expect(
      shape(of: try SearchQuery("قصف AND ميناء مدينة قرية", options)) == "(مدينه|قريه) قصف ميناء")
  }
}

private func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay? {
  CalendarDay(year: year, month: month, day: day)
}

/// A search in few signs.
private func shape(of query: SearchQuery) -> String {
  query.clauses.map(shape).joined(separator: " ")
}

private func shape(of clause: SearchClause) -> String {
  func words(_ term: SearchTerm) -> String {
    term.places.map { String(decoding: $0.keys[0], as: UTF8.self) }.joined(separator: "_")
  }
  switch clause {
  case .term(let term, let part): return (part == .anywhere ? "" : "\(part):") + words(term)
  case .near(let terms, let distance, _):
    return "[\(terms.map(words).joined(separator: " "))]\(distance)"
  case .limit: return "{}"
  case .all(let clauses): return "(\(clauses.map(shape).joined(separator: " ")))"
  case .any(let clauses): return "(\(clauses.map(shape).joined(separator: "|")))"
  case .not(let clause): return "!\(shape(of: clause))"
  }
}
