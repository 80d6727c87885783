/// The form of addresses by which indexes of captures are sorted: `org,example)/a?b=1`.
///
/// Sort-friendly URI Reordering Transform, in the canonical form of the Internet Archive that CDXJ uses: small
/// letters, no `www`, no default port, no slash at the end, the query's parts in order.
enum SortKey {
  /// The key of an address.
  static func key(of url: String) -> String {
    guard let scheme = url.firstRange(of: "://"), url[..<scheme.lowerBound].hasPrefix("http") else {
      return url.lowercased()
    }
    var rest = url[scheme.upperBound...].lowercased()[...]
    if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
    let hostEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    var host = rest[..<hostEnd]
    if let user = host.lastIndex(of: "@") { host = host[host.index(after: user)...] }
    var port = ""
    if let colon = host.lastIndex(of: ":"), host[host.index(after: colon)...].allSatisfy(\.isNumber)
    {
      port = String(host[colon...])
      host = host[..<colon]
    }
    if port == (url.hasPrefix("https") ? ":443" : ":80") || port == ":" { port = "" }
    var path = rest[hostEnd...]
    var query: Substring?
    if let mark = path.firstIndex(of: "?") {
      query = path[path.index(after: mark)...]
      path = path[..<mark]
    }
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    let ordered = query.map { $0.split(separator: "&", omittingEmptySubsequences: false).sorted() }
    let end = ordered.map { $0.joined(separator: "&") } ?? ""
    let tail = (path.isEmpty ? "/" : path) + (end.isEmpty ? "" : "?" + end)
    return SortKey.reversed(host) + port + ")" + SortKey.escaped(String(tail))
  }

  /// The text with bytes beyond ASCII as `%d8%ae`.
  private static func escaped(_ text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var output: [UInt8] = []
    for byte in text.utf8 {
      if byte > 0x20, byte < 0x7F {
        output.append(byte)
      } else {
        output += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func reversed(_ host: Substring) -> String {
    if host.hasPrefix("[") { return String(host) }
    var labels = host.split(separator: ".")
    if labels.count > 1, let first = labels.first, first.hasPrefix("www"),
      first.dropFirst(3).allSatisfy(\.isNumber)
    {
      labels.removeFirst()
    }
    return labels.reversed().joined(separator: ",")
  }
}
