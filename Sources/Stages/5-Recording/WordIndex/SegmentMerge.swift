internal import GRDB

/// Writes several segments as one, without the documents that are deleted.
struct SegmentMerge {
  private struct Source {
    let segment: IndexSegment
    let terms: TermCursor
    var postings: SegmentStream
    var places: SegmentStream
    /// The numbers of its documents in the new segment; `UInt32.max` for those that are deleted.
    var numbers: [UInt32] = []
  }

  private let database: Database
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
    let reader = try SegmentReader(database)
    output = try SegmentWriter(database, averageLength: averageLength)
    sources = []
    for segment in segments {
      var source = Source(
        segment: segment, terms: try TermCursor(database, segment.number),
        postings: SegmentStream(reader, segment.number, .postings),
        places: SegmentStream(reader, segment.number, .places))
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
    while let term = firstTerm() {
      for index in sources.indices {
        let terms = sources[index].terms
        guard let current = terms.current, current.term == term else { continue }
        try SegmentMerge.append(current.entry, of: &sources[index], to: &output)
        try terms.next()
      }
      try output.finish(term: term[...])
    }
    try output.finish()
    for source in sources {
      try IndexSegment.delete(source.segment.number, database)
    }
    if output.documents.count == 0 { try IndexSegment.delete(output.segment, database) }
  }

  /// The first of the terms at which the sources stand; `nil` behind the last one.
  private func firstTerm() -> [UInt8]? {
    var first: [UInt8]?
    for source in sources {
      guard let term = source.terms.current?.term else { continue }
      if let known = first, !term.lexicographicallyPrecedes(known) { continue }
      first = term
    }
    return first
  }

  private static func append(
    _ entry: TermEntry, of source: inout Source, to output: inout SegmentWriter
  ) throws {
    var cursor = PostingCursor(
      try source.postings.bytes(entry.postings), places: try source.places.bytes(entry.places))
    while cursor.document != PostingCursor.end {
      guard Int(cursor.document) < source.numbers.count else {
        throw DatabaseError.damaged("the word index names a document that it does not have")
      }
      let number = source.numbers[Int(cursor.document)]
      if number != .max {
        let (count, title) = cursor.occurrences()
        output.append(number, count: count, title: title, places: try cursor.encodedPlaces())
      }
      cursor.next()
    }
  }
}

/// Reads one of a segment's two strings from its beginning on, many pages at a time.
private struct SegmentStream {
  private let reader: SegmentReader
  private let segment: Int
  private let kind: IndexPages.Kind
  /// What was read last, and where it begins.
  private var window: [UInt8] = []
  private var start = 0

  private static let pagesAtOnce = 64

  init(_ reader: SegmentReader, _ segment: Int, _ kind: IndexPages.Kind) {
    self.reader = reader
    self.segment = segment
    self.kind = kind
  }

  /// The bytes of a range.
  ///
  /// - Throws: An error of the database; one that says so if pages are missing.
  mutating func bytes(_ range: Range<Int>) throws -> [UInt8] {
    if range.isEmpty { return [] }
    if range.lowerBound < start || range.upperBound > start + window.count {
      let page = range.lowerBound / IndexPages.pageLength
      let last = (range.upperBound - 1) / IndexPages.pageLength
      let pages = page..<max(last + 1, page + SegmentStream.pagesAtOnce)
      window = try reader.pages(pages, of: kind, in: segment)
      start = page * IndexPages.pageLength
      guard range.upperBound <= start + window.count else {
        throw DatabaseError.damaged("the word index has gaps")
      }
    }
    return Array(window[range.lowerBound - start..<range.upperBound - start])
  }
}
