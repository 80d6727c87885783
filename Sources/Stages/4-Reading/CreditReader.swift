import ArabicScript
import ArabicWords
import NewsModel

/// Finds whom an article credits and from where it is reported: at its head (`رويترز - بنغازي:`,
/// `عين اليوم – متابعات`) and at its foot (`المصدر: وكالات`).
struct CreditReader {
  let analysis: TextAnalysis

  /// The outlet or agency credited, if one is.
  func credit() -> Credit? { headCredit() ?? bracketCredit() ?? footCredit() }

  /// The place at the article's head, if one is given.
  func dateline() -> Dateline? {
    guard let head = head() else { return nil }
    guard
      let at = head.first(where: { analysis.has($0, .place) && analysis.words[$0].prefix == .none })
    else { return nil }
    var start = at
    if start > head.lowerBound, analysis.isWord(start - 1, "مدينه") { start -= 1 }
    let range = analysis.text.range(start..<at + 1)
    return Dateline(place: analysis.text.text(range), span: range)
  }

  /// The tokens before the first dash or colon of the text, if they are few and hold no verb.
  private func head() -> Range<Int>? {
    let limit = min(analysis.count, 12)
    guard let end = (0..<limit).first(where: { isDash($0) || analysis.isMark($0, 0x3A) }), end > 0
    else { return nil }
    var last = end
    // `رويترز - بنغازي:` and `سبق – متابعات` run over a first dash.
    if isDash(end),
      let next = Range(end + 1, upTo: min(limit, end + 5)).first(where: {
        isDash($0) || analysis.isMark($0, 0x3A)
      })
    {
      last = next
    } else if isDash(end),
      let line = Range(end + 1, upTo: min(analysis.count, end + 5)).first(where: {
        analysis.text.tokens[$0].gap == .line
      })
    {
      last = line
    }
    let range = 0..<last
    let isPlain = range.allSatisfy { i in
      !analysis.has(i, [.that, .preposition, .relative, .clause, .negation])
        && (analysis.cue(i) == nil || analysis.has(i, .media))
    }
    return isPlain ? range : 0..<end
  }

  private func headCredit() -> Credit? {
    guard let head = head() else { return nil }
    let pieces = pieces(of: head)
    guard
      let piece = pieces.first(where: { range in range.contains { isOutlet($0) } })
        ?? (pieces.count > 1 || isDash(head.upperBound)
          ? pieces.first { !$0.contains { analysis.has($0, .place) } && $0.count <= 4 } : nil)
    else { return nil }
    guard piece.allSatisfy({ analysis.cue($0) == nil || isOutlet($0) }) else { return nil }
    return credit(piece)
  }

  /// `(أ ف ب)`, `(رويترز)` among the first words.
  private func bracketCredit() -> Credit? {
    guard let open = (0..<min(analysis.count, 12)).first(where: { analysis.isMark($0, 0x28) }),
      let close = Range(open + 1, upTo: min(analysis.count, open + 7)).first(where: {
        analysis.isMark($0, 0x29)
      }),
      open + 1 < close,
      (open + 1..<close).contains(where: { isOutlet($0) }) || isInitials(open + 1..<close)
    else { return nil }
    return credit(open + 1..<close)
  }

  /// `المصدر: صحيفة كذا` or `نقلا عن وكالة كذا` on a line of its own at the end.
  private func footCredit() -> Credit? {
    for paragraph in analysis.text.paragraphs.suffix(3).reversed() where paragraph.count <= 10 {
      var start = paragraph.lowerBound
      if analysis.isWord(start, "المصدر"), analysis.isMark(start + 1, 0x3A) {
        start += 2
      } else if analysis.isWord(start, "نقلا"), analysis.isWord(start + 1, "عن") {
        start += 2
      } else {
        continue
      }
      let range = analysis.trimmed(start..<paragraph.upperBound)
      if !range.isEmpty { return credit(range) }
    }
    return nil
  }

  private func pieces(of range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    for i in range where isDash(i) || analysis.isMark(i, 0x3A) || analysis.isComma(i) {
      if start < i { result.append(start..<i) }
      start = i + 1
    }
    if start < range.upperBound { result.append(start..<range.upperBound) }
    return result
  }

  private func isOutlet(_ i: Int) -> Bool {
    analysis.has(i, .media) || analysis.isWord(i, "متابعات") || analysis.isWord(i, "وكالات")
  }

  /// Single letters such as `أ ف ب`.
  private func isInitials(_ range: Range<Int>) -> Bool {
    range.count >= 2 && range.allSatisfy { analysis.text.keyLength($0) <= 2 }
  }

  private func isDash(_ i: Int) -> Bool {
    guard analysis.isPunctuation(i) else { return false }
    let bytes = analysis.text.key(i)
    return bytes.elementsEqual([0x2D])
      || bytes.starts(with: [0xE2, 0x80]) && (0x90...0x95).contains(bytes.last ?? 0)
      || analysis.text.word(i) == "ـ"
  }

  private func credit(_ tokens: Range<Int>) -> Credit {
    let range = analysis.text.range(tokens)
    return Credit(name: analysis.text.text(range), span: range)
  }
}
