/// Goes through the documents of one segment that hold a word, in any of its terms.
struct WordCursor {
  private var cursors: [PostingCursor]
  /// How many documents the segment has; a damaged index may name others, which end it.
  private let limit: UInt32
  /// The document at which it stands; `PostingCursor.end` behind the last one.
  private(set) var document: UInt32

  /// Stands at the first document.
  ///
  /// - Parameters:
  ///   - cursors: One for each of the word's terms.
  ///   - limit: How many documents the segment has.
  init(_ cursors: [PostingCursor], limit: Int) {
    self.cursors = cursors
    self.limit = UInt32(limit)
    document = PostingCursor.end
    stand(at: cursors.reduce(PostingCursor.end) { min($0, $1.document) })
  }

  private mutating func stand(at first: UInt32) {
    document = first < limit ? first : PostingCursor.end
  }

  /// Goes to the next document.
  mutating func next() {
    var first = PostingCursor.end
    for index in cursors.indices {
      if cursors[index].document == document { cursors[index].next() }
      first = min(first, cursors[index].document)
    }
    stand(at: first)
  }

  /// Goes to the first document from `wanted` on; never back.
  mutating func advance(to wanted: UInt32) {
    if document >= wanted { return }
    var first = PostingCursor.end
    for index in cursors.indices {
      cursors[index].advance(to: wanted)
      first = min(first, cursors[index].document)
    }
    stand(at: first)
  }

  /// What the word counts in the document: occurrences in the title four times.
  ///
  /// A word found under several terms counts as often as under the most frequent one, for they mostly are the
  /// same occurrences.
  mutating func frequency(in part: SearchPart) -> Float {
    var greatest: Float = 0
    for index in cursors.indices where cursors[index].document == document {
      let (count, title) = cursors[index].occurrences()
      greatest = max(greatest, part.frequency(title: title, body: count - min(count, title)))
    }
    return greatest
  }

  /// Hands over the documents from where it stands on with what the word counts in them, and goes behind the last one.
  ///
  /// - Parameters:
  ///   - part: Where the word is looked for.
  ///   - impact: The least impact that a block of documents must have; others are passed over.
  ///   - body: Receives a document and a frequency, which may be zero.
  @inline(__always)
  mutating func visit(
    in part: SearchPart, impact: UInt8 = 0, _ body: (UInt32, Float) -> Void
  ) {
    if cursors.count == 1 {
      let limit = limit
      cursors[0].visit(impact: impact) { document, count, title in
        if document < limit {
          body(document, part.frequency(title: title, body: count - min(count, title)))
        }
      }
      document = PostingCursor.end
    }
    if document == PostingCursor.end { return }
    var all = DocumentFrequencies()
    for index in cursors.indices {
      var own = DocumentFrequencies()
      let limit = limit
      cursors[index].visit(impact: impact) { document, count, title in
        if document < limit {
          own.append(document, part.frequency(title: title, body: count - min(count, title)))
        }
      }
      all = index == 0 ? own : all.merged(with: own)
    }
    for index in all.documents.indices { body(all.documents[index], all.frequencies[index]) }
    document = PostingCursor.end
  }

  /// What the word counts in some documents, and goes behind them.
  ///
  /// - Parameters:
  ///   - part: Where the word is looked for.
  ///   - documents: The documents, ascending, none before that at which it stands.
  /// - Returns: A frequency for each of them; 0 where the word is not.
  mutating func frequencies(in part: SearchPart, at documents: [UInt32]) -> [Float] {
    var result = [Float](repeating: 0, count: documents.count)
    for index in cursors.indices {
      cursors[index].visit(at: documents) { wanted, count, title in
        let own = part.frequency(title: title, body: count - min(count, title))
        result[wanted] = max(result[wanted], own)
      }
    }
    return result
  }

  /// Whether each of some documents holds the word; goes behind them.
  ///
  /// - Parameter documents: The documents, ascending, none before that at which it stands.
  /// - Returns: An answer for each of them.
  mutating func holds(_ documents: [UInt32]) -> [Bool] {
    var result = [Bool](repeating: false, count: documents.count)
    for index in cursors.indices {
      cursors[index].meet(documents) { _, place in result[place] = true }
    }
    return result
  }

  /// The greatest impact of all documents.
  var impact: UInt8 { cursors.reduce(0) { max($0, $1.impact) } }

  /// Marks the documents from where it stands on, and goes behind the last one.
  mutating func mark(in documents: inout Bitmap) {
    for index in cursors.indices {
      cursors[index].visitDocuments { document in
        if document < limit { documents.insert(Int(document)) }
      }
    }
    document = PostingCursor.end
  }

  /// The places in some documents, and goes to the last of them.
  ///
  /// - Parameter documents: The documents, ascending, none before that at which it stands; all hold the word.
  /// - Returns: The places, in each document ascending.
  /// - Throws: An error of the database.
  mutating func places(in documents: [UInt32]) throws -> DocumentPlaces {
    var result = DocumentPlaces()
    for document in documents {
      advance(to: document)
      try result.add { try appendPlaces(to: &$0) }
    }
    return result
  }

  private mutating func appendPlaces(to places: inout [UInt32]) throws {
    let start = places.count
    var lists = 0
    for index in cursors.indices where cursors[index].document == document {
      try cursors[index].appendPlaces(to: &places)
      lists += 1
    }
    if lists > 1 { places[start...].sort() }
  }
}

/// Documents, ascending, each with what a word counts in it.
private struct DocumentFrequencies {
  private(set) var documents: [UInt32] = []
  private(set) var frequencies: [Float] = []

  mutating func append(_ document: UInt32, _ frequency: Float) {
    documents.append(document)
    frequencies.append(frequency)
  }

  /// The documents of both; where both have one, the greater frequency counts.
  func merged(with other: DocumentFrequencies) -> DocumentFrequencies {
    var result = DocumentFrequencies()
    result.documents.reserveCapacity(documents.count + other.documents.count)
    result.frequencies.reserveCapacity(documents.count + other.documents.count)
    var (one, two) = (0, 0)
    while one < documents.count || two < other.documents.count {
      let first = one < documents.count ? documents[one] : PostingCursor.end
      let second = two < other.documents.count ? other.documents[two] : PostingCursor.end
      var frequency: Float = 0
      if first <= second {
        frequency = frequencies[one]
        one += 1
      }
      if second <= first {
        frequency = max(frequency, other.frequencies[two])
        two += 1
      }
      result.append(min(first, second), frequency)
    }
    return result
  }
}

extension SearchPart {
  /// What occurrences count in this part.
  func frequency(title: UInt32, body: UInt32) -> Float {
    let title = Float(title) * (RelevanceFormula.titleBonus + 1)
    return switch self {
    case .anywhere: title + Float(body)
    case .title: title
    case .body: Float(body)
    }
  }
}
