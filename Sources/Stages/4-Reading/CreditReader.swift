import ArabicScript
import ArabicWords
import NewsModel

/// Finds whom an article credits and from where it is reported: at its head (`رويترز - بنغازي:`,
/// `عين اليوم – متابعات`) and at its foot (`المصدر: وكالات`).
struct CreditReader {
  let analysis: TextAnalysis

  /// The outlet or agency credited, if one is.
  func credit() -> Credit? { headCredit() ?? bracketCredit() ?? footCredit() }

  /// The place at the article's head, if one is given; the name of the article's own outlet is none (`نوافذ الفرات –`).
  func dateline(of source: String?) -> Dateline? {
    guard let head = head(), isPlain(head) else { return nil }
    guard
      let at = head.first(where: { analysis.has($0, .place) && analysis.words[$0].prefix == .none })
    else { return nil }
    // A place of two words stands between marks: `دير الزور (...) –`, `رويترز - رأس العين:`.
    let piece = pieces(of: head).first { $0.contains(at) } ?? at..<at + 1
    let isWhole =
      piece.count <= 3 && !piece.contains { isOutlet($0) || analysis.words[$0].prefix != .none }
    let range = analysis.text.range(isWhole ? piece : at..<at + 1)
    let place = analysis.text.text(range)
    if source?.contains(place) == true { return nil }
    return Dateline(place: place, span: range)
  }

  /// The token at which the report itself begins: behind a dash or colon that ends place and outlet, else the first.
  var bodyStart: Int {
    guard let head = head(), head.count <= 8, head.upperBound + 1 < analysis.count else { return 0 }
    let endsInColon =
      analysis.isMark(head.upperBound, 0x3A) && head.contains { analysis.isDash($0) }
    let isHead =
      (analysis.isDash(head.upperBound) || endsInColon)
      && head.contains {
        isOutlet($0) || analysis.has($0, .place) || analysis.isMark($0, 0x28)
      }
      && !head.contains {
        analysis.has($0, [.that, .preposition, .relative, .clause, .negation, .deed])
          || analysis.verbGender($0) != nil
      }
    return isHead ? head.upperBound + 1 : 0
  }

  /// The tokens before the first dash or colon of the text, if they are few and hold no verb.
  private func head() -> Range<Int>? {
    let limit = min(analysis.count, 12)
    guard let end = (0..<limit).first(where: { analysis.isDash($0) || analysis.isMark($0, 0x3A) }),
      end > 0
    else { return nil }
    var last = end
    // `رويترز - بنغازي:` and `سبق – متابعات` run over a first dash.
    if analysis.isDash(end),
      let next = Range(end + 1, upTo: min(limit, end + 5)).first(where: {
        analysis.isDash($0) || analysis.isMark($0, 0x3A)
      })
    {
      last = next
    } else if analysis.isDash(end),
      let line = Range(end + 1, upTo: min(analysis.count, end + 5)).first(where: {
        analysis.text.tokens[$0].gap == .line
      })
    {
      last = line
    }
    let range = 0..<last
    return isPlain(range) ? range : 0..<end
  }

  /// Whether words name things and tell nothing.
  private func isPlain(_ range: Range<Int>) -> Bool {
    range.allSatisfy { i in
      !analysis.has(i, [.that, .preposition, .relative, .clause, .negation])
        && (analysis.cue(i) == nil || analysis.has(i, .media))
    }
  }

  private func headCredit() -> Credit? {
    guard let head = head() else { return nil }
    let pieces = pieces(of: head)
    guard
      let piece = pieces.first(where: { range in range.contains { isOutlet($0) } })
        ?? (pieces.count > 1 || analysis.isDash(head.upperBound)
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
    for i in range
    where analysis.isDash(i) || analysis.isMark(i, 0x3A) || analysis.isComma(i)
      || analysis.isMark(i, 0x28)
      || analysis.isMark(i, 0x29)
    {
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

  private func credit(_ tokens: Range<Int>) -> Credit {
    let range = analysis.text.range(tokens)
    return Credit(name: analysis.text.text(range), span: range)
  }
}
