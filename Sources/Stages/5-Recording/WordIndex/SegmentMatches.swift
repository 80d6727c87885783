/// Documents of a segment that match, ascending, each with what they score.
struct SegmentMatches {
  private(set) var documents: [UInt32] = []
  private(set) var scores: [Float] = []

  init() {}

  /// Documents that score nothing yet.
  init(_ documents: Bitmap) {
    self.documents = documents.numbers.map { UInt32($0) }
    scores = [Float](repeating: 0, count: self.documents.count)
  }

  /// Prepares for so many documents.
  mutating func reserve(_ count: Int) {
    documents.reserveCapacity(count)
    scores.reserveCapacity(count)
  }

  mutating func append(_ document: UInt32, _ score: Float) {
    documents.append(document)
    scores.append(score)
  }

  /// Adds to what a document scores.
  mutating func add(_ score: Float, at index: Int) { scores[index] += score }

  /// The documents that are in any of several sets, with the sum of their scores.
  ///
  /// - Parameters:
  ///   - sets: The sets.
  ///   - count: How many documents the segment has.
  init(anyOf sets: [SegmentMatches], count: Int) {
    if sets.count == 1 {
      self = sets[0]
      return
    }
    var sums = [Float](repeating: 0, count: count)
    var found = Bitmap(count: count)
    for set in sets {
      for (index, document) in set.documents.enumerated() {
        sums[Int(document)] += set.scores[index]
        found.insert(Int(document))
      }
    }
    for document in found.numbers { append(UInt32(document), sums[document]) }
  }

  /// Those of the documents for which `isKept` says so.
  func filtered(_ isKept: [Bool]) -> SegmentMatches {
    var result = SegmentMatches()
    for index in documents.indices where isKept[index] {
      result.append(documents[index], scores[index])
    }
    return result
  }

  /// The same without the documents of another set.
  func without(_ other: SegmentMatches) -> SegmentMatches {
    var result = SegmentMatches()
    var next = 0
    for (index, document) in documents.enumerated() {
      while next < other.documents.count, other.documents[next] < document { next += 1 }
      if next < other.documents.count, other.documents[next] == document { continue }
      result.append(document, scores[index])
    }
    return result
  }

  /// The same documents with scores of zero.
  var unscored: SegmentMatches {
    var result = self
    result.scores = [Float](repeating: 0, count: documents.count)
    return result
  }

  /// The same documents with the scores of `base` added, of which they are a part.
  func adding(_ base: SegmentMatches) -> SegmentMatches {
    var result = self
    var next = 0
    for (index, document) in documents.enumerated() {
      while base.documents[next] < document { next += 1 }
      result.scores[index] += base.scores[next]
    }
    return result
  }
}
