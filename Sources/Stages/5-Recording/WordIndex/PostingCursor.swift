/// Goes through the postings of one term in one segment, as `PostingsWriter` wrote them.
struct PostingCursor {
  /// Behind the last document.
  static let end = UInt32.max
  /// What is added to places in the body, so that none is near one in the title.
  static let bodyStart: UInt32 = 1 << 24

  /// How many documents there are.
  let count: Int
  /// The document at which it stands; `end` behind the last one.
  private(set) var document = PostingCursor.end

  private let bytes: [UInt8]
  /// All places, or those of the block if they are stored.
  private var places: [UInt8]
  private let stored: StoredPlaces?
  private let blockCount: Int
  private let directory: Int
  private let blocks: Int
  private var block = -1
  private var length = 0
  private var index = 0
  private var documents: [UInt32]
  /// Empty until they are asked for.
  private var counts: [UInt32] = []
  private var titles: [UInt32] = []
  /// Where the counts of the block begin until they are decoded, then −1.
  private var countsStart = -1
  /// Up to which document of which block places were passed, and where the bytes go on.
  private var placesBlock = -1
  private var placesIndex = 0
  private var placesStart = 0

  /// Stands at the first document.
  ///
  /// - Parameters:
  ///   - bytes: The term's postings.
  ///   - places: Its places; none if they are not asked for.
  ///   - stored: Where its places are read block by block, instead.
  init(_ bytes: [UInt8], places: [UInt8] = [], stored: StoredPlaces? = nil) {
    self.bytes = bytes
    self.places = places
    self.stored = stored
    var offset = 0
    // A document has two bytes at least.
    count = min(Int(VarInt.read(bytes, at: &offset)), bytes.count / 2)
    directory = offset
    blockCount = (count + PostingsWriter.blockLength - 1) / PostingsWriter.blockLength
    blocks = offset + (blockCount > 1 ? blockCount * PostingsWriter.directoryEntry : 1)
    let most = min(count, PostingsWriter.blockLength)
    documents = [UInt32](repeating: 0, count: most)
    if blockCount > 0 { open(0) }
  }

  /// How often the term stands in the document, and how often in its title.
  mutating func occurrences() -> (count: UInt32, title: UInt32) {
    readCounts()
    return (counts[index], titles[index])
  }

  /// Goes to the next document.
  mutating func next() {
    index += 1
    if index < length {
      document = documents[index]
    } else if block + 1 < blockCount {
      open(block + 1)
    } else {
      document = PostingCursor.end
    }
  }

