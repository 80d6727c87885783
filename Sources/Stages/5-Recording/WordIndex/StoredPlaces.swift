/// The places of a term as they stand in a segment, read a part at a time.
struct StoredPlaces {
  let reader: SegmentReader
  let segment: Int
  /// Where they stand in the segment's string.
  let range: Range<Int>

  /// A part of them.
  ///
  /// - Parameters:
  ///   - start: Where it begins, in bytes from their start.
  ///   - end: Where it ends; `nil` for the end of all.
  /// - Returns: Its bytes; none where a damaged index tells a part that there is not.
  /// - Throws: An error of the database.
  func bytes(from start: Int, to end: Int?) throws -> [UInt8] {
    let end = min(end ?? range.count, range.count)
    if start >= end { return [] }
    return try reader.bytes(
      range.lowerBound + start..<range.lowerBound + end, of: .places, in: segment)
  }
}
