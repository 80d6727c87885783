/// The coder's desk of one server: who decides, and which requests may.
///
/// Decisions are taken only from the desk's own page. A form carries a token that only this server's pages hold, its
/// origin must be the address that it is sent to, and that address must be one under which this server is meant to
/// be reached: otherwise another site could be given the name of this machine and read the token.
package struct Desk: Sendable {
  /// Who decides.
  package let coder: String
  /// What forms carry.
  let token: String
  /// The host that the server listens on.
  private let host: String

  /// Makes the desk of a coder on a server that listens on `host`.
  package init(coder: String, host: String) {
    self.init(coder: coder, host: host, token: Desk.freshToken())
  }

  /// Makes a desk whose token is known.
  package init(coder: String, host: String, token: String) {
    self.coder = coder
    self.host = host
    self.token = token
  }

  /// Whether the host is this machine alone.
  package static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.") && isAddress(host)
  }

  /// 128 bits from the system's generator.
  private static func freshToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Whether a request's `Host` is one under which this server is meant to be reached: the name it listens on, this
  /// machine, or an address; never another name.
  func admits(authority: String?) -> Bool {
    guard let name = authority.flatMap({ Desk.name(of: $0) }) else { return false }
    if name == host || Desk.isLoopback(name) { return true }
    let listensEverywhere = host == "0.0.0.0" || host == "::"
    return listensEverywhere && Desk.isAddress(name)
  }

  /// Whether a form may decide.
  ///
  /// - Parameters:
  ///   - authority: The request's `Host`.
  ///   - origin: Its `Origin`.
  ///   - site: Its `Sec-Fetch-Site`, which older browsers don't send.
  ///   - token: The token that the form carries.
  /// - Returns: Whether all of them are those of this desk's page.
  func admits(authority: String?, origin: String?, site: String?, token: String?) -> Bool {
    guard let authority, admits(authority: authority), origin == "http://\(authority)",
      site ?? "same-origin" == "same-origin", let token
    else { return false }
    return Desk.areEqual(token, self.token)
  }

  /// Compares in a time that does not tell where two texts differ.
  private static func areEqual(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The host of `host:port`, without the brackets of an address of version 6.
  private static func name(of authority: String) -> String? {
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      return String(authority[authority.index(after: authority.startIndex)..<end])
    }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let name = parts.first, !name.isEmpty else { return nil }
    return name.lowercased()
  }

  private static func isAddress(_ name: String) -> Bool {
    if name.contains(":") { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
