/// The short texts around an article's body: where pages tell author, time and source to people.
struct PageSurroundings {
  /// A text outside of markup, with where it stands.
  struct Piece {
    let text: String
    let node: Int
    let isStyled: Bool
    let isLink: Bool
    /// Whether it stands behind the body and right behind another headline: what it tells is of something else.
    var isOfOther = false
  }

  /// Up to a page of pieces before the headline.
  private(set) var before: [Piece] = []
  /// Between headline and the first paragraph.
  private(set) var between: [Piece] = []
  /// Behind the body, and its last ones.
  private(set) var behind: [Piece] = []
  /// At the page's end, where systems tell when it was last changed.
  private(set) var foot: [Piece] = []
  /// What elements show whose class, id, itemprop or rel names an author, a time, a source.
  private(set) var authors: [String] = []
  private(set) var times: [String] = []
  /// What elements of the body show that are called dates, where that is a day in digits.
  private(set) var days: [String] = []
  private(set) var sources: [String] = []
  /// What the first element near the headline shows that is marked as the time of publication.
  private(set) var published: String?
  /// The `datetime` of time elements from the headline to the end of the body, then of those elsewhere but in comments.
  private(set) var stamps: [String] = []
  private(set) var farStamps: [String] = []
  /// Those of the last change.
  private(set) var updates: [String] = []
  private let tree: PageTree
  private let measures: PageMeasures
  /// The node behind the body.
  private var bodyEnd = 0
  /// What the headline shows.
  private var title = ""

  /// Looks around a body.
  ///
  /// - Parameters:
  ///   - tree: The page.
  ///   - measures: What its nodes hold.
  ///   - headline: The element that shows the title.
  ///   - container: The body.
  init(_ tree: PageTree, _ measures: PageMeasures, headline: Int?, container: Int) {
    self.tree = tree
    self.measures = measures
    let count = tree.nodes.count
    let headEnd = headline.map { tree.nodes[$0].end } ?? 0
    let limit = max(tree.nodes[container].end, headEnd)
    let start = headline == nil ? container : headEnd
    var first = max(headEnd, container)
    while first < limit,
      tree.nodes[first].tag != .text || measures.mass[first] < 60 || measures.isLink[first]
        || tree.nodes[measures.block[first]].tag.isHeading
    { first += 1 }
    let top = headline ?? container
    before = pieces(max(0, top - 60)..<top)
    between = pieces(start..<first)
    let end = max(first, tree.nodes[container].end)
    bodyEnd = end
    title = headline.map { tree.text(of: $0) } ?? ""
    behind = pieces(max(first, end - 16)..<min(count, end + 90)).map { piece in
      var piece = piece
      piece.isOfOther = isOfOther(piece.node)
      return piece
    }
    foot = pieces(max(min(count, end + 90), count - 80)..<count)
    lookAtElements(max(0, top - 40)..<min(count, end + 60), body: first..<end)
    lookAtStamps(from: headEnd, to: end)
  }

  /// The pieces of a range of nodes, but for those of elements inside that no reader is shown.
  private func pieces(_ range: Range<Int>) -> [Piece] {
    var found: [Piece] = []
    var i = range.lowerBound
    while i < range.upperBound, found.count < 60 {
      let node = tree.nodes[i]
      let isHidden = i > range.lowerBound && tree.isHidden(i)
      if isHidden || node.tag.isUnreadable && node.tag != .button {
        i = max(node.end, i + 1)
        continue
      }
      if node.tag == .text, node.range.count < 900 {
        let text = CharacterReferences.text(of: tree.bytes[node.range])
        if !text.isEmpty, text.utf8.count < 260 {
          found.append(
            Piece(
              text: text, node: i, isStyled: isIn(i, [.b, .strong, .i, .em]), isLink: isIn(i, [.a]))
          )
        }
      }
      i += 1
    }
    return found
  }

  /// Short texts anywhere on the page with a number of four digits: where else a year may stand.
  func yearTexts(from start: Int) -> [String] {
    var near: [String] = []
    var far: [String] = []
    for i in tree.nodes.indices where tree.nodes[i].tag == .text {
      let range = tree.nodes[i].range
      guard near.count + far.count < 60, (8..<90).contains(range.count), hasYear(range),
        !tree.nodes[tree.nodes[i].parent].tag.isUnreadable, !isOfOther(i)
      else { continue }
      let text = CharacterReferences.text(of: tree.bytes[range])
      if i >= start { near.append(text) } else { far.append(text) }
    }
    return near + far
  }

