internal import GRDB

/// Writes several segments as one, without the documents that are deleted.
struct SegmentMerge {
  private struct Source {
    let segment: IndexSegment
    let terms: TermCursor
    /// The numbers of its documents in the new segment; `UInt32.max` for those that are deleted.
    var numbers: [UInt32] = []
  }

  private let database: Database
  private let reader: SegmentReader
  private var sources: [Source]
  private var output: SegmentWriter

  /// Prepares to merge.
  ///
  /// - Parameters:
  ///   - segments: Which; their documents keep this order.
  ///   - database: The archive, within a transaction.
  ///   - averageLength: How many words articles have on average.
  /// - Throws: An error of the database.
  init(_ segments: [IndexSegment], _ database: Database, averageLength: Float) throws {
    self.database = database
    reader = try SegmentReader(database)
    output = try SegmentWriter(database, averageLength: averageLength)
    sources = []
    for segment in segments {
      var source = Source(segment: segment, terms: try TermCursor(database, segment.number))
      for document in 0..<segment.documents.count {
        source.numbers.append(
          segment.deletions.contains(document)
            ? .max : UInt32(output.append(document, of: segment.documents)))
      }
      sources.append(source)
    }
  }

  /// Merges, and removes what was merged.
  ///
  /// - Throws: An error of the database.
  mutating func run() throws {
    while let term = sources.compactMap({ $0.terms.current?.term })
      .min(by: { $0.lexicographicallyPrecedes($1) })
    {
      for source in sources {
        guard let current = source.terms.current, current.term == term else { continue }
        try append(current.entry, source.numbers)
        try source.terms.next()
      }
      try output.finish(term: term[...])
    }
    try output.finish()
    for source in sources {
      try IndexSegment.delete(source.segment.number, database)
    }
    if output.documents.count == 0 { try IndexSegment.delete(output.segment, database) }
  }

  private mutating func append(_ entry: TermEntry, _ numbers: [UInt32]) throws {
    var cursor = PostingCursor(
      try reader.bytes(entry.postings, of: .postings, in: entry.segment),
      places: try reader.bytes(entry.places, of: .places, in: entry.segment))
    while cursor.document != PostingCursor.end {
      guard Int(cursor.document) < numbers.count else {
        throw DatabaseError.damaged("the word index names a document that it does not have")
      }
      let number = numbers[Int(cursor.document)]
      if number != .max {
        let (count, title) = cursor.occurrences()
        output.append(number, count: count, title: title, places: try cursor.encodedPlaces())
      }
      cursor.next()
    }
  }
}
