import ArabicQuantities
import ArabicScript
import Foundation
import NewsModel
import Testing

@testable import Serving

@Suite("Wording") struct WordingTests {
  @Test(arguments: [
    (0, "لا مقالات"), (1, "مقال واحد"), (2, "مقالان"), (3, "3 مقالات"), (10, "10 مقالات"),
    (11, "11 مقالا"), (99, "99 مقالا"), (100, "100 مقال"), (102, "102 مقال"),
    (103, "103 مقالات"), (31_030, "31,030 مقالا"),
  ])
  func `counted nouns agree with their number`(count: Int, text: String) {
    #expect(Wording(.arabic).count(count, "article") == text)
  }

  @Test func `English has two forms`() {
    #expect(Wording(.english).count(1, "article") == "1 article")
    #expect(Wording(.english).count(0, "article") == "0 articles")
    #expect(Wording(.english).count(10_000, "result", orMore: true) == "10,000 results or more")
  }

  @Test func `dates are written without the system's locale`() throws {
    let day = try #require(CalendarDay(year: 2015, month: 8, day: 6))
    #expect(Wording(.arabic).day(day) == "6 أغسطس 2015")
    #expect(Wording(.english).day(day) == "6 August 2015")
    #expect(Wording(.english).day(day, precision: .month) == "August 2015")
    #expect(Wording(.arabic).timeOfDay(iso: "2015-07-21T13:02:02") == "13:02")
    #expect(Wording(.arabic).timeOfDay(iso: "2015-07-21") == nil)
  }

  @Test func `every phrase stands in both languages, but for forms that English lacks`() {
    let table = PhraseTable.shipped
    for key in table.keys {
      #expect(table.phrase(key, in: .arabic) != nil, "\(key)")
      if key.hasPrefix("count."), !key.hasSuffix(".other"), !key.hasSuffix(".one") { continue }
      #expect(table.phrase(key, in: .english) != nil, "\(key)")
    }
  }

  @Test func `every kind that a reading can hold has its words`() {
    let keys =
      Stance.allCases.map { "stance.\($0.rawValue)" }
      + OutlookKind.allCases.map { "kind.\($0.rawValue)" }
      + Likelihood.allCases.map { "likelihood.\($0.rawValue)" }
      + ConditionKind.allCases.map { "condition.\($0.rawValue)" }
      + EventType.allCases.map { "event.\($0.rawValue)" }
      + EventStatus.allCases.map { "status.\($0.rawValue)" }
      + SourceClass.allCases.map { "class.\($0.rawValue)" }
      + StatementMode.allCases.map { "record.mode.\($0.rawValue)" }
      + MentionType.allCases.map { "mention.\($0.rawValue)" }
      + (1...12).map { "month.\($0)" }
    for key in keys { #expect(PhraseTable.shipped.phrase(key, in: .arabic) != nil, "\(key)") }
  }

  @Test func `every phrase that the sources ask for is in the table`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Entrances/Serving").standardized
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    let known = Set(PhraseTable.shipped.keys)
    var asked = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: #/say\[\s*"([a-z_.0-9]+)"/#) {
        asked += 1
        #expect(known.contains(String(match.output.1)), "\(file.lastPathComponent)")
      }
    }
    #expect(asked > 50)
  }

  @Test func `digits follow the language's choice in one place`() {
    #expect(Wording(.arabic).number(1_234_567) == "1,234,567")
    #expect(Wording(.arabic).inDigits("2015") == "2015")
  }
}
