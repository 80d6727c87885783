import Foundation
import NewsModel
import Testing

@testable import Gathering

@Suite("Record parser") struct RecordParserTests {
  @Test func `the first line of plain text is the title`() throws {
    let article = try parse("\n العنوان\r\n\nالسطر الأول\nالثاني\n\n", .text).article
    #expect(article.title == "العنوان")
    #expect(article.text == "السطر الأول\nالثاني")
  }

  @Test(arguments: [
    ("6 كانون الثاني 2026", "2026-01-06"), ("٢٠٢٦/٠١/٠٦", "2026-01-06"),
    ("17 رجب 1447", "2026-01-06"), ("Tue, 06 Jan 2026 15:20:00 +0300", "2026-01-06T15:20:00+03:00"),
    ("1767682800", "2026-01-06T07:00:00Z"), ("1767682800123", "2026-01-06T07:00:00Z"),
    ("46028", "2026-01-06"), ("46028.5", "2026-01-06T12:00:00"),
    ("06/01/2026 15:20", "2026-01-06T15:20:00"), ("٦ يناير ٢٠٢٦ ٠٣:٤٥ م", "2026-01-06T15:45:00"),
    ("2026-01-06T15:20:00.123+0300", "2026-01-06T15:20:00+03:00"),
  ])
  func `times are read as feeds and spreadsheets write them`(text: String, time: String) throws {
    let json = "{\"text\": \"نص\", \"published\": \"\(text)\", \"modified\": \"\(text)\"}"
    let article = try parse(json).article
    #expect(article.published == time && article.modified == time)
  }

  @Test(arguments: ["12345", "قريبا", "2026", "99999999999999"])
  func `what tells no day is left out`(text: String) throws {
    #expect(try parse("{\"text\": \"نص\", \"published\": \"\(text)\"}").article.published == nil)
  }

  @Test func `plain text of one line has no title`() throws {
    let article = try parse("سطر واحد\n", .text).article
    #expect(article.title.isEmpty)
    #expect(article.text == "سطر واحد")
  }

