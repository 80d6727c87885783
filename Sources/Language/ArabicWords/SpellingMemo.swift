/// What is known of spellings by numbers that their user gives them, each told once.
public struct SpellingMemo<Value: Sendable>: Sendable {
  /// By the numbers; `nil` where nothing is known.
  @usableFromInline var values: [Value?] = []

  /// Makes a memo of no spelling.
  @inlinable
  public init() {}

  /// What is known of a spelling that was learnt.
  @inlinable
  public subscript(number: Int32) -> Value {
    guard let value = values[Int(number)] else { preconditionFailure("a spelling was learnt") }
    return value
  }

  /// Whether a spelling was learnt.
  @inlinable
  public func knows(_ number: Int32) -> Bool {
    Int(number) < values.count && values[Int(number)] != nil
  }

  /// Keeps what is known of a spelling.
  @inlinable
  public mutating func learn(_ number: Int32, _ value: Value) {
    while values.count <= Int(number) { values.append(nil) }
    values[Int(number)] = value
  }

  /// Has `tell` tell of a text's tokens what is not known of their spellings.
  ///
  /// - Parameters:
  ///   - numbers: For each token the number of its spelling.
  ///   - tell: Tells of a token what rests on its spelling alone.
  @inlinable
  public mutating func learn(_ numbers: [Int32], _ tell: (Int) -> Value) {
    for (i, number) in numbers.enumerated() where !knows(number) { learn(number, tell(i)) }
  }
}
