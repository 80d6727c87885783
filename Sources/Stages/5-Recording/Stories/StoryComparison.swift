internal import ArabicScript
internal import GRDB
internal import NewsModel

/// What the reports of a story say differently: statements, numbers, counts of victims.
struct StoryComparison {
  private struct Content {
    var statements: [(piece: SpokenPiece, stems: Set<[UInt8]>)] = []
    var numbers: [(key: String, shown: String)] = []
    var claims: [(CountClaim.Victims, Int)] = []
  }

  /// Two statements are one if they share this part of the shorter one's stems.
  private static let sameStatement = 0.5

  private let contents: [Content]

  init(_ database: Database, _ articles: [Int]) throws {
    let loader = ReadingLoader(database)
    contents = try articles.map { article in
      guard let stored = try loader.reading(article: article) else { return Content() }
      return StoryComparison.content(stored)
    }
  }

  private static func content(_ stored: StoredReading) -> Content {
    var content = Content()
    let reading = stored.reading
    for statement in reading.statements {
      let text = stored.text.cut(statement.content)
      let piece = SpokenPiece(speaker: statement.speakerName, content: text)
      let stems = IndexedText(Array(text.utf8)).document(of: [TextRange(0, text.utf8.count)])
        .split { $0 == ArabicTokenizer.positionMark || $0 == ArabicTokenizer.synonymMark }
      content.statements.append((piece, Set(stems.map(Array.init))))
    }
    for quantity in reading.quantities {
      let key = "\(quantity.value) \(FoldedName.fold(quantity.unit ?? quantity.of ?? ""))"
      let written = stored.text.cut(quantity.span)
      let of = quantity.unit ?? quantity.of
      let shown = of.map { written.contains($0) ? written : "\(written) \($0)" } ?? written
      if !content.numbers.contains(where: { $0.key == key }) {
        content.numbers.append((key, shown))
      }
    }
    for event in reading.events {
      if let killed = event.killed { content.claims.append((.killed, killed.best)) }
      if let injured = event.injured { content.claims.append((.injured, injured.best)) }
    }
    return content
  }

  /// What the report at an index adds to the first and drops of it; `nil` if nothing.
  func difference(_ index: Int) -> StoryDifference? {
    let (first, own) = (contents[0], contents[index])
    func new(_ a: Content, to b: Content) -> [SpokenPiece] {
      a.statements.filter { statement in
        !b.statements.contains { StoryComparison.isSame($0.stems, statement.stems) }
      }.map(\.piece)
    }
    func newNumbers(_ a: Content, to b: Content) -> [String] {
      a.numbers.filter { number in !b.numbers.contains { $0.key == number.key } }.map(\.shown)
    }
    let difference = StoryDifference(
      addedStatements: new(own, to: first), droppedStatements: new(first, to: own),
      addedNumbers: newNumbers(own, to: first), droppedNumbers: newNumbers(first, to: own))
    let isEmpty =
      difference.addedStatements.isEmpty && difference.droppedStatements.isEmpty
      && difference.addedNumbers.isEmpty && difference.droppedNumbers.isEmpty
    return isEmpty ? nil : difference
  }

  private static func isSame(_ a: Set<[UInt8]>, _ b: Set<[UInt8]>) -> Bool {
    let fewer = min(a.count, b.count)
    return fewer > 0 && Double(a.intersection(b).count) >= sameStatement * Double(fewer)
  }

  /// The highest count of each report, where independent reports give different ones.
  func disagreements(_ independent: [(index: Int, article: String)]) -> [CountClaim] {
    var claims: [CountClaim] = []
    for victims in CountClaim.Victims.allCases {
      var articles: [Int: [String]] = [:]
      for (index, article) in independent {
        let counts = contents[index].claims.filter { $0.0 == victims }.map(\.1)
        if let highest = counts.max() { articles[highest, default: []].append(article) }
      }
      if articles.count < 2 { continue }
      for (value, articles) in articles.sorted(by: { $0.key < $1.key }) {
        claims.append(CountClaim(victims: victims, value: value, articles: articles))
      }
    }
    return claims
  }
}
