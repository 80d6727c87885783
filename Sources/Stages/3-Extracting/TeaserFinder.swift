/// Finds the teasers of other articles: neighbours of one kind that each open with a link and tell
/// little besides.
struct TeaserFinder {
  private let tree: PageTree
  private let measures: PageMeasures

  /// Makes a finder for a page.
  init(_ tree: PageTree, _ measures: PageMeasures) {
    self.tree = tree
    self.measures = measures
  }

  /// Marks teasers, and the elements that hold little but teasers.
  func mark(_ isExcluded: inout [Bool], headline: Int?) {
    for parent in tree.nodes.indices {
      guard !isExcluded[parent], tree.nodes[parent].tag != .text else { continue }
      var teasers: [Int] = []
      var rest = 0
      var child = parent + 1
      while child < tree.nodes[parent].end {
        if !isExcluded[child] {
          if isTeaser(child) { teasers.append(child) } else { rest += measures.mass[child] }
        }
        child = tree.nodes[child].end
      }
      guard teasers.count >= 3, areAlike(teasers) else { continue }
      // Links within running text are none.
      let isRunning = tree.nodes[teasers[0]].tag == .a && rest * 3 > measures.mass[parent]
      if isRunning || tree.nodes[parent].tag == .p { continue }
      for teaser in teasers where !holds(headline, teaser) { isExcluded[teaser] = true }
      // A heading above them goes too.
      if rest < 40, parent > 0, !holds(headline, parent) { isExcluded[parent] = true }
    }
  }

  private func holds(_ headline: Int?, _ node: Int) -> Bool {
    guard let headline else { return false }
    return node <= headline && headline < tree.nodes[node].end
  }

  private func areAlike(_ nodes: [Int]) -> Bool {
    let tag = tree.nodes[nodes[0]].tag
    return nodes.filter { tree.nodes[$0].tag == tag }.count * 10 >= nodes.count * 8
  }

  private func isTeaser(_ node: Int) -> Bool {
    switch tree.nodes[node].tag {
    case .div, .li, .article, .section, .td, .tr, .a, .table, .dl, .figure, .other: break
    default: return false
    }
    let mass = measures.mass[node]
    let link = measures.linkMass[node]
    guard mass >= 12, mass < 420, link >= 10, link * 100 >= mass * 10 else { return false }
    var hasFrame = false
    var isOpened = false
    for i in node + 1..<max(node + 1, min(tree.nodes[node].end, node + 40)) {
      let tag = tree.nodes[i].tag
      if tag == .img || tag.isHeading { hasFrame = true }
      guard tag == .text, measures.mass[i] > 0 else { continue }
      // A section or a time may stand before the title.
      if measures.isLink[i], measures.mass[i] >= 10 { isOpened = true }
      if isOpened || measures.mass[i] > 25 { break }
    }
    let isPlain = [.li, .td, .tr].contains(tree.nodes[node].tag)
    return isOpened && (hasFrame || !isPlain)
  }
}
