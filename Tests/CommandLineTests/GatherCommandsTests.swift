import Foundation
import Testing

@Suite("marsad sources and gather") struct GatherCommandsTests {
  private let opml = """
    <?xml version="1.0"?><opml version="2.0"><head/><body>
    <outline text="أخبار" type="rss" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/>
    <outline text="B" type="rss" xmlUrl="http://127.0.0.1:9/feed"/></body></opml>
    """

  @Test func `feeds come in and go out as OPML, and are taken out again`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("feeds.opml", opml)
    let first = try await sandbox.run("sources", "import", "feeds.opml", "--store", "s")
    #expect(first.output == "added 2, known 0, failed 0\n")
    let again = try await sandbox.run("sources", "import", "feeds.opml", "no.opml", "--store", "s")
    #expect(again.status == 3)
    #expect(again.output == "added 0, known 2, failed 1\n")
    let exported = try await sandbox.run("sources", "export", "--store", "s")
    #expect(exported.output.contains("https://a.example/feed"))
    #expect(exported.output.contains("أخبار"))
    let removed = try await sandbox.run(
      "sources", "remove", "https://a.example/feed", "--store", "s")
    #expect(removed.status == 0)
    let unknown = try await sandbox.run(
      "sources", "remove", "https://a.example/feed", "--store", "s")
    #expect(unknown.status == 3)
    #expect(unknown.errors.contains("no source has this address"))
    let list = try await sandbox.run("sources", "--store", "s")
    #expect(list.outputLines.count == 1)
    #expect(list.output.hasPrefix("new\thttp://127.0.0.1:9/feed\tB"))
  }

  @Test func `a private address is refused by name and the source is failing`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("feeds.opml", opml)
    _ = try await sandbox.run("sources", "import", "feeds.opml", "--store", "s")
    _ = try await sandbox.run("sources", "remove", "https://a.example/feed", "--store", "s")
    let run = try await sandbox.run("gather", "--store", "s", "--archive", "a", "--once")
    #expect(run.status == 4)
    #expect(run.errors.contains("http://127.0.0.1:9/feed: 127.0.0.1 is 127.0.0.1"))
    #expect(run.errors.contains("--allow-private"))
    let list = try await sandbox.run("sources", "--store", "s")
    #expect(list.output.hasPrefix("failing\t"))
    #expect(list.output.contains("1 failures"))
    let verified = try await sandbox.run("verify", "s")
    #expect(verified.status == 0)
  }

  @Test func `a store without sources and a damaged list are told of`() async throws {
    let sandbox = try Sandbox()
    let none = try await sandbox.run("gather", "--store", "s", "--once")
    #expect(none.status == 3)
    #expect(none.errors.contains("marsad sources add"))
    try sandbox.write("t/sources.json", "[{]")
    let damaged = try await sandbox.run("sources", "--store", "t")
    #expect(damaged.status == 4)
    #expect(damaged.errors.contains("t/sources.json is damaged"))
    #expect(!damaged.errors.contains("DecodingError"))
    try sandbox.write("file", "")
    for store in ["/dev/null/x", "file", "/proc/x"] {
      let unusable = try await sandbox.run("gather", "--store", store, "--once")
      #expect(unusable.status == 4)
      #expect(unusable.errors.contains("name a folder for the store in which you may write"))
      #expect(!unusable.errors.contains("Domain"))
    }
    let proxy = try await sandbox.run("gather", "--store", "s", "--proxy", "nowhere")
    #expect(proxy.status == 2)
    #expect(proxy.errors.contains("--proxy is host:port"))
  }

  @Test func `entries of a list without an address are named and counted as failed`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "a.opml",
      """
      <opml version="2.0"><body><outline text="a & b" type="rss" xmlUrl="http://o.example/f?a=1&b=2"/>
      <outline text="سيئ" type="rss" xmlUrl="file:///etc/passwd"/><outline text="بلا" type="rss"/></body></opml>
      """)
    let run = try await sandbox.run("sources", "import", "a.opml", "--store", "s")
    #expect(run.status == 3)
    #expect(run.output == "added 1, known 0, failed 2\n")
    #expect(run.errors.contains("a.opml: “سيئ” has “file:///etc/passwd”, which is no address"))
    #expect(run.errors.contains("a.opml: “بلا” has no address"))
  }

  @Test func `a page that gives nothing makes the status 3, and the others are kept`() async throws
  {
    let sandbox = try Sandbox()
    let items = ["/1", "/gone"].map { "<item><title>x</title><link>\($0)</link></item>" }.joined()
    let site = try await PageServer.start([
      "/feed": "<rss version='2.0'><channel>\(items)</channel></rss>",
      "/good": "<rss version='2.0'><channel><item><link>/1</link></item></channel></rss>",
      "/1": "<html><body><p>خبر مخترع</p></body></html>",
    ])
    let options = ["--store", "s", "--allow-private", "--delay", "0"]
    _ = try await sandbox.run(["sources", "add", site.url("/good")] + options)
    let good = try await sandbox.run(["gather", "--once", "--captures-only"] + options)
    #expect(good.status == 0)
    _ = try await sandbox.run(["sources", "add", site.url("/feed")] + options)
    let run = try await sandbox.run(["gather", "--once", "--captures-only"] + options)
    #expect(run.status == 3)
    #expect(run.errors.contains("\(site.url("/gone")): the server answers 404"))
    #expect(
      run.output.contains("\(site.url("/feed")): new 0, changed 0, unchanged 0, gone 1, failed 1"))
  }

  @Test func `sitemaps that can't be read or are left out are told of`() async throws {
    let sandbox = try Sandbox()
    let names = (1...7).map { "/\($0).xml" } + ["/gone.xml"]
    let maps = names.map { "<sitemap><loc>\($0)</loc></sitemap>" }.joined()
    var pages = ["/sitemap.xml": "<sitemapindex>\(maps)</sitemapindex>", "/1": "<p>x</p>"]
    for name in names.dropLast() { pages[name] = "<urlset><url><loc>/1</loc></url></urlset>" }
    let site = try await PageServer.start(pages)
    let options = ["--store", "s", "--allow-private", "--delay", "0"]
    _ = try await sandbox.run(["sources", "add", site.url("/sitemap.xml")] + options)
    let run = try await sandbox.run(["gather", "--once", "--captures-only"] + options)
    #expect(run.status == 3)
    #expect(run.errors.contains("\(site.url("/gone.xml")): the server answers 404"))
    #expect(run.errors.contains("none once --most pages are named: 3"))
    let list = try await sandbox.run("sources", "--store", "s")
    #expect(list.output.hasPrefix("ok\t") && list.output.contains("sitemaps that gave nothing: 1"))
  }

  @Test func `a page that is wanted as a list stays one`() async throws {
    let sandbox = try Sandbox()
    let site = try await PageServer.start([
      "/list": "<link rel=alternate type='application/rss+xml' href='/feed'><p>x</p>"
    ])
    let options = ["--store", "s", "--allow-private", "--delay", "0"]
    let list = try await sandbox.run(["sources", "add", "--as-list", site.url("/list")] + options)
    #expect(list.output == "added\tpage_list\t\(site.url("/list"))\t\n")
  }

  @Test func `a proxy is not asked for private addresses`() async throws {
    let sandbox = try Sandbox()
    let proxy = try await PageServer.start([:])
    let run = try await sandbox.run(
      "sources", "add", "http://169.254.169.254/latest", "http://localhost/feed", "--store", "s",
      "--proxy", "127.0.0.1:\(proxy.port)")
    #expect(run.status == 4)
    #expect(run.errors.contains("169.254.169.254 is 169.254.169.254, which is no public address"))
    #expect(run.errors.contains("localhost is a name of a private network"))
  }

  @Test func `what a feed lacks is told of and makes the status 3`() async throws {
    let sandbox = try Sandbox()
    let item = "<item><link>http://o.example/1</link></item>"
    try sandbox.write("cut.xml", "<rss><channel>\(item)<item><title>ثان</title><link>htt")
    let cut = try await sandbox.run("feed", "cut.xml")
    #expect(cut.status == 3 && cut.outputLines.count == 1)
    #expect(cut.errors.contains("cut.xml: is cut off"))
    #expect(cut.errors.contains("cut.xml: items left out, without an address that can be read: 1"))
    try sandbox.write(
      "odd.json",
      #"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"http://o.example/1","tags":"أ"}]}"#
    )
    let odd = try await sandbox.run("feed", "odd.json")
    #expect(odd.status == 0 && odd.outputLines.count == 1)
    #expect(odd.errors.contains("note: odd.json"))
  }
}
