import ArabicScript
import Foundation
import Testing

@testable import Gathering

@Suite("Faults of feeds") struct FeedFaultTests {
  private let url = "https://outlet.example/feed"

  private func feed(_ text: String) throws(FeedError) -> Feed {
    try FeedParser.feed(Array(text.utf8), url: url)
  }

  private func windows1256(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar -> UInt8 in
      (0...255).first { Windows1256.utf8(decoding: [$0]) == Array(String(scalar).utf8) } ?? 63
    }
  }

  // MARK: - JSON Feed

  @Test func `an odd item of a JSON Feed costs no other`() throws {
    let feed = try feed(
      #"""
      {"version":"https://jsonfeed.org/version/1.1","title":5,"items":[
      {"id":"1","url":"/1","title":"أول"},"junk",
      {"id":"https://outlet.example/2","url":5,"tags":"سياسة، أمن"},
      {"id":"3","url":"/3","authors":["كاتب"],"date_published":1767623400},
      {"id":"4","url":"/4","authors":{"name":"كاتبة"},"title":["x"]},
      {"id":"5","url":"/5","author":"محرر","authors":null,"tags":["أ",null]},
      {"url":null},null,{"id":"8","url":"/8","tags":["أ"],"authors":[{"name":"ب"}]}]}
      """#)
    #expect(
      feed.items.map(\.url)
        == ["/1", "/2", "/3", "/4", "/5", "/8"].map {
          "https://outlet.example\($0)"
        })
    #expect(feed.items.map(\.author) == [nil, nil, "كاتب", "كاتبة", "محرر", "ب"])
    #expect(feed.items[1].categories == ["سياسة", "أمن"])
    #expect(feed.items[2].published == "2026-01-05T14:30:00Z")
    #expect(feed.leftOut == 3)
    #expect(feed.mended == 4)
  }

  // MARK: - Encodings

  @Test(arguments: [
    "iso-8859-1", "arabic-1256", "x-unknown", "windows-1252", "windows-1256", "utf-8",
  ])
  func `windows-1256 is read whatever it is declared as`(name: String) throws {
    let text = """
      <?xml version="1.0" encoding="\(name)"?><rss version="2.0"><channel><title>الضفاف</title>
      <item><title>انفراج في المفاوضات</title><link>http://o.example/1</link></item></channel></rss>
      """
    let feed = try FeedParser.feed(windows1256(text), url: url)
    #expect(feed.title == "الضفاف")
    #expect(feed.items.first?.title == "انفراج في المفاوضات")
    #expect(try FeedParser.feed(windows1256(text), url: url, charset: "iso-8859-1") == feed)
  }

  @Test func `western text is not taken for Arabic`() throws {
    let text = "<rss><channel><title>Händelser på ön: världen är nära</title></channel></rss>"
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    #expect(
      try FeedParser.feed(bytes, url: url, charset: "iso-8859-1").title
        == "Händelser på ön: världen är nära")
  }

  @Test func `UTF-16 without a mark is read where it is declared`() throws {
    let text =
      "<?xml version='1.0' encoding='UTF-16'?><rss><channel><title>خبر</title></channel></rss>"
    let units = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try FeedParser.feed(units, url: url).title == "خبر")
  }

  @Test func `what servers put before a feed is skipped`() throws {
    let feed = try feed(
      """

      <!-- cache -->
      <br />
      <b>Warning</b>: mysql_connect() in /a.php
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0"><channel><item><link>http://o.example/1</link></item></channel></rss>
      """)
    #expect(feed.items.map(\.url) == ["http://o.example/1"])
    #expect(throws: FeedError.noFeed(root: "html")) {
      try self.feed("<html><body><svg><?xml version='1.0'?><rss/></svg></body></html>")
    }
  }

  // MARK: - Broken and hostile XML

  @Test func `entities that blow up cost no other item`() throws {
    var text = "<?xml version='1.0'?><!DOCTYPE lolz [<!-- ]> --><!ENTITY lol0 \"lo]>l\">"
    for level in 1...9 {
      let inner = String(repeating: "&lol\(level - 1);", count: 10)
      text += "<!ENTITY lol\(level) \"\(inner)\">"
    }
    text += """
      ]><rss version="2.0"><channel><title>x</title>
      <item><title>&lol9;</title><link>http://o.example/1</link></item>
      <item><title>ok</title><link>http://o.example/2</link></item></channel></rss>
      """
    let feed = try feed(text)
    #expect(feed.items.map(\.url) == ["http://o.example/1", "http://o.example/2"])
    #expect(feed.items.map(\.title) == ["&lol9;", "ok"])
    #expect(!feed.isCutOff)
  }

  @Test func `a feed that is too deep to be read on is no whole feed`() throws {
    let depth = 300_000
    let deep = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    let feed = try feed(
      """
      <rss><channel><item><link>http://o.example/1</link></item><item>\(deep)</item>
      <item><link>http://o.example/2</link></item></channel></rss>
      """)
    #expect(feed.items.map(\.url).first == "http://o.example/1")
    #expect(feed.isCutOff)
  }

  @Test(arguments: [
    "<item><title>ثان</title><link>htt", "<item><link>http://o.example/2",
    "<item><link>http://o.example/2</link",
    "<item",
  ]) func `a feed that is cut off makes up no link`(end: String) throws {
    let feed = try feed(
      "<rss><channel><link>http://o.example/</link><item><link>http://o.example/1</link></item>\(end)"
    )
    #expect(feed.items.map(\.url) == ["http://o.example/1"])
    #expect(feed.isCutOff)
    #expect(feed.leftOut == 1)
  }

  @Test func `links are relative to the nearest base, which may be relative itself`() throws {
    let feed = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://o.example/base/">
      <entry><link href="x/1"/></entry><entry xml:base="/e/"><link href="3"/></entry>
      <entry xml:base="deep/"><link xml:base="er/" href="4"/></entry></feed>
      """)
    #expect(
      feed.items.map(\.url) == [
        "http://o.example/base/x/1", "http://o.example/e/3", "http://o.example/base/deep/er/4",
      ])
  }

  @Test func `items without an address are counted`() throws {
    let feed = try feed(
      "<rss><channel><item><title>x</title></item><item><link>http://o.example/1</link></item></channel></rss>"
    )
    #expect((feed.items.count, feed.leftOut) == (1, 1))
  }

  // MARK: - Lists of sources

  @Test func `a list with loose ampersands is read, and entries without an address are named`()
    throws
  {
    let text = """
      <?xml version="1.0"?><opml version="2.0"><head/><body><outline text="سياسة">
      <outline text="a & b" type="rss" xmlUrl="http://o.example/f?a=1&b=2"/></outline>
      <outline text="سيئ" type="rss" xmlUrl="file:///etc/passwd"/>
      <outline text="بلا" type="rss"/><outline text="ملاحظة"/></body></opml>
      """
    let contents = try SubscriptionList.contents(opml: Array(text.utf8))
    #expect(contents.entries.map(\.url) == ["http://o.example/f?a=1&b=2"])
    #expect(contents.entries.first?.title == "a & b")
    #expect(
      contents.faults == [
        SubscriptionList.Fault(name: "سيئ", address: "file:///etc/passwd"),
        SubscriptionList.Fault(name: "بلا", address: nil),
      ])
    #expect(try SubscriptionList.contents(opml: Array(text.utf8.dropLast(40))).isCutOff)
  }
}
