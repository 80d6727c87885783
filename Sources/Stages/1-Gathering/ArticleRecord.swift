/// One article as it stands in its input, before it is parsed.
package struct ArticleRecord: Sendable, Hashable {
  /// How an article is written down.
  package enum Form: Sendable, Hashable {
    /// Plain text: the first line is the title, the rest the text.
    case text
    /// A JSON object.
    case json
    /// A JSON object under our own names, made of a document; mapping does not apply.
    case document
  }

  /// The file's name as the user gave it; `standard input` for that.
  package let file: String
  /// The number of its first line in the (decompressed) file, from 1.
  package let line: Int
  /// The offset of its first byte in the (decompressed) file.
  package let offset: Int
  package let form: Form
  package let bytes: [UInt8]

  /// Makes a record.
  package init(file: String, line: Int, offset: Int, form: Form, bytes: [UInt8]) {
    self.file = file
    self.line = line
    self.offset = offset
    self.form = form
    self.bytes = bytes
  }
}

/// What stands at one place of the input: an article, or what keeps it from being one.
package enum GatheredItem: Sendable, Hashable {
  case record(ArticleRecord)
  case problem(GatheringProblem)
}
