internal import ArabicScript
internal import ArabicWords

/// One thing to look for: a word, or words side by side.
struct SearchTerm: Sendable, Hashable {
  /// What one word of a text must be.
  struct Place: Sendable, Hashable {
    /// The word as typed.
    let typed: String
    /// Folded spellings, of which one must be shared; that of the typed word first.
    var keys: [[UInt8]]
    /// Stems, of which one must be shared if no spelling is; none where forms don't count.
    var stems: [[UInt8]] = []
    /// Whether spellings of a name in other letters are looked for too.
    var isName = false
    /// Where it was typed, in code points of the search.
    let range: Range<Int>
  }

  var places: [Place]
  /// At which level spellings are compared; below `FoldingLevel.search` the index alone can't tell.
  var level = FoldingLevel.search
  /// Whether the last place is only the beginning of a word.
  var isBeginning = false

  /// Whether the index alone can't tell.
  var needsText: Bool { level < .search }

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

extension SearchTerm.Place {
  /// Lets forms of the word count: those that share a stem with it, its broken plurals, or its singular.
  mutating func addForms() {
    for key in keys { add(SearchTerm.stems(of: key[...])) }
    let reading = WordForms.shared.segmentation(of: typed)
    guard reading.wordClass == .noun else { return }
    let others =
      BrokenPlurals.shared.plurals(of: reading.base)
      + BrokenPlurals.shared.singulars(of: reading.base)
    for other in others {
      let key = Folding.forSearch.folded(utf8: Array(other.utf8))
      let stem = LightStem.shared.stem(key.span)
      add([Array(key[stem.start..<stem.end])])
    }
  }

  private mutating func add(_ more: [[UInt8]]) {
    for stem in more where !stems.contains(stem) { stems.append(stem) }
  }
}
