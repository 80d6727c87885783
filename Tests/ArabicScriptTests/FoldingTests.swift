import ArabicScript
import Testing

@Suite("Folding") struct FoldingTests {
  @Test(arguments: [
    ("مُحَمَّدٌ", "محمد"),  // vowel signs
    ("محـــمد", "محمد"),  // tatweel
    ("\u{200F}قال\u{200B}", "قال"),  // direction, zero-width space
    ("ی\u{200C}ک", "یک"),  // the Persian letters stay, the joiner goes
    ("أ إ آ ى ة ؤ ئ", "أ إ آ ى ة ؤ ئ"),
    ("الرَّحْمَٰنِ", "الرحمن"),  // superscript alef
    ("لَهُۥ", "له"),  // small waw
    ("ا\u{64E}\u{654}", "أ"),  // hamza behind a vowel sign
    ("ا\u{651}\u{64E}\u{655}", "إ"),
    ("شيـ\u{654}ا", "شيئا"),  // hamza on tatweel
    ("شىـ\u{64E}\u{654}ا", "شىئا"),
    ("ى\u{655}", "ئ"),
    ("خانه\u{654}", "خانه"),  // ezafe
    ("e\u{301}", "é"),
    ("\u{1112}\u{1161}\u{11AB}", "한"),
    ("١٢٣ ۴", "١٢٣ ۴"),
    ("a\u{A0}b\u{2003}c", "a b c"),
    ("ﻛﺘﺎﺏ", "ﻛﺘﺎﺏ"),
  ]) func `marks and controls go, letters stay`(text: String, folded: String) {
    #expect(Folding(.marks).folded(text) == folded)
  }

  @Test(arguments: [
    ("سوریا", "سوريا"), ("ظھور", "ظهور"), ("کتاب", "كتاب"), ("ہے", "هي"),
    ("مهاباد ێ ې ۍ", "مهاباد ي ي ي"),
    ("كۆبانى", "كوبانى"), ("ئۇيغۇر", "ئويغور"), ("ھەولێر", "هەولير".replacingAE), ("خانۀ", "خانه"),
    ("ٱلكتاب", "الكتاب"), ("رسالۃ", "رسالة"), ("ۓ", "ئ"), ("ٵ ٶ ٸ ٴ", "أ ؤ ئ ء"),
    ("چ پ گ ڤ ژ ڭ", "چ پ گ ڤ ژ ڭ"),  // sounds that Arabic newspapers write apart
    ("ګ", "گ"), ("ڥ", "ڤ"), ("ڢ ڧ", "ف ق"), ("ښ ځ څ ږ", "ښ ځ څ ږ"),
    ("ﻛﺘﺎﺏ", "كتاب"), ("ﻻ ﻷ ﻹ ﻵ", "لا لأ لإ لآ"), ("ﷲ", "الله"), ("ﷺ", "صلى الله عليه وسلم"),
    ("ﷻ", "جل جلاله"), ("﷼", "ريال"), ("﷽", "بسم الله الرحمن الرحيم"), ("﵁", "رضي الله عنه"),
    ("ﰈ", "بم"), ("ﱠ", ""), ("ﻻ\u{654}", "لأ"), ("ﺍ\u{653}", "آ"),
    ("𞸁𞸂𞸢", "بجج"),  // mathematical beh, jeem, initial jeem
    ("١٢٣ ۴۵ ४५ ５ 𝟗 𞥕", "123 45 45 5 9 5"), ("٣٫١٤ ١٬٠٠٠ ٪", "3.14 1,000 %"),
    ("أ إ آ ى ة ؤ ئ A É", "أ إ آ ى ة ؤ ئ A É"),
  ]) func `each letter has one code point`(text: String, folded: String) {
    #expect(Folding(.letters).folded(text) == folded)
  }

  @Test(arguments: [
    ("أحمد إلى آسيا", "احمد الي اسيا"), ("مدرسة", "مدرسه"), ("مسؤول", "مسءول"), ("هيئة", "هيءه"),
    ("Erdoğan ŁÓDŹ Straße", "erdogan lodz strasse"), ("Ἀθῆναι ΣΑΣ ς", "αθηναι σασ σ"),
    ("МОСКВА Й", "москва й"),
    ("и\u{306}", "й"), ("Ա", "ա"), ("Ａｂ", "ab"), ("İı", "ii"), ("چ پ گ ڤ", "چ پ گ ڤ"),
  ]) func `a search ignores forms of alef, yeh and heh, and case`(text: String, folded: String) {
    #expect(Folding(.search).folded(text) == folded)
  }

  @Test func `level none changes nothing`() {
    let bytes: [UInt8] = [0xD8, 0xFF, 0x80, 0x41, 0xD9, 0x8B]
    #expect(Folding(.none).folded(utf8: bytes) == bytes)
    #expect(
      FoldedText(folding: bytes, level: .none).offsets.original(TextRange(1, 3)) == TextRange(1, 3))
  }

  @Test func `invalid bytes stay where they are`() {
    let bytes: [UInt8] = [
      0x61, 0x80, 0xD9, 0x41, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xD8,
    ]
    for level in FoldingLevel.allCases {
      var expected = bytes
      if level == .search { expected[3] = 0x61 }
      #expect(Folding(level).folded(utf8: bytes) == expected)
    }
  }

  @Test func `what stands outside of the range does not matter`() {
    let text = Array("أ ب".utf8)
    var output = Array("x".utf8)
    Folding(.marks).fold(text.span, 2, text.count, into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "x ب")
  }
}

extension String {
  /// Kurdish ae as heh.
  fileprivate var replacingAE: String { String(map { $0 == "ە" ? "ه" : $0 }) }
}
