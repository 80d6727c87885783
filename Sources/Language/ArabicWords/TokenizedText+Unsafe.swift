extension TokenizedText {
  /// Whether the token's folded spelling is `word`.
  @inlinable
  public func isKey(_ index: Int, _ word: StaticString) -> Bool {
    let token = tokens[index]
    let start = Int(token.keyStart)
    let length = word.utf8CodeUnitCount
    guard Int(token.keyEnd) - start == length else { return false }
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
