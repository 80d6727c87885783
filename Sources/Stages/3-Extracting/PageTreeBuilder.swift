/// Builds the tree of a page; tolerant as browsers are, linear in the page's length.
///
/// It follows the HTML standard (section 13.2.5, tokenization, and 13.2.6, tree construction) in what
/// matters for text: void and raw elements, comments, and end tags that may be left out. Elements
/// that stand deeper than ``depthLimit`` are not nested further.
struct PageTreeBuilder {
  /// How deep elements are nested; browsers stop at 512 too.
  static let depthLimit = 512

  private let bytes: [UInt8]
  private var nodes: [PageTree.Node] = []
  private var open: [Int] = [0]
  private var position = 0

  /// The tree of a page in UTF-8.
  static func tree(of bytes: [UInt8]) -> PageTree {
    var builder = PageTreeBuilder(bytes: bytes)
    builder.build()
    return PageTree(bytes: bytes, nodes: builder.nodes)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    nodes.reserveCapacity(bytes.count / 24 + 16)
    nodes.append(PageTree.Node(tag: .other, parent: -1, end: 1, range: 0..<0))
  }

  private mutating func build() {
    let count = bytes.count
    var textStart = 0
    while position < count {
      guard bytes[position] == UInt8(ascii: "<"), position + 1 < count, opensMarkup() else {
        position += 1
        continue
      }
      addText(textStart..<position)
      readMarkup()
      textStart = position
    }
    addText(textStart..<count)
    close(downTo: 0)
    nodes[0].end = nodes.count
  }

  private func opensMarkup() -> Bool {
    let next = bytes[position + 1]
    return (next | 0x20) &- 0x61 < 26 || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
      || next == UInt8(ascii: "?")
  }

  private mutating func readMarkup() {
    switch bytes[position + 1] {
    case UInt8(ascii: "!"):
      if bytes[position...].starts(with: "<![CDATA[".utf8) {
        let end = find("]]>", from: position + 9)
        addText(position + 9..<min(end, bytes.count))
        position = min(bytes.count, end + 3)
      } else if bytes[position...].starts(with: "<!--".utf8) {
        position = min(bytes.count, find("-->", from: position + 4) + 3)
      } else {
        position = min(bytes.count, find(">", from: position + 2) + 1)
      }
    case UInt8(ascii: "?"): position = min(bytes.count, find(">", from: position + 2) + 1)
    case UInt8(ascii: "/"): readEndTag()
    default: readStartTag()
    }
  }

  private mutating func readEndTag() {
    let start = position + 2
    let nameEnd = endOfName(start)
    position = min(bytes.count, find(">", from: nameEnd) + 1)
    guard let tag = Tag.byKey[Tag.key(of: bytes[start..<nameEnd])] else { return }
    if tag == .br { return add(.br, nameEnd..<nameEnd, isNested: false) }
    var depth = open.count - 1
    while depth > 0 {
      let current = nodes[open[depth]].tag
      if current == tag { return close(downTo: depth) }
      // A stray end tag within a cell doesn't close what is around the table.
      if current == .table, tag != .body, tag != .html { return }
      if current == .td || current == .th, !tag.isBlock { return }
      if current.isBlock, current != .p, current != .li, !tag.isBlock { return }
      depth -= 1
    }
  }

  private mutating func readStartTag() {
    let start = position + 1
    let nameEnd = endOfName(start)
    let end = endOfTag(nameEnd)
    let tag = Tag.byKey[Tag.key(of: bytes[start..<nameEnd])] ?? .other
    position = min(bytes.count, end + 1)
    closeImplied(by: tag)
    let isClosed = end > nameEnd && bytes[end - 1] == UInt8(ascii: "/") && tag == .other
    let isNested = !tag.isVoid && !isClosed
    add(tag, nameEnd..<end, isNested: isNested)
    guard tag.isRaw else { return }
    let name = "</" + tag.rawValue
    let rawEnd = findIgnoringCase(Array(name.utf8), from: position)
    if tag == .title || tag == .script { addText(position..<rawEnd) }
    position = rawEnd
    if rawEnd < bytes.count { position = min(bytes.count, find(">", from: rawEnd) + 1) }
    if isNested { close(downTo: open.count - 1) }
  }

  /// Closes elements whose end tags may be left out (HTML standard, 13.1.2.4).
  private mutating func closeImplied(by tag: Tag) {
    switch tag {
    case .li: closeOpen([.li], within: [.ul, .ol])
    case .dt, .dd: closeOpen([.dt, .dd], within: [.dl])
    case .tr: closeOpen([.tr], within: [.table])
    case .td, .th: closeOpen([.td, .th], within: [.table, .tr])
    case .option: closeOpen([.option], within: [.select])
    case .body: closeOpen([.head], within: [])
    case .br, .a, .table: break
    default:
      if tag.isBlock {
        closeOpen([.p], within: [.td, .th, .div, .li, .article, .section, .blockquote, .table])
      }
    }
  }

  private mutating func closeOpen(_ tags: [Tag], within limits: [Tag]) {
    var depth = open.count - 1
    while depth > 0 {
      let tag = nodes[open[depth]].tag
      if tags.contains(tag) { return close(downTo: depth) }
      if limits.contains(tag) { return }
      depth -= 1
    }
  }

  private mutating func close(downTo depth: Int) {
    while open.count > max(depth, 1) {
      nodes[open.removeLast()].end = nodes.count
    }
  }

  private mutating func add(_ tag: Tag, _ range: Range<Int>, isNested: Bool) {
    let index = nodes.count
    nodes.append(
      PageTree.Node(tag: tag, parent: open[open.count - 1], end: index + 1, range: range))
    if isNested, open.count < PageTreeBuilder.depthLimit { open.append(index) }
  }

  private mutating func addText(_ range: Range<Int>) {
    if range.isEmpty { return }
    add(.text, range, isNested: false)
  }

  private func endOfName(_ start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i] > 0x20, bytes[i] != UInt8(ascii: ">"),
      bytes[i] != UInt8(ascii: "/")
    { i += 1 }
    return i
  }

  /// The offset of the `>` that ends a start tag; quoted values may hold that sign.
  private func endOfTag(_ start: Int) -> Int {
    var i = start
    var quote: UInt8 = 0
    var last: UInt8 = 0
    while i < bytes.count {
      let byte = bytes[i]
      if quote != 0 {
        if byte == quote { quote = 0 }
        // A quotation mark that is never closed doesn't swallow the page.
        if i - start > 65_536 { return find(">", from: start) }
      } else if byte == UInt8(ascii: ">") {
        return i
      } else if byte == 0x22 || byte == 0x27, last == UInt8(ascii: "=") {
        quote = byte
      }
      if byte > 0x20 { last = byte }
      i += 1
    }
    return quote == 0 ? i : min(find(">", from: start), bytes.count)
  }

  private func find(_ wanted: StaticString, from start: Int) -> Int {
    findIgnoringCase(Array("\(wanted)".utf8), from: start)
  }

  /// The offset at which `wanted` (in lower case) stands next, or the page's length.
  private func findIgnoringCase(_ wanted: [UInt8], from start: Int) -> Int {
    let first = wanted[0]
    var i = start
    let last = bytes.count - wanted.count
    while i <= last {
      if bytes[i] == first {
        var k = 1
        while k < wanted.count {
          let byte = bytes[i + k]
          guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == wanted[k] else { break }
          k += 1
        }
        if k == wanted.count { return i }
      }
      i += 1
    }
    return bytes.count
  }
}
