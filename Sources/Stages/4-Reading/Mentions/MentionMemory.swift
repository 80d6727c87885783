import ArabicWords

/// What the sequence model makes of spellings.
struct MentionMemory: Sendable {
  /// The tokens without what rests on the text.
  private var tokens = SpellingMemo<MentionToken>()
  /// What each spelling weighs in telling the register of a text.
  private var registerWeights = SpellingMemo<Int>()
  /// For each spelling and each offset of the window the weights of the features that it gives to the token so far
  /// before it.
  private var shares: [MentionModel.Scores] = []

  /// The tokens of a text as the sequence model sees them.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - numbers: For each token the number of its spelling.
  ///   - tagger: Whose word forms and weights are meant; always the same.
  /// - Returns: A token each.
  /// - Complexity: O(n).
  mutating func read(_ text: TokenizedText, numbers: [Int32], _ tagger: MentionTagger)
    -> [MentionToken]
  {
    for (i, number) in numbers.enumerated() where !tokens.knows(number) {
      let token = tagger.vocabulary.token(text, i)
      tokens.learn(number, token)
      registerWeights.learn(number, tagger.register.weight(text, i))
      keep(tagger.model.shares(of: token, text, i), number)
    }
    return numbers.map { tokens[$0] }
  }

  private mutating func keep(_ new: MentionModel.Shares, _ number: Int32) {
    let start = Int(number) * new.count
    let missing = start + new.count - shares.count
    if missing > 0 { shares += repeatElement(MentionModel.Scores(), count: missing) }
    for column in new.indices { shares[start + column] = new[column] }
  }

  /// The sum of the weights of spellings in telling the register of a text.
  func registerWeight(_ numbers: [Int32]) -> Int {
    numbers.reduce(0) { $0 + registerWeights[$1] }
  }

  /// The weights of the features that a spelling gives to the token `offset` before it.
  @inline(__always)
  func share(_ number: Int32, at offset: Int) -> MentionModel.Scores {
    let window = MentionFeatures.window
    return shares[Int(number) &* window.count &+ offset &- window.lowerBound]
  }
}
