/// Finds the article's body in a page by the density of text and of links.
///
/// Long texts outside of links weigh; the body is the deepest element that still holds most of
/// the weight (after Kohlschütter et al., "Boilerplate Detection using Shallow Text Features", WSDM
/// 2010, for the measures), and elements that name themselves the article's body come first.
struct BodyFinder {
  private let tree: PageTree
  private let words = BoilerplateWords.shipped
  /// The bytes of text, and of text in links, below each node.
  private var mass: [Int]
  private var linkMass: [Int]
  private var weight: [Int]
  private(set) var isExcluded: [Bool]
  private var isBody: [Bool]

  /// Weighs a page.
  init(_ tree: PageTree) {
    self.tree = tree
    let count = tree.nodes.count
    mass = Array(repeating: 0, count: count)
    linkMass = mass
    weight = mass
    isExcluded = Array(repeating: false, count: count)
    isBody = isExcluded
    weigh()
    weighText()
    exclude()
    weight = Array(repeating: 0, count: count)
    weighText()
  }

  /// The element that holds the article's body.
  func container() -> Int {
    let total = weight[0]
    var best = 0
    for i in tree.nodes.indices where isBody[i] && !isExcluded[i] {
      if weight[i] * 100 >= total * 35, weight[i] > (best == 0 ? 0 : weight[best]) { best = i }
    }
    if best > 0 { return best }
    for tag in [Tag.article, .main] {
      for i in tree.nodes.indices where tree.nodes[i].tag == tag && !isExcluded[i] {
        if weight[i] * 100 >= total * 40, weight[i] > (best == 0 ? 0 : weight[best]) { best = i }
      }
      if best > 0 { return descend(from: best, percent: 85) }
    }
    return descend(from: 0, percent: 75)
  }

  private func descend(from start: Int, percent: Int) -> Int {
    var node = start
    while true {
      var child = node + 1
      var next = -1
      while child < tree.nodes[node].end {
        if weight[child] * 100 > weight[node] * percent { next = child }
        child = tree.nodes[child].end
      }
      guard next > 0, tree.nodes[next].tag != .text, tree.nodes[next].tag != .p else { return node }
      node = next
    }
  }

  private mutating func weigh() {
    var linkEnd = 0
    var hiddenEnd = 0
    for i in tree.nodes.indices {
      let node = tree.nodes[i]
      if node.tag.isUnreadable, i >= hiddenEnd { hiddenEnd = node.end }
      if i < hiddenEnd { continue }
      if node.tag == .a { linkEnd = max(linkEnd, node.end) }
      guard node.tag == .text else { continue }
      var letters = 0
      for byte in tree.bytes[node.range] where byte > 0x20 { letters += 1 }
      mass[i] = letters
      if i < linkEnd { linkMass[i] = letters }
    }
    for i in tree.nodes.indices.reversed() where i > 0 {
      mass[tree.nodes[i].parent] += mass[i]
      linkMass[tree.nodes[i].parent] += linkMass[i]
    }
  }

  private mutating func exclude() {
    let total = weight[0]
    for i in tree.nodes.indices where i > 0 {
      let node = tree.nodes[i]
      if isExcluded[node.parent] || node.tag.isUnreadable {
        isExcluded[i] = true
        continue
      }
      guard node.tag != .text, mass[i] > 0 else { continue }
      isExcluded[i] = isOutside(i, node, total)
    }
  }

  private mutating func isOutside(_ i: Int, _ node: PageTree.Node, _ total: Int) -> Bool {
    let share = total > 0 ? weight[i] * 100 / total : mass[i] * 100 / max(1, mass[0])
    let isLarge = share > 40
    switch node.tag {
    case .nav, .aside, .footer: if !isLarge { return true }
    case .figcaption, .caption, .address: return true
    case .time: if tree.nodes[node.parent].tag != .p { return true }
    case .header: if !isLarge, mass[i] < 1500 { return true }
    case .html, .body, .main: return false
    default: break
    }
    var reader = AttributeReader(bytes: tree.bytes, range: node.range)
    var isRest = false
    while let (name, value) = reader.next() {
      let key = Tag.key(of: tree.bytes[name])
      if key == AttributeKey.class || key == AttributeKey.id {
        switch words.role(of: tree.bytes[value]) {
        case .body:
          isBody[i] = true
          return false
        case .rest: isRest = true
        case .never: if share < 80 { return true }
        case .unknown: break
        }
      } else if key == AttributeKey.itemprop {
        if tree.bytes[value].elementsEqual("articleBody".utf8) {
          isBody[i] = true
          return false
        }
      } else if key == AttributeKey.hidden {
        isRest = true
      } else if key == AttributeKey.style {
        let style = tree.bytes[value].filter { $0 > 0x20 }
        if style.starts(with: "display:none".utf8) { isRest = true }
      }
    }
    if node.tag == .article { return false }
    return isRest && !isLarge
  }

  /// Gives long texts outside of links weight, counted by paragraphs.
  private mutating func weighText() {
    var own: [Int: (text: Int, link: Int)] = [:]
    var linkEnd = 0
    for i in tree.nodes.indices {
      let node = tree.nodes[i]
      if node.tag == .a { linkEnd = max(linkEnd, node.end) }
      guard node.tag == .text, mass[i] > 0, !isExcluded[i] else { continue }
      var block = node.parent
      while block > 0, !tree.nodes[block].tag.isBlock { block = tree.nodes[block].parent }
      own[block, default: (0, 0)].text += mass[i]
      if i < linkEnd { own[block, default: (0, 0)].link += mass[i] }
    }
    for (block, sums) in own where !tree.nodes[block].tag.isHeading {
      let free = sums.text - 2 * sums.link
      guard free > 40 else { continue }
      weight[block] = tree.nodes[block].tag == .li ? free / 2 : free
    }
    for i in tree.nodes.indices.reversed() where i > 0 { weight[tree.nodes[i].parent] += weight[i] }
  }
}

/// The attributes that are looked at in every element, packed as ``Tag/key(of:)`` does.
private enum AttributeKey {
  static let `class` = Tag.key(of: Array("class".utf8)[...])
  static let id = Tag.key(of: Array("id".utf8)[...])
  static let itemprop = Tag.key(of: Array("itemprop".utf8)[...])
  static let hidden = Tag.key(of: Array("hidden".utf8)[...])
  static let style = Tag.key(of: Array("style".utf8)[...])
}
