import ArabicScript
import ArabicWords
import Testing

@Suite("Tokens") struct TokenTests {
  @Test(arguments: [
    "قال الوزير: \"لن نقبل\"، ثم مضى.", "كلمةٌ مُشَكَّلَة", "آخر كلمة", "وصل ٣آلاف شخص", "مادة5 والبند",
    "می\u{200C}خواهم",
    "\u{FDFA}\u{FDFA}\u{FDFA}", "صلى الله عليه \u{FDFA}", "ا\u{654}حمد وا\u{653}خر",
    "كلمة\u{A0}أخرى", "abc7 ثم عربيABC5 خليط",
    "\u{FEDF}\u{FE8D} و\u{FEFB}", "https://example.org/a و@name_1 و#وسم_جديد", "ـــ ممــدود ـ",
    "نهاية بلا نقطة", "سطر\nوسطر\r\nآخر",
    "رمز 🙂 ثم كلمة", "a", "ا", "", " ", "٣٫٥ و 1,250.75",
  ])
  func `the folded spelling of each token is the fold of its own bytes`(text: String) {
    let utf8 = Array(text.utf8)
    let tokens = TokenizedText(utf8)
    let folding = Folding(.search)
    for (i, token) in tokens.tokens.enumerated() {
      let own = Array(utf8[token.range.start..<token.range.end])
      #expect(Array(tokens.key(i)) == folding.folded(utf8: own))
    }
  }

  @Test(arguments: [
    ("وصل ٣آلاف", ["وصل", "٣", "آلاف"]), ("مادة5 والبند", ["مادة", "5", "والبند"]),
    ("عربيABC5 خليط", ["عربيABC5", "خليط"]), ("قال:\"نعم\"", ["قال", ":", "\"", "نعم", "\""]),
    ("كلمة\u{A0}أخرى", ["كلمة", "أخرى"]), ("ما\u{61C}ضٍ", ["ما\u{61C}ضٍ"]), ("حرف\u{61C}", ["حرف"]),
  ])
  func `words end where their letters end`(text: String, pieces: [String]) {
    let tokens = TokenizedText(text)
    #expect(tokens.tokens.map { tokens.text($0.range) } == pieces)
  }

  @Test func `the white space before a token is told`() {
    let tokens = TokenizedText("كلمة أخرى، \u{A0}ثالثة\nرابعة")
    #expect(tokens.tokens.map(\.gap) == [.line, .space, .none, .space, .line])
  }

  @Test func `bytes that are no UTF-8 belong to no token and end none too early`() {
    let bytes: [UInt8] = Array("كلمة".utf8) + [0xD8] + Array(" ثم".utf8) + [0xD9]
    let tokens = TokenizedText(bytes)
    #expect(tokens.tokens.map { tokens.text($0.range) } == ["كلمة", "ثم"])
  }

  @Test func `hashtags are cut into their words where that is asked for`() {
    let text = "قرب #مرفأ_بيروت، #كورونا_2020"
    let whole = TokenizedText(text)
    #expect(whole.tokens.map(\.kind) == [.word, .hashtag, .punctuation, .hashtag])
    let cut = TokenizedText(Array(text.utf8), hashtags: .words)
    #expect(
      cut.tokens.map { cut.text($0.range) }
        == ["قرب", "#", "مرفأ", "بيروت", "،", "#", "كورونا", "2020"])
    #expect(cut.tokens.last?.kind == .number)
    #expect(cut.tokens[2].gap == .none && cut.tokens[3].gap == .space)
  }
}
