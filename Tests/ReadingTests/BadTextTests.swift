import ArabicScript
import NewsModel
import Reading
import Testing

@Suite("Bad texts") struct BadTextTests {
  @Test(arguments: [
    "", " ", "\n\n\n", "\"", "« »", "قال", "قال إن", "وقال:", "بحسب", "((((", "د. م. أ.",
    "\u{202B}\u{200F}",
    "قال قال قال قال إن إن إن", "، ، ، ، قال ، إن ،", "أأأأأأأأأأأأأأأأ 9 9 9 ٩٩٩", "“““““”””””“““",
  ])
  func `a scrap of text gives no crash and no speaker from nowhere`(text: String) {
    #expect(ReadingSample(text).reading.statements.isEmpty)
  }

  @Test(arguments: [
    "وسوريا", "ﻭﺳﻮﺭﻳﺎ", "\u{200F}وسوريا", "و\u{64E}\u{200D}سوريا", "وـسوريا",
  ])
  func `what is written to a name is cut off between letters`(word: String) {
    let sample = ReadingSample("زار سالم الحيدري لبنان \(word) أمس.")
    let name = sample.reading.mentions.last?.span
    let rest = name.map { sample.text.utf8.count - $0.start }
    // What is left begins with the letter seen, whatever bytes stand before it.
    #expect(rest == "سوريا أمس.".utf8.count || rest == "ﺳﻮﺭﻳﺎ أمس.".utf8.count)
  }

  @Test func `a very long sentence is read`() {
    let clause = "وقال سالم الحيدري إن القوات تقدمت نحو البلدة وسيطرت على التلال "
    let text = String(repeating: clause, count: 400)
    let reading = ReadingSample(text).reading
    #expect(reading.statements.count >= 380)
  }

  @Test func `a quotation in English inside Arabic stays whole`() {
    let sample = ReadingSample("وقال سالم الحيدري: \"We will not leave this place\" في مقابلة.")
    #expect(sample.statements == ["سالم الحيدري | قال | direct | We will not leave this place"])
  }

  @Test func `random bytes of Arabic text give spans inside it`() {
    var seed: UInt64 = 20_250_304
    let words = [
      "قال", "إن", "«", "»", "،", ".", "الوزير", "سالم", "و", "بحسب", "مصدر", "ما لم", "قد", "\"",
      "\n", "قصفت", "أمس", "في", "3", ":", "\n", "الذين", "أبدوا", "وراء", "هجوم", "إذا", "لم",
      "لما", "أعلنه", "وفقا",
      "بين", "كان", "سيكون", "احتمال", "مشيرا", "إلى", "(", ")", "ونقلت", "عن",
    ]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<60 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += words[Int(seed >> 33) % words.count] + (seed % 3 == 0 ? "" : " ")
      }
      let sample = ReadingSample(text)
      let count = text.utf8.count
      #expect(
        sample.reading.statements.allSatisfy { $0.content.end <= count && !$0.content.isEmpty })
      #expect(sample.reading.events.allSatisfy { $0.trigger.end <= count && !$0.trigger.isEmpty })
    }
  }

  @Test(arguments: [
    "أكد الوزير أن الجماعة تقف وراء\nهجوم على حاجز في المدينة.", "وفقًا لما\n أعلنه",
    "الذين\n أبدوا سعادتهم",
    "الذين\n أظهروا بأنه تجاوز", "ستنسحب القوات إذا\nلم يتوقف القصف.", "ستنسحب القوات إذا لم\n",
  ])
  func `what a line breaks in two is read`(text: String) {
    #expect(Reader().read(Article(id: "1", text: text)).language == "ar")
  }

  @Test(arguments: [
    "التهديد", "الاتهام", "زيارة", "هجوم", "الاحتجاز", "بحسب", "قال", "قد", "سـ", "يبلغ",
  ])
  func `a text that ends anywhere is read`(last: String) {
    let text = "ندد المتحدث باسم الحكومة أمس بما سماه \(last)"
    let cut = text.unicodeScalars.indices.map { String(text.unicodeScalars[..<$0]) } + [text]
    for piece in cut { _ = Reader().read(Article(id: "1", text: piece)) }
    #expect(Reader().read(Article(id: "1", text: text)).language == "ar")
  }

  @Test(arguments: [
    "كما جاء في تصريح", "وذلك في إعلان", "قال الوزير في بيان", "وعبر", "وبين", "واعتبر",
  ])
  func `a text that ends with a word of speech is read`(text: String) {
    #expect(Reader().read(Article(id: "end", title: "", text: text)).events.isEmpty)
  }
}
