/// What each node of a page holds: letters, letters in links, and the weight of its paragraphs.
///
/// Long texts outside of links weigh (after Kohlschütter et al., "Boilerplate Detection using Shallow Text
/// Features", WSDM 2010). All arrays are indexed like the tree's nodes.
struct PageMeasures {
  /// The letters below each node.
  private(set) var mass: [Int]
  /// Those of them that stand in links.
  private(set) var linkMass: [Int]
  /// The nearest block around each node, or the node itself.
  private(set) var block: [Int]
  /// Whether a node stands in a link.
  private(set) var isLink: [Bool]

  /// Measures a page in two passes.
  init(_ tree: PageTree) {
    let count = tree.nodes.count
    mass = Array(repeating: 0, count: count)
    linkMass = mass
    block = mass
    isLink = Array(repeating: false, count: count)
    var i = 1
    while i < count {
      let node = tree.nodes[i]
      if node.tag.isUnreadable {
        for k in i..<node.end { block[k] = block[node.parent] }
        i = node.end
        continue
      }
      isLink[i] = node.tag == .a || isLink[node.parent]
      block[i] = node.tag.isBlock && node.tag != .br ? i : block[node.parent]
      if node.tag == .text {
        mass[i] = PageMeasures.letters(tree.bytes, node.range)
        if isLink[i] { linkMass[i] = mass[i] }
      }
      i += 1
    }
    for i in stride(from: count - 1, to: 0, by: -1) {
      mass[tree.nodes[i].parent] += mass[i]
      linkMass[tree.nodes[i].parent] += linkMass[i]
    }
  }

  private static func letters(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var count = 0
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = bytes[i]
      if byte > 0x20, byte & 0xC0 != 0x80 { count += byte &- 0xE3 < 0x0B ? 3 : 1 }
      // A reference is one letter.
      if byte == UInt8(ascii: "&") {
        var end = i + 1
        while end < min(i + 10, range.upperBound), bytes[end] > 0x20,
          bytes[end] != UInt8(ascii: ";"), bytes[end] != UInt8(ascii: "&")
        { end += 1 }
        if end < range.upperBound, bytes[end] == UInt8(ascii: ";") { i = end }
      }
      i += 1
    }
    return count
  }

  /// The letters outside of links in a range of nodes.
  func plainLetters(_ tree: PageTree, in range: Range<Int>) -> Int {
    var count = 0
    for i in range where tree.nodes[i].tag == .text && !isLink[i] { count += mass[i] }
    return count
  }

  /// The weight of the paragraphs in and below each node that is not left out.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - isExcluded: Which nodes are left out.
  ///   - headline: What stands before it weighs a quarter.
  /// - Returns: A weight for each node.
  func weights(_ tree: PageTree, without isExcluded: [Bool], before headline: Int? = nil) -> [Int] {
    var text = Array(repeating: 0, count: mass.count)
    var link = text
    for i in tree.nodes.indices where mass[i] > 0 && !isExcluded[i] {
      guard tree.nodes[i].tag == .text else { continue }
      text[block[i]] += mass[i]
      if isLink[i] { link[block[i]] += mass[i] }
    }
    for i in text.indices where text[i] > 0 {
      let free = text[i] - 2 * link[i]
      let tag = tree.nodes[i].tag
      let full = free > 35 && !tag.isHeading ? (tag == .li ? free / 2 : free) : 0
      text[i] = i < headline ?? 0 && tree.nodes[i].end <= headline ?? 0 ? full / 4 : full
    }
    for i in stride(from: text.count - 1, to: 0, by: -1) {
      text[tree.nodes[i].parent] += text[i]
    }
    return text
  }
}
