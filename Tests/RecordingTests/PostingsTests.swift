import Testing

@testable import Recording

@Suite("Postings") struct PostingsTests {
  private struct Posting: Equatable {
    let document: UInt32
    let title: [UInt32]
    let body: [UInt32]
  }

  /// Postings drawn with a seed, some of them far apart, with lengths of documents.
  private func drawn(_ count: Int, seed: UInt64) -> [Posting] {
    var random = SeededNumbers(seed)
    var document: UInt32 = 0
    return (0..<count).map { number in
      document +=
        number == 0
        ? UInt32(random.below(3)) : 1 + UInt32(random.below(number % 50 == 0 ? 70_000 : 4))
      func places(_ count: Int) -> [UInt32] {
        var place = UInt32(random.below(300))
        return (0..<count).map { _ in
          defer { place += 1 + UInt32(random.below(200)) }
          return place
        }
      }
      let title = places(random.below(8) == 0 ? 1 + random.below(3) : 0)
      return Posting(
        document: document, title: title,
        body: places(title.isEmpty ? 1 + random.below(5) : random.below(4)))
    }
  }

  private func length(of posting: Posting) -> UInt32 { 20 + posting.document % 400 }

  private func written(_ postings: [Posting]) -> (bytes: [UInt8], places: [UInt8]) {
    var writer = PostingsWriter()
    for posting in postings {
      var places: [UInt8] = []
      for part in [posting.title, posting.body] {
        var last: UInt32 = 0
        for place in part {
          VarInt.append(place - last, to: &places)
          last = place
        }
      }
      let (count, title) = (posting.title.count + posting.body.count, posting.title.count)
      writer.append(
        posting.document, count: UInt32(count), title: UInt32(title),
        impact: RelevanceFormula.impact(
          count: UInt32(count), title: UInt32(title), length: length(of: posting), average: 200),
        places: places[...])
    }
    var (bytes, places): ([UInt8], [UInt8]) = ([1, 2], [3])
    let count = writer.finish(postings: &bytes, places: &places)
    #expect(count == postings.count)
    return (bytes, places)
  }

  private func posting(at cursor: inout PostingCursor) throws -> Posting {
    var places: [UInt32] = []
    try cursor.appendPlaces(to: &places)
    let start = PostingCursor.bodyStart
    return Posting(
      document: cursor.document, title: places.filter { $0 < start },
      body: places.filter { $0 >= start }.map { $0 - start })
  }

  @Test(arguments: [1, 2, 127, 128, 129, 256, 1_000])
  func `what was written is read`(count: Int) throws {
    let postings = drawn(count, seed: UInt64(count))
    let (bytes, places) = written(postings)
    var cursor = PostingCursor(bytes, places: places)
    #expect(cursor.count == count)
    for wanted in postings {
      let (count, title) = cursor.occurrences()
      #expect(Int(count) == wanted.title.count + wanted.body.count)
      #expect(Int(title) == wanted.title.count)
      #expect(try posting(at: &cursor) == wanted)
      cursor.next()
    }
    #expect(cursor.document == PostingCursor.end)
  }

  @Test func `a cursor goes to the first document from a number on`() throws {
    let postings = drawn(1_000, seed: 5)
    let (bytes, places) = written(postings)
    var random = SeededNumbers(9)
    for _ in 0..<50 {
      var cursor = PostingCursor(bytes, places: places)
      var wanted: UInt32 = 0
      while cursor.document != PostingCursor.end {
        wanted += UInt32(random.below(60_000))
        let before = cursor.document
        cursor.advance(to: wanted)
        let expected = postings.first { $0.document >= max(wanted, before) }
        #expect(cursor.document == expected?.document ?? PostingCursor.end)
        if let expected { #expect(try posting(at: &cursor) == expected) }
      }
    }
  }

  @Test func `of some documents those are visited that hold the word, with what it counts there`() {
    let postings = drawn(1_000, seed: 7)
    let (bytes, _) = written(postings)
    var random = SeededNumbers(21)
    for span in [1, 3, 400, 90_000] {
      var wanted: [UInt32] = []
      while wanted.count < 600 {
        wanted.append((wanted.last ?? 0) + 1 + UInt32(random.below(span)))
      }
      var cursor = PostingCursor(bytes)
      var found: [Int: [UInt32]] = [:]
      cursor.visit(at: wanted) { place, count, title in found[place] = [count, title] }
      for (place, document) in wanted.enumerated() {
        let expected = postings.first { $0.document == document }.map {
          [UInt32($0.title.count + $0.body.count), UInt32($0.title.count)]
        }
        #expect(found[place] == expected)
      }
    }
  }

  @Test(arguments: [Float(100), 200, 450])
  func `no document has more than the bound of the blocks passed over, whatever the average is now`(
    average: Float
  ) {
    let postings = drawn(700, seed: 11)
    let (bytes, places) = written(postings)
    let cursor = PostingCursor(bytes, places: places)
    // The greatest impact at which the document's block is still visited is that of the block.
    var impacts: [UInt32: UInt8] = [:]
    for least in UInt8.min...cursor.impact {
      var visiting = cursor
      visiting.visit(impact: least) { document, _, _ in impacts[document] = least }
    }
    #expect(impacts.count == postings.count)
    let formula = RelevanceFormula(documents: 1_000, averageLength: average)
    for posting in postings {
      let frequency = SearchPart.anywhere.frequency(
        title: UInt32(posting.title.count), body: UInt32(posting.body.count))
      let share = RelevanceFormula.share(frequency, formula.norm(length: length(of: posting)))
      let impact = impacts[posting.document] ?? 0
      let bound = formula.greatestShare(impact: impact, average: 200)
      #expect(share <= bound)
      #expect(bound <= formula.greatestShare(impact: cursor.impact, average: 200))
    }
  }

  @Test func `bytes that were cut or changed are read without a crash`() throws {
    let (bytes, places) = written(drawn(300, seed: 3))
    var random = SeededNumbers(4)
    for _ in 0..<300 {
      var damaged = Array(bytes.prefix(random.below(bytes.count)))
      for _ in 0..<3 where !damaged.isEmpty {
        damaged[random.below(damaged.count)] = UInt8(random.below(256))
      }
      var cursor = WordCursor(
        [PostingCursor(damaged, places: Array(places.prefix(random.below(places.count))))],
        limit: 100_000)
      var steps = 0
      while cursor.document != PostingCursor.end, steps < 1_000 {
        #expect(cursor.document < 100_000)
        _ = try cursor.places(in: [cursor.document])
        cursor.next()
        steps += 1
      }
    }
  }
}

/// Numbers drawn with a seed: SplitMix64.
struct SeededNumbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// A number from zero to below `bound`.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ value >> 31) % UInt64(bound))
  }
}