  private func hasYear(_ range: Range<Int>) -> Bool {
    var digits = 0
    for byte in tree.bytes[range] {
      digits = byte &- 0x30 < 10 ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  private func isIn(_ node: Int, _ tags: [Tag]) -> Bool {
    var parent = tree.nodes[node].parent
    for _ in 0..<4 where parent > 0 {
      if tags.contains(tree.nodes[parent].tag) { return true }
      parent = tree.nodes[parent].parent
    }
    return false
  }

  private mutating func lookAtElements(_ range: Range<Int>, body: Range<Int>) {
    for i in range {
      if body.contains(i) {
        noteTime(i)
        noteDay(i)
        continue
      }
      let node = tree.nodes[i]
      guard node.tag != .text, node.range.count > 4, node.end - i < 40 else { continue }
      var reader = AttributeReader(bytes: tree.bytes, range: node.range)
      while let (name, value) = reader.next() {
        guard PageSurroundings.telling.contains(Tag.key(of: tree.bytes[name])) else { continue }
        note(i, value)
      }
    }
  }

  /// Takes the time of publication from an element of the body that is marked as that.
  private mutating func noteTime(_ node: Int) {
    guard published == nil, tree.nodes[node].tag != .text,
      tree.attribute("itemprop", of: node) == "datePublished", !isComment(node)
    else { return }
    published = tree.attribute("content", of: node) ?? tree.attribute("datetime", of: node)
  }

  /// Takes a day from an element of the body that is called a date and shows nothing besides (`10.12.19`).
  private mutating func noteDay(_ node: Int) {
    guard days.count < 6, tree.nodes[node].tag != .text, tree.nodes[node].end - node < 4,
      let name = tree.attribute("class", of: node), PageHead.holds(name, "date"),
      !PageHead.holds(name, "update"), !isComment(node)
    else { return }
    let text = shown(node)
    if text.utf8.count <= 10, !text.contains(where: \.isLetter) { days.append(text) }
  }

  private mutating func note(_ node: Int, _ value: Range<Int>) {
    func names(_ words: [[UInt8]]) -> Bool {
      words.contains { ByteSearch.find($0, in: tree.bytes, value) != nil }
    }
    if authors.count < 6, names(PageSurroundings.authorWords) || namesBy(value) {
      let named = (node..<tree.nodes[node].end).first {
        tree.attribute("itemprop", of: $0) == "name"
      }
      let text = shown(named ?? node)
      if text.count > 2, text.count < 90 { authors.append(text) }
    }
    if published == nil, tree.bytes[value].elementsEqual("datePublished".utf8), !isComment(node) {
      published =
        tree.attribute("content", of: node) ?? tree.attribute("datetime", of: node) ?? shown(node)
    }
    if times.count < 6, !isOfOther(node), names(PageSurroundings.timeWords),
      !names(PageSurroundings.otherTimeWords),
      !isComment(node)
    {
      let text = tree.attribute("content", of: node) ?? shown(node)
      if text.count > 5, text.count < 120 { times.append(text) }
    }
    if sources.count < 3, names([Array("source".utf8)]) {
      let text = pieces(node..<tree.nodes[node].end).first { !PageSurroundings.isLabel($0.text) }?
        .text
      if let text, text.count > 2, text.count < 60 { sources.append(text) }
    }
  }

  /// Whether one part of a name is the word by: `m-by`.
  private func namesBy(_ value: Range<Int>) -> Bool {
    tree.bytes[value].split { ByteSearch.lower($0) &- 0x61 >= 26 }.contains {
      $0.elementsEqual("by".utf8)
    }
  }

  /// The pieces of an element, with a bar between those that are set apart.
  private func shown(_ node: Int) -> String {
    pieces(node..<tree.nodes[node].end).map(\.text).joined(separator: " | ")
  }

  private mutating func lookAtStamps(from headEnd: Int, to end: Int) {
    for i in tree.nodes.indices where [.time, .other, .span].contains(tree.nodes[i].tag) {
      noteTime(i)
      if tree.nodes[i].tag == .span { continue }
      guard let value = tree.attribute("datetime", of: i) ?? title(of: i), !value.isEmpty,
        !isComment(i)
      else { continue }
      let kind = (tree.attribute("class", of: i) ?? "") + (tree.attribute("itemprop", of: i) ?? "")
      let isUpdate = kind.contains("updated") || kind.contains("dateModified")
      if isUpdate, !kind.contains("published"), !kind.contains("entry-date") {
        updates.append(value)
      } else if i >= headEnd - 40, i < end {
        stamps.append(value)
      } else if farStamps.isEmpty {
        farStamps.append(value)
      }
    }
  }

  /// Whether a node stands behind the body, and right behind the headline of something else or a link to it.
  private func isOfOther(_ node: Int) -> Bool {
    var i = node - 1
    while i >= max(bodyEnd, node - 30), tree.nodes[i].tag != .text || measures.mass[i] == 0 {
      i -= 1
    }
    guard i >= max(bodyEnd, node - 30) else { return false }
    let isHeading = tree.nodes[measures.block[i]].tag.isHeading
    guard isHeading && measures.mass[i] > 11 || measures.isLink[i] && measures.mass[i] > 19 else {
      return false
    }
    return CharacterReferences.text(of: tree.bytes[tree.nodes[i].range]) != title
  }

  /// Whether a node or one that holds it is called a comment.
  private func isComment(_ node: Int) -> Bool {
    var node = node
    while node > 0 {
      let names = [tree.attribute("class", of: node), tree.attribute("id", of: node)]
      if names.contains(where: { PageHead.holds($0 ?? "", "comment") }) { return true }
      node = tree.nodes[node].parent
    }
    return false
  }

  /// The title of an abbreviation that stands for a time.
  private func title(of node: Int) -> String? {
    guard tree.nodes[node].tag == .other, tree.attribute("class", of: node) == "published" else {
      return nil
    }
    return tree.attribute("title", of: node)
  }

  /// Whether a text is a label or a sign only.
  static func isLabel(_ text: String) -> Bool {
    text.hasSuffix(":") || !text.contains { $0.isLetter }
      || BoilerplateWords.shipped.credits.contains(text)
  }

  private static let telling: Set<UInt64> = Set(
    ["class", "id", "itemprop", "rel"].map { Tag.key(of: Array($0.utf8)[...]) })
  private static let authorWords = ["author", "byline", "writer", "creator", "username"].map {
    Array($0.utf8)
  }
  private static let timeWords = ["date", "time", "published"].map { Array($0.utf8) }
  private static let otherTimeWords = ["uploaddate", "datemodified", "datecreated"].map {
    Array($0.utf8)
  }
}
