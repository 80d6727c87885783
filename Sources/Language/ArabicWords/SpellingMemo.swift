/// What is known of spellings by numbers that their user gives them, each told once.
public struct SpellingMemo<Value: Sendable>: Sendable {
  /// By the numbers; of spellings of which nothing is known what is known of another.
  @usableFromInline var values: [Value] = []
  @usableFromInline var isKnown: [Bool] = []

  /// Makes a memo of no spelling.
  @inlinable
  public init() {}

  /// What is known of a spelling that was learnt.
  @inlinable
  public subscript(number: Int32) -> Value { values[Int(number)] }

  /// Whether a spelling was learnt.
  @inlinable
  public func knows(_ number: Int32) -> Bool {
    Int(number) < isKnown.count && isKnown[Int(number)]
  }

  /// Keeps what is known of a spelling.
  @inlinable
  public mutating func learn(_ number: Int32, _ value: Value) {
    while values.count <= Int(number) {
      values.append(value)
      isKnown.append(false)
    }
    values[Int(number)] = value
    isKnown[Int(number)] = true
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
