import ArabicWords

// Quotations as the words in and around them tell.

extension TextAnalysis {
  /// A quotation that never closes, ended before the first sentence in it that reports who said something else (`في «وادي
  /// الراية. وأكدت المصادر أن`).
  static func endedByReport(
    _ quotation: QuotationSpan, _ text: TokenizedText, _ words: [WordInfo],
    _ sentences: [Range<Int>]
  ) -> QuotationSpan {
    guard !quotation.isClosed else { return quotation }
    // Sentences stand in order: the first that begins behind the mark.
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].lowerBound > quotation.open { high = middle } else { low = middle + 1 }
    }
    let next = sentences[low...].prefix { $0.lowerBound < quotation.close }.first {
      reports($0, text, words)
    }
    return next.map { quotation.ending(before: $0.lowerBound) } ?? quotation
  }

  /// Whether a sentence begins with a verb of speech behind `و` (`وأكدت المصادر أن`) or with whose turn it is to speak (`من
  /// جهته، أكد`), and what is said follows behind a particle or a colon.
  private static func reports(
    _ sentence: Range<Int>, _ text: TokenizedText, _ words: [WordInfo]
  ) -> Bool {
    let first = sentence.lowerBound
    let isCue = words[first].cue >= 0 && words[first].hasConjunction
    guard isCue || turns.contains(where: { text.isKey(first, $0) }) else { return false }
    return sentence.dropFirst().prefix(24).contains { i in
      words[i].has(.that) || text.tokens[i].kind == .punctuation && text.isKey(i, ":")
    }
  }

  /// Words that open a sentence in which someone else speaks.
  private static let turns: [StaticString] = ["من", "بدوره", "بدورها"]
}
