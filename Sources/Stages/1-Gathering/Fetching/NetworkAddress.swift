internal import NIOCore

/// An address of the internet protocol, and whether the public internet is behind it.
package struct NetworkAddress: Sendable, Hashable, CustomStringConvertible {
  /// 4 bytes (IPv4) or 16 (IPv6), in network order.
  package let bytes: [UInt8]
  /// As people write it.
  package let description: String

  /// Makes an address of its text, such as `192.0.2.7` or `2001:db8::1`; `nil` if it is none.
  package init?(_ text: String) {
    guard let address = try? SocketAddress(ipAddress: text, port: 0) else { return nil }
    self.init(address)
  }

  init?(_ address: SocketAddress) {
    guard let text = address.ipAddress, let bytes = NetworkAddress.bytes(of: text) else {
      return nil
    }
    self.bytes = bytes
    description = text
  }

  /// Whether it is reachable on the public internet, so that a program that fetches for others may ask it.
  ///
  /// False for loopback, private, link-local (with the services that tell a machine of itself), shared,
  /// multicast, documentation and reserved addresses, and for IPv6 addresses that hold such an IPv4 one.
  ///
  /// Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and its updates).
  package var isPublic: Bool {
    bytes.count == 4 ? NetworkAddress.isPublicIPv4(bytes) : NetworkAddress.isPublicIPv6(bytes)
  }

  private static func isPublicIPv4(_ b: [UInt8]) -> Bool {
    switch (b[0], b[1], b[2]) {
    case (0, _, _), (10, _, _), (127, _, _): false
    case (100, 64...127, _): false
    case (169, 254, _): false
    case (172, 16...31, _), (192, 168, _): false
    case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 51, 100), (203, 0, 113): false
    case (198, 18...19, _): false
    case (224..., _, _): false
    default: true
    }
  }

  private static func isPublicIPv6(_ b: [UInt8]) -> Bool {
    let zeros = b.prefix { $0 == 0 }.count
    // ::, ::1 and the old IPv4-compatible form.
    if zeros >= 12 { return false }
    // IPv4-mapped, ::ffff:0:0/96.
    if zeros == 10, b[10] == 0xFF, b[11] == 0xFF { return isPublicIPv4(Array(b[12...])) }
    // Translation, 64:ff9b::/96; that for local use, 64:ff9b:1::/48.
    if b[0] == 0x00, b[1] == 0x64, b[2] == 0xFF, b[3] == 0x9B {
      return b[4..<12].allSatisfy { $0 == 0 } && isPublicIPv4(Array(b[12...]))
    }
    // 6to4, 2002::/16.
    if b[0] == 0x20, b[1] == 0x02 { return isPublicIPv4(Array(b[2..<6])) }
    // 2001::/23 (Teredo and others) and 2001:db8::/32.
    if b[0] == 0x20, b[1] == 0x01, b[2] < 0x02 || b[2] == 0x0D && b[3] == 0xB8 { return false }
    // Only 2000::/3 is given out as global unicast.
    return b[0] & 0xE0 == 0x20
  }
}
