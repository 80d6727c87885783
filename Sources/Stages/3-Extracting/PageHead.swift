/// What a page declares of its article: metadata, JSON-LD, headings; and which element shows the title.
struct PageHead {
  private(set) var meta: [String: String] = [:]
  private(set) var tags: [String] = []
  private(set) var linked = LinkedData(bytes: [])
  private(set) var canonical: String?
  /// What its `base` element gives, before which relative links stand.
  private(set) var base: String?
  private(set) var language: String?
  private(set) var documentTitle = ""
  /// The article's title.
  private(set) var title = ""
  /// The element that shows it.
  private(set) var headline: Int?
  private var headings: [(node: Int, text: String)] = []
  private let tree: PageTree

  /// Collects what a page declares.
  init(_ tree: PageTree) {
    self.tree = tree
    var scripts: [UInt8] = []
    for i in tree.nodes.indices {
      switch tree.nodes[i].tag {
      case .html: language = tree.attribute("lang", of: i) ?? language
      case .title where documentTitle.isEmpty: documentTitle = tree.rawText(of: i)
      case .meta: addMeta(i)
      case .base: base = base ?? tree.attribute("href", of: i)
      case .link:
        if canonical == nil, tree.attribute("rel", of: i)?.lowercased() == "canonical" {
          canonical = tree.attribute("href", of: i)
        }
      case .script:
        if tree.attribute("type", of: i)?.lowercased() == "application/ld+json" {
          for k in i + 1..<max(i + 1, tree.nodes[i].end) {
            scripts += tree.bytes[tree.nodes[k].range]
          }
        }
      case .h1, .h2, .h3:
        if headings.count < 60, !leadsHome(i) { headings.append((i, tree.text(of: i))) }
      default: break
      }
    }
    linked = LinkedData(bytes: scripts)
    findTitle()
  }

  /// Whether a heading is a link to the site's first page: the name of the site.
  private func leadsHome(_ heading: Int) -> Bool {
    guard let link = (heading..<tree.nodes[heading].end).first(where: { tree.nodes[$0].tag == .a }),
      let address = tree.attribute("href", of: link)
    else { return false }
    let path = address.split(separator: "://").last ?? ""
    let isWhole = address.hasPrefix("http") || address.hasPrefix("//")
    let rest =
      isWhole
      ? path.drop { $0 == "/" }.drop { $0 != "/" } : address.drop { $0 == "." || $0 == "/" }
    return ["", "/", "/en/", "/ar/", "/index.html", "/index.php", "index.html", "index.php"]
      .contains(rest)
  }

  /// The time of publication as a page's scripts tell it under one of the usual names.
  var scriptTime: String? {
    for i in tree.nodes.indices where tree.nodes[i].tag == .script {
      for k in i + 1..<max(i + 1, tree.nodes[i].end) {
        for name in PageHead.scriptNames {
          guard let at = ByteSearch.find(name, in: tree.bytes, tree.nodes[k].range) else {
            continue
          }
          let rest = tree.bytes[(at + name.count)..<tree.nodes[k].range.upperBound].prefix(40)
          let value = rest.drop { !($0 &- 0x30 < 10) }
          guard rest.count - value.count < 4 else { continue }
          return String(decoding: value.prefix { $0 != 0x22 && $0 != 0x27 }, as: UTF8.self)
        }
      }
    }
    return nil
  }

  private static let scriptNames = [
    "published_at\":", "datepublished\":", "publish_date\":", "publishdate\":",
    "publication_date\":", "publication_time\":",
  ].map { Array($0.utf8) }

  private mutating func addMeta(_ node: Int) {
    guard let content = tree.attribute("content", of: node), !content.isEmpty else { return }
    let name =
      tree.attribute("property", of: node) ?? tree.attribute("name", of: node)
      ?? tree.attribute("itemprop", of: node)
    guard let key = name?.lowercased() else { return }
    if key == "article:tag" || key == "news_keywords" {
      tags += content.split { $0 == "," || $0 == "،" }.map {
        CharacterReferences.text(of: Array($0.utf8)[...])
      }
    }
    if meta[key] == nil { meta[key] = content }
  }

