internal import GRDB

/// The words of a plan in one segment.
struct SegmentWords {
  private let segment: IndexSegment
  private let reader: SegmentReader
  private let words: [Found]

  /// Where a word's terms stand.
  private enum Found {
    case terms([TermEntry?])
    /// All terms that begin like the word, which were merged.
    case beginning(postings: [UInt8], places: [UInt8], count: Int)
  }

  /// The most terms with one beginning that are looked at in a segment, the first in the order of their bytes.
  private static let beginningLimit = 50_000

  /// Looks the words up.
  ///
  /// - Parameters:
  ///   - plan: Whose words.
  ///   - segment: Where.
  ///   - reader: Reads terms and pages.
  ///   - database: The archive.
  /// - Throws: An error of the database.
  init(
    _ plan: IndexPlan, _ segment: IndexSegment, _ reader: SegmentReader, _ database: Database
  ) throws {
    self.segment = segment
    self.reader = reader
    words = try plan.words.map { word in
      if word.isBeginning {
        return try SegmentWords.merged(word, segment, reader, database)
      }
      return .terms(try word.terms.map { try reader.entry(of: $0, in: segment.number) })
    }
  }

  /// In how many documents each term of a word stands, in its order; one number for a beginning.
  func counts(of word: Int) -> [Int] {
    switch words[word] {
    case .terms(let entries): entries.map { $0?.documents ?? 0 }
    case .beginning(_, _, let count): [count]
    }
  }

  /// About how many documents hold a word: no more than this.
  func count(of word: Int) -> Int { counts(of: word).reduce(0, +) }

  /// Goes through the documents of a word.
  ///
  /// - Parameters:
  ///   - word: The word's number in the plan.
  ///   - documents: In how many documents places will be asked for; `nil` if they won't.
  /// - Returns: A cursor at the first document.
  /// - Throws: An error of the database.
  func cursor(of word: Int, placesIn documents: Int? = nil) throws -> WordCursor {
    switch words[word] {
    case .terms(let entries):
      var cursors: [PostingCursor] = []
      for case let entry? in entries { cursors.append(try cursor(of: entry, documents)) }
      return WordCursor(cursors, limit: segment.documents.count)
    case .beginning(let postings, let places, _):
      return WordCursor([PostingCursor(postings, places: places)], limit: segment.documents.count)
    }
  }

  private func cursor(of entry: TermEntry, _ documents: Int?) throws -> PostingCursor {
    let postings = try reader.bytes(entry.postings, of: .postings, in: segment.number)
    guard let documents else { return PostingCursor(postings) }
    // In few documents places are read block by block, in many all at once.
    if documents < entry.documents / (2 * PostingsWriter.blockLength) {
      return PostingCursor(
        postings,
        stored: StoredPlaces(reader: reader, segment: segment.number, range: entry.places))
    }
    let places = try reader.bytes(entry.places, of: .places, in: segment.number)
    return PostingCursor(postings, places: places)
  }

  /// Merges the postings of all terms that begin like a word.
  private static func merged(
    _ word: IndexWord, _ segment: IndexSegment, _ reader: SegmentReader, _ database: Database
  ) throws -> Found {
    var union = PostingsUnion(segment, withPlaces: word.needsPlaces)
    for beginning in word.terms {
      let terms = try TermCursor(database, segment.number, beginning: beginning)
      var entries: [TermEntry] = []
      while let entry = terms.current?.entry, entries.count < beginningLimit {
        entries.append(entry)
        try terms.next()
      }
      let postings = try neighbours(entries.map(\.postings), .postings, segment, reader)
      let places =
        word.needsPlaces
        ? try neighbours(entries.map(\.places), .places, segment, reader)
        : [[UInt8]](repeating: [], count: entries.count)
      for (own, ownPlaces) in zip(postings, places) {
        try union.insert(PostingCursor(own, places: ownPlaces))
      }
    }
    let (postings, places, count) = union.written()
    return .beginning(postings: postings, places: places, count: count)
  }

  /// The bytes of terms that stand side by side, as their bytes do, so that they are read at once.
  private static func neighbours(
    _ ranges: [Range<Int>], _ kind: IndexPages.Kind, _ segment: IndexSegment,
    _ reader: SegmentReader
  ) throws -> [[UInt8]] {
    guard let start = ranges.first?.lowerBound, let end = ranges.last?.upperBound else { return [] }
    guard start <= end, ranges.allSatisfy({ start <= $0.lowerBound && $0.upperBound <= end }) else {
      throw DatabaseError.damaged("terms of the word index are not in order")
    }
    let bytes = try reader.bytes(start..<end, of: kind, in: segment.number)
    return ranges.map { Array(bytes[$0.lowerBound - start..<$0.upperBound - start]) }
  }
}
