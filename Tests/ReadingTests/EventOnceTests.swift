import ArabicScript
import NewsModel
import Reading
import Testing

/// One occurrence is one event, and each who acts or suffers is one; people and places are invented or named as any news
/// names them.
@Suite("Events told once") struct EventOnceTests {
  private func told(_ text: String) -> [String] {
    let sample = ReadingSample(text)
    return sample.reading.events.map { event in
      let parties = [event.actor, event.recipient].map { spans in
        spans.map { sample.cut($0.start, $0.end) }.joined(separator: "، ")
      }
      return "\(event.type.rawValue): \(parties[0]) > \(parties[1])"
    }
  }

  @Test func `a verb and the noun that it brings tell of one event`() {
    let found = told(
      "فرضت وزارة الخزانة الأمريكية عقوبات على ثلاث شركات إماراتية لدعمها قوات الدعم السريع. وأكدت الوزارة أنها ستواصل ملاحقة داعمي الحرب."
    )
    #expect(found.count { $0.hasPrefix("SANCTION") } == 1)
  }

  @Test func `one word tells of one kind of event`() {
    let events = ReadingSample(
      "ولوح وزير الدفاع بتوسيع العمليات إذا لم تفرج الحركة عن الرهائن. وقال إن الصبر نفد."
    ).reading.events
    #expect(Set(events.map(\.trigger)).count == events.count)
  }

  @Test(
    arguments: [
      ("اغتال مسلحون الناشط أحمد الهاشمي في البصرة. ونددت المفوضية بالجريمة.", "أحمد الهاشمي"),
      ("اغتال مسلحون أحمد الهاشمي في البصرة. ونددت المفوضية بالجريمة.", "أحمد الهاشمي"),
    ])
  func `many who kill are not the one who is killed`(text: String, killed: String) {
    #expect(told(text).first == "ASSAULT: مسلحون > \(killed)")
  }

  @Test func `an indefinite accusative is one and no pair`() {
    let events = ReadingSample(
      "قتل مسلحون مجهولون ضابطا في الجيش في البصرة. ونددت المفوضية بالجريمة."
    ).reading.events
    #expect(events.first?.killed?.best == 1)
  }

  @Test func `the country in the name of a force is not where it fights`() {
    let sample = ReadingSample(
      """
      اندلعت اشتباكات عنيفة بين قوات سوريا الديمقراطية وفصائل الجيش الوطني على محور السد بريف حلب الشرقي. وأسفرت \
      الاشتباكات عن مقتل سبعة من عناصر الفصائل.
      """)
    let places = sample.reading.events.compactMap(\.place).map { sample.cut($0.start, $0.end) }
    #expect(!places.contains("سوريا"))
  }

  @Test func `what someone is not able to do is not done`() {
    let found = told(
      "ويرى الباحث أن الحكومة غير قادرة على ضبط الفصائل المسلحة. وقال إن الوضع معقد.")
    #expect(!found.contains { $0.hasPrefix("COERCE") })
  }
}
