extension Span where Element == UInt8 {
  /// The bytes of a range, as an array of their own.
  func copied(_ range: Range<Int>) -> [UInt8] {
    unsafe extracting(range).withUnsafeBufferPointer { unsafe Array($0) }
  }
}
