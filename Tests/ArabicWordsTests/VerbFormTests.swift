import ArabicWords
import Testing

@Suite("Forms of a verb") struct VerbFormTests {
  @Test(arguments: [
    ("قالت", "قال past 3 f s active"),
    ("قلنا", "قال past 1 - p active"),
    ("قيل", "قال past 3 m s passive"),
    ("يقال", "قال present 3 m s passive"),
    ("أعلنوا", "أعلن past 3 m p either"),
    ("أعيدت", "أعاد past 3 f s passive"),
    ("يستعيدون", "استعاد present 3 m p active"),
    ("يدعو", "دعا present 3 m s active"),
    ("يدعى", "دعا present 3 m s passive"),
    ("التقيا", "التقى past 3 m d active"),
    ("نلتقي", "التقى present 1 - p active"),
    ("شددت", "شد past 1 - s either"),
    ("سئل", "سأل past 3 m s passive"),
    ("يوجد", "وجد present 3 m s passive"),
    ("يجد", "وجد present 3 m s active"),
    ("يأخذ", "أخذ present 3 m s active"),
    ("تقولان", "قال present 3 f d active"),
    ("يقلن", "قال present 3 f p active"),
    ("بقيت", "بقي past 3 f s either"),
    ("شورك", "شارك past 3 m s passive"),
    ("يؤكدن", "أكد present 3 f p either"),
    ("اكتبوا", "كتب imperative 2 m p active"),
    ("اكتب", "كتب imperative 2 m s active"),
    ("قل", "قال imperative 2 m s active"),
    ("قولي", "قال imperative 2 f s active"),
    ("قلن", "قال imperative 2 f p active"),
    ("خذوا", "أخذ imperative 2 m p active"),
    ("ائذنوا", "أذن imperative 2 m p active"),
    ("أرسلي", "أرسل imperative 2 f s active"),
    ("أعد", "أعاد imperative 2 m s active"),
    ("أعطوا", "أعطى imperative 2 m p active"),
    ("استقبلي", "استقبل imperative 2 f s active"),
    ("استعد", "استعاد imperative 2 m s active"),
    ("ادعوا", "دعا imperative 2 m p active"),
    ("ابق", "بقي imperative 2 m s active"),
    ("ابقيا", "بقي imperative 2 - d active"),
    ("جدوا", "وجد imperative 2 m p active"),
    ("شدوا", "شد imperative 2 m p active"),
    ("شاركن", "شارك imperative 2 f p active"),
  ]) func `letters tell tense, person, gender, number and voice`(word: String, form: String) {
    let forms = WordForms.shared.segmentations(of: word).flatMap(\.verbForms).map(summary)
    #expect(forms.contains(form), "\(word): \(forms)")
  }

  @Test func `a form of several persons keeps them all`() {
    let forms = WordForms.shared.segmentation(of: "استقبلت").verbForms
    #expect(Set(forms.map(\.person)) == [1, 2, 3])
  }

  @Test func `the future and the object are told beside the verb`() throws {
    let reading = WordForms.shared.segmentation(of: "سيعتقلونهم")
    #expect(reading.isFuture)
    #expect(reading.pronoun.map(reading.text) == "هم")
    #expect(reading.verbForms.map(summary) == ["اعتقل present 3 m p either"])
    #expect(!WordForms.shared.segmentation(of: "يعتقلونهم").isFuture)
  }

  @Test func `what seen precedes is a present, known or not`() {
    let known = WordForms.shared.segmentations(of: "ستعمل").filter(\.isFuture)
    #expect(known.flatMap(\.verbForms).allSatisfy { $0.tense == .present })
    #expect(!known.isEmpty)
    let unknown = WordForms.shared.segmentations(of: "سيتمغنطون").filter(\.isFuture)
    #expect(unknown.flatMap(\.verbForms).map(summary) == [" present 3 m p either"])
  }

  @Test(arguments: ["الكتب", "كتاب", "يكتبون", "سنكتب", "كتبنا"])
  func `what can't be a command has no imperative`(word: String) {
    let forms = WordForms.shared.segmentations(of: word).flatMap(\.verbForms)
    #expect(forms.allSatisfy { $0.tense != .imperative })
  }

  @Test func `a noun with the article is no verb`() {
    #expect(WordForms.shared.segmentations(of: "الكتب").allSatisfy { $0.wordClass == .noun })
  }

  private func summary(_ form: VerbForm) -> String {
    let gender = form.gender.map { $0 == .masculine ? "m" : "f" } ?? "-"
    let number = ["s", "d", "p"][Int(form.number.rawValue)]
    return "\(form.lemma) \(form.tense) \(form.person) \(gender) \(number) \(form.voice)"
  }
}
