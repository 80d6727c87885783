import ArabicScript
import ArabicWords

extension TokenizedText {
  /// A range without the first letters written together with it, such as a conjunction, the marks upon them and the
  /// controls between; the range itself if nothing would be left.
  ///
  /// Counts letters, so that those of two bytes and presentation forms of three are dropped alike.
  ///
  /// - Parameters:
  ///   - letters: How many letters to leave out.
  ///   - range: UTF-8 byte offsets into the text.
  /// - Returns: UTF-8 byte offsets into the text.
  func dropping(_ letters: Int, from range: TextRange) -> TextRange {
    var at = range.start
    var left = letters
    while at < range.end, let point = CodePoint(utf8.span, at: at, before: range.end) {
      let kind = CodePointClass.of(point.value)
      if kind != .mark, kind != .invisible {
        if left <= 0 { break }
        left -= 1
      }
      at += point.count
    }
    return left == 0 && at < range.end ? TextRange(at, range.end) : range
  }

  /// Whether the token is written with a hamza on its first alef, so that `أل` is no article (`ألغام`).
  func beginsWithHamza(_ i: Int) -> Bool {
    let start = Int(tokens[i].start)
    return start + 1 < utf8.count && utf8[start] == 0xD8
      && (utf8[start + 1] == 0xA3 || utf8[start + 1] == 0xA5)
  }

  /// Whether the token begins with an alef with madda, which folding makes a plain one (`آمر`).
  func beginsWithMadda(_ i: Int) -> Bool {
    let start = Int(tokens[i].start)
    return start + 1 < utf8.count && utf8[start] == 0xD8 && utf8[start + 1] == 0xA2
  }

  /// Whether a letter of the token is an alef with hamza below, which folding makes a plain one (`بإجهاض`).
  func hasHamzaBelow(_ i: Int, letter: Int) -> Bool {
    let token = TextRange(Int(tokens[i].start), Int(tokens[i].end))
    let at = dropping(letter, from: token).start
    return at + 1 < token.end && utf8[at] == 0xD8 && utf8[at + 1] == 0xA5
  }

  /// Whether the token's folded spelling has `ال` at a letter.
  func hasArticle(_ i: Int, letter: Int = 0) -> Bool {
    self.letter(i, letter) == 0x627 && self.letter(i, letter + 1) == 0x644
  }
}
