internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NewsModel

/// Fetches addresses of the web, politely and within limits.
///
/// The host's name is looked up once and the address that was checked is the one that is asked, so that
/// no answer of the name service can lead into a private network; each redirect is checked anew. A proxy looks
/// names up by itself: what can be known of a host without it is checked before the proxy is asked.
package actor Fetcher {
  /// What the program calls itself towards servers.
  package static let agent = "Marsad"

  let limits: FetchLimits
  private let userAgent: String
  private let proxy: HTTPClient.Configuration.Proxy?
  let paces: HostPaces
  private var clients: [String: HTTPClient] = [:]
  /// The hosts that a proxy may be asked for.
  private var checked: Set<String> = []
  var rules: [String: KnownRules] = [:]

  /// Makes a fetcher; `close` must be called when it is done.
  ///
  /// - Parameters:
  ///   - version: The program's version, for the servers' logs.
  ///   - contact: An address under which the operator can be reached, for the servers' operators.
  ///   - limits: The bounds of an answer.
  ///   - proxy: Host and port of a proxy.
  ///   - delay: The least number of seconds between two requests to one host.
  package init(
    version: String, contact: String? = nil, limits: FetchLimits = FetchLimits(),
    proxy: (host: String, port: Int)? = nil, delay: Double = 1
  ) {
    self.limits = limits
    userAgent = "\(Fetcher.agent)/\(version)" + (contact.map { " (+\($0))" } ?? "")
    self.proxy = proxy.map { .server(host: $0.host, port: $0.port) }
    paces = HostPaces(delay: delay)
  }

  /// Ends all connections.
  package func close() async {
    for client in clients.values { try? await client.shutdown() }
    clients = [:]
  }

  /// Fetches an address.
  ///
  /// - Parameters:
  ///   - url: The address.
  ///   - validators: Those of the last answer; with them the answer may be 304.
  ///   - obeysRobots: Whether robots.txt is asked; not for robots.txt itself.
  /// - Returns: An answer with status 200 to 299, 304, 404 or 410.
  /// - Throws: `FetchFailure`.
  package func fetch(
    _ url: String, validators: FetchValidators? = nil, obeysRobots: Bool = true
  ) async throws(FetchFailure) -> FetchAnswer {
    var captures: [Capture] = []
    var address = url
    for _ in 0...limits.redirects {
      if obeysRobots { try await askRobots(address) }
      let exchange = try await exchange(address, captures.isEmpty ? validators : nil)
      captures.append(exchange.capture)
      switch exchange.status {
      case 301, 302, 303, 307, 308:
        guard let target = exchange.location,
          let next = PageAddress.absolute(target, base: address)
        else { throw .badRedirect(exchange.location ?? "") }
        address = next
      case 200...299, 304, 404, 410:
        let content = try CaptureContent(of: exchange.capture, limit: limits.bytes)
        return FetchAnswer(
          captures: captures, status: exchange.status, content: content.bytes,
          charset: content.charset)
      case 429, 503:
        let seconds = exchange.retryAfter(Date()) ?? 60
        if let host = PageAddress.host(address) { await paces.rest(host, seconds: seconds) }
        throw .postponed(status: exchange.status, seconds: seconds)
      default: throw .status(exchange.status)
      }
    }
    throw .tooManyRedirects(limits.redirects)
  }

  // MARK: - One request

  /// One request and its answer.
  private struct Exchange: Sendable {
    var capture: Capture
    var status: Int
    var location: String?
    var retry: String?

    /// The seconds that `Retry-After` asks for (RFC 9110, 10.2.3).
    func retryAfter(_ now: Date) -> Int? {
      guard let retry else { return nil }
      if let seconds = Int(retry) { return max(1, min(seconds, 86_400)) }
      guard let text = FeedDate.iso(retry), let date = try? Date(text, strategy: .iso8601) else {
        return nil
      }
      return max(1, min(Int(date.timeIntervalSince(now)), 86_400))
    }
  }

  private func exchange(
    _ url: String, _ validators: FetchValidators?
  ) async throws(FetchFailure) -> Exchange {
    guard let parsed = URL(string: url), let host = PageAddress.host(url),
      ["http", "https"].contains(parsed.scheme?.lowercased() ?? "")
    else { throw .badAddress }
    let client = try await client(for: host)
    await paces.wait(host)
    // The client knows the host's address by its name in small letters.
    var request = HTTPClientRequest(url: PageAddress.withSmallHost(url))
    request.headers.add(name: "Host", value: host + (parsed.port.map { ":\($0)" } ?? ""))
    request.headers.add(name: "User-Agent", value: userAgent)
    request.headers.add(
      name: "Accept", value: "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8")
    request.headers.add(name: "Accept-Language", value: "ar, *;q=0.5")
    request.headers.add(name: "Accept-Encoding", value: "gzip, br")
    if let tag = validators?.entityTag { request.headers.add(name: "If-None-Match", value: tag) }
    if let date = validators?.lastModified {
      request.headers.add(name: "If-Modified-Since", value: date)
    }
    let (sent, limits) = (request, limits)
    let seconds = limits.seconds
    do {
      return try await withThrowingTaskGroup(of: Exchange?.self) { group in
        group.addTask { try await Fetcher.runAgainIfHungUp(sent, of: url, client, limits) }
        group.addTask {
          try await Task.sleep(for: .seconds(seconds))
          return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let exchange = first else {
          throw FetchFailure.tooSlow(seconds: seconds)
        }
        return exchange
      }
    } catch let failure as FetchFailure {
      throw failure
    } catch {
      if let error = error as? HTTPClientError,
        [.deadlineExceeded, .readTimeout].contains(error)
      {
        throw .tooSlow(seconds: seconds)
      }
      throw .unreachable(Fetcher.reason(error))
    }
  }

  /// Asks once more if the server hung up, as it may on a connection that was kept open.
  ///
  /// Source: RFC 9110, 9.2.2: a client may ask again by itself where the method is idempotent.
  private static func runAgainIfHungUp(
    _ request: HTTPClientRequest, of url: String, _ client: HTTPClient, _ limits: FetchLimits
  ) async throws -> Exchange {
    do {
      return try await run(request, of: url, client, limits)
    } catch {
      let isHangUp =
        error is ChannelError || error is IOError
        || error as? HTTPClientError == .remoteConnectionClosed
      guard isHangUp else { throw error }
      return try await run(request, of: url, client, limits)
    }
  }

  private static func run(
    _ request: HTTPClientRequest, of url: String, _ client: HTTPClient, _ limits: FetchLimits
  ) async throws -> Exchange {
    let response = try await client.execute(request, timeout: .seconds(Int64(limits.seconds)))
    let headers = response.headers
    if let length = headers.first(name: "Content-Length").flatMap({ Int($0) }),
      length > limits.bytes
    {
      throw FetchFailure.tooLong(bytes: limits.bytes)
    }
    var body: [UInt8] = []
    for try await part in response.body {
      body += part.readableBytesView
      if body.count > limits.bytes { throw FetchFailure.tooLong(bytes: limits.bytes) }
    }
    let status = Int(response.status.code)
    let type = headers.first(name: "Content-Type")
    let capture = Capture(
      url: url, time: Date().ISO8601Format(), status: status,
      mediaType: type.map { $0.prefix { $0 != ";" }.lowercased().filter { $0 != " " } },
      requestHead: Fetcher.head(of: request),
      responseHead: Fetcher.head(
        response.status.reasonPhrase, status, headers.map { ($0.name, $0.value) }),
      body: body, origin: .collected)
    return Exchange(
      capture: capture, status: status, location: headers.first(name: "Location"),
      retry: headers.first(name: "Retry-After"))
  }

  /// The client that asks one host at the address that was checked.
  private func client(for host: String) async throws(FetchFailure) -> HTTPClient {
    if proxy != nil, !limits.allowsPrivateNetworks, !checked.contains(host) {
      try await HostCheck.checkForProxy(host)
      checked.insert(host)
    }
    let key = proxy == nil ? host : ""
    if let client = clients[key] { return client }
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: .seconds(Int64(min(limits.seconds, 20)))), proxy: proxy)
    configuration.httpVersion = .http1Only
    // What refuses a connection is told of at once; the next round tries again.
    configuration.connectionPool.retryConnectionEstablishment = false
    if proxy == nil {
      let address = try await HostCheck.address(
        of: host, allowsPrivate: limits.allowsPrivateNetworks)
      configuration.dnsOverride = [host: address.description]
    }
    if let client = clients[key] { return client }
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    clients[key] = client
    return client
  }

  // MARK: - Heads

  /// The path of an address with its query, as a request names it.
  static func path(of url: String) -> String? {
    guard let parts = URLComponents(string: url) else { return nil }
    return (parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath)
      + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
  }

  private static func head(of request: HTTPClientRequest) -> [UInt8] {
    let target = path(of: request.url) ?? "/"
    let lines =
      ["\(request.method.rawValue) \(target) HTTP/1.1"]
      + request.headers.map { "\($0.name): \($0.value)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  /// The answer's first line and fields as a WARC record takes them.
  ///
  /// The content is kept without its
  /// transfer coding, so the field that names it gets another name.
  private static func head(
    _ reason: String, _ status: Int, _ fields: [(name: String, value: String)]
  ) -> [UInt8] {
    let lines =
      ["HTTP/1.1 \(status) \(reason)"]
      + fields.map { field in
        field.name.lowercased() == "transfer-encoding"
          ? "X-Archive-Orig-Transfer-Encoding: \(field.value)" : "\(field.name): \(field.value)"
      }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  /// What broke a connection, in a few words; of faults of TLS the name that the library gives them.
  private static func reason(_ error: any Error) -> String {
    if let error = error as? HTTPClientError { return error.shortDescription }
    let text = "\(error)"
    guard let name = text.firstRange(of: "OPENSSL_internal:") else { return text }
    return "TLS: \(text[name.upperBound...].prefix { $0.isUppercase || $0 == "_" || $0.isNumber })"
  }
}