  @Test func `all fields of an object are taken`() throws {
    let json = """
      {"id": 17, "source": "s", "url": "u", "published": "2015-07-21 02:51:32", "title": "t",
       "byline": "b", "text": "x\\u0627\\ud83d\\ude00\\n\\"", "more": {"a": [1, "]"]}}
      """
    let article = try parse(json).article
    #expect(
      article
        == Article(
          id: "17", source: "s", url: "u", published: "2015-07-21T02:51:32", title: "t",
          byline: "b", text: "xا😀\n\""))
  }

  @Test func `fields are mapped, also into objects`() throws {
    let mapping = try FieldMapping(parsing: "text=content,source=outlet.name,title=head")
    let json = #"{"content": "c", "outlet": {"name": "o"}, "text": "not this", "head": null}"#
    let article = try parse(json, mapping: mapping).article
    #expect(article.text == "c")
    #expect(article.source == "o")
    #expect(article.title.isEmpty)
  }

  @Test(arguments: ["text", "text=", "=a", "headline=h", "text=a,text=b"])
  func `a mapping that can't be read is refused`(text: String) {
    #expect(throws: FieldMapping.Fault.self) { try FieldMapping(parsing: text) }
  }

  @Test func `an article without an id gets one from its content`() throws {
    let first = try parse(#"{"text":"a","url":"u"}"#).article.id
    #expect(first == (try parse(#"{"url": "u", "text": "a"}"#).article.id))
    #expect(first.count == 32)
    #expect(first != (try parse(#"{"text":"a","url":"v"}"#).article.id))
    #expect(first != (try parse(#"{"text":"au"}"#).article.id))
  }

  @Test(arguments: [
    ("{\"text\":\"a", GatheringProblem.Reason.truncatedJSON),
    ("{\"text\":\"a\"", .truncatedJSON),
    ("{\"text\":tru", .truncatedJSON),
    ("{\"text\":\"a\" \"b\"}", .invalidJSON(at: 1012)),
    ("{\"text\":\"a\"} x", .invalidJSON(at: 1013)),
    ("{\"text\":\"\\x\"}", .invalidJSON(at: 1010)),
    ("{\"text\":[}]}", .invalidJSON(at: 1009)),
    ("[1]", .notAnObject),
    ("{\"content\":\"a\"}", .missingField(name: "text", wanted: "text", present: ["content"])),
    ("{\"text\":[\"a\"]}", .notText(name: "text", wanted: "text")),
    ("{\"text\":\" \\n\"}", .emptyArticle),
    ("{\"text\":null}", .emptyArticle),
  ])
  func `what is wrong is told exactly`(json: String, reason: GatheringProblem.Reason) {
    #expect(throws: GatheringProblem(file: "f", line: 7, reason: reason)) { try parse(json) }
  }

  @Test func `a title without text is kept and remarked`() throws {
    let result = try parse(#"{"title":"t","text":""}"#)
    #expect(result.article.title == "t")
    #expect(result.remarks == [.titleOnly])
  }

  @Test func `no cut of an object is taken for the whole`() throws {
    let json = Array(#"{"id": -1.5e3, "text": "é\u00e9", "list": [{"a": null}, true]}"#.utf8)
    #expect(try parse(bytes: json, .json).article.id == "-1.5e3")
    for count in 0..<json.count {
      #expect(throws: GatheringProblem.self) { try parse(bytes: Array(json[..<count]), .json) }
    }
  }

  @Test func `windows-1256 is converted and remarked`() throws {
    let text = "أعلن المتحدث أن العملية انتهت"
    let bytes = text.unicodeScalars.map { windows1256[$0] ?? UInt8($0.value) }
    let result = try parse(bytes: bytes, .text)
    #expect(result.article.text == text)
    #expect(result.remarks == [.convertedFromWindows1256])
  }

  @Test func `bytes of no known encoding are refused with their place`() {
    let bytes: [UInt8] = Array("good text ".utf8) + [0x80, 0x81]
    #expect(throws: GatheringProblem(file: "f", line: 7, reason: .undecodable(at: 1010))) {
      try parse(bytes: bytes, .text)
    }
    #expect(throws: GatheringProblem(file: "f", line: nil, reason: .utf16)) {
      try parse(bytes: [0xFF, 0xFE, 0x27, 0x06], .text)
    }
  }

  @Test(arguments: [
    ("2015-07-21 02:51:32", "2015-07-21T02:51:32"), ("2015-07-21", "2015-07-21"),
    ("2015-07-21T02:51", "2015-07-21T02:51:00"),
    (" 2015-07-21T02:51:32.123456+0300 ", "2015-07-21T02:51:32+03:00"),
    ("2015-07-21T02:51:32Z", "2015-07-21T02:51:32Z"),
    ("2015-07-21 02:51:32 UTC", "2015-07-21T02:51:32Z"),
    ("2015-07-21T02:51:32-05:30", "2015-07-21T02:51:32-05:30"),
    ("21/07/2015", "2015-07-21"), ("05/06/2015 10:30", "2015-06-05T10:30:00"),
  ])
  func `times become ISO 8601`(text: String, expected: String) {
    #expect(ISOTime.normalised(text) == expected)
  }

  @Test(arguments: [
    "", "yesterday", "2015-02-30", "2015-07-21 25:00", "21-07-2015", "07/21/2015", "2015-07-21T",
  ])
  func `what is no time is left out and remarked`(text: String) throws {
    #expect(ISOTime.normalised(text) == nil)
    let result = try parse(#"{"text":"a","published":"\#(text)"}"#)
    #expect(result.article.published == nil)
    #expect(result.remarks == (text.isEmpty ? [] : [.unreadableDate(text)]))
  }

  private func parse(
    _ text: String, _ form: ArticleRecord.Form = .json, mapping: FieldMapping = FieldMapping()
  ) throws(GatheringProblem) -> RecordParser.Result {
    try parse(bytes: Array(text.utf8), form, mapping: mapping)
  }

  private func parse(
    bytes: [UInt8], _ form: ArticleRecord.Form, mapping: FieldMapping = FieldMapping()
  ) throws(GatheringProblem) -> RecordParser.Result {
    let record = ArticleRecord(file: "f", line: 7, offset: 1000, form: form, bytes: bytes)
    return try RecordParser(mapping: mapping).parse(record)
  }

  /// The bytes of the letters that the test above uses.
  private let windows1256: [Unicode.Scalar: UInt8] = [
    "أ": 0xC3, "ع": 0xDA, "ل": 0xE1, "ن": 0xE4, "ا": 0xC7, "م": 0xE3, "ت": 0xCA, "ح": 0xCD,
    "د": 0xCF, "ث": 0xCB, "ي": 0xED, "ة": 0xC9, "ه": 0xE5,
  ]
}
