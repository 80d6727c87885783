/// Finds the article's body in a page.
///
/// The body is the deepest element that still holds most of the weight of the paragraphs; elements that
/// name themselves the article's body come first, and of several the one behind the headline. What a page
/// tells between its headline and the body, such as a lead, belongs to the text.
struct BodyFinder {
  private let tree: PageTree
  private let measures: PageMeasures
  private let headline: Int?
  private let words: BoilerplateWords
  private var weight: [Int]
  /// Which nodes are no part of the text.
  private(set) var isExcluded: [Bool]
  private var isBody: [Bool]
  /// What is named furniture but holds much of the page.
  private var largeRest: [Int] = []

  /// Weighs a page.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - measures: What its nodes hold.
  ///   - headline: The element that shows the title, if one does.
  ///   - words: What classes and ids tell on this site.
  ///   - isLenient: Leaves out only what can't be read and navigation: for pages that name all they
  ///     hold as if it were furniture.
  init(
    _ tree: PageTree, measures: PageMeasures, headline: Int?, words: BoilerplateWords,
    isLenient: Bool = false
  ) {
    self.words = words
    self.tree = tree
    self.measures = measures
    self.headline = headline
    isExcluded = tree.nodes.indices.map { tree.nodes[$0].tag.isUnreadable }
    isBody = Array(repeating: false, count: tree.nodes.count)
    for i in tree.nodes.indices where i > 0 && isExcluded[tree.nodes[i].parent] {
      isExcluded[i] = true
    }
    weight = measures.weights(tree, without: isExcluded)
    exclude(isLenient)
    TeaserFinder(tree, measures).mark(&isExcluded, headline: headline)
    for i in tree.nodes.indices where i > 0 && isExcluded[tree.nodes[i].parent] {
      isExcluded[i] = true
    }
    weight = measures.weights(tree, without: isExcluded, before: headline)
  }

  /// The weight of all paragraphs that are not left out.
  var total: Int { weight[0] }

  /// The element that holds the article's body.
  func container() -> Int {
    if let named = first(of: { isBody[$0] }, percent: 30) { return joined(named) }
    for tag in [Tag.article, .main] {
      guard let found = first(of: { tree.nodes[$0].tag == tag }, percent: 35) else { continue }
      // Of several articles below one headline each is a part: the posts of a live blog.
      let isPart = tag == .article && !holdsHeadline(found) && headline.map { $0 < found } == true
      if isPart, hasEqual(found) { return tree.nodes[found].parent }
      return descend(from: found, percent: 85)
    }
    return descend(from: 0, percent: 75)
  }

  /// The paragraphs between the headline and the body.
  func lead(before container: Int) -> [Int] {
    guard let headline, headline < container, tree.nodes[headline].end <= container else {
      return []
    }
    var found: [Int] = []
    var heading: Int?
    var i = tree.nodes[headline].end
    while i < container {
      let node = tree.nodes[i]
      if isExcluded[i] {
        i = node.end
        continue
      }
      if node.tag.isHeading, node.end <= container {
        // A long heading below the headline is a lead itself.
        if measures.mass[i] > 60, measures.linkMass[i] == 0 { found.append(i) } else { heading = i }
        i = node.end
        continue
      }
      let isWhole = node.tag == .ul || node.tag == .ol || !hasBlocks(i)
      if node.tag.isBlock, node.tag != .br, node.end <= container, weight[i] > 0, isWhole {
        if let heading { found.append(heading) }
        heading = nil
        found.append(i)
        i = node.end
        continue
      }
      i += 1
    }
    return found
  }

  /// Whether another element of the same name and weight stands beside an element.
  private func hasEqual(_ node: Int) -> Bool {
    var child = tree.nodes[node].parent + 1
    while child < tree.nodes[tree.nodes[node].parent].end {
      if child != node, tree.nodes[child].tag == tree.nodes[node].tag,
        weight[child] * 4 > weight[node]
      {
        return true
      }
      child = tree.nodes[child].end
    }
    return false
  }

  private func hasBlocks(_ node: Int) -> Bool {
    (node + 1..<tree.nodes[node].end).contains {
      tree.nodes[$0].tag.isBlock && tree.nodes[$0].tag != .br && weight[$0] > 0
    }
  }

  /// Of the elements of a kind that hold a good part of the weight, the first behind the headline, or
  /// the one that holds it.
  private func first(of isKind: (Int) -> Bool, percent: Int) -> Int? {
    var largest = 0
    var candidates: [Int] = []
    for i in tree.nodes.indices where isKind(i) && !isExcluded[i] {
      guard weight[i] * 100 >= weight[0] * percent else { continue }
      candidates.append(i)
      largest = max(largest, weight[i])
    }
    candidates = candidates.filter { weight[$0] * 2 >= largest }
    guard let headline else { return candidates.first { weight[$0] == largest } }
    return candidates.first { tree.nodes[$0].end > headline } ?? candidates.first
  }

