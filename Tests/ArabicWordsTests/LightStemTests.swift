import ArabicScript
import ArabicWords
import Testing

@Suite("Light stems") struct LightStemTests {
  private func stems(of word: String) -> (own: String, others: [String]) {
    let folded = Folding(.search).folded(utf8: Array(word.utf8))
    let own = LightStem.shared.stem(folded.span)
    var others: [TextRange] = []
    LightStem.shared.appendOtherStems(of: folded.span, to: &others)
    func text(_ range: TextRange) -> String {
      String(decoding: folded[range.start..<range.end], as: UTF8.self)
    }
    return (text(own), others.map(text))
  }

  @Test func `the stem of a token is that of its folded spelling, and only words are cut`() {
    let text = TokenizedText("قال الوزيرُ إن 1250 سورياً في https://example.org/a وصلوا #السورية")
    for (i, token) in text.tokens.enumerated() {
      let key = Array(text.key(i))
      let whole = TextRange(0, key.count)
      let stem = token.kind == .word ? LightStem.shared.stem(key.span) : whole
      #expect(LightStem.shared.stem(ofToken: i, in: text) == stem)
    }
  }

  @Test(arguments: [
    ["سوريا", "السورية", "سوريين", "للسوريين", "سوري", "والسوريون", "سوریا"],
    ["إيران", "إيراني", "الإيرانية"],
    ["فرنسا", "فرنسي", "الفرنسية"],
    ["ألمانيا", "الألمانية", "ألماني"],
    ["مملكة", "المملكة", "للمملكة", "مملكتنا", "وبالمملكة"],
    ["دولة", "دولتين", "الدول"],
    ["عملية", "العمليات", "عملياتها", "عملياتهم"],
    ["قتيل", "قتيلا", "القتيل", "قتيلاً"],
    ["وزير", "الوزير", "للوزير", "وزيرا"],
    ["وزارة", "الوزارة", "وزارات"],
    ["التزام", "الالتزام", "التزامات", "والالتزامات"],
    ["لبنان", "لبناني", "اللبنانيين"],
    ["قال", "قالت", "قالوا"],
    ["حق", "الحق", "للحق"],
    ["الله", "اللّه"],
    ["والده", "الوالد", "والد"],
  ])
  func `forms of one word share a stem`(forms: [String]) {
    let all = Set(forms.map { stems(of: $0).own })
    #expect(all.count == 1, "\(forms) give \(all)")
  }

  @Test(arguments: [
    ("بحرين", "بحر"), ("لبنان", "لبن"), ("الحرب", "حرية"), ("متهم", "متى"), ("كامل", "أمل"),
    ("فرصة", "رصة"), ("وزارة", "زيارة"), ("سلمان", "سلم"), ("محاكم", "محا"), ("الله", "له"),
  ])
  func `words that only look alike stay apart`(a: String, b: String) {
    let first = stems(of: a)
    let second = stems(of: b)
    #expect(first.own != second.own)
    #expect(!first.others.contains(second.own))
  }

  @Test(arguments: [
    ("وبسوريا", ["سور", "بسور"]), ("بسوريا", ["سور"]), ("وقال", ["قال"]), ("لمصر", ["مصر"]),
    ("سيكون", ["يكون"]), ("وزير", []), ("بريطانيا", []), ("كتاب", []), ("سيارة", []), ("ولد", []),
    ("للبنان", ["لبنان"]), ("وللجنة", ["لجن"]), ("للقاءات", ["لقاء"]), ("للوزير", []),
    ("اللجنة", []),
  ])
  func `a clitic of one letter gives another stem, a letter of the word none`(
    word: String, others: [String]
  ) {
    #expect(Set(stems(of: word).others) == Set(others))
  }

  @Test(arguments: ["", "a", "google", "10,000", "في", "كورونا19", "ا", "پاكستان"])
  func `what is no plain Arabic word is its own stem or a piece of it`(word: String) {
    let folded = Folding(.search).folded(word)
    #expect(folded.contains(stems(of: word).own) || folded.isEmpty)
  }

  @Test func `every word over a small alphabet has a stem of three letters or is whole`() {
    let letters: [[UInt8]] = ["ا", "ل", "و", "ب", "ه", "ي", "ن"].map { Array($0.utf8) }
    var words: [[UInt8]] = [[]]
    var checked = 0
    for _ in 1...6 {
      words = words.flatMap { word in letters.map { word + $0 } }
      for word in words {
        let stem = LightStem.shared.stem(word.span)
        var others: [TextRange] = []
        LightStem.shared.appendOtherStems(of: word.span, to: &others)
        for range in others + [stem] {
          guard range.end <= word.count, range.start.isMultiple(of: 2), range.end.isMultiple(of: 2),
            range.count >= min(word.count, 4)
          else {
            Issue.record("\(String(decoding: word, as: UTF8.self)): \(range)")
            return
          }
        }
        checked += 1
      }
    }
    #expect(checked == 137_256)
  }
}
