/// Writes the paragraphs of an article's body in the order of the page.
struct BodyText {
  private struct Paragraph {
    var bytes: [UInt8] = []
    var linkCount = 0
    /// Where the first link begins.
    var linkStart: Int?
    var tag: Tag
  }

  private let tree: PageTree
  private let words = BoilerplateWords.shipped
  private var paragraphs: [Paragraph] = []
  private var current = Paragraph(tag: .div)

  private init(_ tree: PageTree) { self.tree = tree }

  /// The text of a lead and of the body, one paragraph a line.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - lead: The elements before the body that belong to it.
  ///   - container: The element that holds the body.
  ///   - start: The node at which the text begins, within the container.
  ///   - isExcluded: Which nodes are no part of it.
  ///   - shown: Title and byline, which are not repeated in the text.
  ///   - stated: The text as the page states it for programs; empty if it doesn't.
  /// - Returns: The paragraphs; an empty text if there is none.
  static func text(
    of tree: PageTree, lead: [Int], container: Int, from start: Int, isExcluded: [Bool],
    shown: [String], stated: String = ""
  ) -> String {
    var body = BodyText(tree)
    for node in lead { body.collect(node, from: node, isExcluded) }
    body.collect(container, from: start, isExcluded)
    let kept = StatedBody(stated).furnitureRemoved(
      body.selected(shown.map { Array($0.utf8) }).map { ($0.bytes, $0.tag == .p || $0.tag == .div) }
    )
    return kept.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
  }

  private mutating func collect(_ container: Int, from start: Int, _ isExcluded: [Bool]) {
    var i = max(start, container)
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
        if node.tag.isBlock { flush(ends.last?.tag ?? .div) }
        i = node.end
        continue
      }
      if node.tag == .text {
        let before = current.bytes.count
        CharacterReferences.append(tree.bytes, node.range, to: &current.bytes)
        if i < linkEnd { current.linkCount += current.bytes.count - before }
      } else if node.tag == .a {
        linkEnd = max(linkEnd, node.end)
        if current.linkStart == nil { current.linkStart = current.bytes.count }
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
    if current.bytes.contains(where: { $0 > 0x20 }) {
      current.bytes = Spacing.collapsedBytes(current.bytes)
      if !current.bytes.isEmpty { paragraphs.append(current) }
    }
    current = Paragraph(tag: next)
  }

  private func selected(_ shown: [[UInt8]]) -> [Paragraph] {
    let total = paragraphs.reduce(0) { $0 + $1.bytes.count }
    let first = paragraphs.firstIndex { isSentence($0) } ?? 0
    var kept: [Paragraph] = []
    var known: Set<[UInt8]> = []
    var seen = 0
    for (index, paragraph) in paragraphs.enumerated() {
      let bytes = paragraph.bytes
      seen += bytes.count
      if bytes.count < 100, seen * 10 > total * 5, words.endsArticle(bytes) { break }
      if bytes.count < 300, words.isFurniture(bytes) { continue }
      if shown.contains(bytes) { continue }
      if index < first, isLabel(index, afterHeading: kept.last.map(Self.opensList) == true) {
        continue
      }
      let isLinks = paragraph.linkCount * 10 > bytes.count * 6
      if isPointer(paragraph) { continue }
      if isLinks, paragraph.tag != .p || paragraph.linkCount * 10 > bytes.count * 9 { continue }
      if bytes.count > 80, !known.insert(bytes).inserted { continue }
      kept.append(paragraph)
    }
    while let last = kept.last, last.tag.isHeading { kept.removeLast() }
    return kept
  }

  /// Whether a paragraph is a label and a link to something else: `Related: another article`.
  private func isPointer(_ paragraph: Paragraph) -> Bool {
    guard let start = paragraph.linkStart, paragraph.bytes.count < 400 else { return false }
    let label = paragraph.bytes.prefix(start).reversed().drop { $0 <= 0x20 }
    return label.first == UInt8(ascii: ":") && ByteSearch.letters(Array(label)) < 25
      && start + paragraph.linkCount + 3 >= paragraph.bytes.count
  }

  private static func opensList(_ paragraph: Paragraph) -> Bool {
    paragraph.tag.isHeading || paragraph.tag == .li
  }

  /// Whether a line before the first sentence is none of the text: a date, a section, a name.
  private func isLabel(_ index: Int, afterHeading: Bool) -> Bool {
    let paragraph = paragraphs[index]
    if paragraph.tag.isHeading { return false }
    if paragraph.tag == .li {
      let isLong = paragraphs[index...].prefix(3).count { $0.tag == .li } == 3
      return !afterHeading && !isLong
    }
    let letters = ByteSearch.letters(paragraph.bytes)
    let hasNumber = paragraph.bytes.contains { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "|") }
    if hasNumber { return letters < 90 }
    return letters < 45 && !Self.endsSentence(paragraph.bytes)
  }

  private static let sentenceEnds = [".", "!", "?", "؟", "…", "»", "”", "“", "\"", "。"].map {
    Array($0.utf8)
  }

  private static func endsSentence(_ bytes: [UInt8]) -> Bool {
    sentenceEnds.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  /// Whether a paragraph is one of running text: long, or a sentence.
  private func isSentence(_ paragraph: Paragraph) -> Bool {
    let letters = ByteSearch.letters(paragraph.bytes)
    guard letters > 30, paragraph.linkCount * 2 < paragraph.bytes.count else { return false }
    if letters > 110 { return true }
    return Self.endsSentence(paragraph.bytes)
      || paragraph.bytes.last == UInt8(ascii: ":") || paragraph.bytes.last == UInt8(ascii: ")")
  }
}
