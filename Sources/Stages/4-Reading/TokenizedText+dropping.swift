import ArabicScript
import ArabicWords

extension TokenizedText {
  /// A range without the first letters written together with it, such as a conjunction, and the marks upon
  /// them; the range itself if nothing would be left.
  ///
  /// Counts code points, so that letters of two bytes and presentation forms of three are dropped alike.
  ///
  /// - Parameters:
  ///   - letters: How many letters to leave out.
  ///   - range: UTF-8 byte offsets into the text.
  /// - Returns: UTF-8 byte offsets into the text.
  func dropping(_ letters: Int, from range: TextRange) -> TextRange {
    var at = range.start
    for _ in 0..<letters {
      at = next(at)
      while at + 1 < range.end, isMark(at) { at = next(at) }
    }
    return at < range.end ? TextRange(at, range.end) : range
  }

  /// Whether the token is written with a hamza on its first alef, so that `أل` is no article (`ألغام`).
  func beginsWithHamza(_ i: Int) -> Bool {
    let start = Int(tokens[i].start)
    return start + 1 < utf8.count && utf8[start] == 0xD8
      && (utf8[start + 1] == 0xA3 || utf8[start + 1] == 0xA5)
  }

  /// Whether a letter of the token is an alef with hamza below, which folding makes a plain one (`بإجهاض`).
  func hasHamzaBelow(_ i: Int, letter: Int) -> Bool {
    let token = TextRange(Int(tokens[i].start), Int(tokens[i].end))
    let at = dropping(letter, from: token).start
    return at + 1 < token.end && utf8[at] == 0xD8 && utf8[at + 1] == 0xA5
  }

  private func next(_ at: Int) -> Int {
    var at = at + 1
    while at < utf8.count, utf8[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  /// Whether U+064B to U+0652, U+0670 or the tatweel begins at the byte.
  private func isMark(_ at: Int) -> Bool {
    utf8[at] == 0xD9
      && ((0x8B...0x92).contains(utf8[at + 1]) || utf8[at + 1] == 0xB0 || utf8[at + 1] == 0x80)
  }
}
