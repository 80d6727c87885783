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
}
