/// Finds phrases and what stands near one another by the places of words.
struct PlaceMatching {
  /// Where phrases stand: how often in the title and in the body.
  typealias Count = (title: UInt32, body: UInt32)

  /// The places of the words of each phrase.
  private let phrases: [[DocumentPlaces]]
  /// The most words between phrases.
  private let distance: Int
  /// The places at which a phrase begins.
  private var starts: [UInt32] = []

  /// Prepares to look into documents.
  ///
  /// - Parameters:
  ///   - phrases: The places of the words of each phrase, in the same documents.
  ///   - distance: The most words between phrases.
  init(_ phrases: [[DocumentPlaces]], within distance: Int) {
    self.phrases = phrases
    self.distance = distance
  }

  /// How often the only phrase stands in a document, or how often all of them begin within the distance of the end
  /// of the first of them.
  ///
  /// - Parameter document: The document's number among those whose places there are.
  /// - Returns: The count of such places in title and body.
  mutating func count(in document: Int) -> Count {
    var count: Count = (0, 0)
    if phrases.count > 1 {
      countNear(document, &count)
    } else {
      find(phrases[0], document)
      for place in starts { PlaceMatching.add(place, to: &count) }
    }
    return count
  }

  /// Looks for the places at which a phrase begins: each once, ascending.
  private mutating func find(_ words: [DocumentPlaces], _ document: Int) {
    starts.removeAll(keepingCapacity: true)
    for place in words[0].places[words[0].range(of: document)] where place != starts.last {
      starts.append(place)
    }
    for word in 1..<max(1, words.count) where !starts.isEmpty {
      PlaceMatching.narrow(&starts, words[word], document, UInt32(word))
    }
  }

  /// Keeps the starts behind which the word stands at a distance.
  private static func narrow(
    _ starts: inout [UInt32], _ word: DocumentPlaces, _ document: Int, _ distance: UInt32
  ) {
    let (range, all) = (word.range(of: document), word.places)
    let places = all.span.extracting(range)
    var (kept, next) = (0, 0)
    for index in starts.indices {
      let wanted = starts[index] &+ distance
      while next < places.count, places[next] < wanted { next += 1 }
      if next == places.count { break }
      guard places[next] == wanted else { continue }
      starts[kept] = starts[index]
      kept += 1
    }
    starts.removeLast(starts.count - kept)
  }

  private mutating func countNear(_ document: Int, _ count: inout Count) {
    var found: [(start: UInt32, end: UInt32, phrase: Int)] = []
    for (number, words) in phrases.enumerated() {
      find(words, document)
      for start in starts { found.append((start, start + UInt32(words.count), number)) }
    }
    found.sort { ($0.start, $0.phrase) < ($1.start, $1.phrase) }
    for (index, first) in found.enumerated() {
      var met: Set<Int> = []
      for other in found[index...] {
        if other.start > first.end, Int(other.start - first.end) > distance { break }
        met.insert(other.phrase)
      }
      if met.count == phrases.count { PlaceMatching.add(first.start, to: &count) }
    }
  }

  private static func add(_ place: UInt32, to count: inout Count) {
    if place < PostingCursor.bodyStart { count.title += 1 } else { count.body += 1 }
  }
}
