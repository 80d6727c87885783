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
  ///   - database: The archive.
  /// - Throws: An error of the database.
  init(_ plan: IndexPlan, _ segment: IndexSegment, _ database: Database) throws {
    self.segment = segment
    let reader = try SegmentReader(database)
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
  ///   - withPlaces: Whether places will be asked for.
  /// - Returns: A cursor at the first document.
  /// - Throws: An error of the database.
  func cursor(of word: Int, withPlaces: Bool = false) throws -> WordCursor {
    switch words[word] {
    case .terms(let entries):
      let cursors = try entries.compactMap(\.self).map { entry in
        PostingCursor(
          try reader.bytes(entry.postings, of: .postings, in: segment.number),
          places: withPlaces
            ? try reader.bytes(entry.places, of: .places, in: segment.number) : [])
      }
      return WordCursor(cursors, limit: segment.documents.count)
    case .beginning(let postings, let places, _):
      return WordCursor([PostingCursor(postings, places: places)], limit: segment.documents.count)
    }
  }

  /// Merges the postings of all terms that begin like a word.
  private static func merged(
    _ word: IndexWord, _ segment: IndexSegment, _ reader: SegmentReader, _ database: Database
  ) throws -> Found {
    var union = PostingsUnion(documents: segment.documents.count)
    for beginning in word.terms {
      let terms = try TermCursor(database, segment.number, beginning: beginning)
      var seen = 0
      while let entry = terms.current?.entry, seen < beginningLimit {
        union.insert(
          PostingCursor(
            try reader.bytes(entry.postings, of: .postings, in: segment.number),
            places: try reader.bytes(entry.places, of: .places, in: segment.number)))
        seen += 1
        try terms.next()
      }
    }
    let (postings, places, count) = union.written(segment)
    return .beginning(postings: postings, places: places, count: count)
  }
}

/// Merges postings of several terms of a segment into those of one.
struct PostingsUnion {
  /// A document in the upper half, a place in it in the lower.
  private var places: [UInt64] = []
  private let documents: Int

  init(documents: Int) { self.documents = documents }

  /// Adds the postings of a term.
  mutating func insert(_ cursor: PostingCursor) {
    var cursor = cursor
    var own: [UInt32] = []
    while Int(cursor.document) < documents {
      own.removeAll(keepingCapacity: true)
      cursor.appendPlaces(to: &own)
      for place in own { places.append(UInt64(cursor.document) << 32 | UInt64(place)) }
      cursor.next()
    }
  }

  /// The postings and places of all terms together, and in how many documents they stand.
  func written(_ segment: IndexSegment) -> (postings: [UInt8], places: [UInt8], count: Int) {
    let sorted = places.sorted()
    var writer = PostingsWriter()
    var encoded: [UInt8] = []
    var index = 0
    while index < sorted.count {
      let document = sorted[index] >> 32
      encoded.removeAll(keepingCapacity: true)
      var (count, title, last) = (UInt32(0), UInt32(0), UInt32(0))
      while index < sorted.count, sorted[index] >> 32 == document {
        let place = UInt32(truncatingIfNeeded: sorted[index])
        if place < PostingCursor.bodyStart {
          title += 1
        } else if title == count {
          last = PostingCursor.bodyStart
        }
        VarInt.append(place - last, to: &encoded)
        last = place
        count += 1
        index += 1
      }
      let impact = RelevanceFormula.impact(
        count: count, title: title, length: segment.documents.lengths[Int(document)],
        average: segment.averageLength)
      writer.append(
        UInt32(document), count: count, title: title, impact: impact, places: encoded[...])
    }
    var (postings, encodedPlaces): ([UInt8], [UInt8]) = ([], [])
    let count = writer.finish(postings: &postings, places: &encodedPlaces)
    return (postings, encodedPlaces, count)
  }
}
