import ArabicQuantities
import Recording
import Testing

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
    "since:x",
    "until:2015-13", "*", "ا*", "-سوريا", "", "   ", "?!", "\u{202E}\u{202C}", "\u{FEFF}",
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
        #expect(error.position <= typed.unicodeScalars.count)
        #expect(!error.description.isEmpty)
        #expect(!error.description.contains("\n"))
      }
    }
  }

  @Test(arguments: [
    ("", SearchQueryError.Reason.empty, 0),
    ("?! \u{202B}", .empty, 0),
    ("-سوريا", .onlyExclusions, 0),
    ("سوريا source:", .emptyField("source"), 6),
    ("سوريا exact:\"؟\"", .emptyField("exact"), 6),
    ("سوريا since:أمس", .notADay("أمس"), 6),
    ("until:2015-02-30", .notADay("2015-02-30"), 0),
    ("سوريا م*", .shortBeginning, 6),
    ("OR سوريا", .loneOr, 0),
    ("سوريا OR", .loneOr, 6),
    ("سوريا | -مصر", .loneOr, 6),
  ])
  func `an error names its reason and position`(
    typed: String, reason: SearchQueryError.Reason, position: Int
  ) {
    let error = #expect(throws: SearchQueryError.self) { try SearchQuery(typed) }
    #expect(error?.reason == reason)
    #expect(error?.position == position)
  }

  @Test func `a very long search is refused at once`() {
    let long = String(repeating: "كلمة ", count: 12_000)
    let error = #expect(throws: SearchQueryError.self) { try SearchQuery(long) }
    #expect(error?.reason == .tooLong(limit: SearchQuery.byteLimit))
    let many = String(repeating: "ab ", count: 40)
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

  @Test func `days may be months or years and in Arabic digits`() throws {
    let query = try SearchQuery("هدنة منذ:٢٠١٥ until:2016-02")
    #expect(query.since == CalendarDay(year: 2015, month: 1, day: 1))
    #expect(query.until == CalendarDay(year: 2016, month: 2, day: 29))
  }
}
