/// Writes the paragraphs of an article's body in the order of the page.
struct BodyText {
  private struct Paragraph {
    var bytes: [UInt8] = []
    var linkCount = 0
    var tag: Tag
  }

  private let tree: PageTree
  private let words = BoilerplateWords.shipped
  private var paragraphs: [Paragraph] = []
  private var current = Paragraph(tag: .div)

  private init(_ tree: PageTree) { self.tree = tree }

  /// The text below `container`, one paragraph a line.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - container: The element that holds the body.
  ///   - isExcluded: Which nodes are no part of it.
  ///   - title: Is not repeated in the text.
  ///   - byline: Is not repeated either.
  /// - Returns: The paragraphs; an empty text if there is none.
  static func text(
    of tree: PageTree, container: Int, isExcluded: [Bool], title: String, byline: String?
  ) -> String {
    var body = BodyText(tree)
    body.collect(container, isExcluded)
    return body.selected([title, byline ?? ""]).joined(separator: "\n")
  }

  private mutating func collect(_ container: Int, _ isExcluded: [Bool]) {
    var i = container
    var linkEnd = 0
    // The ends of the open blocks, innermost last.
    var ends: [(end: Int, tag: Tag)] = []
    while i < tree.nodes[container].end {
      let node = tree.nodes[i]
      while let last = ends.last, last.end <= i {
        ends.removeLast()
        flush(ends.last?.tag ?? .div)
      }
      if isExcluded[i] {
        i = node.end
        continue
      }
      if node.tag == .text {
        let before = current.bytes.count
        CharacterReferences.append(tree.bytes[node.range], to: &current.bytes)
        if i < linkEnd { current.linkCount += current.bytes.count - before }
      } else if node.tag == .a {
        linkEnd = max(linkEnd, node.end)
      } else if node.tag == .td || node.tag == .th {
        current.bytes.append(0x20)
      } else if node.tag.isBlock {
        flush(node.tag == .br ? ends.last?.tag ?? .div : node.tag)
        if node.tag != .br { ends.append((node.end, node.tag)) }
      }
      i += 1
    }
    flush(.div)
  }

  private mutating func flush(_ next: Tag) {
    if current.bytes.contains(where: { $0 > 0x20 }) { paragraphs.append(current) }
    current = Paragraph(tag: next)
  }

  private func selected(_ shown: [String]) -> [String] {
    let total = paragraphs.reduce(0) { $0 + $1.bytes.count }
    var kept: [String] = []
    var seen = 0
    for paragraph in paragraphs {
      let text = Spacing.collapsed(paragraph.bytes)
      let count = text.utf8.count
      seen += paragraph.bytes.count
      if count < 100, seen * 10 > total * 5, words.endsArticle(text) { break }
      if count < 200, words.isFurniture(text) { continue }
      if shown.contains(text) || text.isEmpty { continue }
      let isLinks = paragraph.linkCount * 10 > paragraph.bytes.count * 6
      if isLinks, paragraph.tag != .p || paragraph.linkCount * 10 > paragraph.bytes.count * 9 {
        continue
      }
      kept.append(text)
    }
    return kept
  }
}
