import Foundation
import NewsModel
import Testing

@testable import Gathering

@Suite("Fetching") struct FetcherTests {
  /// Limits of time that no busy machine reaches; hosts that are slow on purpose get their own.
  private static func limits(allowsPrivate: Bool = true, seconds: Int = 3600) -> FetchLimits {
    var limits = FetchLimits()
    limits.bytes = 20_000
    limits.seconds = seconds
    limits.allowsPrivateNetworks = allowsPrivate
    return limits
  }

  private func withFetcher<Value>(
    allowsPrivate: Bool = true, seconds: Int = 3600, _ body: (Fetcher) async throws -> Value
  ) async throws -> Value {
    let fetcher = Fetcher(
      version: "test", contact: "https://marsad.example/about",
      limits: FetcherTests.limits(allowsPrivate: allowsPrivate, seconds: seconds), delay: 0)
    do {
      let value = try await body(fetcher)
      await fetcher.close()
      return value
    } catch {
      await fetcher.close()
      throw error
    }
  }

  private func outcome(
    _ path: String, robots: [ScriptedServer.Step] = ScriptedServer.Step.answer("404 Not Found"),
    _ answer: @escaping @Sendable (String, String) -> [ScriptedServer.Step]
  ) async throws -> Result<FetchAnswer, FetchFailure> {
    let server = try await ScriptedServer.start { path, head in
      path == "/robots.txt" ? robots : answer(path, head)
    }
    return try await withFetcher { fetcher in
      do throws(FetchFailure) { return .success(try await fetcher.fetch(server.url(path))) } catch {
        return .failure(error)
      }
    }
  }

  private func failure(_ result: Result<FetchAnswer, FetchFailure>) -> FetchFailure? {
    if case .failure(let failure) = result { return failure }
    return nil
  }

  @Test func `a good answer is captured as it came, with what was asked`() async throws {
    let body = Array("<p>خبر</p>".utf8)
    let answer = try await outcome("/news?id=7") { _, _ in
      ScriptedServer.Step.answer(
        "200 OK",
        ["Content-Type: text/html; charset=\"windows-1256\"", "X-Twice: 1", "X-Twice: 2"],
        body)
    }.get()
    let capture = try #require(answer.captures.first)
    let request = String(decoding: capture.requestHead, as: UTF8.self)
    let response = String(decoding: capture.responseHead, as: UTF8.self)
    #expect(answer.content == body)
    #expect(answer.charset == "windows-1256")
    #expect(capture.mediaType == "text/html")
    #expect(request.hasPrefix("GET /news?id=7 HTTP/1.1\r\n"))
    #expect(request.contains("User-Agent: Marsad/test (+https://marsad.example/about)"))
    #expect(response.hasPrefix("HTTP/1.1 200 OK\r\n") && response.hasSuffix("\r\n\r\n"))
    #expect(response.contains("X-Twice: 1") && response.contains("X-Twice: 2"))
  }

  @Test func `a packed answer is kept packed and read unpacked`() async throws {
    // printf hello | gzip -n
    let packed: [UInt8] = [
      0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x86,
      0xA6,
      0x10, 0x36, 0x05, 0, 0, 0,
    ]
    let answer = try await outcome("/") { _, _ in
      ScriptedServer.Step.answer("200 OK", ["Content-Encoding: gzip"], packed)
    }.get()
    #expect(answer.captures.first?.body == packed)
    #expect(answer.content == Array("hello".utf8))
    let damaged = try await outcome("/") { _, _ in
      ScriptedServer.Step.answer("200 OK", ["Content-Encoding: gzip"], Array(packed.dropLast(9)))
    }
    #expect(failure(damaged) == .badCoding("gzip"))
  }

