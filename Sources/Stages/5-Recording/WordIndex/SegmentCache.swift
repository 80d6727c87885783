internal import Synchronization

/// The documents of the segments that were read last, for all readers of an archive.
///
/// Segments never change but for their deletions, which only grow: a segment's number with the number of its deletions
/// tells whether what is kept still holds, also for readers that see an earlier moment.
final class SegmentCache: Sendable {
  private let segments = Mutex<[Int: IndexSegment]>([:])

  /// What is kept of a segment, if it has so many deletions.
  func segment(_ number: Int, deleted: Int) -> IndexSegment? {
    segments.withLock { $0[number] }.flatMap { $0.deletedCount == deleted ? $0 : nil }
  }

  /// Keeps these segments and no others.
  func keep(_ list: [IndexSegment]) {
    segments.withLock { kept in
      if kept.count == list.count,
        list.allSatisfy({ kept[$0.number]?.deletedCount == $0.deletedCount })
      {
        return
      }
      kept = Dictionary(uniqueKeysWithValues: list.map { ($0.number, $0) })
    }
  }
}
