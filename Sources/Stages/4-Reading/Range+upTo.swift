extension Range<Int> {
  /// From a token up to an end; empty where the end lies before it, as a sentence's end does before words that go on in the next.
  init(_ start: Int, upTo end: Int) { self = start..<Swift.max(start, end) }
}
