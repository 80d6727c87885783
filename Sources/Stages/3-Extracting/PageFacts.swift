/// What a page says of its article outside of the body.
struct PageFacts {
  private let head: PageHead
  private let around: PageSurroundings
  private let words = BoilerplateWords.shipped

  /// Takes what the page declares and what stands around the body.
  init(_ head: PageHead, _ around: PageSurroundings) {
    self.head = head
    self.around = around
  }

  /// The page's description of itself.
  var description: String? { head.meta["og:description"] ?? head.meta["description"] }

  /// The text of the article as the page's JSON-LD gives it.
  var linkedBody: String? { head.linked.string("articleBody") }

  /// Fills in what is known.
  ///
  /// - Parameters:
  ///   - page: What is filled in.
  ///   - text: The article's text.
  func fill(_ page: inout ExtractedPage, text: String) {
    let lines = text.split(separator: "\n")
    let opening = lines.filter { $0.utf8.count > 90 }.prefix(2).joined(separator: " ")
    let (meta, linked) = (head.meta, head.linked)
    page.title = head.title
    let link = PageLink(page: page.url, base: head.base)
    fillTimes(&page, opening: lines.prefix(4).map(PageFacts.dated))
    page.section =
      meta["article:section"] ?? linked.string("articleSection") ?? meta["articlesection"]
    page.tags = head.tags
    page.url = (head.canonical ?? meta["og:url"]).map(link.absolute) ?? page.url
    page.source = meta["og:site_name"] ?? linked.name(of: "publisher")
    page.image = (meta["og:image"] ?? meta["twitter:image"]).map(link.absolute)
    page.language = (head.language ?? meta["og:locale"])?.split { $0 == "-" || $0 == "_" }.first
      .map { $0.lowercased() }
    if linked.hasType("LiveBlogPosting") { page.kind = .liveBlog }
    if linked.hasType("ImageGallery") || linked.hasType("MediaGallery") { page.kind = .gallery }
    fillNames(&page, opening)
    if page.credit == nil {
      page.credit = CreditLine.shipped.credit(
        shown: around.between.filter { !$0.isLink }.map(\.text), lines: lines)
    }
  }

  private func fillNames(_ page: inout ExtractedPage, _ opening: String) {
    let meta = head.meta
    let byline = Byline(title: head.title, documentTitle: head.documentTitle, opening: opening)
    page.byline =
      byline.first(of: [head.linked.name(of: "author")])
      ?? byline.labelled(in: around.between)
      ?? byline.first(
        of: [
          meta["author"], meta["article:author"], meta["dc.creator"], meta["citation_author"],
          meta["byl"],
        ])
      ?? byline.first(of: around.authors)
      ?? byline.placed(in: around.between) ?? byline.labelled(in: around.behind)
    page.credit = credit
    if let name = page.byline, words.agencies.contains(name) { page.credit = page.credit ?? name }
    if page.byline == nil, let credit = page.credit, words.agencies.contains(credit) {
      page.byline = credit
    }
  }

  /// The agency or outlet that the page names as its source.
  private var credit: String? {
    for pieces in [around.behind, around.between] {
      for (index, piece) in pieces.enumerated() {
        guard let label = words.credits.first(where: { piece.text.hasPrefix($0) }) else { continue }
        let rest = piece.text.dropFirst(label.count).drop { ": /-–".contains($0) }
        if rest.isEmpty {
          let next = pieces[(index + 1)...].first { !PageSurroundings.isLabel($0.text) }
          if let next, next.text.count < 60 { return next.text }
        } else if rest.count < 60 {
          return String(rest)
        }
      }
    }
    return around.sources.first
  }

  /// What stands before the first dash or within brackets at the beginning of a text, where its date may stand; in
  /// brackets behind a place digits and signs only.
  private static func dated(_ line: Substring) -> String {
    let start = line.prefix(40)
    if let open = start.firstIndex(of: "(") {
      let inside = start[open...].dropFirst().prefix { $0 != ")" }
      if open == start.startIndex || !inside.contains(where: \.isLetter) { return String(inside) }
    }
    guard start.first?.isNumber == true, let dash = start.firstIndex(where: "-–—|".contains) else {
      return ""
    }
    return String(start[..<dash])
  }

