import Foundation
import Testing

@testable import Gathering

/// One kind of bad host, and what it comes to.
private struct BadHost: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable {
    /// Asking it fails like this.
    case fails(FetchFailure)
    /// There is no answer that can be understood.
    case unreachable
    /// It is given up after a second.
    case givenUp
    /// What it says can be read all the same.
    case read(String)
  }

  let name: String
  let steps: [ScriptedServer.Step]
  let outcome: Outcome

  init(_ name: String, _ steps: [ScriptedServer.Step], _ outcome: Outcome) {
    self.name = name
    self.steps = steps
    self.outcome = outcome
  }

  var testDescription: String { name }
}

/// Hosts of this machine that do all that goes wrong on the web; each kind is played by a real server.
@Suite("Bad hosts") struct BadHostTests {
  private static func answer(
    _ status: String, _ fields: [String] = [], _ body: [UInt8] = []
  ) -> [ScriptedServer.Step] { ScriptedServer.Step.answer(status, fields, body) }

  private static let ok = "HTTP/1.1 200 OK\r\n"
  /// hello, packed with gzip.
  private static let hello: [UInt8] = [
    0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x86, 0xA6,
    0x10, 0x36, 0x05, 0, 0, 0,
  ]
  /// 64 KiB of zeros, packed with gzip and eight times over with Brotli; more than is taken.
  private static let zeros = Array(Data(base64Encoded: FetcherTests.zeros) ?? Data())
  private static let brotliZeros: [UInt8] = [
    91, 255, 255, 143, 127, 2, 32, 30, 11, 4, 114, 239, 31, 0,
  ]