  /// Goes to the first document from `wanted` on; never back.
  mutating func advance(to wanted: UInt32) {
    if document >= wanted { return }
    if documents[length - 1] < wanted {
      guard let found = firstBlock(endingAtOrAfter: wanted) else {
        document = PostingCursor.end
        return
      }
      open(found)
    }
    // The next ones first, in steps that double, then a binary search: those wanted are often near.
    var (low, step) = (index, 1)
    while low + step < length, documents[low + step] < wanted {
      low += step
      step *= 2
    }
    var high = min(low + step, length - 1)
    while low < high {
      let middle = (low + high) / 2
      if documents[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    index = low
    document = documents[low]
    if document < wanted { document = PostingCursor.end }
  }

  /// The greatest impact of all documents.
  var impact: UInt8 {
    var greatest: UInt8 = 0
    for block in 0..<blockCount { greatest = max(greatest, impact(of: block)) }
    return greatest
  }

  /// Hands over the documents from where it stands on, each with its counts, and goes behind the last one.
  ///
  /// - Parameters:
  ///   - least: The least impact that a block must have; others are passed over.
  ///   - body: Receives a document, how often the term stands in it, and how often in its title.
  @inline(__always)
  mutating func visit(impact least: UInt8 = 0, _ body: (UInt32, UInt32, UInt32) -> Void) {
    while document != PostingCursor.end {
      if least == 0 || impact(of: block) >= least {
        readCounts()
        for number in index..<length { body(documents[number], counts[number], titles[number]) }
      }
      goToBlock(of: least)
    }
  }

  /// Hands over the documents from where it stands on, and goes behind the last one.
  ///
  /// - Parameter body: Receives a document.
  @inline(__always)
  mutating func visitDocuments(_ body: (UInt32) -> Void) {
    while document != PostingCursor.end {
      for number in index..<length { body(documents[number]) }
      goToBlock(of: 0)
    }
  }

  /// Goes to the next block of some impact.
  private mutating func goToBlock(of least: UInt8) {
    var next = block + 1
    while least > 0, next < blockCount, impact(of: next) < least { next += 1 }
    if next < blockCount { open(next) } else { document = PostingCursor.end }
  }

  /// Hands over those of some documents that hold the term, each with its counts; never goes back.
  ///
  /// - Parameters:
  ///   - wanted: The documents, ascending, none before that at which it stands.
  ///   - body: Receives the place of a document among those wanted, how often the term stands in it, and how often in its title.
  @inline(__always)
  mutating func visit(at wanted: [UInt32], _ body: (Int, UInt32, UInt32) -> Void) {
    meet(wanted) { cursor, place in
      let (count, title) = cursor.occurrences()
      body(place, count, title)
    }
  }

  /// Stands at each of some documents that hold the term; never goes back.
  ///
  /// - Parameters:
  ///   - wanted: The documents, ascending, none before that at which it stands.
  ///   - body: Receives the place of a document among those wanted.
  @inline(__always)
  mutating func meet(_ wanted: [UInt32], _ body: (inout PostingCursor, Int) -> Void) {
    for place in wanted.indices {
      advance(to: wanted[place])
      if document == PostingCursor.end { return }
      if document == wanted[place] { body(&self, place) }
    }
  }

  /// Reads the places in the document: in the title, and in the body from `bodyStart` on, both ascending.
  ///
  /// - Parameter found: Receives them behind what it holds.
  /// - Throws: An error of the database.
  mutating func appendPlaces(to found: inout [UInt32]) throws {
    try goToPlaces()
    let title = min(titles[index], counts[index])
    placesStart = VarInt.appendSteps(
      places, at: placesStart, from: 0, count: Int(title), to: &found)
    placesStart = VarInt.appendSteps(
      places, at: placesStart, from: PostingCursor.bodyStart, count: Int(counts[index] - title),
      to: &found)
    placesIndex += 1
  }

  /// The encoded places in the document.
  ///
  /// - Throws: An error of the database.
  mutating func encodedPlaces() throws -> ArraySlice<UInt8> {
    try goToPlaces()
    let start = placesStart
    placesStart = VarInt.skip(Int(counts[index]), places, at: start)
    placesIndex += 1
    return places[start..<placesStart]
  }

  /// Goes to the places of the document, from those that were read last if these stand before them.
  private mutating func goToPlaces() throws {
    readCounts()
    if placesBlock != block || placesIndex > index { try openPlaces() }
    var passed = 0
    while placesIndex < index {
      passed += Int(counts[placesIndex])
      placesIndex += 1
    }
    placesStart = VarInt.skip(passed, places, at: placesStart)
  }

  private mutating func openPlaces() throws {
    let start = block == 0 ? 0 : number(at: block - 1, 8)
    if let stored {
      if placesBlock != block {
        places = try stored.bytes(
          from: start, to: block == blockCount - 1 ? nil : number(at: block, 8))
      }
      placesStart = 0
    } else {
      placesStart = min(start, places.count)
    }
    placesBlock = block
    placesIndex = 0
  }

  private mutating func open(_ number: Int) {
    block = number
    index = 0
    length =
      number == blockCount - 1
      ? count - number * PostingsWriter.blockLength : PostingsWriter.blockLength
    let start = number == 0 ? blocks : blocks + self.number(at: number - 1, 4)
    countsStart = VarInt.readSteps(
      bytes, at: start, from: number == 0 ? 0 : lastDocument(of: number - 1), count: length,
      into: &documents)
    document = documents[0]
  }

  private mutating func readCounts() {
    if countsStart < 0 { return }
    if counts.isEmpty {
      counts = [UInt32](repeating: 0, count: documents.count)
      titles = counts
    }
    VarInt.readCounts(bytes, at: countsStart, count: length, into: &counts, titles: &titles)
    countsStart = -1
  }

  private func firstBlock(endingAtOrAfter wanted: UInt32) -> Int? {
    var low = block + 1
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      if lastDocument(of: middle) < wanted { low = middle + 1 } else { high = middle }
    }
    return low < blockCount ? low : nil
  }

  private func lastDocument(of block: Int) -> UInt32 {
    blockCount > 1 ? UInt32(number(at: block, 0)) : documents[length - 1]
  }

  private func impact(of block: Int) -> UInt8 {
    let at = blockCount > 1 ? directory + block * PostingsWriter.directoryEntry + 12 : directory
    return at < bytes.count ? bytes[at] : 0
  }

  private func number(at block: Int, _ field: Int) -> Int {
    let start = directory + block * PostingsWriter.directoryEntry + field
    guard start + 4 <= bytes.count else { return 0 }
    return Int(bytes[start]) | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2]) << 16
      | Int(bytes[start + 3]) << 24
  }
}
