import ArabicWords
import Testing

@Suite("Snowball's stemmer") struct SnowballStemTests {
  /// The expected stems are those of Snowball 3.1.1's own Arabic stemmer.
  @Test(arguments: [
    ("المدرسة", "مدرس"),
    ("والكتاب", "والكتاب"),
    ("بالبيت", "بيت"),
    ("كالأسد", "اسد"),
    ("للناس", "ناس"),
    ("أأكتب", "اكتب"),
    ("سيستخدمون", "يستخدم"),
    ("سأكتب", "اكتب"),
    ("يستقبلون", "استقبل"),
    ("كتابهما", "كتاب"),
    ("كتبتموه", "كتب"),
    ("أكلوا", "اكل"),
    ("مسلمات", "مسلما"),
    ("معلمين", "معلم"),
    ("مدرستنا", "مدرس"),
    ("بيتي", "بيت"),
    ("مبنى", "مبني"),
    ("بباب", "باب"),
    ("ككتاب", "كتاب"),
    ("باب", "باب"),
    ("فاز", "فاز"),
    ("مسؤول", "مسوول"),
    ("شيئا", "شيء"),
    ("سماء", "سماء"),
    ("آخر", "اخر"),
    ("ﻻعب", "لاعب"),
    ("كِتَابٌ", "كتاب"),
    ("كتـــاب", "كتاب"),
    ("٣٤", "34"),
    ("وقال", "قال"),
    ("فالتقى", "فالتقي"),
    ("word", "word"),
  ]) func `stems are Snowball's`(word: String, stem: String) {
    #expect(SnowballStem.stem(word) == stem)
  }

  @Test func `any bytes have a stem`() {
    let bytes: [UInt8] = [0xD8, 0xD9, 0xA7, 0x84, 0x80, 0xEF, 0xBA, 0xBB, 0x8B, 0x61]
    var words: [[UInt8]] = [[]]
    for _ in 0..<4 {
      words = words.flatMap { word in bytes.map { word + [$0] } }
      for word in words { #expect(SnowballStem.stem(utf8: word).count <= 3 * word.count + 2) }
    }
  }
}
