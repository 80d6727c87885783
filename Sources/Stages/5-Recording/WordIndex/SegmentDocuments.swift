/// The documents of a segment by their numbers: what is asked of each while searching.
struct SegmentDocuments: Sendable {
  /// The row numbers of the articles.
  private(set) var articles: [Int] = []
  /// Their times, as `articles.time`.
  private(set) var times: [Int] = []
  /// The row numbers of their outlets; 0 if not known.
  private(set) var sources: [UInt32] = []
  /// How many words title and text have.
  private(set) var lengths: [UInt32] = []

  /// The bytes of a document: article and time (64 bits each, the lowest byte first), outlet and length (32 bits).
  private static let width = 24

  init() {}

  /// How many there are, those that are deleted among them.
  var count: Int { articles.count }

  mutating func append(article: Int, time: Int, source: UInt32, length: UInt32) {
    articles.append(article)
    times.append(time)
    sources.append(source)
    lengths.append(length)
  }

  /// Appends one of another segment.
  mutating func append(_ document: Int, of other: SegmentDocuments) {
    append(
      article: other.articles[document], time: other.times[document],
      source: other.sources[document], length: other.lengths[document])
  }

  mutating func removeAll() { self = SegmentDocuments() }

  /// Reads what `encoded` wrote; a rest that is no whole document is left out.
  init(_ bytes: [UInt8]) {
    let count = bytes.count / SegmentDocuments.width
    articles.reserveCapacity(count)
    times.reserveCapacity(count)
    sources.reserveCapacity(count)
    lengths.reserveCapacity(count)
    for start in stride(from: 0, to: count * SegmentDocuments.width, by: SegmentDocuments.width) {
      func number(_ offset: Int, _ width: Int) -> UInt64 {
        var value: UInt64 = 0
        for i in (0..<width).reversed() { value = value << 8 | UInt64(bytes[start + offset + i]) }
        return value
      }
      append(
        article: Int(truncatingIfNeeded: number(0, 8)), time: Int(truncatingIfNeeded: number(8, 8)),
        source: UInt32(number(16, 4)), length: UInt32(number(20, 4)))
    }
  }

  /// The documents as bytes.
  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * SegmentDocuments.width)
    func append(_ value: UInt64, _ width: Int) {
      for i in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(i)))) }
    }
    for document in 0..<count {
      append(UInt64(bitPattern: Int64(articles[document])), 8)
      append(UInt64(bitPattern: Int64(times[document])), 8)
      append(UInt64(sources[document]), 4)
      append(UInt64(lengths[document]), 4)
    }
    return bytes
  }
}

/// A set of small numbers.
struct Bitmap: Sendable {
  private var words: [UInt64]

  /// None of so many numbers.
  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  /// Reads what `encoded` wrote.
  init(_ bytes: [UInt8], count: Int) {
    self.init(count: count)
    for (index, byte) in bytes.prefix(words.count * 8).enumerated() {
      words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
    }
  }

  /// Whether it holds a number; `false` behind the end.
  func contains(_ number: Int) -> Bool {
    number >> 6 < words.count && words[number >> 6] >> UInt64(number & 63) & 1 != 0
  }

  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  /// How many it holds that another set of as many numbers does not.
  func count(without other: Bitmap) -> Int {
    zip(words, other.words).reduce(0) { $0 + ($1.0 & ~$1.1).nonzeroBitCount }
  }

  /// How many it holds.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// All of them, ascending.
  var numbers: [Int] {
    var numbers: [Int] = []
    for (index, word) in words.enumerated() {
      var left = word
      while left != 0 {
        numbers.append(index * 64 + left.trailingZeroBitCount)
        left &= left - 1
      }
    }
    return numbers
  }

  /// The set as bytes.
  var encoded: [UInt8] {
    words.flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
    }
  }
}
