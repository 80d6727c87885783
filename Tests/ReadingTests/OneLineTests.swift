import Testing

@testable import Reading

@Suite("Texts on one line") struct OneLineTests {
  /// The same, character by character.
  private func expected(_ text: String, withoutQuotationMarks: Bool) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return withoutQuotationMarks ? line.filter { !"\"“”«»".contains($0) } : line
  }

  @Test(arguments: [
    "", " ", "سالم الحيدري", "  سالم \t\r\n الحيدري  ", "«سالم» الحيدري", "« سالم » \" الحيدري \"",
    "“سالم”", "سالم\u{A0}الحيدري", "سالم\u{2009}\u{2028}الحيدري", "مُدَرِّسٌ", "سالم \u{64B}الحيدري",
    "\u{64B}سالم", "«\u{64E}سالم", "سالم،الحيدري؛ 12 ٣", "ســالم", "Salem al-Haydari",
    "Ren\u{E9} a\u{301}",
    "سالم\u{200F} الحيدري", "سالم 👩‍👩‍👧 الحيدري", "\u{601}12 سالم", "سالم – الحيدري…", "\u{FEFB}حد",
  ])
  func `white space is evened as characters tell it`(text: String) {
    let bytes = Array(text.utf8)
    for withoutQuotationMarks in [false, true] {
      let line = String(onOneLine: bytes[...], withoutQuotationMarks: withoutQuotationMarks)
      let expected = expected(text, withoutQuotationMarks: withoutQuotationMarks)
      #expect(Array(line.utf8) == Array(expected.utf8))
    }
  }
}
