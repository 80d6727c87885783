internal import ArabicWords

/// A difference of two texts as paragraphs in which insertions and deletions are marked.
struct DifferenceParagraphs {
  /// One line of either text.
  fileprivate struct Paragraph {
    var html = HTML.nothing
    var isBlank = true
    var isChanged = false
  }

  private let paragraphs: [Paragraph]

  /// How many unchanged paragraphs around a change are shown; longer stretches are folded away.
  static let around = 1

  init(_ difference: WordDifference) {
    var paragraphs: [Paragraph] = []
    var open = Paragraph()
    for piece in difference.pieces {
      let lines = piece.text.utf8.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        let isEnd = index < lines.count - 1
        open.add(String(Substring(line)), piece.kind, endsLine: isEnd)
        guard isEnd else { continue }
        paragraphs.append(open)
        open = Paragraph()
      }
    }
    self.paragraphs = (paragraphs + [open]).filter { !$0.isBlank }
  }

  /// The paragraphs; stretches without a change are folded under a summary that counts them.
  func html(_ say: Wording) -> HTML {
    var result = HTML.nothing
    var folded: [HTML] = []
    func unfold() {
      // One alone is shorter than what would be said of it.
      if folded.count < 2 {
        for html in folded { result += html }
      } else {
        result += """
          <details class="unchanged"><summary>\(say.count(folded.count, "unchanged"))</summary>
          \(folded)</details>

          """
      }
      folded = []
    }
    for (index, paragraph) in paragraphs.enumerated() {
      let near =
        max(
          0, index - DifferenceParagraphs.around)...min(
          paragraphs.count - 1, index + DifferenceParagraphs.around)
      let shown: HTML = "<p dir=\"auto\">\(paragraph.html)</p>\n"
      if paragraphs[near].contains(where: \.isChanged) {
        unfold()
        result += shown
      } else {
        folded.append(shown)
      }
    }
    unfold()
    return result
  }
}

extension DifferenceParagraphs.Paragraph {
  /// Adds a piece; an end of line that was inserted or deleted is shown as ¶.
  fileprivate mutating func add(_ text: String, _ kind: WordDifference.Kind, endsLine: Bool) {
    let shown = kind != .kept && endsLine ? text + "¶" : text
    if shown.utf8.contains(where: { $0 > 0x20 }) { isBlank = false }
    guard !shown.isEmpty else { return }
    switch kind {
    case .kept: html += HTML(text: shown)
    case .deleted: html += "<del>\(shown)</del>"
    case .inserted: html += "<ins>\(shown)</ins>"
    }
    if kind != .kept {
      isChanged = true
      isBlank = false
    }
  }
}
