import ArabicScript
import Gathering
import Testing

@Suite("Feed parser") struct FeedParserTests {
  private let url = "https://outlet.example/feed"

  @Test func `RSS with the faults of real feeds is read`() throws {
    let feed = try FeedParser.feed(
      Array(
        """

        junk<?xml version="1.0" encoding="windows-1256"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
        <title>صحيفة &lt;b&gt;مثال&lt;/b&gt;</title><link>https://outlet.example/</link>
        <item><title><![CDATA[خبر <i>أول</i> &amp; ثان]]></title><link> /news/1?a=1&b=2 </link>
        <pubDate>الخميس، 06 آب 2026 12:30:00 +0300</pubDate><dc:creator>كاتب مخترع</dc:creator>
        <description>نص&nbsp;أول</description><category>أمن</category></item>
        <item><title>بلا رابط</title></item>
        <item><title>معرّف دائم</title><guid>https://outlet.example/news/2</guid>
        <pubDate>Thu, 06 Aug 26 09:05 GMT</pubDate></item>
        <item><title>مكرر</title><link>https://outlet.example/news/2#comments</link></item>
        <item><title>معرّف لا يدل</title><guid isPermaLink="false">https://outlet.example/x</guid></item>
        </channel></rss>
        """.utf8), url: url)
    #expect(feed.format == .rss)
    #expect(feed.title == "صحيفة مثال")
    #expect(
      feed.items.map(\.url) == [
        "https://outlet.example/news/1?a=1&b=2", "https://outlet.example/news/2",
      ])
    let first = try #require(feed.items.first)
    #expect(first.title == "خبر أول & ثان")
    #expect(first.published == "2026-08-06T12:30:00+03:00")
    #expect(first.author == "كاتب مخترع")
    #expect(first.summary == "نص أول")
    #expect(first.categories == ["أمن"])
    #expect(feed.items[1].published == "2026-08-06T09:05:00Z")
  }

  @Test func `windows-1256 is recognised, declared or not`() throws {
    let text = "<rss><channel><title>وكالة الأنباء المخترعة</title></channel></rss>"
    let bytes = text.unicodeScalars.map { scalar -> UInt8 in
      (0...255).first { Windows1256.utf8(decoding: [$0]) == Array(String(scalar).utf8) } ?? 63
    }
    #expect(try FeedParser.feed(bytes, url: url).title == "وكالة الأنباء المخترعة")
    #expect(
      try FeedParser.feed(bytes, url: url, charset: "windows-1256").title
        == "وكالة الأنباء المخترعة")
  }

  @Test func `Atom, RSS 1.0, JSON Feed and sitemaps are read`() throws {
    let atom = try FeedParser.feed(
      Array(
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">أخبار</title>
        <entry><id>tag:1</id><title>خبر</title><link rel="self" href="/self"/>
        <link href="../a/1"/><updated>2026-08-06T12:00:00+03:00</updated>
        <author><name>محرر</name></author></entry></feed>
        """.utf8), url: "https://outlet.example/x/feed")
    #expect(atom.items.map(\.url) == ["https://outlet.example/a/1"])
    #expect(atom.items.first?.updated == "2026-08-06T12:00:00+03:00")
    #expect(atom.items.first?.author == "محرر")

    let rdf = try FeedParser.feed(
      Array(
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel><title>قديم</title></channel><item><title>خبر</title><link>http://o.example/1</link></item>
        </rdf:RDF>
        """.utf8), url: url)
    #expect(rdf.items.map(\.url) == ["http://o.example/1"])

    let json = try FeedParser.feed(
      Array(
        #"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":7,"url":"/n/7","title":"خبر"}]}"#
          .utf8), url: url)
    #expect(json.items.map(\.url) == ["https://outlet.example/n/7"])
    #expect(json.items.map(\.id) == ["7"])

    let map = try FeedParser.feed(
      Array(
        """
        <urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://o.example/1</loc>
        <news:news><news:publication_date>2026-08-06</news:publication_date><news:title>خبر</news:title>
        </news:news></url></urlset>
        """.utf8), url: url)
    #expect(map.items.first?.published == "2026-08-06")
    let index = try FeedParser.feed(
      Array(
        "<sitemapindex><sitemap><loc>https://o.example/s1.xml</loc></sitemap></sitemapindex>".utf8),
      url: url)
    #expect(index.sitemaps.map(\.url) == ["https://o.example/s1.xml"])
  }

  @Test func `what is no feed gives an error that says what it is`() {
    #expect(throws: FeedError.unreadable) { try FeedParser.feed([], url: url) }
    #expect(throws: FeedError.noFeed(root: "html")) {
      try FeedParser.feed(Array("<html><body>x</body></html>".utf8), url: url)
    }
    #expect(throws: FeedError.unreadable) { try FeedParser.feed(Array("{broken".utf8), url: url) }
  }

  @Test func `entities that blow up are not resolved`() throws {
    var text = "<!DOCTYPE rss [<!ENTITY a0 \"ha\">"
    for level in 1...30 { text += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
    text += "]><rss><channel><title>x&a30;y</title></channel></rss>"
    let title = try FeedParser.feed(Array(text.utf8), url: url).title ?? ""
    #expect(title.utf8.count < 1000, "\(title.prefix(100))")
  }

  @Test(arguments: [
    ("2026-08-06T12:30:00Z", "2026-08-06T12:30:00Z"),
    ("Thu, 6 Aug 2026 12:30:05 EST", "2026-08-06T12:30:05-05:00"),
    ("August 6, 2026", "2026-08-06"),
    ("6 أغسطس 2026", "2026-08-06"),
    ("٠٦ آب/أغسطس ٢٠٢٦ ١٢:٣٠", "2026-08-06T12:30:00"),
    ("06 Aug 2026 24:99", "2026-08-06"),
  ])
  func `dates are read as feeds write them`(text: String, iso: String) throws {
    let item = "<item><link>http://o.example/1</link><pubDate>\(text)</pubDate></item>"
    let feed = try FeedParser.feed(Array("<rss><channel>\(item)</channel></rss>".utf8), url: url)
    #expect(feed.items.first?.published == iso)
  }
}

