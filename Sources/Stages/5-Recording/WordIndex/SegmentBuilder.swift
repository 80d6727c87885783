internal import ArabicScript

/// Collects the words of articles until they are written as a segment.
struct SegmentBuilder {
  /// One place of one term.
  private struct Entry {
    let term: UInt32
    let document: UInt32
    /// Twice the word's number in title or body, and one more in the body.
    let place: UInt32
  }

  private var terms = TermTable()
  private var entries: [Entry] = []
  private var documents = SegmentDocuments()
  /// Documents that were taken out again.
  private var removed: Set<UInt32> = []
  /// For each term that is a spelling, where the numbers of its stems begin in `stems`, behind how many they are.
  private var firstStems: [Int32] = []
  private var stems: [UInt32] = [0]
  /// For each term that is a spelling, where the form in which it may be shown stands in `shownBytes`.
  private var shown: [Range<Int32>] = []
  private var shownBytes: [UInt8] = []

  /// So many entries are written at once (about 100 MB).
  private static let limit = 6_000_000

  /// Whether it is time to write.
  var isFull: Bool { entries.count >= SegmentBuilder.limit }

  var isEmpty: Bool { documents.count == 0 }

  /// How many documents and words were collected.
  var documentCount: Int { documents.count }
  var wordCount: Int { documents.lengths.reduce(0) { $0 + Int($1) } }

  /// Adds an article's words.
  ///
  /// - Parameters:
  ///   - article: Its row number.
  ///   - order: Its time and outlet.
  ///   - title: The words of its title.
  ///   - body: The words of its text.
  mutating func add(_ article: Int, _ order: RecordOrder, title: IndexedText, body: IndexedText) {
    let document = UInt32(documents.count)
    documents.append(
      article: article, time: order.time, source: UInt32(order.source ?? 0),
      length: UInt32(title.wordCount + body.wordCount))
    add(title, document, isBody: false)
    add(body, document, isBody: true)
  }

  /// Takes an article out again.
  ///
  /// - Returns: Whether it was there.
  mutating func remove(_ article: Int) -> Bool {
    guard
      let document = documents.articles.indices.last(where: {
        documents.articles[$0] == article && !removed.contains(UInt32($0))
      })
    else { return false }
    removed.insert(UInt32(document))
    return true
  }

  private mutating func add(_ text: IndexedText, _ document: UInt32, isBody: Bool) {
    let keys = text.keys.span
    for word in 0..<text.wordCount {
      let place = UInt32(word) << 1 | (isBody ? 1 : 0)
      let key = text.keyRange(word)
      let term = terms.number(of: keys.extracting(key))
      entries.append(Entry(term: UInt32(term), document: document, place: place))
      let first = stemsStart(of: term, word, text)
      for index in first + 1..<first + 1 + Int(stems[first]) {
        entries.append(Entry(term: stems[index], document: document, place: place))
      }
    }
  }

  /// Where the stems of a spelling stand; they are the same wherever it does.
  private mutating func stemsStart(of term: Int, _ word: Int, _ text: IndexedText) -> Int {
    while firstStems.count <= term {
      firstStems.append(0)
      shown.append(0..<0)
    }
    if firstStems[term] > 0 { return Int(firstStems[term]) }
    let shownStart = Int32(shownBytes.count)
    shownBytes += Folding.forShowing.folded(utf8: text.bytes(of: word))
    shown[term] = shownStart..<Int32(shownBytes.count)
    let start = stems.count
    stems.append(0)
    for stem in text.stems(of: word) {
      let number = terms.number(
        of: text.keys.span.extracting(stem.start..<stem.end), mark: IndexTerm.stemMark)
      if !stems[(start + 1)...].contains(UInt32(number)) { stems.append(UInt32(number)) }
    }
    stems[start] = UInt32(stems.count - start - 1)
    firstStems[term] = Int32(start)
    return start
  }

  /// Writes what was collected, and begins anew.
  ///
  /// - Parameters:
  ///   - segment: Receives documents and terms.
  ///   - words: Counts the spellings.
  /// - Throws: An error of the database.
  mutating func write(to segment: inout SegmentWriter, counting words: SearchWords) throws {
    var numbers = [UInt32](repeating: .max, count: documents.count)
    for document in 0..<documents.count where !removed.contains(UInt32(document)) {
      numbers[document] = UInt32(segment.append(document, of: documents))
    }
    // Entries of one term side by side, in the order in which they came.
    var starts = [Int](repeating: 0, count: terms.count + 1)
    for entry in entries { starts[Int(entry.term) + 1] += 1 }
    for term in 0..<terms.count { starts[term + 1] += starts[term] }
    var places = [UInt64](repeating: 0, count: entries.count)
    var next = starts
    for entry in entries {
      places[next[Int(entry.term)]] = UInt64(entry.document) << 32 | UInt64(entry.place)
      next[Int(entry.term)] += 1
    }
    entries.removeAll()
    for term in terms.sorted() {
      write(places[starts[term]..<starts[term + 1]], numbers, to: &segment)
      let bytes = terms.bytes[terms.range(term)]
      let count = try segment.finish(term: bytes)
      if count == 0 || term >= firstStems.count || firstStems[term] == 0 { continue }
      let spelling = shownBytes[Int(shown[term].lowerBound)..<Int(shown[term].upperBound)]
      try words.add(count, of: bytes, spelling)
    }
    self = SegmentBuilder()
  }

  /// Writes one term's postings.
  private func write(
    _ places: ArraySlice<UInt64>, _ numbers: [UInt32], to segment: inout SegmentWriter
  ) {
    var encoded: [UInt8] = []
    var index = places.startIndex
    while index < places.endIndex {
      let document = Int(places[index] >> 32)
      encoded.removeAll(keepingCapacity: true)
      var (count, title) = (UInt32(0), UInt32(0))
      var last: UInt32 = 0
      while index < places.endIndex, Int(places[index] >> 32) == document {
        let place = UInt32(truncatingIfNeeded: places[index])
        if place & 1 == 0 {
          title += 1
        } else if title == count {
          last = 0
        }
        VarInt.append(place >> 1 - last, to: &encoded)
        last = place >> 1
        count += 1
        index += 1
      }
      if numbers[document] == .max { continue }
      segment.append(numbers[document], count: count, title: title, places: encoded[...])
    }
  }
}

extension Folding {
  /// The folding under which a word's spelling is shown: without vowel signs, in the letters of one keyboard.
  fileprivate static let forShowing = Folding(.letters)
}

/// How terms of the index are spelt.
enum IndexTerm {
  /// Stands before stems, so that spellings and stems never mix; no folded word holds it.
  static let stemMark: UInt8 = 0x01
}
