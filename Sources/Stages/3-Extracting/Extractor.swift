/// Makes articles of pages.
///
/// A pure function: equal pages give equal articles, and no page is an error.
package struct Extractor: Sendable {
  /// The longest page, in bytes, that is read; of a longer one the beginning is.
  package static let limit = 64 << 20

  /// Makes an extractor.
  package init() {}

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
    let body = BodyFinder(tree)
    let container = body.container()
    let facts = PageFacts(tree, container: container)
    facts.fill(&result)
    result.text = BodyText.text(
      of: tree, container: container, isExcluded: body.isExcluded, title: result.title,
      byline: result.byline)
    // The page's own statement of the text counts where the page shows little of it.
    if let whole = facts.linkedBody, whole.utf8.count > 400,
      whole.utf8.count > 2 * result.text.utf8.count
    {
      result.text = whole
    }
    if result.text.isEmpty, let description = facts.description {
      result.text = description
      result.notes.append(.descriptionOnly)
    }
    if result.text.isEmpty { return empty(&result, .empty) }
    return result
  }

  private func empty(_ result: inout ExtractedPage, _ note: ExtractedPage.Note) -> ExtractedPage {
    result.notes.append(note)
    result.kind = .other
    return result
  }
}
