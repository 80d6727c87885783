/// What a page says of its article outside of the body.
struct PageFacts {
  private let tree: PageTree
  private let container: Int
  private var meta: [String: String] = [:]
  private var tags: [String] = []
  private var linked = LinkedData(bytes: [])
  private var canonical: String?
  private var language: String?
  private var documentTitle = ""
  private var headings: [String] = []
  private var visibleByline: String?
  private var times: [String] = []
  private var visibleDates: [String] = []
  private var shortTexts: [String] = []

  /// Collects what the page says.
  init(_ tree: PageTree, container: Int) {
    self.tree = tree
    self.container = container
    var scripts: [UInt8] = []
    for i in tree.nodes.indices {
      switch tree.nodes[i].tag {
      case .html: language = tree.attribute("lang", of: i) ?? language
      case .title where documentTitle.isEmpty: documentTitle = tree.rawText(of: i)
      case .meta: addMeta(i)
      case .link:
        if tree.attribute("rel", of: i)?.lowercased() == "canonical" {
          canonical = canonical ?? tree.attribute("href", of: i)
        }
      case .script:
        if tree.attribute("type", of: i)?.lowercased() == "application/ld+json" {
          for k in i + 1..<max(i + 1, tree.nodes[i].end) {
            scripts += tree.bytes[tree.nodes[k].range]
          }
        }
      case .h1: headings.append(tree.text(of: i))
      case .time: if let value = tree.attribute("datetime", of: i) { times.append(value) }
      case .text: addShortText(i)
      case .p, .br, .img, .tr, .table, .ul: break
      default: addVisible(i)
      }
    }
    linked = LinkedData(bytes: scripts)
  }

  /// The page's description of itself.
  var description: String? { meta["og:description"] ?? meta["description"] }

  /// The text of the article as the page's JSON-LD gives it.
  var linkedBody: String? { linked.string("articleBody") }

  /// Fills in what is known.
  func fill(_ page: inout ExtractedPage) {
    page.title = title
    page.byline = byline
    let dates = PageDates(address: canonical ?? page.url)
    page.published = dates.first(
      of: [linked.string("datePublished"), meta["article:published_time"], meta["datepublished"]]
        + [
          "og:published_time", "og:article:published_time", "pubdate", "publishdate",
          "publish-date",
          "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
          "dc.date.created",
          "dc.date", "dcterms.date", "date", "article.published", "cxenseparse:recs:publishtime",
          "uploaddate", "datecreated",
        ].map { meta[$0] } + times.prefix(1).map { $0 },
      visible: visibleDates + shortTexts)
    page.modified = dates.normalised(
      linked.string("dateModified") ?? meta["article:modified_time"] ?? meta["og:updated_time"]
        ?? meta["datemodified"] ?? meta["last-modified"])
    page.section = meta["article:section"] ?? linked.string("articleSection")
    page.tags = tags
    page.url = canonical ?? meta["og:url"] ?? page.url
    page.source = meta["og:site_name"] ?? linked.name(of: "publisher")
    page.image = meta["og:image"] ?? meta["twitter:image"]
    page.language = (language ?? meta["og:locale"])?.split { $0 == "-" || $0 == "_" }.first
      .map { $0.lowercased() }
    if linked.hasType("LiveBlogPosting") { page.kind = .liveBlog }
    if linked.hasType("ImageGallery") || linked.hasType("MediaGallery") { page.kind = .gallery }
  }

  /// The headline without the outlet's name.
  private var title: String {
    let whole = meta["og:title"] ?? linked.string("headline") ?? documentTitle
    let fit = headings.filter { $0.count > 8 && (whole.contains($0) || documentTitle.contains($0)) }
    if let heading = fit.max(by: { $0.count < $1.count }) { return heading }
    if headings.count == 1, whole.isEmpty { return headings[0] }
    return withoutOutlet(whole.isEmpty ? headings.first ?? "" : whole)
  }

  private func withoutOutlet(_ title: String) -> String {
    for sign in [" | ", " - ", " – ", " — ", " :: ", " « "] {
      let parts = title.split(separator: sign)
      guard parts.count > 1, let first = parts.first else { continue }
      if parts.dropFirst().allSatisfy({ $0.count < first.count }) {
        return parts.dropLast().joined(separator: sign)
      }
    }
    return title
  }

  private var byline: String? {
    let names = [
      linked.name(of: "author"), meta["author"], meta["article:author"], meta["dc.creator"],
      meta["byl"], visibleByline,
    ]
    for case let name? in names {
      let clean = PageFacts.cleanByline(name)
      if !clean.isEmpty, clean.count < 100, !clean.contains("://") { return clean }
    }
    return nil
  }

  private static func cleanByline(_ text: String) -> String {
    var rest = text[...]
    for opening in BoilerplateWords.shipped.bylines {
      if rest.hasPrefix(opening) { rest = rest.dropFirst(opening.count) }
    }
    return CharacterReferences.text(of: Array(rest.utf8)[...])
  }

  private mutating func addMeta(_ node: Int) {
    guard let content = tree.attribute("content", of: node), !content.isEmpty else { return }
    let name =
      tree.attribute("property", of: node) ?? tree.attribute("name", of: node)
      ?? tree.attribute("itemprop", of: node)
    guard let key = name?.lowercased() else { return }
    if key == "article:tag" || key == "news_keywords" {
      tags += content.split { $0 == "," || $0 == "،" }.map { PageFacts.cleanByline(String($0)) }
    }
    if meta[key] == nil { meta[key] = content }
  }

  /// Keeps short texts with digits behind the headline; dates without markup stand there.
  private mutating func addShortText(_ node: Int) {
    let range = tree.nodes[node].range
    guard shortTexts.count < 24, node > 0, !headings.isEmpty || node >= container,
      range.count < 200,
      tree.bytes[range].contains(where: { $0 &- 0x30 < 10 || $0 == 0xD9 })
    else { return }
    let text = CharacterReferences.text(of: tree.bytes[range])
    if (8..<90).contains(text.utf8.count) { shortTexts.append(text) }
  }

  private mutating func addVisible(_ node: Int) {
    guard visibleByline == nil || visibleDates.count < 4 else { return }
    var reader = AttributeReader(bytes: tree.bytes, range: tree.nodes[node].range)
    while let (name, value) = reader.next() {
      let key = Tag.key(of: tree.bytes[name])
      guard PageFacts.tellingAttributes.contains(key) else { continue }
      let text = String(decoding: tree.bytes[value], as: UTF8.self).lowercased()
      if visibleByline == nil,
        ["author", "byline", "writer", "creator"].contains(where: text.contains),
        tree.nodes[node].end - node < 40
      {
        let shown = tree.text(of: node)
        if shown.count > 2, shown.count < 80 { visibleByline = shown }
      }
      if visibleDates.count < 4, ["date", "time", "published"].contains(where: text.contains),
        tree.nodes[node].end - node < 40
      {
        let shown = tree.attribute("content", of: node) ?? tree.text(of: node)
        if shown.count > 5, shown.count < 120 { visibleDates.append(shown) }
      }
    }
  }

  private static let tellingAttributes: Set<UInt64> = Set(
    ["class", "id", "itemprop", "rel"].map { Tag.key(of: Array($0.utf8)[...]) })
}

extension PageTree {
  /// The text below a node that holds characters only.
  func rawText(of node: Int) -> String {
    var output: [UInt8] = []
    for i in node..<nodes[node].end where nodes[i].tag == .text {
      CharacterReferences.append(bytes[nodes[i].range], to: &output)
    }
    return Spacing.collapsed(output)
  }
}
