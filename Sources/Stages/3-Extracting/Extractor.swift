internal import ArabicScript

/// Makes articles of pages.
///
/// A pure function: equal pages give equal articles, and no page is an error.
package struct Extractor: Sendable {
  /// The longest page, in bytes, that is read; of a longer one the beginning is.
  package static let limit = 64 << 20

  private let sites: SiteHints

  /// Makes an extractor.
  ///
  /// - Parameter sites: What is told of single sites; it counts for pages whose address is given.
  package init(sites: SiteHints = .shipped) { self.sites = sites }

  /// The article of a page.
  ///
  /// - Parameters:
  ///   - page: The page's bytes as fetched.
  ///   - url: Where it was fetched.
  ///   - charset: The encoding that the response's header declares.
  /// - Returns: What was found; what is missing is in its notes.
  /// - Complexity: O(n) in the page's length.
  package func extract(_ page: [UInt8], url: String? = nil, charset: String? = nil) -> ExtractedPage
  {
    var result = ExtractedPage()
    result.url = url
    let isUTF16 = page.starts(with: [0xFF, 0xFE]) || page.starts(with: [0xFE, 0xFF])
    if !isUTF16, page.prefix(1024).contains(0) { return empty(&result, .binary) }
    guard page.contains(where: { $0 > 0x20 }) else { return empty(&result, .empty) }
    if page.count > Extractor.limit { result.notes.append(.cut) }
    let decoded = PageEncoding.decode(Array(page.prefix(Extractor.limit)), declared: charset)
    result.encoding = decoded.name
    if !decoded.isAsDeclared { result.notes.append(.otherEncoding) }
    let tree = PageTreeBuilder.tree(of: decoded.bytes)
    let measures = PageMeasures(tree)
    let head = PageHead(tree)
    let headline = Extractor.leading(head.headline, tree, measures)
    let words = sites.words(for: url)
    let body = BodyFinder(tree, measures: measures, headline: headline, words: words)
    let container = body.container()
    let around = PageSurroundings(
      tree, measures, headline: headline, container: container)
    let facts = PageFacts(head, around)
    let stated = facts.linkedBody.map(Extractor.withoutMarkup)
    let text = self.text(tree, body, container, headline, shown: [head.title], stated ?? "")
    facts.fill(&result, text: text)
    result.text = text
    // A page that calls all it holds furniture is read again without its word.
    if text.utf8.count < 150 {
      let lenient = BodyFinder(
        tree, measures: measures, headline: headline, words: words, isLenient: true)
      let other = self.text(tree, lenient, lenient.container(), headline, shown: [head.title])
      if lenient.total > 4 * max(body.total, 100), other.utf8.count > 3 * text.utf8.count {
        result.text = other
      }
    }
    if let byline = result.byline { result.text = Extractor.without(byline, result.text) }
    // The page's own statement of the text counts where the page shows little of it.
    if let stated, stated.utf8.count > 400, stated.utf8.count > 2 * result.text.utf8.count {
      result.text = stated
    }
    lookAtMakeUp(PageMakeUp(tree, measures, headline: headline, container: container), &result)
    // What a page shows without scripts only counts where there is little else.
    if result.text.utf8.count < 400, let open = Extractor.withoutScripts(decoded.bytes) {
      var other = extract(open, url: url, charset: "utf-8")
      other.encoding = result.encoding
      if other.text.utf8.count > 4 * result.text.utf8.count { return other }
    }
    if result.text.isEmpty, let description = facts.description {
      result.text = description
      result.notes.append(.descriptionOnly)
    }
    if result.text.isEmpty { return empty(&result, .empty) }
    return result
  }

  /// Tells galleries and live blogs that don't say so themselves; a gallery without a text has its captions.
  private func lookAtMakeUp(_ makeUp: PageMakeUp, _ result: inout ExtractedPage) {
    if result.kind == .article,
      let kind = makeUp.kind(title: result.title, text: result.text)
    {
      result.kind = kind
    }
    if result.kind == .gallery, result.text.utf8.count < 150, !makeUp.captions.isEmpty {
      result.text = makeUp.captions
    }
  }

  /// The headline, if what stands behind it is a good part of the page: one that is repeated at the end, above
  /// comments or links, leads nothing.
  private static func leading(
    _ headline: Int?, _ tree: PageTree, _ measures: PageMeasures
  ) -> Int? {
    guard let headline else { return nil }
    let before = measures.plainLetters(tree, in: 0..<headline)
    let behind = measures.plainLetters(tree, in: tree.nodes[headline].end..<tree.nodes.count)
    return behind * 3 >= before ? headline : nil
  }

  /// A text that a page gives in JSON, often as HTML, as paragraphs.
  private static func withoutMarkup(_ text: String) -> String {
    guard PageHead.holds(text, "</p>") || PageHead.holds(text, "<br") else { return text }
    let tree = PageTreeBuilder.tree(of: Array(text.utf8))
    let isExcluded = Array(repeating: false, count: tree.nodes.count)
    return BodyText.text(
      of: tree, lead: [], container: 0, from: 0, isExcluded: isExcluded, shown: [])
  }

  /// A page on which what stands in `noscript` is shown; `nil` if that is little.
  private static func withoutScripts(_ page: [UInt8]) -> [UInt8]? {
    let (opening, closing) = (Array("<noscript".utf8), Array("</noscript".utf8))
    var open = page
    var (position, hidden) = (0, 0)
    while let start = ByteSearch.find(opening, in: page, position..<page.count) {
      let end = ByteSearch.find(closing, in: page, start..<page.count) ?? page.count
      hidden += end - start
      // Elements of as many bytes take their place.
      open.replaceSubrange(start..<start + opening.count, with: "<section ".utf8)
      position = min(page.count, end + closing.count)
      if end < page.count { open.replaceSubrange(end..<position, with: "</section ".utf8) }
    }
    return hidden > 1_000 ? open : nil
  }

  /// A text without a first line that gives little besides the author's name.
  private static func without(_ byline: String, _ text: String) -> String {
    var rest = text.utf8[...]
    while let end = rest.firstIndex(of: 0x0A),
      rest.distance(from: rest.startIndex, to: end) < 3 * byline.utf8.count,
      PageHead.holds(String(Substring(rest[..<end])), byline)
    {
      rest = rest[rest.index(after: end)...]
    }
    return String(Substring(rest))
  }

  private func text(
    _ tree: PageTree, _ body: BodyFinder, _ container: Int, _ headline: Int?, shown: [String],
    _ stated: String = ""
  ) -> String {
    var start = container
    if let headline, headline > container,
      tree.nodes[headline].end < tree.nodes[container].end
    {
      start = tree.nodes[headline].end
    }
    return BodyText.text(
      of: tree, lead: body.lead(before: container), container: container, from: start,
      isExcluded: body.isExcluded, shown: shown, stated: stated)
  }

  private func empty(_ result: inout ExtractedPage, _ note: ExtractedPage.Note) -> ExtractedPage {
    result.notes.append(note)
    result.kind = .other
    return result
  }
}
