import ArabicScript
import Reading

/// A file of tokens and tags as CoNLL 2002 has them: `token tag` a line, blank lines between sentences;
/// the tag may be missing.
///
/// The tokens of a sentence, set apart by spaces, make a line of a text, which is read as any other.
/// A token has the tag of the name that its first bytes stand in. Texts begin with a line `-DOCSTART- O`, as CoNLL 2003 has it, behind which
/// the source of labels may stand; where a file has none, every 40 sentences make a text.
struct TokenFile {
  fileprivate struct Text {
    var utf8: [UInt8] = []
    var tokens: [(at: TextRange, tag: String, endsSentence: Bool)] = []
    var sentences = 0
    /// The source of its labels, where that is not the main one.
    var source: String?
  }

  private static let sentencesWithoutTexts = 40
  private var texts = [Text()]

  init(_ bytes: [UInt8]) {
    var isMarked = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let fields = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      guard let token = fields.first else {
        endSentence()
        continue
      }
      if token.elementsEqual("-DOCSTART-".utf8) {
        isMarked = true
        let source = fields.count > 2 ? String(decoding: fields[2], as: UTF8.self) : nil
        texts.append(Text(source: source))
        continue
      }
      if !isMarked, texts[texts.count - 1].sentences == TokenFile.sentencesWithoutTexts {
        texts.append(Text())
      }
      let tag = fields.count > 1 ? String(decoding: fields[fields.count - 1], as: UTF8.self) : "O"
      texts[texts.count - 1].add(token, tag)
    }
    texts.removeAll { $0.tokens.isEmpty }
  }

  private mutating func endSentence() {
    let last = texts[texts.count - 1].tokens.count - 1
    guard last >= 0, !texts[texts.count - 1].tokens[last].endsSentence else { return }
    texts[texts.count - 1].tokens[last].endsSentence = true
    texts[texts.count - 1].sentences += 1
  }

  /// A line a token of ours: its tag and the numbers of its features in hexadecimal digits, those of its source behind `+` if they are
  /// shipped, else behind `-`.
  ///
  /// - Parameters:
  ///   - tagger: Whose word forms are used.
  ///   - tags: The tag of each token of ours at first sight, a line a token, blank lines between sentences; `nil` for features without regard to
  ///     repetitions.
  /// - Returns: The lines, blank ones between sentences.
  func features(_ tagger: MentionTagger, tags: [UInt8]?) -> String {
    var tags = tags?.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }[...]
    return texts.map { text in
      var sight: [String]?
      if let left = tags {
        let count = tagger.tokenCount(text.utf8)
        sight = Array(left.prefix(count))
        tags = left.dropFirst(count)
      }
      return text.lines(tagger.features(of: text.utf8, tags: sight, source: text.source))
    }.joined()
  }

  /// A line a token of the file: the token and the tag that the model gives it.
  func tagged(by tagger: MentionTagger) -> String {
    var memory = ReadingMemory()
    return texts.map { $0.tagged(by: tagger.names(in: $0.utf8, &memory)) }.joined()
  }
}

extension TokenFile.Text {
  fileprivate mutating func add(_ token: ArraySlice<UInt8>, _ tag: String) {
    if let last = tokens.last { utf8.append(last.endsSentence ? 0x0A : 0x20) }
    let start = utf8.count
    utf8 += token
    tokens.append((TextRange(start, utf8.count), tag, false))
  }

  fileprivate func lines(
    _ sentences: [[(at: TextRange, features: [UInt32], own: [UInt32])]]
  ) -> String {
    var output = ""
    func write(_ feature: UInt32, behind mark: String) {
      let digits = String(feature, radix: 16)
      output += mark + String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
    let ownMark = source.map { MentionTagger.isShipped(source: $0) } == true ? "\t+" : "\t-"
    var next = 0
    var previous = -1
    for sentence in sentences {
      for token in sentence {
        while tokens[next].at.end <= token.at.start { next += 1 }
        var tag = tokens[next].tag
        if next == previous, tag.hasPrefix("B-") { tag = "I-" + tag.dropFirst(2) }
        previous = next
        output += tag
        for feature in token.features { write(feature, behind: "\t") }
        for feature in token.own { write(feature, behind: ownMark) }
        output += "\n"
      }
      output += "\n"
    }
    return output
  }

  fileprivate func tagged(by names: [(at: TextRange, type: String)]) -> String {
    var output = ""
    var next = 0
    var opened = -1
    for token in tokens {
      while next < names.count, names[next].at.end <= token.at.start { next += 1 }
      var tag = "O"
      if next < names.count, names[next].at.start < token.at.end {
        tag = (opened == next ? "I-" : "B-") + names[next].type
        opened = next
      }
      output += String(decoding: utf8[token.at.start..<token.at.end], as: UTF8.self) + " \(tag)\n"
      if token.endsSentence { output += "\n" }
    }
    return output
  }
}
