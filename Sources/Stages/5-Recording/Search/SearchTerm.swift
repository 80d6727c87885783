internal import ArabicScript

/// One thing to look for.
enum SearchTerm: Sendable, Hashable {
  /// Words in this order, side by side, by their folded spelling.
  case words([[UInt8]])
  /// A word or another form of it: its folded spelling, and the stems of which one must be shared.
  case forms([UInt8], stems: [[UInt8]])
  /// Words side by side by their folded spelling, of which the last is only the beginning of a word.
  case beginning([[UInt8]])
  /// Words side by side in this very spelling, but for Unicode's canonical composition; with the
  /// folded spelling, by which candidates are found.
  case spelling([String], folded: [[UInt8]])

  /// Whether the index alone can't tell.
  var isSpelling: Bool {
    if case .spelling = self { true } else { false }
  }

  /// A word with its forms.
  static func forms(of key: ArraySlice<UInt8>) -> SearchTerm {
    .forms(Array(key), stems: stems(of: key))
  }

  /// The stems of a folded word, each once.
  static func stems(of key: ArraySlice<UInt8>) -> [[UInt8]] {
    var ranges: [TextRange] = []
    WordStems.append(of: key.span, to: &ranges)
    var stems: [[UInt8]] = []
    for range in ranges {
      let stem = Array(key[key.startIndex + range.start..<key.startIndex + range.end])
      if !stems.contains(stem) { stems.append(stem) }
    }
    return stems
  }
}
