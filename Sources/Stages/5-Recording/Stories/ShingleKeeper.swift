internal import Synchronization

/// Keeps the shingles of articles that were added, so that they are written many at a time and in their order.
///
/// Nothing is lost with it: the archive knows of which articles they are not written, and has their texts.
final class ShingleKeeper: Sendable {
  private let kept = Mutex<ShingleBatch?>(nil)

  /// Keeps the shingles of articles whose adding is committed.
  func put(_ batch: ShingleBatch) {
    if batch.isEmpty { return }
    kept.withLock { kept in
      if kept == nil { kept = batch } else { kept?.append(batch) }
    }
  }

  /// Takes out what is kept if it is time to write it, in the order in which it is written.
  func takeIfFull() -> ShingleBatch? { take { $0.isFull } }

  /// Takes out what is kept, in the order in which it is written; `nil` if there is nothing.
  func take() -> ShingleBatch? { take { _ in true } }

  private func take(_ isWanted: (ShingleBatch) -> Bool) -> ShingleBatch? {
    var batch = kept.withLock { kept in
      guard let batch = kept, isWanted(batch) else { return nil as ShingleBatch? }
      kept = nil
      return batch
    }
    batch?.sort()
    return batch
  }
}
