/// A place in a list that is sorted by time, newest first.
///
/// Its text form (`1438387200.17`) may stand in an address. A place stays good when rows are added.
package struct ListPosition: Sendable, Hashable, CustomStringConvertible {
  /// Seconds since 1970 by the clock of the source.
  let time: Int
  /// The row's number in its table.
  let row: Int

  init(time: Int, row: Int) {
    self.time = time
    self.row = row
  }

  /// Reads the text form; `nil` if it is none.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, let time = Int(Substring(parts[0])), let row = Int(Substring(parts[1]))
    else { return nil }
    self.time = time
    self.row = row
  }

  /// The text form.
  package var description: String { "\(time).\(row)" }
}

/// Part of a list.
package struct ListPage<Row: Sendable & Hashable>: Sendable, Hashable {
  /// The rows of this part, newest first.
  package let rows: [Row]
  /// Where the next part begins; `nil` behind the last one.
  package let next: ListPosition?
  /// How many rows the whole list has.
  package let total: BoundedCount
}

/// A count that stops at a bound.
package struct BoundedCount: Sendable, Hashable {
  /// The bound at which counting stops.
  package static let bound = 10_000
  /// The count, never more than the bound.
  package let value: Int
  /// Whether there may be more than `value`.
  package let isLowerBound: Bool

  init(value: Int, isLowerBound: Bool) {
    self.value = value
    self.isLowerBound = isLowerBound
  }

  init(counted: Int) {
    value = min(counted, BoundedCount.bound)
    isLowerBound = counted > BoundedCount.bound
  }
}
