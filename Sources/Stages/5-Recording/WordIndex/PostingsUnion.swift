/// Merges postings of several terms of a segment into those of one.
struct PostingsUnion {
  private let segment: IndexSegment
  private let withPlaces: Bool
  /// A document in the upper half, a place in it in the lower; if places are wanted.
  private var places: [UInt64] = []
  /// For each document how often the terms stand in it, and how often in its title; if places are not wanted.
  private var counts: [(count: UInt32, title: UInt32)]

  /// Begins with no term.
  ///
  /// - Parameters:
  ///   - segment: Whose documents.
  ///   - withPlaces: Whether the places of all terms are merged too, which takes longer.
  init(_ segment: IndexSegment, withPlaces: Bool) {
    self.segment = segment
    self.withPlaces = withPlaces
    counts = withPlaces ? [] : Array(repeating: (0, 0), count: segment.documents.count)
  }

  /// Adds the postings of a term.
  mutating func insert(_ cursor: PostingCursor) throws {
    var cursor = cursor
    guard withPlaces else {
      cursor.visit { document, count, title in
        guard document < counts.count else { return }
        counts[Int(document)].count &+= count
        counts[Int(document)].title &+= title
      }
      return
    }
    var own: [UInt32] = []
    while cursor.document < segment.documents.count {
      own.removeAll(keepingCapacity: true)
      try cursor.appendPlaces(to: &own)
      for place in own { places.append(UInt64(cursor.document) << 32 | UInt64(place)) }
      cursor.next()
    }
  }

  /// The postings and places of all terms together, and in how many documents they stand.
  func written() -> (postings: [UInt8], places: [UInt8], count: Int) {
    var writer = PostingsWriter()
    if withPlaces { writePlaces(to: &writer) } else { writeCounts(to: &writer) }
    var (postings, encoded): ([UInt8], [UInt8]) = ([], [])
    let count = writer.finish(postings: &postings, places: &encoded)
    return (postings, encoded, count)
  }

  private func writeCounts(to writer: inout PostingsWriter) {
    for (document, own) in counts.enumerated() where own.count > 0 {
      write(document, own.count, own.title, [], to: &writer)
    }
  }

  private func writePlaces(to writer: inout PostingsWriter) {
    let sorted = places.sorted()
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
      write(Int(document), count, title, encoded, to: &writer)
    }
  }

  private func write(
    _ document: Int, _ count: UInt32, _ title: UInt32, _ places: [UInt8],
    to writer: inout PostingsWriter
  ) {
    let impact = RelevanceFormula.impact(
      count: count, title: title, length: segment.documents.lengths[document],
      average: segment.averageLength)
    writer.append(
      UInt32(document), count: count, title: title, impact: impact, places: places[...])
  }
}
