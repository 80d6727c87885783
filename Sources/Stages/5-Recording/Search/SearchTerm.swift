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

  /// What it weighs against what was typed.
  var share: Float = 1

  /// Whether the index alone can't tell.
  var needsText: Bool { level < .search }

  /// The stems of a folded word, each once.
  static func stems(of key: ArraySlice<UInt8>) -> [[UInt8]] {
    var ranges: [TextRange] = []
    WordStems().append(of: key.span, to: &ranges)
    var stems: [[UInt8]] = []
    for range in ranges {
      let stem = Array(key[key.startIndex + range.start..<key.startIndex + range.end])
      if !stems.contains(stem) { stems.append(stem) }
    }
    return stems
  }
}

extension SearchTerm.Place {
  /// Lets forms of the word count: those that share a stem with it, its broken plurals, or its singular, also of what is
  /// left without clitics in each likely reading of it.
  mutating func addForms() {
    for key in keys { addForms(of: key, spelt: typed) }
  }

  /// Lets forms of a word count, also of what is left of it without clitics.
  ///
  /// - Parameters:
  ///   - key: The word, folded.
  ///   - spelling: The word as it is spelt.
  mutating func addForms(of key: [UInt8], spelt spelling: String) {
    addForms(of: key)
    guard SearchTerm.Place.mayHaveClitic(key) else { return }
    for reading in WordForms.shared.segmentations(of: spelling)
    where reading.likelihood >= SearchTerm.Place.leastLikelihood && !reading.proclitics.isEmpty {
      let rest = reading.word.utf8.dropFirst(reading.stem.start)
      addForms(of: Folding.forSearch.folded(utf8: Array(rest)))
      addOtherNumbers(of: reading.base)
    }
  }

  /// Lets forms of a folded word count.
  mutating func addForms(of key: [UInt8]) {
    add(SearchTerm.stems(of: key[...]))
    let start = LightStem.shared.stem(key.span).start
    addOtherNumbers(of: String(decoding: key[start...], as: UTF8.self))
  }

  private static let lam = Array("ل".utf8)

  /// Readings of a word that are less likely are not looked for.
  private static let leastLikelihood = 0.1

  /// Whether the first letter is `و`, `ف`, `ب`, `ل` or `ك`, without the article behind it, which stems go without anyway.
  private static func mayHaveClitic(_ key: [UInt8]) -> Bool {
    guard key.count >= 6, LetterVariants.isClitic(key[...]) else { return false }
    return LightStem.shared.stem(key.span).start == 0 || key.starts(with: lam)
  }

  /// Adds the stems of a noun's broken plurals, or of its singulars.
  private mutating func addOtherNumbers(of noun: String) {
    let others = BrokenPlurals.shared.plurals(of: noun) + BrokenPlurals.shared.singulars(of: noun)
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
