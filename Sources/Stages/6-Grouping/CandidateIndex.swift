package import NewsModel

/// Finds, among many reports at once, the pairs that are worth comparing.
///
/// Exact for the sampled shingles: each is looked up, none is banded, so that a report of forty words
/// inside one of a thousand is found as well as a copy.
package struct CandidateIndex: Sendable {
  /// Of more reports with one shingle than this, each is paired with the nearest in time only.
  static let runLimit = 64
  /// The fewest sampled shingles that candidates share.
  static let fewestShared = 2

  /// The hash's upper 40 bits before the report's number, sorted; numbers follow the time.
  private let postings: [UInt64]
  private let days: [Int]
  /// For each posting, where those of the same shingle begin; and for each beginning, how many.
  private var formulas: Set<UInt64> = []

  private static let numberBits: UInt64 = 24
  private static let numberMask: UInt64 = (1 << numberBits) - 1

  /// Makes an index of at most 16 million reports, which are in the order of time.
  package init(_ reports: [Fingerprint], days: [Int]) {
    precondition(reports.count == days.count && reports.count <= Int(CandidateIndex.numberMask))
    var postings: [UInt64] = []
    postings.reserveCapacity(reports.reduce(0) { $0 + $1.sample.count })
    for (number, report) in reports.enumerated() {
      for shingle in report.sample {
        postings.append(CandidateIndex.key(shingle) | UInt64(number))
      }
    }
    RadixSort.sort(&postings, fromByte: 3)
    self.postings = postings
    self.days = days
    formulas = findFormulas()
  }

  /// Whether a sampled shingle is a formula in these reports.
  package func isFormula(_ shingle: UInt64) -> Bool {
    formulas.contains(CandidateIndex.key(shingle))
  }

  /// The pairs of reports, earlier one first, that share enough of their samples.
  package func candidates() -> [(Int, Int)] {
    var partners: [[Int32]] = Array(repeating: [], count: days.count)
    forEachRun { _, run in
      if run.count < 2 { return }
      for later in run.indices.dropFirst() {
        let from = max(run.startIndex, later - CandidateIndex.runLimit / 2)
        let report = number(later)
        for earlier in from..<later { partners[report].append(Int32(number(earlier))) }
      }
    }
    var pairs: [(Int, Int)] = []
    var counts = [Int32](repeating: 0, count: days.count)
    for report in partners.indices {
      for partner in partners[report] { counts[Int(partner)] += 1 }
      for partner in partners[report] {
        if counts[Int(partner)] >= CandidateIndex.fewestShared {
          pairs.append((Int(partner), report))
        }
        counts[Int(partner)] = 0
      }
    }
    return pairs
  }

  private static func key(_ shingle: UInt64) -> UInt64 { shingle << 1 & ~numberMask }

  private func number(_ posting: Int) -> Int {
    Int(postings[posting] & CandidateIndex.numberMask)
  }

  private func findFormulas() -> Set<UInt64> {
    var formulas = Set<UInt64>()
    forEachRun { key, run in
      if run.count <= 2 { return }
      let first = days[number(run.startIndex)]
      let last = days[number(run.endIndex - 1)]
      let history = ShingleHistory(articles: run.count, firstDay: first, lastDay: last)
      if history.isFormula { formulas.insert(key) }
    }
    return formulas
  }

  /// The postings of each shingle, in the order of time.
  private func forEachRun(_ body: (UInt64, Range<Int>) -> Void) {
    var start = 0
    while start < postings.count {
      let key = postings[start] & ~CandidateIndex.numberMask
      var end = start + 1
      while end < postings.count, postings[end] & ~CandidateIndex.numberMask == key { end += 1 }
      body(key, start..<end)
      start = end
    }
  }
}

/// Sorts numbers by their bytes, least significant first; stable.
enum RadixSort {
  /// Sorts by the bytes from `fromByte` to the seventh.
  static func sort(_ values: inout [UInt64], fromByte: Int) {
    var other = values
    for byte in fromByte..<8 {
      let shift = UInt64(8 * byte)
      var starts = [Int](repeating: 0, count: 257)
      for value in values { starts[Int(value >> shift & 0xFF) + 1] += 1 }
      for k in 1...256 { starts[k] += starts[k - 1] }
      for value in values {
        let digit = Int(value >> shift & 0xFF)
        other[starts[digit]] = value
        starts[digit] += 1
      }
      swap(&values, &other)
    }
  }
}
