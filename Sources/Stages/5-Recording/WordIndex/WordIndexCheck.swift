internal import ArabicScript
internal import GRDB

/// What the word index and the archive's texts disagree on.
package struct WordIndexCheck: Sendable, Hashable {
  /// How many articles were compared.
  package fileprivate(set) var articles = 0
  /// The ids of articles whose words the index does not have, all or in part, or has otherwise; in the order of adding.
  package fileprivate(set) var differing: [String] = []
  /// How many documents of the index belong to no article, or to one that has another already.
  package fileprivate(set) var surplus = 0

  /// Whether index and texts agree.
  package var isSound: Bool { differing.isEmpty && surplus == 0 }
}

extension Archive {
  /// Compares the word index with the texts of all articles: each word at each place, times and outlets.
  ///
  /// It takes as long as indexing; others may go on reading and writing.
  ///
  /// - Returns: What differs.
  /// - Throws: `ArchiveError`; its kind is `damaged` if the index can't be read.
  package func checkWordIndex() throws -> WordIndexCheck {
    try ArchiveError.translating(path) {
      try pool.read { database in
        var checker = WordIndexChecker()
        for segment in try IndexSegment.all(database) { try checker.read(segment, database) }
        return try checker.compare(database)
      }
    }
  }

  /// Builds the word index of articles, and those of records, anew from the texts.
  ///
  /// Others may go on searching meanwhile, in the old one.
  ///
  /// - Throws: `ArchiveError`; then the old index stays.
  package func rebuildIndex() throws {
    try ArchiveError.translating(path) { try pool.write { try SearchIndex.rebuild($0) } }
  }
}

/// Compares documents of the index with articles by a sum over all their words, which needs no order.
private struct WordIndexChecker {
  private struct Document: Hashable {
    var sum: UInt64 = 0
    let time: Int
    let source: Int
    let length: Int
  }

  private var documents: [Int: Document] = [:]
  private var check = WordIndexCheck()

  /// Reads all words of a segment.
  mutating func read(_ segment: IndexSegment, _ database: Database) throws {
    let count = segment.documents.count
    var sums = [UInt64](repeating: 0, count: count)
    let reader = try SegmentReader(database)
    let terms = try TermCursor(database, segment.number)
    var places: [UInt32] = []
    while let (term, entry) = terms.current {
      let hash = WordIndexChecker.hash(term.span, mark: nil)
      var cursor = PostingCursor(
        try reader.bytes(entry.postings, of: .postings, in: entry.segment),
        places: try reader.bytes(entry.places, of: .places, in: entry.segment))
      while cursor.document < count {
        places.removeAll(keepingCapacity: true)
        try cursor.appendPlaces(to: &places)
        for place in places {
          sums[Int(cursor.document)] &+= WordIndexChecker.mixed(hash, place)
        }
        cursor.next()
      }
      try terms.next()
    }
    for document in 0..<count where !segment.deletions.contains(document) {
      let own = Document(
        sum: sums[document], time: segment.documents.times[document],
        source: Int(segment.documents.sources[document]),
        length: Int(segment.documents.lengths[document]))
      if documents.updateValue(own, forKey: segment.documents.articles[document]) != nil {
        check.surplus += 1
      }
    }
  }

  /// Compares what was read with the articles.
  mutating func compare(_ database: Database) throws -> WordIndexCheck {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT article, id, time, source, CAST(title AS BLOB), CAST(text AS BLOB)
        FROM articles JOIN article_texts USING (article) ORDER BY article
        """)
    while let row = try rows.next() {
      check.articles += 1
      let (title, body) = (IndexedText(row.utf8(4)), IndexedText(row.utf8(5)))
      var wanted = Document(
        time: row[2], source: row[3] ?? 0, length: title.wordCount + body.wordCount)
      wanted.sum =
        WordIndexChecker.sum(title, from: 0)
        &+ WordIndexChecker.sum(body, from: PostingCursor.bodyStart)
      if documents.removeValue(forKey: row[0]) != wanted { check.differing.append(row[1]) }
    }
    check.surplus += documents.count
    return check
  }

  private static func sum(_ text: IndexedText, from start: UInt32) -> UInt64 {
    let keys = text.keys.span
    var sum: UInt64 = 0
    for word in 0..<text.wordCount {
      let place = start + UInt32(word)
      sum &+= mixed(hash(keys.extracting(text.keyRange(word)), mark: nil), place)
      let stems = Set(
        text.stems(of: word).map {
          hash(keys.extracting($0.start..<$0.end), mark: IndexTerm.stemMark)
        })
      for stem in stems { sum &+= mixed(stem, place) }
    }
    return sum
  }

  /// FNV-1a, 64 bits (Fowler, Noll and Vo).
  private static func hash(_ bytes: Span<UInt8>, mark: UInt8?) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    if let mark { hash = (hash ^ UInt64(mark)) &* 0x100_0000_01B3 }
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash
  }

  /// A term at a place as one number; the multiplier is that of SplitMix64 (Steele, Lea and Flood 2014).
  private static func mixed(_ hash: UInt64, _ place: UInt32) -> UInt64 {
    var value = (hash ^ UInt64(place)) &* 0xBF58_476D_1CE4_E5B9
    value ^= value >> 27
    return value &* 0x94D0_49BB_1331_11EB
  }
}