  @Test func `an answer packed with Brotli is read, a damaged or a huge one is told of`() throws {
    // Made by Google's brotli: hello, and 1 MiB of zeros.
    let hello: [UInt8] = [11, 2, 128, 104, 101, 108, 108, 111, 3]
    let zeros: [UInt8] = [91, 255, 255, 143, 127, 2, 32, 30, 11, 4, 114, 239, 31, 0]
    func content(_ body: [UInt8], limit: Int = 1 << 21) throws(FetchFailure) -> [UInt8] {
      let head = Array("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n".utf8)
      let capture = Capture(
        url: "https://a.example/", time: "2026-01-01T00:00:00Z", responseHead: head, body: body)
      return try CaptureContent(of: capture, limit: limit).bytes
    }
    #expect(try content(hello) == Array("hello".utf8))
    #expect(try content([]).isEmpty)
    #expect(try content(zeros).count == 1 << 20)
    #expect(throws: FetchFailure.tooLong(bytes: 1 << 19)) { try content(zeros, limit: 1 << 19) }
    #expect(throws: FetchFailure.badCoding("br")) { try content(Array(hello.dropLast(3))) }
    #expect(throws: FetchFailure.badCoding("br")) { try content(hello + [0]) }
  }

  @Test func `chunks are joined, and the field that told of them is renamed`() async throws {
    let answer = try await outcome("/") { _, _ in
      [
        .send(
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
      ]
    }.get()
    #expect(answer.content == Array("abcde".utf8))
    let head = String(decoding: answer.captures[0].responseHead, as: UTF8.self)
    #expect(head.contains("X-Archive-Orig-Transfer-Encoding: chunked"))
    #expect(!head.lowercased().contains("\r\ntransfer-encoding"))
  }

  @Test func `redirects are followed and each is captured`() async throws {
    let answer = try await outcome("/a") { path, _ in
      path == "/a"
        ? ScriptedServer.Step.answer("301 Moved Permanently", ["Location: b"])
        : ScriptedServer.Step.answer("200 OK", [], [0x41])
    }.get()
    #expect(answer.captures.map(\.status) == [301, 200])
    #expect(answer.url.hasSuffix("/b"))
  }

  @Test func `the server is told what is known and may say that nothing changed`() async throws {
    let server = try await ScriptedServer.start { path, head in
      if path == "/robots.txt" { return ScriptedServer.Step.answer("404 Not Found") }
      return head.contains("If-None-Match: \"v1\"")
        ? [.send("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n")]
        : ScriptedServer.Step.answer("200 OK", ["ETag: \"v1\""], [0x41])
    }
    try await withFetcher { fetcher in
      let first = try await fetcher.fetch(server.url("/"))
      let validators = FetchValidators(responseHead: first.captures[0].responseHead)
      let second = try await fetcher.fetch(server.url("/"), validators: validators)
      #expect(!first.isNotModified)
      #expect(second.isNotModified)
    }
  }

  @Test(arguments: [
    ("404 Not Found", 404), ("410 Gone", 410), ("204 No Content", 204),
  ]) func `an answer that says something of the page is an answer`(line: String, status: Int)
    async throws
  {
    let answer = try await outcome("/") { _, _ in
      status == 204 ? [.send("HTTP/1.1 204 No Content\r\n\r\n")] : ScriptedServer.Step.answer(line)
    }.get()
    #expect(answer.status == status)
  }

  @Test func `a small answer that unpacks to a huge one is stopped`() async throws {
    let member = Array(try #require(Data(base64Encoded: FetcherTests.zeros)))
    let packed = (0..<800).flatMap { _ in member }
    #expect(packed.count < 100_000)
    let capture = Capture(
      url: "https://a.example/", time: "2026-01-01T00:00:00Z",
      responseHead: Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".utf8), body: packed)
    #expect(throws: FetchFailure.tooLong(bytes: 1 << 20)) {
      try CaptureContent(of: capture, limit: 1 << 20)
    }
  }

  /// 64 KiB of zeros as one gzip member, made by gzip -9 -n.
  static let zeros =
    "H4sIAAAAAAACA+3BAQEAAACAkP6v7ggKAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAauuOl9cAAAEA"

  @Test func `robots txt decides, and its absence allows`() async throws {
    let body = ScriptedServer.Step.answer("200 OK", [], [0x41])
    let rules = Array("User-agent: marsad\nDisallow: /private\n".utf8)
    let some = ScriptedServer.Step.answer("200 OK", [], rules)
    #expect(
      failure(try await outcome("/private/1", robots: some) { _, _ in body }) == .refusedByRobots)
    #expect(failure(try await outcome("/news/1", robots: some) { _, _ in body }) == nil)
    for status in ["404 Not Found", "403 Forbidden"] {
      let robots = ScriptedServer.Step.answer(status)
      #expect(failure(try await outcome("/", robots: robots) { _, _ in body }) == nil, "\(status)")
    }
  }

  @Test func `a robots txt that fails is told of as that, and asked again later`() async throws {
    let body = ScriptedServer.Step.answer("200 OK", [], [0x41])
    let cases: [([ScriptedServer.Step], FetchFailure)] = [
      (ScriptedServer.Step.answer("500 Oops"), .status(500)),
      (ScriptedServer.Step.answer("503 Later"), .postponed(status: 503, seconds: 60)),
    ]
    for (robots, reason) in cases {
      let result = try await outcome("/", robots: robots) { _, _ in body }
      #expect(failure(result) == .robotsFailed(reason))
    }
    let server = try await ScriptedServer.start { path, _ in
      path == "/robots.txt" ? [.wait(3600)] : body
    }
    _ = try await withFetcher(seconds: 1) { fetcher in
      await #expect(throws: FetchFailure.robotsFailed(.tooSlow(seconds: 1))) {
        try await fetcher.fetch(server.url("/"))
      }
    }
    let sentence = FetchFailure.robotsFailed(.status(500)).sentence
    #expect(sentence.contains("robots.txt can't be had") && sentence.contains("answers 500"))
    let now = ContinuousClock.now
    let known = Fetcher.KnownRules(outcome: .failure(.status(500)), asked: now - .seconds(301))
    #expect(!known.isFresh)
    #expect(Fetcher.KnownRules(outcome: .success(.open), asked: now - .seconds(301)).isFresh)
  }