@Suite("Sites") struct SiteTests {
  @Test func `a page's feeds and articles are found`() {
    let page = Array(
      """
      <html><head><link rel="alternate" type="application/rss+xml" title="الأخبار" href="/rss">
      <link rel="alternate" hreflang="en" href="/en"><link rel=alternate type=application/atom+xml href=/rss>
      </head><body><a href="/n/1">خبر طويل من أربع كلمات</a><a href="/about">من نحن</a>
      <a href="https://other.example/n">خبر من موقع آخر هنا</a></body></html>
      """.utf8)
    let found = FeedDiscovery.feeds(inPage: page, url: "https://outlet.example/")
    #expect(found.map(\.url) == ["https://outlet.example/rss"])
    #expect(found.first?.title == "الأخبار")
    let links = FeedDiscovery.links(inPage: page, url: "https://outlet.example/")
    #expect(links.map(\.url) == ["https://outlet.example/n/1"])
  }

  @Test func `lists of sources go out and come in again`() throws {
    let entries = [
      SubscriptionList.Entry(
        url: "https://o.example/rss?a=1&b=2", title: "صحيفة \"مثال\" <1>",
        siteURL: "https://o.example/"),
      SubscriptionList.Entry(url: "https://p.example/feed", title: "أخرى"),
      SubscriptionList.Entry(url: "https://q.example/news", kind: .pageList, title: "بلا خلاصات"),
    ]
    let text = SubscriptionList.opml(entries, title: "مرصد")
    #expect(try SubscriptionList.contents(opml: Array(text.utf8)).entries == entries)
    #expect(throws: FeedError.noFeed(root: "html")) {
      try SubscriptionList.contents(opml: Array("<html/>".utf8))
    }
  }

  @Test(arguments: [
    ("/private/a", false), ("/private/open/a", true), ("/a.pdf", false), ("/a.pdf?x", true),
    ("/news/1", true), ("/x/tmp/y", false), ("/", true), ("/%D8%A7", false), ("/ا", false),
  ])
  func `the longest rule of robots.txt decides`(path: String, isAllowed: Bool) {
    let text = """
      User-agent: other
      Disallow: /
      User-agent: *
      User-agent: third
      Disallow: /private # a remark
      Allow: /private/open
      Disallow: /*.pdf$
      Disallow: /*/tmp/
      Disallow: /ا
      Crawl-delay: 2
      Sitemap: https://o.example/s.xml
      """
    let rules = RobotsRules(Array(text.utf8), agent: "Marsad")
    #expect(rules.allows(path: path) == isAllowed)
    #expect(rules.delay == 2)
    #expect(rules.sitemaps == ["https://o.example/s.xml"])
  }

  @Test func `a group that names the program counts instead of the one for all`() {
    let text = "User-agent: *\nDisallow: /\n\nUser-agent: marsad/1.0\nDisallow: /no"
    let rules = RobotsRules(Array(text.utf8), agent: "Marsad")
    #expect(rules.allows(path: "/yes"))
    #expect(!rules.allows(path: "/no/1"))
    #expect(RobotsRules.open.allows(path: "/"))
  }
}
