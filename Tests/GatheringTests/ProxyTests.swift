import Synchronization
import Testing

@testable import Gathering

/// What a proxy was asked for.
private final class Requests: Sendable {
  let targets = Mutex<[String]>([])

  func add(_ target: String) { targets.withLock { $0.append(target) } }
  var all: [String] { targets.withLock { $0 } }
}

@Suite("Fetching through a proxy") struct ProxyTests {
  private func withProxy(
    allowsPrivate: Bool = false, _ body: (Fetcher, Requests) async throws -> Void
  ) async throws {
    let requests = Requests()
    let proxy = try await ScriptedServer.start { target, _ in
      requests.add(target)
      if target.hasSuffix("/robots.txt") { return ScriptedServer.Step.answer("404 Not Found") }
      if target.hasSuffix("/inside") {
        return ScriptedServer.Step.answer(
          "302 Found", ["Location: http://169.254.169.254/latest/meta-data/"])
      }
      return ScriptedServer.Step.answer("200 OK", [], [0x41])
    }
    var limits = FetchLimits()
    limits.seconds = 3600
    limits.allowsPrivateNetworks = allowsPrivate
    let fetcher = Fetcher(
      version: "test", limits: limits, proxy: ("127.0.0.1", proxy.port), delay: 0)
    do { try await body(fetcher, requests) } catch {
      await fetcher.close()
      throw error
    }
    await fetcher.close()
  }

  @Test func `a public address is asked through the proxy`() async throws {
    try await withProxy { fetcher, requests in
      let answer = try await fetcher.fetch("http://8.8.8.8/news")
      #expect(answer.status == 200)
      #expect(requests.all == ["8.8.8.8:80/robots.txt", "8.8.8.8:80/news"])
    }
  }

  @Test(arguments: [
    "127.0.0.1", "127.0.0.1.", "127.1", "2130706433", "0x7f000001", "10.0.0.5", "172.16.3.4",
    "192.168.1.1", "169.254.169.254", "[::1]", "[::ffff:10.0.0.1]", "[fe80::1]", "[fd00::1]",
    "localhost", "LOCALHOST", "localhost.", "feeds.localhost", "printer.local", "intranet",
    "metadata.google.internal", "router.home.arpa", "%31%32%37.0.0.1",
  ]) func `the proxy is not asked for this machine or a private network`(
    host: String
  ) async throws {
    try await withProxy { fetcher, requests in
      await #expect(throws: FetchFailure.self) {
        try await fetcher.fetch("http://\(host):9199/feed")
      }
      #expect(requests.all.isEmpty)
    }
  }

  @Test func `a redirect into a private network ends there`() async throws {
    try await withProxy { fetcher, requests in
      await #expect(
        throws: FetchFailure.forbiddenAddress(host: "169.254.169.254", address: "169.254.169.254")
      ) { try await fetcher.fetch("http://8.8.8.8/inside") }
      #expect(requests.all == ["8.8.8.8:80/robots.txt", "8.8.8.8:80/inside"])
    }
  }

  @Test func `a public name that only the proxy knows is left to it`() async throws {
    try await withProxy { fetcher, requests in
      let answer = try await fetcher.fetch("http://no-such-host.example/news")
      #expect(answer.status == 200)
      #expect(requests.all.last == "no-such-host.example:80/news")
    }
  }

  @Test func `where private networks are allowed the proxy is asked for them`() async throws {
    try await withProxy(allowsPrivate: true) { fetcher, requests in
      let answer = try await fetcher.fetch("http://10.0.0.5/news")
      #expect(answer.status == 200)
      #expect(requests.all.last == "10.0.0.5:80/news")
    }
  }
}