  /// A body that a page tells in several parts of one kind is the element around them.
  private func joined(_ part: Int) -> Int {
    var node = part
    for _ in 0..<3 {
      let parent = tree.nodes[node].parent
      guard parent > 0, weight[parent] > weight[node] else {
        if parent <= 0 { break }
        node = parent
        continue
      }
      var sum = 0
      var headings = 0
      var i = parent + 1
      while i < tree.nodes[parent].end {
        if tree.nodes[i].tag == .h1 { headings += 1 }
        if isBody[i], !isExcluded[i] {
          sum += weight[i]
          i = tree.nodes[i].end
        } else {
          i += 1
        }
      }
      let isOne = headings <= (holdsHeadline(parent) ? 1 : 0)
      if isOne, sum * 100 > weight[part] * 110, sum * 100 >= weight[parent] * 75 { return parent }
      node = parent
    }
    return part
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

  private func holdsHeadline(_ node: Int) -> Bool {
    guard let headline else { return false }
    return node <= headline && headline < tree.nodes[node].end
  }

  private mutating func exclude(_ isLenient: Bool) {
    let total = weight[0]
    for i in tree.nodes.indices where i > 0 {
      if isExcluded[tree.nodes[i].parent] { isExcluded[i] = true }
      guard !isExcluded[i], tree.nodes[i].tag != .text, measures.mass[i] > 0 else { continue }
      let isOutside =
        isLenient ? tree.nodes[i].tag == .nav : isOutside(i, tree.nodes[i], total)
      isExcluded[i] = isOutside && !holdsHeadline(i)
    }
    if !isLenient { excludeLargeRest() }
  }

  /// What is named furniture is left out though it holds much of the page, where another element names itself the body.
  private mutating func excludeLargeRest() {
    let bodies = isBody.indices.filter { isBody[$0] && !isExcluded[$0] && weight[$0] >= 500 }
    guard !bodies.isEmpty else { return }
    for i in largeRest where !isExcluded[i] && !holdsHeadline(i) {
      let end = tree.nodes[i].end
      let isApart = bodies.allSatisfy { $0 >= end || tree.nodes[$0].end <= i }
      if isApart { isExcluded[i] = true }
    }
  }

  /// Whether a link stands in running text, whatever it is called.
  private func isInText(_ link: Int) -> Bool {
    let block = measures.block[link]
    return measures.mass[block] - measures.linkMass[block] > 60
      && measures.mass[block] > 2 * measures.linkMass[block]
  }

  private mutating func isOutside(_ i: Int, _ node: PageTree.Node, _ total: Int) -> Bool {
    let share =
      total > 0 ? weight[i] * 100 / total : measures.mass[i] * 100 / max(1, measures.mass[0])
    let isLarge = share > 40
    switch node.tag {
    case .nav, .aside, .footer, .form:
      if !isLarge { return true }
      largeRest.append(i)
    case .figcaption, .caption, .address: return true
    case .time: if tree.nodes[node.parent].tag != .p { return true }
    case .header: if !isLarge, measures.mass[i] < 800 { return true }
    case .html, .body, .main: return false
    case .a: if isInText(i) { return false }
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
        case .never: if share < 80 || total - weight[i] > 200 { return true }
        case .unknown: break
        }
      } else if key == AttributeKey.itemprop {
        if tree.bytes[value].elementsEqual("articleBody".utf8) {
          isBody[i] = true
          return false
        }
        if tree.bytes[value].elementsEqual("author".utf8) { isRest = true }
      } else if AttributeKey.naming.contains(key) {
        let role = words.role(of: tree.bytes[value])
        if role == .rest || role == .never { isRest = true }
      } else if key == AttributeKey.hidden {
        isRest = true
      } else if key == AttributeKey.style {
        let style = tree.bytes[value].filter { $0 > 0x20 }
        if style.starts(with: "display:none".utf8) { isRest = true }
      }
    }
    if node.tag == .article { return false }
    if isRest, isLarge { largeRest.append(i) }
    return isRest && !isLarge
  }
}

/// The attributes that are looked at in every element, packed as ``Tag/key(of:)`` does.
private enum AttributeKey {
  static let `class` = Tag.key(of: Array("class".utf8)[...])
  static let id = Tag.key(of: Array("id".utf8)[...])
  static let itemprop = Tag.key(of: Array("itemprop".utf8)[...])
  /// What else names an element: `role`, `aria-label`, `data-component`, `data-module`, `data-testid`.
  static let naming = Set(
    ["role", "aria-label", "data-component", "data-module", "data-testid"].map {
      Tag.key(of: Array($0.utf8)[...])
    })
  static let hidden = Tag.key(of: Array("hidden".utf8)[...])
  static let style = Tag.key(of: Array("style".utf8)[...])
}
