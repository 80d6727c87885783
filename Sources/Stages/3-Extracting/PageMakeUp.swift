internal import ArabicQuantities

/// What a page is by its make-up: pictures with captions and little besides, or entries that each bear a time.
struct PageMakeUp {
  private let tree: PageTree
  private let measures: PageMeasures
  private let words = BoilerplateWords.shipped
  /// How many pictures stand behind the headline that lead to nothing else.
  private var pictureCount = 0
  /// The elements that hold one picture and its caption.
  private var framed: [Int] = []
  /// The texts that are a time of day and no more.
  private var clocks: [Int] = []

  /// Looks at what stands behind a headline, or in the body of a page that has none.
  init(_ tree: PageTree, _ measures: PageMeasures, headline: Int?, container: Int) {
    self.tree = tree
    self.measures = measures
    var pictures: [Int] = []
    for i in (headline.map { tree.nodes[$0].end } ?? container)..<tree.nodes.count {
      switch tree.nodes[i].tag {
      case .img: pictures.append(i)
      case .text: if isClock(i) { clocks.append(i) }
      default: break
      }
    }
    if clocks.count > 2 { clocks = clocks.filter { !isAside($0) } }
    if pictures.count < PageMakeUp.leastPictures { return }
    pictures.removeAll { measures.isLink[$0] && !leadsToPicture($0) }
    if pictures.count >= PageMakeUp.leastPictures {
      for picture in pictures where !isAside(picture) { takePicture(picture) }
    }
  }

  /// A gallery has so many pictures at least.
  private static let leastPictures = 4

  /// The captions, one a line.
  var captions: String { framed.map(caption).joined(separator: "\n") }

  /// What the page is if it is no plain article.
  ///
  /// - Parameters:
  ///   - title: The article's title.
  ///   - text: The article's text.
  /// - Returns: `nil` if nothing tells that it is something else.
  func kind(title: String, text: String) -> ExtractedPage.Kind? {
    func says(_ phrases: [String]) -> Bool { phrases.contains { PageHead.holds(title, $0) } }
    if clocks.count > 2, entryCount >= (says(words.liveTitles) ? 3 : 6) { return .liveBlog }
    if pictureCount < PageMakeUp.leastPictures { return nil }
    let running = runningLetters(in: text)
    if says(words.galleryTitles) {
      return running < 150 * pictureCount ? .gallery : nil
    }
    return framed.count >= 6 && running < 60 * framed.count ? .gallery : nil
  }

  /// How many elements around a node are looked at.
  private static let reach = 40

  private mutating func takePicture(_ node: Int) {
    pictureCount += 1
    var parent = tree.nodes[node].parent
    for _ in 0..<3 where parent > 0 {
      let tag = tree.nodes[parent].tag
      if tag == .figure || tag == .li {
        let plain = measures.mass[parent] - measures.linkMass[parent]
        let isShort = plain >= 10 && plain < 600 && tree.nodes[parent].end - parent < 60
        if isShort, framed.last != parent { framed.append(parent) }
        return
      }
      parent = tree.nodes[parent].parent
    }
  }

  /// Whether a picture's link leads to a larger picture.
  private func leadsToPicture(_ node: Int) -> Bool {
    var parent = node
    for _ in 0..<PageMakeUp.reach where tree.nodes[parent].tag != .a && parent > 0 {
      parent = tree.nodes[parent].parent
    }
    let address = tree.attribute("href", of: parent)?.prefix { $0 != "?" }.lowercased() ?? ""
    return [".jpg", ".jpeg", ".png", ".webp"].contains { address.hasSuffix($0) }
  }

  /// Whether a text is a time of day, perhaps with half of the day: `10:30 ص`.
  private func isClock(_ node: Int) -> Bool {
    let range = tree.nodes[node].range
    guard (4..<40).contains(range.count), tree.bytes[range].contains(UInt8(ascii: ":")),
      // A digit of ASCII, or the first byte of an Arabic or Persian one.
      let first = tree.bytes[range].first(where: { $0 > 0x20 }),
      first &- 0x30 < 10 || first == 0xD9 || first == 0xDB
    else { return false }
    let text = CharacterReferences.text(of: tree.bytes[range])
    return text.count { $0.isLetter } < 8 && text.first?.isNumber == true
      && text.prefix(3).contains(":") && WrittenClock.time(in: text) != nil
  }

  /// Whether a node stands in what is no part of an article, such as comments.
  private func isAside(_ node: Int) -> Bool {
    var parent = tree.nodes[node].parent
    for _ in 0..<PageMakeUp.reach where parent > 0 {
      switch tree.nodes[parent].tag {
      case .nav, .aside, .footer, .form, .noscript: return true
      default: break
      }
      for name in ["class", "id"] as [StaticString] {
        if let value = tree.attribute(name, of: parent),
          words.role(of: Array(value.utf8)[...]) == .never
        {
          return true
        }
      }
      parent = tree.nodes[parent].parent
    }
    return false
  }

  /// How many times of day have some text behind them.
  private var entryCount: Int {
    clocks.indices.count { index in
      let end = index + 1 < clocks.count ? clocks[index + 1] : tree.nodes.count
      var letters = 0
      var i = clocks[index] + 1
      while i < end, letters < 40 {
        if tree.nodes[i].tag == .text, !measures.isLink[i] { letters += measures.mass[i] }
        i += 1
      }
      return letters >= 40
    }
  }

  /// The letters of a text without those of captions.
  private func runningLetters(in text: String) -> Int {
    let letters = ByteSearch.letters(Array(text.utf8))
    let ofCaptions = framed.map(caption).filter { PageHead.holds(text, $0) }
    return letters - ofCaptions.reduce(0) { $0 + ByteSearch.letters(Array($1.utf8)) }
  }

  private func caption(_ node: Int) -> String {
    var output: [UInt8] = []
    for i in node..<tree.nodes[node].end where tree.nodes[i].tag == .text && !measures.isLink[i] {
      CharacterReferences.append(tree.bytes, tree.nodes[i].range, to: &output)
      output.append(0x20)
    }
    return Spacing.collapsed(output)
  }
}