  private mutating func findTitle() {
    let named = meta["og:title"] ?? linked.string("headline") ?? meta["twitter:title"]
    let whole = named ?? meta["dc.title"] ?? documentTitle
    let site = meta["og:site_name"]
    let fit = headings.filter { heading in
      heading.text.count > 8 && heading.text != site
        && ([whole, documentTitle].contains { PageHead.holds($0, heading.text) }
          || heading.text.count * 3 < whole.count * 4 && PageHead.holds(heading.text, named ?? ""))
    }
    // The outlet's name is a part of the title too, but never the longest.
    let first = fit.filter { tree.nodes[$0.node].tag == .h1 }
    if let best = longest(first, in: whole) ?? longest(fit, in: whole) {
      title = best.text
      headline = best.node
      return
    }
    let parts = Set([named, documentTitle].compactMap { $0 }.flatMap(PageHead.parts))
    if let shown = shownTitle(parts) {
      (title, headline) = shown
      return
    }
    headline =
      headings.first {
        tree.nodes[$0.node].tag == .h1 && $0.text.count > 15 && $0.text != site
      }?.node
    if whole.isEmpty, let node = headline {
      title = tree.text(of: node)
    } else {
      title = PageHead.withoutOutlet(whole)
    }
  }

  private func longest(_ fit: [(node: Int, text: String)], in whole: String) -> (
    node: Int, text: String
  )? {
    // The first that is nearly as long as the longest: comments and links repeat titles.
    let length = fit.map(\.text.count).max() ?? 0
    guard length * 3 > whole.count else { return nil }
    return fit.first { $0.text.count * 10 >= length * 7 }
  }

  /// A text of the page that is the title or a part of it: pages without headings show it so.
  private func shownTitle(_ parts: Set<String>) -> (String, Int)? {
    let sizes = Set(parts.map(\.utf8.count))
    var best: (String, Int)?
    for i in tree.nodes.indices where tree.nodes[i].tag == .text {
      let range = tree.nodes[i].range
      guard range.count >= 12, range.count < 2400 else { continue }
      let parent = tree.nodes[i].parent
      guard !tree.nodes[parent].tag.isUnreadable, tree.nodes[parent].tag != .a else { continue }
      let hasReference = tree.bytes[range].contains(UInt8(ascii: "&"))
      guard hasReference || range.count < 600 else { continue }
      let text = CharacterReferences.text(of: tree.bytes[range])
      guard sizes.contains(text.utf8.count), parts.contains(text) else { continue }
      if text.utf8.count > best?.0.utf8.count ?? 20 { best = (text, parent) }
    }
    return best
  }

  /// A title, and what is left of it without its first or last parts.
  private static func parts(_ title: String) -> [String] {
    var found = [title]
    for sign in [" | ", " - ", " – ", " — ", " :: ", " « ", " » ", ": "] {
      let pieces = title.split(separator: sign)
      guard pieces.count > 1 else { continue }
      for i in 1..<pieces.count {
        found.append(pieces[i...].joined(separator: sign))
        found.append(pieces[..<i].joined(separator: sign))
      }
    }
    return found
  }

  private static func withoutOutlet(_ title: String) -> String {
    for sign in [" | ", " - ", " – ", " — ", " :: ", " « "] {
      let parts = title.split(separator: sign)
      guard parts.count > 1, let first = parts.first else { continue }
      if parts.dropFirst().allSatisfy({ $0.count < first.count }) {
        return parts.dropLast().joined(separator: sign)
      }
    }
    return title
  }

  /// Whether a text holds another; letters of ASCII of either case are equal.
  static func holds(_ text: String, _ part: String) -> Bool {
    guard part.utf8.count > 2 else { return false }
    let bytes = Array(text.utf8)
    return ByteSearch.find(part.utf8.map(ByteSearch.lower), in: bytes, 0..<bytes.count) != nil
  }
}

extension PageTree {
  /// The text below a node that holds characters only.
  func rawText(of node: Int) -> String {
    var output: [UInt8] = []
    for i in node..<nodes[node].end where nodes[i].tag == .text {
      CharacterReferences.append(bytes, nodes[i].range, to: &output)
    }
    return Spacing.collapsed(output)
  }
}
