internal import Synchronization

/// What was read last of segments, for all readers of an archive: their documents, terms, and bytes of their pages.
///
/// Segments never change but for their deletions, which only grow: a segment's number with the number of its deletions
/// tells whether what is kept still holds, also for readers that see an earlier moment. Terms and pages have no deletions.
final class SegmentCache: Sendable {
  /// A term of a segment.
  private struct Term: Hashable {
    let segment: Int
    let term: [UInt8]
  }

  /// Bytes of a segment's pages.
  private struct Part: Hashable {
    let firstPage: Int
    let range: Range<Int>
  }

  private struct Kept {
    var segments: [Int: IndexSegment] = [:]
    var terms = RecentValues<Term, TermEntry?>(limit: SegmentCache.termLimit)
    var parts = RecentValues<Part, [UInt8]>(limit: SegmentCache.byteLimit)
  }

  /// The most terms and the most bytes of pages that are kept.
  private static let (termLimit, byteLimit) = (50_000, 32 << 20)

  private let kept = Mutex(Kept())

  /// What is kept of a segment, if it has so many deletions.
  func segment(_ number: Int, deleted: Int) -> IndexSegment? {
    kept.withLock { $0.segments[number] }.flatMap { $0.deletedCount == deleted ? $0 : nil }
  }

  /// Keeps these segments and no others.
  func keep(_ list: [IndexSegment]) {
    kept.withLock { kept in
      if kept.segments.count == list.count,
        list.allSatisfy({ kept.segments[$0.number]?.deletedCount == $0.deletedCount })
      {
        return
      }
      kept.segments = Dictionary(uniqueKeysWithValues: list.map { ($0.number, $0) })
    }
  }

  /// Where a term stands in a segment, looked up if it is not known.
  ///
  /// - Parameters:
  ///   - term: Its bytes.
  ///   - segment: The segment's number.
  ///   - read: Looks it up; `nil` if the segment does not have it.
  /// - Returns: What is kept, or what was read.
  /// - Throws: What `read` throws.
  func entry(
    of term: [UInt8], in segment: Int, _ read: () throws -> TermEntry?
  ) throws -> TermEntry? {
    let key = Term(segment: segment, term: term)
    if let known = kept.withLock({ $0.terms.value(for: key) }) { return known }
    let entry = try read()
    kept.withLock { $0.terms.keep(entry, for: key, size: 1) }
    return entry
  }

  /// Bytes of a segment's pages, read if they are not known.
  ///
  /// - Parameters:
  ///   - range: Which, in bytes from the first page on.
  ///   - firstPage: The first page of their string.
  ///   - read: Reads them.
  /// - Returns: What is kept, or what was read.
  /// - Throws: What `read` throws.
  func bytes(
    _ range: Range<Int>, from firstPage: Int, _ read: () throws -> [UInt8]
  ) throws -> [UInt8] {
    let key = Part(firstPage: firstPage, range: range)
    if let known = kept.withLock({ $0.parts.value(for: key) }) { return known }
    let bytes = try read()
    // What stands around the bytes counts too, so that many short ones are not more than they seem.
    kept.withLock { $0.parts.keep(bytes, for: key, size: bytes.count + 128) }
    return bytes
  }
}
