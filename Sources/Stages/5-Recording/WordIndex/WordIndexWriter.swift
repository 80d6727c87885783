internal import GRDB

/// Keeps the word index of articles and the counts of their words while they are written, within one transaction.
///
/// The words of a batch become a segment of their own. Segments of like size are merged eight at a time, so that each
/// word is written a few times at most and a search looks into few segments; very large ones are left as they are.
/// Since all is rows of the archive, a batch that fails or a program that is killed leaves nothing behind, and readers
/// see one moment.
struct WordIndexWriter {
  private let database: Database
  private let words: SearchWords
  private var builder = SegmentBuilder()
  /// All segments and which of them have new deletions, once something is to be deleted.
  private var segments: [IndexSegment]?
  private var changed: Set<Int> = []

  /// How many segments of like size there may be, and how much larger the next size is.
  private static let fanOut = 8
  /// Below so many documents a segment is of the smallest size.
  private static let smallest = 1_024
  /// Segments of so many documents are not merged any more.
  static let largest = 50_000

  init(_ database: Database) throws {
    self.database = database
    words = try SearchWords(database)
  }

  /// Adds an article's words.
  ///
  /// - Parameters:
  ///   - article: Its row number.
  ///   - order: Its time and outlet.
  ///   - title: The words of its title.
  ///   - body: The words of its text.
  /// - Throws: An error of the database.
  mutating func insert(
    _ article: Int, _ order: RecordOrder, title: IndexedText, body: IndexedText
  ) throws {
    builder.add(article, order, title: title, body: body)
    if builder.isFull { try writeSegment() }
  }

  /// Takes an article's words out again.
  ///
  /// - Parameters:
  ///   - article: Its row number.
  ///   - title: The words of its title as they were inserted.
  ///   - body: The words of its text.
  /// - Throws: An error of the database.
  mutating func delete(_ article: Int, title: IndexedText, body: IndexedText) throws {
    // What was not written yet was not counted either.
    if builder.remove(article) { return }
    try words.remove([title, body])
    var list = try segments ?? IndexSegment.all(database)
    for index in list.indices {
      let document = list[index].documents.articles.indices.first {
        list[index].documents.articles[$0] == article && !list[index].deletions.contains($0)
      }
      guard let document else { continue }
      list[index].deletions.insert(document)
      changed.insert(index)
      break
    }
    segments = list
  }

  /// Writes what waits, and merges where there are too many segments; called once behind the last article.
  ///
  /// - Throws: An error of the database.
  mutating func finish() throws {
    try writeSegment()
    while let like = WordIndexWriter.choose(try IndexSegment.sizes(database)) {
      try merge(like)
    }
  }

  /// Writes what waits, and merges all segments that are not very large.
  ///
  /// - Throws: An error of the database.
  mutating func finishTidily() throws {
    try writeSegment()
    let small = try IndexSegment.sizes(database).filter { $0.liveCount < WordIndexWriter.largest }
    if small.count > 1 || small.contains(where: { $0.deleted > 0 }) { try merge(small) }
  }

  private mutating func writeSegment() throws {
    for index in changed { try segments?[index].writeDeletions(database) }
    changed = []
    segments = nil
    if builder.isEmpty { return }
    let average = try averageLength(with: builder.documentCount, builder.wordCount)
    var segment = try SegmentWriter(database, averageLength: average)
    try builder.write(to: &segment, counting: words)
    try segment.finish()
  }

  private func merge(_ sizes: [IndexSegmentSize]) throws {
    let segments = try sizes.compactMap { try IndexSegment($0.number, database) }
    var merge = try SegmentMerge(segments, database, averageLength: try averageLength(with: 0, 0))
    try merge.run()
  }

  private func averageLength(with documents: Int, _ words: Int) throws -> Float {
    let row = try Row.fetchOne(
      database,
      sql: "SELECT coalesce(sum(documents), 0), coalesce(sum(words), 0) FROM index_segments"
    )
    let all = documents + (row?[0] ?? 0)
    return Float(words + (row?[1] ?? 0)) / Float(max(all, 1))
  }

  /// The segments to merge now: eight of like size, or one of which half is deleted.
  private static func choose(_ segments: [IndexSegmentSize]) -> [IndexSegmentSize]? {
    if let hollow = segments.first(where: { $0.deleted * 2 > $0.documents }) { return [hollow] }
    let mergeable = segments.filter { $0.liveCount < largest }
    return Dictionary(grouping: mergeable) { tier(of: $0) }
      .filter { $0.value.count >= fanOut }.min { $0.key < $1.key }?.value
  }

  private static func tier(of segment: IndexSegmentSize) -> Int {
    var tier = 0
    var documents = segment.liveCount
    while documents >= smallest {
      documents /= fanOut
      tier += 1
    }
    return tier
  }
}
