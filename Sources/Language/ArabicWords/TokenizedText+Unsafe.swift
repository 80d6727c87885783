extension TokenizedText {
  /// Whether the token's folded spelling is `word`.
  @inlinable
  @inline(__always)
  public func isKey(_ index: Int, _ word: StaticString) -> Bool {
    // Most words differ in length, which is told without a call.
    let token = tokens[index]
    let start = Int(token.keyStart)
    return Int(token.keyEnd) - start == word.utf8CodeUnitCount && holds(word, at: start)
  }

  /// Whether `word` stands at a place in the folded spellings, which go on for its length.
  @inlinable
  func holds(_ word: StaticString, at start: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    let bytes = unsafe UnsafeBufferPointer(start: word.utf8Start, count: length)
    for k in 0..<length where unsafe keys[start + k] != bytes[k] { return false }
    return true
  }

  /// Whether the token's folded spelling ends with `ending` and is longer than it.
  @inlinable
  public func hasEnding(_ index: Int, _ ending: StaticString) -> Bool {
    let end = Int(tokens[index].keyEnd)
    let length = ending.utf8CodeUnitCount
    guard end - Int(tokens[index].keyStart) > length else { return false }
    let bytes = unsafe UnsafeBufferPointer(start: ending.utf8Start, count: length)
    for k in 0..<length where unsafe keys[end - length + k] != bytes[k] { return false }
    return true
  }
}