  private static let errors: [BadHost] = [
    BadHost("server error", answer("500 Oops"), .fails(.status(500))),
    BadHost("forbidden", answer("403 Forbidden"), .fails(.status(403))),
    BadHost("payment", answer("402 Payment Required"), .fails(.status(402))),
    BadHost("strange status", answer("999 Request denied"), .fails(.status(999))),
    BadHost(
      "overload", answer("503 Later", ["Retry-After: 7"]),
      .fails(.postponed(status: 503, seconds: 7))
    ),
    BadHost(
      "overload without a time", answer("503 Later"),
      .fails(.postponed(status: 503, seconds: 60))
    ),
    BadHost(
      "too many requests, for years",
      answer("429 Slow", ["Retry-After: 999999999"]),
      .fails(.postponed(status: 429, seconds: 86_400))
    ),
    BadHost(
      "a date long gone",
      answer("429 Slow", ["Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"]),
      .fails(.postponed(status: 429, seconds: 1))
    ),
    BadHost(
      "redirects in a circle", answer("302 Found", ["Location: /again"]),
      .fails(.tooManyRedirects(10))
    ),
    BadHost(
      "redirect to a file",
      answer("302 Found", ["Location: file:///etc/passwd"]),
      .fails(.badRedirect("file:///etc/passwd"))
    ),
    BadHost("redirect to nowhere", answer("302 Found"), .fails(.badRedirect(""))),
    BadHost(
      "announces too much", [.send("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n")],
      .fails(.tooLong(bytes: 20_000))
    ),
    BadHost(
      "sends without end",
      [.send("HTTP/1.1 200 OK\r\n\r\n"), .repeating([UInt8](repeating: 0x41, count: 4096))],
      .fails(.tooLong(bytes: 20_000))
    ),
    BadHost(
      "unasked coding", answer("200 OK", ["Content-Encoding: br"], [1, 2]),
      .fails(.badCoding("br"))
    ),
    BadHost("hangs up at once", [], .unreachable),
    BadHost("hangs up in the head", [.send("HTTP/1.1 200 OK\r\nContent-Ty")], .unreachable),
    BadHost(
      "hangs up in the body", [.send("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nab")],
      .unreachable),
    BadHost("speaks no HTTP", [.send("220 mail.example ESMTP\r\n")], .unreachable),
    BadHost(
      "breaks its chunks", [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")],
      .unreachable
    ),
    BadHost(
      "a head of a megabyte",
      [.send("HTTP/1.1 200 OK\r\nX: \(String(repeating: "a", count: 1_000_000))\r\n\r\n")],
      .unreachable
    ),
    BadHost(
      "two lengths",
      [.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc")], .unreachable
    ),
  ]

  private static let more: [BadHost] = [
    BadHost(
      "redirect without a value",
      [.send("HTTP/1.1 302 Found\r\nLocation:\r\nContent-Length: 0\r\n\r\n")],
      .fails(.badRedirect(""))),
    BadHost(
      "redirect to a script", answer("302 Found", ["Location: javascript:alert(1)"]),
      .fails(.badRedirect("javascript:alert(1)"))),
    BadHost(
      "a small answer that gzip unpacks to a huge one",
      answer("200 OK", ["Content-Encoding: gzip"], zeros), .fails(.tooLong(bytes: 20_000))),
    BadHost(
      "a small answer that Brotli unpacks to a huge one",
      answer("200 OK", ["Content-Encoding: br"], brotliZeros), .fails(.tooLong(bytes: 20_000))),
    BadHost(
      "a packed answer that is cut short",
      answer("200 OK", ["Content-Encoding: gzip"], Array(hello.dropLast(9))),
      .fails(.badCoding("gzip"))),
    BadHost(
      "plain text that calls itself packed",
      answer("200 OK", ["Content-Encoding: gzip"], Array("plain".utf8)), .fails(.badCoding("gzip"))),
    BadHost(
      "packed by four codings", answer("200 OK", ["Content-Encoding: gzip, gzip, gzip, br"], [1]),
      .fails(.badCoding("gzip, gzip, gzip, br"))),
    BadHost(
      "the name of an encoding in place of a coding",
      answer("200 OK", ["Content-Encoding: UTF-8"], Array("plain".utf8)), .read("plain")),
    BadHost(
      "announces less than it sends",
      [.send(ok + "Content-Length: 5\r\nConnection: close\r\n\r\nplain and more")], .read("plain")),
    BadHost(
      "announces less than nothing", [.send(ok + "Content-Length: -5\r\n\r\nplain")], .unreachable),
    BadHost(
      "announces a number without end",
      [.send(ok + "Content-Length: 99999999999999999999999\r\n\r\nplain")], .unreachable),
    BadHost(
      "a head without end",
      [.send(ok), .repeating(Array("X-A: \(String(repeating: "a", count: 1000))\r\n".utf8))],
      .unreachable),
    BadHost(
      "chunks without end",
      [
        .send(ok + "Transfer-Encoding: chunked\r\n\r\n"),
        .repeating(Array("1000\r\n\(String(repeating: "a", count: 4096))\r\n".utf8)),
      ], .fails(.tooLong(bytes: 20_000))),
    BadHost("text without a head", [.send("<p>plain</p>")], .unreachable),
    BadHost("the first words of TLS", [.bytes([0x15, 3, 1, 0, 2, 2, 40])], .unreachable),
    BadHost("says nothing", [.wait(3600)], .givenUp),
    BadHost("stops in the head", [.send(ok + "X: "), .wait(3600)], .givenUp),
    BadHost(
      "stops in the body", [.send(ok + "Content-Length: 9\r\n\r\nab"), .wait(3600)], .givenUp),
  ]

  @Test func `at least thirty kinds of bad host are played`() {
    let names = Set((BadHostTests.errors + BadHostTests.more).map(\.name))
    #expect(names.count == BadHostTests.errors.count + BadHostTests.more.count)
    #expect(names.count >= 30)
  }

  @Test(arguments: errors + more)
  private func `a bad host costs one failure that names its fault, or is read all the same`(
    host: BadHost
  ) async throws {
    let server = try await ScriptedServer.start { path, _ in
      path == "/robots.txt" ? ScriptedServer.Step.answer("404 Not Found") : host.steps
    }
    var limits = FetchLimits()
    limits.bytes = 20_000
    // Limits of time that no busy machine reaches, but for hosts that are slow on purpose.
    if case .givenUp = host.outcome { limits.seconds = 1 } else { limits.seconds = 3600 }
    limits.allowsPrivateNetworks = true
    let fetcher = Fetcher(version: "test", limits: limits, delay: 0)
    var result: Result<FetchAnswer, FetchFailure>
    do throws(FetchFailure) {
      result = .success(try await fetcher.fetch(server.url("/"), obeysRobots: limits.seconds > 1))
    } catch {
      result = .failure(error)
    }
    await fetcher.close()
    switch (host.outcome, result) {
    case (.fails(let expected), .failure(let got)): #expect(got == expected)
    case (.givenUp, .failure(let got)): #expect(got == .tooSlow(seconds: 1))
    case (.unreachable, .failure(.unreachable)): break
    case (.read(let text), .success(let answer)):
      #expect(String(decoding: answer.content, as: UTF8.self) == text)
    default: Issue.record("\(host.name): \(result)")
    }
  }
}
