internal import ArabicScript

/// Makes what a hit shows: the title and the best pieces of the text, with what was found marked.
struct SnippetMaker {
  /// The words that a piece spans.
  private static let width = 28
  /// The most pieces.
  private static let pieces = 2
  /// Only so many bytes of a text are looked at.
  private static let reach = 200_000

  private let matcher: TermMatcher

  init(_ clauses: [SearchClause]) { matcher = TermMatcher(clauses) }

  /// The whole text with what was found marked.
  func marked(_ utf8: [UInt8]) -> MarkedText {
    let text = WordedText(utf8, .title)
    return marked(
      utf8, TextRange(0, utf8.count), ranges(matcher.matches(in: text), text.words))
  }

  /// The best pieces in the text's order; its beginning if nothing is found.
  func snippets(_ whole: [UInt8]) -> [Snippet] {
    let utf8 = whole.count > SnippetMaker.reach ? Array(whole.prefix(SnippetMaker.reach)) : whole
    let worded = WordedText(utf8, .body)
    let text = worded.words
    if text.terms.isEmpty { return [] }
    let matches = matcher.matches(in: worded)
    let found = ranges(matches, text)
    var windows: [Range<Int>] = []
    var seen: Set<Int> = []
    while windows.count < SnippetMaker.pieces,
      let (window, terms) = best(matches, beside: windows, unlike: seen, text)
    {
      windows.append(window)
      seen.formUnion(terms)
    }
    if windows.isEmpty { windows = [0..<min(SnippetMaker.width, text.terms.count)] }
    return windows.sorted { $0.lowerBound < $1.lowerBound }.map { window in
      let range = bytes(of: window, text, utf8)
      return Snippet(
        marked: marked(utf8, range, found), range: range,
        continuesBefore: window.lowerBound > 0,
        continuesAfter: window.upperBound < text.terms.count || utf8.count < whole.count)
    }
  }

  /// The window of words with most terms that were not seen yet, then with most matches.
  private func best(
    _ matches: [TermMatcher.Match], beside windows: [Range<Int>], unlike seen: Set<Int>,
    _ text: SearchTerms
  ) -> (Range<Int>, Set<Int>)? {
    var result: (window: Range<Int>, terms: Set<Int>, score: Int)?
    for (i, match) in matches.enumerated() {
      var terms: Set<Int> = []
      var count = 0
      for other in matches[i...] {
        if other.words.upperBound > match.words.lowerBound + SnippetMaker.width { break }
        if !seen.contains(other.term) { terms.insert(other.term) }
        count += 1
      }
      if terms.isEmpty { continue }
      let score = terms.count * 1_000 + min(count, 999)
      guard score > result?.score ?? 0 else { continue }
      let last = matches[i + count - 1].words.upperBound
      let window = widened(match.words.lowerBound..<max(last, match.words.upperBound), text)
      if windows.contains(where: { $0.overlaps(window) }) { continue }
      result = (window, terms, score)
    }
    return result.map { ($0.window, $0.terms) }
  }

  /// The window with words to both sides, at most `width` in all.
  private func widened(_ window: Range<Int>, _ text: SearchTerms) -> Range<Int> {
    let spare = max(0, SnippetMaker.width - window.count)
    let start = max(0, window.lowerBound - spare / 2)
    return start..<min(text.terms.count, max(window.upperBound, start + SnippetMaker.width))
  }

  /// The bytes of a window of words: up to the next word, without white space at both ends.
  private func bytes(of window: Range<Int>, _ text: SearchTerms, _ utf8: [UInt8]) -> TextRange {
    var start = window.lowerBound == 0 ? 0 : text.range(window.lowerBound).start
    var end =
      window.upperBound == text.terms.count
      ? utf8.count : text.range(window.upperBound).start
    let lastWord = text.range(window.upperBound - 1).end
    while start < end, utf8[start] <= 0x20 { start += 1 }
    while end > lastWord, utf8[end - 1] <= 0x20 { end -= 1 }
    return TextRange(start, max(start, end))
  }

  /// What was found, in order and without overlap.
  private func ranges(_ matches: [TermMatcher.Match], _ text: SearchTerms) -> [TextRange] {
    var result: [TextRange] = []
    for match in matches {
      let range = TextRange(
        text.range(match.words.lowerBound).start, text.range(match.words.upperBound - 1).end)
      if let last = result.last, range.start < last.end {
        result[result.count - 1] = TextRange(last.start, max(last.end, range.end))
      } else {
        result.append(range)
      }
    }
    return result
  }

  private func marked(_ utf8: [UInt8], _ range: TextRange, _ found: [TextRange]) -> MarkedText {
    let marks = found.filter { range.contains($0) }.map {
      TextRange($0.start - range.start, $0.end - range.start)
    }
    return MarkedText(
      text: String(decoding: utf8[range.start..<range.end], as: UTF8.self), marks: marks)
  }
}
