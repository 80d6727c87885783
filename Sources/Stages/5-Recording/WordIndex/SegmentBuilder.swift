internal import ArabicScript

/// Collects the words of articles until they are written as a segment.
struct SegmentBuilder {
  /// One place of one spelling; it is one of the spelling's stems too.
  private struct Entry {
    let term: UInt32
    /// Twice the word's number in title or body, and one more in the body.
    let place: UInt32
  }

  private var terms = TermTable()
  private var entries: [Entry] = []
  /// Where the entries of each document begin.
  private var firstEntries: [Int] = []
  private var documents = SegmentDocuments()
  /// Documents that were taken out again.
  private var removed: Set<UInt32> = []
  /// For each term that is a spelling, where the numbers of its stems begin in `stems`, behind how many they are.
  private var firstStems: [Int32] = []
  private var stems: [UInt32] = [0]
  /// For each term that is a spelling, where the form in which it may be shown stands in `shownBytes`.
  private var shown: [Range<Int32>] = []
  private var shownBytes: [UInt8] = []

  /// So many entries are written at once (about 100 MB with the places of stems).
  private static let limit = 3_500_000

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
    firstEntries.append(entries.count)
    documents.append(
      article: article, time: order.time, source: UInt32(order.source ?? 0),
      length: UInt32(title.wordCount + body.wordCount))
    add(title, isBody: false)
    add(body, isBody: true)
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

  private mutating func add(_ text: IndexedText, isBody: Bool) {
    let keys = text.keys.span
    for word in 0..<text.wordCount {
      let place = UInt32(word) << 1 | (isBody ? 1 : 0)
      let key = text.keyRange(word)
      let term = terms.number(of: keys.extracting(key))
      entries.append(Entry(term: UInt32(term), place: place))
      keepStems(of: term, word, text)
    }
  }

  /// Finds the stems of a spelling when it comes first; they are the same wherever it stands.
  private mutating func keepStems(of term: Int, _ word: Int, _ text: IndexedText) {
    while firstStems.count <= term {
      firstStems.append(0)
      shown.append(0..<0)
    }
    if firstStems[term] > 0 { return }
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
  }

  /// Where in `stems` the stems of a spelling stand.
  private func stemPlaces(of term: Int) -> Range<Int> {
    let first = Int(firstStems[term])
    return first + 1..<first + 1 + Int(stems[first])
  }

  /// The places of all terms, those of one side by side in the order in which they came, and where those of each begin.
  private func sortedPlaces() -> (places: [UInt64], starts: [Int]) {
    var counts = [Int](repeating: 0, count: terms.count)
    for entry in entries { counts[Int(entry.term)] += 1 }
    for term in firstStems.indices where firstStems[term] > 0 {
      for place in stemPlaces(of: term) { counts[Int(stems[place])] += counts[term] }
    }
    var starts = [0]
    starts.reserveCapacity(terms.count + 1)
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    var next = starts
    var places = [UInt64](repeating: 0, count: starts[terms.count])
    for document in firstEntries.indices {
      let isLast = document + 1 == firstEntries.count
      for index in firstEntries[document]..<(isLast ? entries.count : firstEntries[document + 1]) {
        let term = Int(entries[index].term)
        let place = UInt64(document) << 32 | UInt64(entries[index].place)
        places[next[term]] = place
        next[term] += 1
        for stemPlace in stemPlaces(of: term) {
          let stem = Int(stems[stemPlace])
          places[next[stem]] = place
          next[stem] += 1
        }
      }
    }
    return (places, starts)
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
    let (places, starts) = sortedPlaces()
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