  private func fillTimes(_ page: inout ExtractedPage, opening: [String]) {
    let (meta, linked) = (head.meta, head.linked)
    let dates = PageDates(address: head.canonical ?? page.url)
    let shown = (around.between.filter { !$0.isLink } + around.between.filter(\.isLink)).map(\.text)
    // What stands above the headline may be the clock of the site: the day counts.
    let before = around.before.reversed().map(\.text)
    // Lines that can hold little besides a day come before sentences, which may tell of other days.
    let isLine = { (text: String) in
      if text.unicodeScalars.count < PageFacts.lineLength { return true }
      let (before, behind) = split(text)
      guard let behind else { return false }
      return [before, behind].allSatisfy { $0.unicodeScalars.count < PageFacts.lineLength }
    }
    let behind = around.behind.filter { !$0.isOfOther }.map(\.text)
    let above = before.prefix(8).filter(isLine).map { dates.dayOnly($0) ?? $0 }
    let near = shown.filter(isLine) + above + around.times
    let lines = (near + behind.filter(isLine)).map(split)
    let sentences = (shown + before + behind).filter { !isLine($0) }.map(split)
    let published = lines.map(\.0).filter { !$0.isEmpty }
    // A label tells of the page wherever it stands.
    let labelled = (around.behind.filter(\.isOfOther) + around.foot).map { split($0.text) }
    let changed = (lines + sentences + labelled).compactMap(\.1)
    let names = [
      "article:published_time", "datepublished", "og:published_time", "og:article:published_time",
      "pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date", "sailthru.date",
      "dc.date.issued", "citation_publication_date", "article.published",
      "cxenseparse:recs:publishtime",
    ]
    // What systems set when a page was made, not when it was published.
    let madeNames = [
      "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date",
    ]
    let made = madeNames.map { meta[$0] }
    let stated: [String?] = [linked.string("datePublished")] + names.map { meta[$0] }
    let marked: [String?] = [around.published, around.stamps.first, around.times.first]
    let time = dates.first(
      of: stated + marked + made + [around.farStamps.first], visible: opening + published)
    let others: [String?] = made + around.stamps
    page.published = dates.reconciled(
      dates.local(time, by: others + published), shown: [shownLines, around.days])
    page.modified = dates.first(
      of: [
        linked.string("dateModified"), meta["article:modified_time"], meta["og:updated_time"],
        meta["datemodified"], meta["last-modified"], around.updates.first,
      ], visible: changed, isAddressRead: false)
    page.published =
      page.published ?? page.modified
      ?? dates.first(of: [], visible: sentences.map(\.0))
      ?? dates.first(
        of: [head.scriptTime, description],
        visible: around.yearTexts(from: head.headline ?? 0))
  }

  /// A line with a day in it is no longer than this, in code points.
  private static let lineLength = 60

  /// The short texts right above the headline, and between it and the body, but for those that tell of changes; and the
  /// part of the document's title that is a day in digits.
  private var shownLines: [String] {
    var lines: [String] = []
    var isLabelled = false
    for piece in around.before.suffix(2) + around.between
    where piece.text.unicodeScalars.count < PageFacts.lineLength {
      let tellsOfChange = words.updates.contains { PageHead.holds(piece.text, $0) }
      if !tellsOfChange, !isLabelled { lines.append(piece.text) }
      isLabelled = tellsOfChange && !piece.text.contains(where: \.isNumber)
    }
    let days = head.documentTitle.split(separator: " - ").filter { $0.utf8.count == 10 }
    return lines + days.filter { !$0.contains(where: \.isLetter) }.map(String.init)
  }

  /// A text before and behind words such as `آخر تحديث`; what a label such as `نشر` opens behind them stands with what is
  /// before.
  private func split(_ text: String) -> (String, String?) {
    // Digits of ASCII, or Arabic and Persian ones, whose first byte is D9 or DB.
    guard text.utf8.contains(where: { $0 &- 0x30 < 10 || $0 == 0xD9 || $0 == 0xDB }) else {
      return ("", nil)
    }
    let bytes = Array(text.utf8)
    for word in words.updates {
      guard let at = ByteSearch.find(Array(word.utf8), in: bytes, 0..<bytes.count) else { continue }
      let start = at + word.utf8.count
      let next = words.publications.compactMap {
        ByteSearch.find(Array($0.utf8), in: bytes, start..<bytes.count)
      }.min()
      let end = next ?? bytes.count
      return (
        String(decoding: bytes[..<at] + bytes[end...], as: UTF8.self),
        String(decoding: bytes[start..<end], as: UTF8.self)
      )
    }
    return (text, nil)
  }
}
