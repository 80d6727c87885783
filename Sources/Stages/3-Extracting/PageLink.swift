/// Makes links of a page absolute (RFC 3986, 5.2).
struct PageLink {
  /// Scheme and host, as in `https://outlet.example`; `nil` if the page's address is not known.
  private let origin: Substring?
  /// The path of the page, or of its `base` element, without a query.
  private let path: Substring

  /// Takes where the page was fetched, and what its `base` element gives.
  init(page: String?, base: String?) {
    let own = page.flatMap { PageLink(whole: $0[...]) }
    guard let base else {
      self = own ?? PageLink(origin: nil, path: "")
      return
    }
    let absolute = own?.absolute(base) ?? base
    self = PageLink(whole: absolute[...]) ?? own ?? PageLink(origin: nil, path: "")
  }

  private init(origin: Substring?, path: Substring) {
    self.origin = origin
    self.path = path
  }

  /// Cuts an absolute address; `nil` if it is none.
  private init?(whole address: Substring) {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    let end = address[scheme.upperBound...].firstIndex { "/?#".contains($0) } ?? address.endIndex
    origin = address[..<end]
    path = address[end...].prefix { $0 != "?" && $0 != "#" }
  }

  /// The absolute address of a link; the link itself if the page's address is not known.
  func absolute(_ link: String) -> String {
    let link = link.trimmingPrefix { $0.isWhitespace }
    guard let origin, !link.isEmpty else { return String(link) }
    let scheme = link.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    if scheme.endIndex < link.endIndex, link[scheme.endIndex] == ":" { return String(link) }
    if link.hasPrefix("//") { return String(origin.prefix { $0 != "/" }) + link }
    if link.hasPrefix("/") { return origin + PageLink.withoutDots(link) }
    if link.hasPrefix("?") || link.hasPrefix("#") { return String(origin + path + link) }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return origin + PageLink.withoutDots(folder + link)
  }

  /// A path without `.` and `..` (RFC 3986, 5.2.4); a query is left as it is.
  private static func withoutDots(_ path: Substring) -> String {
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    guard path[..<end].contains(".") else { return String(path) }
    var kept: [Substring] = []
    let parts = path[..<end].split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { kept.append("") }
      case "..":
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(part)
      }
    }
    return kept.joined(separator: "/") + path[end...]
  }
}
