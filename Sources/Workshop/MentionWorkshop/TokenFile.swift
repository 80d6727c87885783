import ArabicScript
import Reading

/// A file of tokens and tags as CoNLL 2002 has them: `token tag` a line, blank lines between sentences;
/// the tag may be missing.
///
/// The tokens of a sentence, set apart by spaces, make a line of a text, which is read as any other.
/// A token has the tag of the name that its first bytes stand in.
struct TokenFile {
  private var text: [UInt8] = []
  private var tokens: [(at: TextRange, tag: String, endsSentence: Bool)] = []

  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let fields = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      guard let token = fields.first else {
        if !tokens.isEmpty { tokens[tokens.count - 1].endsSentence = true }
        continue
      }
      if let last = tokens.last { text.append(last.endsSentence ? 0x0A : 0x20) }
      let start = text.count
      text += token
      let tag = fields.count > 1 ? String(decoding: fields[fields.count - 1], as: UTF8.self) : "O"
      tokens.append((TextRange(start, text.count), tag, false))
    }
  }

  /// A line a token of ours: its tag and the numbers of its features in hexadecimal digits.
  func features(vocabulary: [UInt8]) -> String {
    var output = ""
    var next = 0
    var previous = -1
    for sentence in MentionTagger.features(of: text, vocabulary: vocabulary) {
      for token in sentence {
        while tokens[next].at.end <= token.at.start { next += 1 }
        var tag = tokens[next].tag
        if next == previous, tag.hasPrefix("B-") { tag = "I-" + tag.dropFirst(2) }
        previous = next
        output += tag
        for feature in token.features {
          let digits = String(feature, radix: 16)
          output += "\t" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
        }
        output += "\n"
      }
      output += "\n"
    }
    return output
  }

  /// A line a token of the file: the token and the tag that the model gives it.
  func tagged(by tagger: MentionTagger) -> String {
    let names = tagger.names(in: text)
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
      output += String(decoding: text[token.at.start..<token.at.end], as: UTF8.self) + " \(tag)\n"
      if token.endsSentence { output += "\n" }
    }
    return output
  }
}
