import ArabicScript
import Testing

@Suite("Schemes") struct SchemeTests {
  private static let alphabet = "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيًٌٍَُِّْٰٱپچڤگ"

  @Test func `Buckwalter's schemes write each letter as the others do`() {
    let letters = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
    #expect(LetterScheme.buckwalter.latin(letters) == "'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYy")
    #expect(LetterScheme.buckwalterXML.latin(letters) == "'|OWI}AbptvjHxd*rzs$SDTZEgfqklmnhwYy")
    #expect(LetterScheme.buckwalterSafe.latin(letters) == "CMOWIQAbptvjHxdVrzscSDTZEgfqklmnhwYy")
    #expect(
      LetterScheme.habashSoudiBuckwalter.latin(letters) == "'ĀÂŵĂŷAbħtθjHxdðrzsšSDTĎςγfqklmnhwýy")
  }

  @Test(arguments: [
    LetterScheme.buckwalter, .buckwalterXML, .buckwalterSafe, .habashSoudiBuckwalter,
  ]) func `a scheme reads back exactly`(scheme: LetterScheme) {
    let scalars = Self.alphabet.unicodeScalars.map { String($0) } + [" ", "؟", "2"]
    for a in scalars {
      for b in scalars {
        let text = "ب" + a + b
        #expect(Array(scheme.arabic(scheme.latin(text)).utf8) == Array(text.utf8))
      }
    }
    #expect(scheme.isExact(for: "العربية 2"))
    #expect(!scheme.isExact(for: "العربية A"))
  }

  @Test(arguments: [
    ("كِتَاب", "kitāb", "kitāb"), ("الشَّمْس", "aš-šams", "al-shams"), ("القَمَر", "al-qamar", "al-qamar"),
    ("مَدْرَسَة", "madrasa", "madrasah"), ("قُرْآن", "qurʾān", "qurʼān"), ("أُسْتَاذ", "ustāḏ", "ustādh"),
    ("مِصْرِيّ", "miṣriyy", "miṣrīy"), ("مُوسَى", "mūsā", "mūsá"), ("كِتَابٌ", "kitābun", "kitābun"),
    ("كَتَبُوا", "katabū", "katabū"), ("شَيْء", "šayʾ", "shayʼ"), ("عَلَيْهِ", "ʿalayhi", "ʻalayhi"),
    ("وَالبَيْت", "wa-al-bayt", "wa-al-bayt"), ("أَدْهَم", "adham", "adʹham"), ("هٰذَا", "hāḏā", "hādhā"),
    ("إِيمَان", "īmān", "īmān"), ("مُحَمَّد", "muḥammad", "muḥammad"), ("كتب x", "ktb x", "ktb x"),
    ("كِتَابًا", "kitāban", "kitāban"), ("اِسْم", "ism", "ism"), ("غَارَة", "ġāra", "ghārah"),
  ]) func `vocalized words are romanized`(word: String, din: String, alaLC: String) {
    #expect(Romanization.din31635.latin(word) == din)
    #expect(Romanization.alaLC.latin(word) == alaLC)
  }
}
