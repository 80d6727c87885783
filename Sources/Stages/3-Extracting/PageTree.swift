/// The elements and texts of a page in the order of the page.
///
/// A node's descendants follow it, up to `end`; so a page is walked with a loop, however deep it is.
struct PageTree: Sendable {
  struct Node: Sendable {
    var tag: Tag
    /// The index of the parent; -1 for the root.
    var parent: Int
    /// The index after the last descendant.
    var end: Int
    /// Where the text, or the attributes, stand in the page's bytes.
    var range: Range<Int>
  }

  /// The page as UTF-8.
  let bytes: [UInt8]
  /// The nodes; the first is a root without name.
  var nodes: [Node]

  /// Whether an element has a certain attribute, and what it says, with references replaced.
  func attribute(_ name: StaticString, of node: Int) -> String? {
    var reader = AttributeReader(bytes: bytes, range: nodes[node].range)
    while let found = reader.next() {
      guard found.name.count == name.utf8CodeUnitCount,
        zip(bytes[found.name], name.description.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
      else { continue }
      return CharacterReferences.text(of: bytes[found.value])
    }
    return nil
  }

  /// Whether an element's own style says that it is not displayed.
  func isHidden(_ node: Int) -> Bool {
    guard nodes[node].tag != .text, let style = attribute("style", of: node) else { return false }
    return style.filter { $0 != " " }.hasPrefix("display:none")
  }

  /// The text below a node, runs of white space made one space.
  func text(of node: Int) -> String {
    var output: [UInt8] = []
    var i = node
    while i < nodes[node].end {
      if nodes[i].tag == .text {
        CharacterReferences.append(bytes, nodes[i].range, to: &output)
      } else if nodes[i].tag.isUnreadable, i != node {
        i = nodes[i].end
        continue
      } else if nodes[i].tag.isBlock {
        output.append(0x20)
      }
      i += 1
    }
    return Spacing.collapsed(output)
  }
}

/// The attributes within a start tag.
struct AttributeReader {
  let bytes: [UInt8]
  let range: Range<Int>
  private var position: Int

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    position = range.lowerBound
  }

  /// The next attribute's name and value, as offsets.
  mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
    let end = range.upperBound
    while position < end, bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: "/") {
      position += 1
    }
    guard position < end else { return nil }
    let start = position
    position += 1
    while position < end, bytes[position] > 0x20, bytes[position] != UInt8(ascii: "=") {
      position += 1
    }
    let name = start..<position
    while position < end, bytes[position] <= 0x20 { position += 1 }
    guard position < end, bytes[position] == UInt8(ascii: "=") else { return (name, start..<start) }
    position += 1
    while position < end, bytes[position] <= 0x20 { position += 1 }
    guard position < end else { return (name, start..<start) }
    let quote = bytes[position]
    guard quote == 0x22 || quote == 0x27 else {
      let from = position
      while position < end, bytes[position] > 0x20 { position += 1 }
      return (name, from..<position)
    }
    position += 1
    let from = position
    while position < end, bytes[position] != quote { position += 1 }
    let value = from..<position
    position += 1
    return (name, value)
  }
}
