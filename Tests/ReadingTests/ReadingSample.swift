import ArabicScript
import NewsModel
import Reading

/// One article read, with its pieces cut from the text.
struct ReadingSample {
  let text: String
  let reading: Reading

  init(
    _ text: String, title: String = "", published: String = "2025-03-04",
    rules: ReadingRules = .standard
  ) {
    self.text = text
    reading = Reader(rules: rules).read(
      Article(id: "sample", published: published, title: title, text: text))
  }

  /// The text of a range of bytes.
  func cut(_ start: Int, _ end: Int) -> String {
    String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
  }

  /// Each statement as speaker and content.
  var told: [String] {
    reading.statements.map { "\($0.speakerName): \(cut($0.content.start, $0.content.end))" }
  }

  /// Each statement as speaker, cue, mode and content.
  var statements: [String] {
    reading.statements.map { statement in
      let cue = statement.cue.map { cut($0.start, $0.end) } ?? "-"
      let content = cut(statement.content.start, statement.content.end)
      return "\(statement.speakerName) | \(cue) | \(statement.mode.rawValue) | \(content)"
    }
  }
}
