import ArabicQuantities
import ArabicScript
import ArabicWords
import Testing

/// Repeatable noise (SplitMix64).
private struct Noise: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private func check(_ bytes: [UInt8]) {
  let text = TokenizedText(bytes)
  let found = text.quantities(anchor: CalendarDay(year: 2015, month: 8, day: 6))
  let ranges = found.numbers.map(\.range) + found.times.map(\.range)
  #expect(ranges.allSatisfy { $0.end <= bytes.count })
  #expect(found.numbers.allSatisfy { $0.tokens.upperBound <= text.count })
  #expect(found.times.allSatisfy { $0.tokens.upperBound <= text.count })
}

@Suite struct `Bad input` {
  @Test func `random bytes give no offset outside the text`() {
    var noise = Noise(state: 3)
    for _ in 0..<500 {
      check(
        (0..<Int.random(in: 0...200, using: &noise)).map { _ in
          UInt8.random(in: 0...255, using: &noise)
        })
    }
  }

  @Test func `the words of the lexicon in any order give no offset outside the text`() {
    let words = [
      "من", "إلى", "بين", "و", "أو", "5", "1436", "2015", "/", "-", ".", "،", "(", ")", "%", "هـ",
      "م", ":",
      "ثلاثة", "عشر", "عشرون", "مئة", "آلاف", "مليون", "نصف", "أرباع", "الأول", "الثاني", "يوم",
      "الأحد",
      "الماضي", "المقبل", "قبل", "بعد", "منذ", "خلال", "شهر", "شهرين", "أسابيع", "عام", "يونيو",
      "حزيران",
      "تشرين", "رمضان", "أمس", "غدا", "مساء", "الساعة", "كل", "مطلع", "آخر", "القرن", "السبعينات",
      "\n",
      "قتيلان", "على", "الأقل", "أكثر", "-٥", "e10", "^", "٪", "إلا", "ربع", "99999999999999999999",
      "0",
    ]
    var noise = Noise(state: 7)
    for _ in 0..<3000 {
      let count = Int.random(in: 1...12, using: &noise)
      var text = ""
      for _ in 0..<count {
        text += words.randomElement(using: &noise) ?? ""
        if Bool.random(using: &noise) { text += " " }
      }
      check(Array(text.utf8))
    }
  }

  @Test func `a long row of number words gives each its quantity`() {
    let text = TokenizedText(String(repeating: "أكثر من ثلاثة أو خمسة يوم، ", count: 2000))
    let quantities = text.quantities(anchor: nil)
    #expect(quantities.numbers.count == 2000)
    #expect(quantities.times.count == 2000)
  }
}
