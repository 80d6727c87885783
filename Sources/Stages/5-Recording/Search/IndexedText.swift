internal import ArabicScript
internal import ArabicWords

/// A text's words and their stems, made once for the article's index and for those of its records.
struct IndexedText {
  private let utf8: [UInt8]
  private let text: SearchTerms
  /// The stems of all words, as ranges of `text.keys`.
  private let stems: [TextRange]
  /// Where the stems of each word begin in `stems`; last, their number.
  private let firstStems: [Int]

  init(_ utf8: [UInt8]) {
    let text = SearchTerms(utf8)
    let keys = text.keys.span
    var stems: [TextRange] = []
    var firstStems: [Int] = []
    var own: [TextRange] = []
    let stemmer = WordStems()
    stems.reserveCapacity(text.terms.count * 3 / 2)
    firstStems.reserveCapacity(text.terms.count + 1)
    for term in text.terms {
      firstStems.append(stems.count)
      let start = Int(term.keyStart)
      own.removeAll(keepingCapacity: true)
      stemmer.append(of: keys.extracting(start..<Int(term.keyEnd)), to: &own)
      for range in own { stems.append(TextRange(start + range.start, start + range.end)) }
    }
    firstStems.append(stems.count)
    self.utf8 = utf8
    self.text = text
    self.stems = stems
    self.firstStems = firstStems
  }

  /// A word as it stands in the text.
  func bytes(of word: Int) -> [UInt8] {
    let range = text.range(word)
    return Array(utf8[range.start..<range.end])
  }

  /// How many words there are.
  var wordCount: Int { text.terms.count }

  /// The folded spellings of all words, end to end.
  var keys: [UInt8] { text.keys }

  /// Where a word's folded spelling stands in `keys`.
  func keyRange(_ word: Int) -> Range<Int> {
    Int(text.terms[word].keyStart)..<Int(text.terms[word].keyEnd)
  }

  /// The stems of a word, as ranges of `keys`.
  func stems(of word: Int) -> ArraySlice<TextRange> {
    stems[firstStems[word]..<firstStems[word + 1]]
  }

  /// The document of a record: the stems of all words that begin inside one of the spans.
  func document(of spans: [TextRange]) -> [UInt8] {
    var result: [UInt8] = []
    let keys = text.keys.span
    for span in spans {
      var index = firstTerm(atOrAfter: span.start)
      while index < text.terms.count, Int(text.terms[index].start) < span.end {
        for number in firstStems[index]..<firstStems[index + 1] {
          if number > firstStems[index] {
            result.append(ArabicTokenizer.synonymMark)
          } else if !result.isEmpty {
            result.append(ArabicTokenizer.positionMark)
          }
          append(keys, stems[number], to: &result)
        }
        index += 1
      }
    }
    return result
  }

  private func append(_ keys: Span<UInt8>, _ range: TextRange, to result: inout [UInt8]) {
    for i in range.start..<range.end { result.append(keys[i]) }
  }

  private func firstTerm(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = text.terms.count
    while low < high {
      let middle = (low + high) / 2
      if Int(text.terms[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// All stems under which a folded word is found; made once for all words of a text.
struct WordStems {
  private let stemmer = LightStem.shared

  /// Appends the word's own stem and the stems that it has if its first letters are clitics, as ranges
  /// of `word`'s bytes.
  func append(of word: Span<UInt8>, to stems: inout [TextRange]) {
    stems.append(stemmer.stem(word))
    stemmer.appendOtherStems(of: word, to: &stems)
  }
}
