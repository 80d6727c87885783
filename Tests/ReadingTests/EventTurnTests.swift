import ArabicScript
import NewsModel
import Reading
import Testing

@Suite("Events in turns of the press") struct EventTurnTests {
  private func events(_ text: String) -> [String] {
    let sample = ReadingSample(text)
    return sample.reading.events.map { event in
      let actors = event.actor.map { sample.cut($0.start, $0.end) }.joined(separator: "، ")
      return "\(event.type.rawValue) \(actors)"
    }
  }

  @Test func `a drone is no march`() {
    let found = events(
      "أسقطت الدفاعات الجوية طائرة مسيرة أطلقها المتمردون باتجاه المدينة. ولم تقع إصابات.")
    #expect(!found.contains { $0.hasPrefix("PROTEST") })
  }

  @Test func `what is denied at once did not happen, and its verb is no part of who denies`() {
    let events = ReadingSample(
      "نفى الجيش شن أي غارة على البلدة. وقال إن طائراته لم تحلق في المنطقة."
    ).reading.events
    #expect(events.filter { $0.type == .assault }.allSatisfy { $0.status == .negated })
  }

  @Test func `who condemns an attack did not make it`() {
    let found = events(
      """
      دان مجلس الأمن الهجوم الذي استهدف فندقا في مقديشو وأودى بحياة 25 شخصا. ودعا المجلس إلى محاسبة الفاعلين.
      """)
    #expect(!found.contains { $0.hasPrefix("ASSAULT") && $0.contains("مجلس") })
  }

  @Test func `those who flee from shelling are not its dead`() {
    let events = ReadingSample(
      "نزح أكثر من عشرين ألف شخص من ريف إدلب الجنوبي جراء القصف. وقالت المنظمة إن الوضع كارثي."
    ).reading.events
    #expect(events.allSatisfy { $0.killed == nil })
  }

  @Test func `the accused who are described accuse nobody`() {
    let found = events(
      "قال سالم الدرعاوي إن الحرس يحتجز مئات الأشخاص متهمين بالانتماء إلى التنظيم.")
    #expect(!found.contains { $0.hasPrefix("ACCUSE") })
  }

  @Test func `a short report of two sentences is read as an article`() {
    let found = events(
      "مقتل خمسة جنود في كمين نصبه مسلحون قرب مأرب. وقال مصدر عسكري إن الجرحى نقلوا إلى المستشفى.")
    #expect(found.contains { $0.hasPrefix("ASSAULT") })
  }
}