  @Test func `a host that refuses connections is told of at once`() async throws {
    let server = try await ScriptedServer.start { _, _ in [] }
    let url = server.url("/")
    try await withFetcher { fetcher in
      // Nothing listens at port 1 of this machine.
      let closed = url.replacing(":\(server.port)/", with: ":1/")
      do throws(FetchFailure) {
        _ = try await fetcher.fetch(closed)
        Issue.record("answered")
      } catch {
        guard case .unreachable = error else { throw error }
      }
    }
  }

  @Test func `a host that does not speak TLS is told of at once and in few words`() async throws {
    let server = try await ScriptedServer.start { _, _ in ScriptedServer.Step.answer("400 Bad") }
    _ = try await withFetcher { fetcher in
      await #expect(throws: FetchFailure.unreachable("TLS: WRONG_VERSION_NUMBER")) {
        try await fetcher.fetch("https://127.0.0.1:\(server.port)/")
      }
    }
  }

  @Test func `IPv6 addresses are asked, in brackets, and checked like others`() async throws {
    guard
      let server = try? await ScriptedServer.start(
        host: "::1",
        { path, head in
          path == "/robots.txt"
            ? ScriptedServer.Step.answer("404 Not Found")
            : ScriptedServer.Step.answer("200 OK", [], Array(head.utf8))
        })
    else { return }
    try await withFetcher { fetcher in
      let answer = try await fetcher.fetch(server.url("/n"))
      let head = String(decoding: answer.content, as: UTF8.self)
      #expect(head.contains("Host: [::1]:\(server.port)\r\n"))
      #expect(answer.url == "http://[::1]:\(server.port)/n")
    }
    try await withFetcher(allowsPrivate: false) { fetcher in
      for host in ["::1", "::ffff:127.0.0.1", "fe80::1", "fd00::1", "::ffff:a9fe:a9fe"] {
        await #expect(throws: FetchFailure.self, "\(host)") {
          try await fetcher.fetch("http://[\(host)]:\(server.port)/n")
        }
      }
      await #expect(throws: FetchFailure.forbiddenAddress(host: "[::1]", address: "::1")) {
        try await fetcher.fetch(server.url("/n"))
      }
    }
  }

  @Test func `a host in capitals is asked at the address that was checked`() async throws {
    let server = try await ScriptedServer.start { path, _ in
      path == "/robots.txt"
        ? ScriptedServer.Step.answer("404 Not Found")
        : ScriptedServer.Step.answer("200 OK", [], [0x41])
    }
    try await withFetcher { fetcher in
      let url = "http://LOCALHOST:\(server.port)/A"
      let answer = try await fetcher.fetch(url)
      #expect(answer.url == url)
    }
    #expect(PageAddress.withSmallHost("http://Outlet.Example/A") == "http://outlet.example/A")
  }

  @Test func `this machine and private networks are not asked unless allowed`() async throws {
    let server = try await ScriptedServer.start { _, _ in
      ScriptedServer.Step.answer("200 OK", [], [0x41])
    }
    try await withFetcher(allowsPrivate: false) { fetcher in
      await #expect(throws: FetchFailure.forbiddenAddress(host: "127.0.0.1", address: "127.0.0.1"))
      {
        try await fetcher.fetch(server.url("/"))
      }
      await #expect(throws: FetchFailure.self) {
        try await fetcher.fetch("http://localhost:\(server.port)/")
      }
      await #expect(throws: FetchFailure.self) { try await fetcher.fetch("http://[::1]:1/") }
      await #expect(
        throws: FetchFailure.forbiddenAddress(host: "169.254.169.254", address: "169.254.169.254")
      ) { try await fetcher.fetch("http://169.254.169.254/latest/meta-data") }
    }
  }

  @Test func `what is no address of the web is told so`() async throws {
    try await withFetcher { fetcher in
      for url in ["", "outlet.example", "ftp://outlet.example/", "file:///etc/passwd", "http://"] {
        await #expect(throws: FetchFailure.badAddress, "\(url)") { try await fetcher.fetch(url) }
      }
      await #expect(throws: FetchFailure.unknownHost("no-such-host.invalid")) {
        try await fetcher.fetch("http://no-such-host.invalid/")
      }
    }
  }

  @Test(arguments: [
    ("8.8.8.8", true), ("93.184.216.34", true), ("2606:4700::1111", true), ("0.0.0.0", false),
    ("10.1.2.3", false), ("100.64.0.1", false), ("100.128.0.1", true), ("127.9.9.9", false),
    ("169.254.169.254", false), ("172.15.0.1", true), ("172.31.255.255", false),
    ("192.168.1.1", false), ("192.0.2.1", false), ("198.18.0.1", false), ("203.0.113.9", false),
    ("224.0.0.1", false), ("255.255.255.255", false), ("::", false), ("::1", false),
    ("::ffff:10.0.0.1", false), ("::ffff:8.8.8.8", true), ("::127.0.0.1", false),
    ("fe80::1", false), ("fc00::1", false), ("fd12::1", false), ("ff02::1", false),
    ("64:ff9b::7f00:1", false), ("64:ff9b::808:808", true), ("2002:7f00:1::", false),
    ("2002:808:808::", true), ("2001::1", false), ("2001:db8::1", false),
    ("2001:4860:4860::8888", true),
  ]) func `only the public internet counts as public`(text: String, isPublic: Bool) throws {
    #expect(try #require(NetworkAddress(text)).isPublic == isPublic)
  }

  @Test func `a host is not asked again before its time`() async {
    let paces = HostPaces(delay: 0.05)
    let begun = ContinuousClock.now
    for _ in 0..<4 { await paces.wait("outlet.example") }
    #expect(ContinuousClock.now - begun >= .milliseconds(150))
  }

  @Test func `a site's wish for long pauses is granted up to a minute, not passed over`() async {
    let paces = HostPaces(delay: 1)
    let rules = RobotsRules(Array("User-agent: *\nCrawl-delay: 3600".utf8), agent: "Marsad")
    #expect(rules.delay == 3600)
    await paces.slow("outlet.example", to: rules.delay ?? 0)
    #expect(await paces.pause("outlet.example") == HostPaces.longestDelay)
    await paces.slow("other.example", to: 5)
    #expect(await paces.pause("other.example") == 5)
    let patient = HostPaces(delay: 90)
    await patient.slow("outlet.example", to: 3600)
    #expect(await patient.pause("outlet.example") == 90)
  }

  @Test func `a host does not wait for another`() async {
    let paces = HostPaces(delay: 3600)
    await paces.wait("outlet.example")
    await paces.wait("other.example")
  }
}
