internal import ArabicScript
package import NewsModel

/// Makes fingerprints of texts.
///
/// Shingles of four words: three are shared by unrelated reports of one subject too often, five break at
/// every edited word. The sample takes each shingle whose hash is in the lowest eighth (the same for
/// every text, so that a contained report samples what its container samples), and of short texts the
/// 32 lowest, so that short ones too are found (scaled MinHash: Irber et al., 2022; bottom-k: Broder, 1997).
package struct Fingerprinter: Sendable {
  /// The number of words in a shingle.
  package static let shingleLength = 4
  /// The part of all hashes that is sampled: one in this many.
  package static let sampling: UInt64 = 8
  /// The fewest shingles that are sampled of a text that has so many.
  package static let smallestSample = 32

  private let folding = Folding(.search)

  /// Makes a maker.
  package init() {}

  /// The fingerprint of a text in UTF-8.
  ///
  /// - Complexity: O(n) for the sample of a long text; a short one's is sorted.
  package func fingerprint(_ utf8: [UInt8]) -> Fingerprint {
    let words = Fingerprinter.words(folding.folded(utf8: utf8))
    return Fingerprint(words: words, sample: Fingerprinter.sample(words))
  }

  /// The hashes of the words of a folded text (FNV-1a, 32 bits); punctuation and spaces part them.
  static func words(_ folded: [UInt8]) -> [UInt32] {
    var words: [UInt32] = []
    words.reserveCapacity(folded.count / 9)
    let bytes = folded.span
    let basis: UInt32 = 0x811C_9DC5
    var hash = basis
    var i = 0
    while i < bytes.count {
      let width = WordBreak.width(bytes, i)
      if width == 0 {
        hash = (hash ^ UInt32(bytes[i])) &* 0x0100_0193
        i += 1
      } else {
        if hash != basis { words.append(hash) }
        hash = basis
        i += width
      }
    }
    if hash != basis { words.append(hash) }
    return words
  }

  /// The shingle that begins with a word.
  static func shingle(_ words: Span<UInt32>, _ start: Int) -> UInt64 {
    var hash: UInt64 = 0
    for k in start..<start + shingleLength {
      hash = (hash ^ UInt64(words[k])) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    hash = (hash ^ hash >> 32) &* 0xBF58_476D_1CE4_E5B9
    // 63 bits, so that a hash is a positive number of a database too.
    return (hash ^ hash >> 31) >> 1
  }

  /// All shingles of a text in the order of their places.
  static func shingles(_ words: [UInt32]) -> [UInt64] {
    guard words.count >= shingleLength else { return [] }
    let span = words.span
    var shingles: [UInt64] = []
    shingles.reserveCapacity(span.count)
    for start in 0...span.count - shingleLength { shingles.append(shingle(span, start)) }
    return shingles
  }

  private static func sample(_ words: [UInt32]) -> [UInt64] {
    let shingles = shingles(words)
    let limit = (UInt64.max >> 1) / sampling
    var sample: [UInt64] = []
    if shingles.count > smallestSample {
      sample.reserveCapacity(shingles.count / 6)
      for shingle in shingles where shingle < limit { sample.append(shingle) }
    }
    if sample.count < smallestSample {
      return Array(withoutRepeats(shingles).prefix(smallestSample))
    }
    return withoutRepeats(sample)
  }

  private static func withoutRepeats(_ hashes: [UInt64]) -> [UInt64] {
    var sorted = hashes
    sorted.sort()
    var result: [UInt64] = []
    result.reserveCapacity(sorted.count)
    for hash in sorted where hash != result.last { result.append(hash) }
    return result
  }
}

/// Where the words of a folded text part.
enum WordBreak {
  /// The number of bytes that part words at a place; 0 inside a word.
  @inline(__always)
  static func width(_ bytes: Span<UInt8>, _ i: Int) -> Int {
    let byte = bytes[i]
    if byte < 0x80 {
      let isWord = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      return isWord ? 0 : 1
    }
    switch byte {
    case 0xC2: return 2  // Latin-1 signs, such as guillemets
    case 0xE2: return 3  // general punctuation, arrows, currency
    case 0xD8 where i + 1 < bytes.count:
      // Arabic comma, semicolon and question mark.
      let next = bytes[i + 1]
      return next == 0x8C || next == 0x9B || next == 0x9F ? 2 : 0
    default: return 0
    }
  }
}
