/// What a site's robots.txt lets a program fetch (RFC 9309).
package struct RobotsRules: Sendable, Hashable {
  /// One rule: a path pattern, and whether it allows.
  private struct Rule: Sendable, Hashable {
    let pattern: [UInt8]
    let allows: Bool
  }

  private var rules: [Rule] = []
  /// The seconds between two requests that the site asks for (`Crawl-delay`, not in the standard but frequent).
  package private(set) var delay: Double?
  /// The sitemaps that the file names.
  package private(set) var sitemaps: [String] = []

  /// The file was not there: all may be fetched (2.3.1.3).
  package static let open = RobotsRules()

  private init() {}

  /// Reads a file; what is no rule is passed over, as is what stands behind the first 500 KiB (2.5).
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - agent: The program's product token; the group that names it counts, else the one for all.
  package init(_ bytes: [UInt8], agent: String) {
    let text = String(decoding: bytes.prefix(500 * 1024), as: UTF8.self)
    let agent = agent.lowercased()
    var own: [Rule]?
    var common: [Rule] = []
    var delays: (own: Double?, common: Double?)
    var group: (own: Bool, common: Bool) = (false, false)
    var isNaming = false
    for line in text.split(whereSeparator: \.isNewline) {
      let content = line.prefix { $0 != "#" }
      guard let colon = content.firstIndex(of: ":") else { continue }
      let key = content[..<colon].trimmingSpace().lowercased()
      let value = content[content.index(after: colon)...].trimmingSpace()
      switch key {
      case "user-agent":
        if !isNaming { group = (false, false) }
        isNaming = true
        if value == "*" { group.common = true }
        let token = value.lowercased().prefix { $0.isLetter || $0 == "-" || $0 == "_" }
        if !token.isEmpty, token == agent {
          group.own = true
          if own == nil { own = [] }
        }
      case "allow", "disallow":
        isNaming = false
        guard !value.isEmpty else { continue }
        let rule = Rule(pattern: RobotsRules.decoded(value), allows: key == "allow")
        if group.own { own?.append(rule) }
        if group.common { common.append(rule) }
      case "crawl-delay":
        isNaming = false
        let seconds = RobotsRules.seconds(value)
        if group.own { delays.own = seconds }
        if group.common { delays.common = seconds }
      case "sitemap": sitemaps.append(value)
      default: break
      }
    }
    rules = own ?? common
    delay = own == nil ? delays.common : delays.own
  }

  /// A number of seconds, perhaps with its unit behind it; `nil` if it is none.
  private static func seconds(_ value: String) -> Double? {
    Double(value.prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
  }

  /// Whether the path, with its query, may be fetched: the longest rule that fits decides, and allowing wins
  /// if two are equally long (2.2.2).
  package func allows(path: String) -> Bool {
    if path == "/robots.txt" { return true }
    let bytes = RobotsRules.decoded(path.isEmpty ? "/" : path)
    var best: Rule?
    for rule in rules where RobotsRules.fits(rule.pattern, bytes) {
      guard let current = best else {
        best = rule
        continue
      }
      let isLonger = rule.pattern.count > current.pattern.count
      if isLonger || rule.pattern.count == current.pattern.count && rule.allows { best = rule }
    }
    return best?.allows ?? true
  }

  /// Whether a pattern with `*` (anything) and a closing `$` (the end) fits the beginning of a path.
  private static func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    let star = UInt8(ascii: "*")
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let pattern = isAnchored ? Array(pattern.dropLast()) : pattern
    // Greedy matching with one way back suffices, as with file name patterns.
    var (p, t) = (0, 0)
    var back: (p: Int, t: Int)?
    while true {
      if p == pattern.count {
        if !isAnchored || t == path.count { return true }
      } else if pattern[p] == star {
        back = (p + 1, t)
        p += 1
        continue
      } else if t < path.count, pattern[p] == path[t] {
        p += 1
        t += 1
        continue
      }
      guard let last = back, last.t < path.count else { return false }
      back = (last.p, last.t + 1)
      (p, t) = (last.p, last.t + 1)
    }
  }

  /// Percent triplets of the characters that need none are resolved, so that both spellings are equal (2.2.2).
  private static func decoded(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x25, i + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[i + 1...i + 2], as: UTF8.self), radix: 16),
        value != 0x2F, value != 0x2A, value != 0x24
      {
        output.append(value)
        i += 3
      } else {
        output.append(bytes[i])
        i += 1
      }
    }
    return output
  }
}
