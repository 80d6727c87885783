internal import NIOPosix

/// Tells whether a host may be asked.
enum HostCheck {
  /// The address at which a host is asked.
  ///
  /// - Parameters:
  ///   - host: As it stands in an address; IPv6 in brackets.
  ///   - allowsPrivate: Whether it may stand in a private network.
  /// - Returns: The first that the name service has.
  /// - Throws: `FetchFailure.unknownHost`, `.forbiddenAddress`.
  static func address(
    of host: String, allowsPrivate: Bool
  ) async throws(FetchFailure) -> NetworkAddress {
    guard let address = await addresses(of: host).first else { throw .unknownHost(host) }
    guard allowsPrivate || address.isPublic else {
      throw .forbiddenAddress(host: host, address: address.description)
    }
    return address
  }

  /// Checks a host that a proxy will look up.
  ///
  /// As far as the name service here knows it, all its addresses must be public. A name that is not known here is
  /// left to the proxy, unless it is one of those of private networks.
  ///
  /// - Throws: `FetchFailure.forbiddenAddress`, `.privateName`, `.badAddress`.
  static func checkForProxy(_ host: String) async throws(FetchFailure) {
    let name = withoutDots(host)
    let isLiteral = NetworkAddress(withoutBrackets(name)) != nil
    guard isLiteral || isName(name) else { throw .badAddress }
    if !isLiteral, isPrivate(name) { throw .privateName(host) }
    let known = await addresses(of: name)
    if let address = known.first(where: { !$0.isPublic }) {
      throw .forbiddenAddress(host: host, address: address.description)
    }
    // Some programs take such names for numbers.
    if known.isEmpty, endsInNumber(name) { throw .badAddress }
  }

  private static func addresses(of host: String) async -> [NetworkAddress] {
    let name = withoutBrackets(host)
    if let literal = NetworkAddress(name) { return [literal] }
    return (try? await NIOThreadPool.singleton.runIfActive { NetworkAddress.all(of: name) }) ?? []
  }

  private static func withoutBrackets(_ host: String) -> String {
    host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
  }

  /// Without the dot of the root, which names the same host.
  private static func withoutDots(_ host: String) -> String {
    var name = host[...]
    while name.last == "." { name.removeLast() }
    return String(name)
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        $0 &- 0x30 < 10 || $0 &- 0x61 < 26 || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F
      }
  }

  /// Domains that stand for a machine itself or for a network of its own (RFC 6761, RFC 6762, RFC 8375, ICANN's
  /// `.internal`, and what routers use).
  private static let privateDomains = [
    "localhost", "local", "internal", "intranet", "private", "corp", "home", "lan", "localdomain",
    "home.arpa",
  ]

  /// Whether a name is one of a private network: a single word, or below a private domain.
  private static func isPrivate(_ name: String) -> Bool {
    let isWord = !name.contains(".") && !endsInNumber(name)
    return isWord || privateDomains.contains { name == $0 || name.hasSuffix(".\($0)") }
  }

  /// Whether the last label is a number, decimal or hexadecimal (WHATWG URL, 3.5).
  private static func endsInNumber(_ name: String) -> Bool {
    let label = name.utf8.split(separator: UInt8(ascii: ".")).last.map { Array($0) } ?? []
    if label.starts(with: Array("0x".utf8)) { return true }
    return !label.isEmpty && label.allSatisfy { $0 &- 0x30 < 10 }
  }
}
