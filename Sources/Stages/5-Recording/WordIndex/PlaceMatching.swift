/// Finds phrases and what stands near one another by the places of words.
enum PlaceMatching {
  /// Where phrases stand: how often in the title and in the body.
  typealias Count = (title: UInt32, body: UInt32)

  /// Calls `body` with each place at which a phrase begins.
  ///
  /// - Parameters:
  ///   - words: The places of each of its words, ascending.
  ///   - body: Receives the places in their order.
  static func forEachPhrase(_ words: [[UInt32]], _ body: (UInt32) -> Void) {
    var next = [Int](repeating: 0, count: words.count)
    for place in words[0] {
      var isWhole = true
      for word in 1..<max(1, words.count) {
        let wanted = place &+ UInt32(word)
        while next[word] < words[word].count, words[word][next[word]] < wanted { next[word] += 1 }
        if next[word] == words[word].count { return }
        if words[word][next[word]] != wanted {
          isWhole = false
          break
        }
      }
      if isWhole { body(place) }
    }
  }

  /// How often a phrase stands in title and body.
  static func count(_ words: [[UInt32]]) -> Count {
    var count: Count = (0, 0)
    var last: UInt32?
    forEachPhrase(words) { place in
      if place != last { add(place, to: &count) }
      last = place
    }
    return count
  }

  /// How often all of some phrases begin within a distance of the end of the first of them.
  ///
  /// - Parameters:
  ///   - phrases: The places of the words of each phrase.
  ///   - distance: The most words between.
  /// - Returns: The count of such places in title and body.
  static func count(_ phrases: [[[UInt32]]], within distance: Int) -> Count {
    var found: [(start: UInt32, end: UInt32, phrase: Int)] = []
    for (number, words) in phrases.enumerated() {
      forEachPhrase(words) { found.append(($0, $0 + UInt32(words.count), number)) }
    }
    found.sort { ($0.start, $0.phrase) < ($1.start, $1.phrase) }
    var count: Count = (0, 0)
    for (index, first) in found.enumerated() {
      var met: Set<Int> = []
      for other in found[index...] {
        if other.start > first.end, Int(other.start - first.end) > distance { break }
        met.insert(other.phrase)
      }
      if met.count == phrases.count { add(first.start, to: &count) }
    }
    return count
  }

  private static func add(_ place: UInt32, to count: inout Count) {
    if place < PostingCursor.bodyStart { count.title += 1 } else { count.body += 1 }
  }
}
