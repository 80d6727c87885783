import ArabicScript
import NewsModel
import Reading
import Testing

@Suite("Interviews") struct InterviewTests {
  /// An invented interview; `question` and `answer` open their lines.
  private func interview(_ question: String, _ answer: String, name: String = "سالم الكرماني")
    -> ReadingSample
  {
    ReadingSample(
      """
      أكد \(name) رئيس المجلس المحلي في بلدة عين الوادي أن الهدنة صامدة.
      وفيما يلي نص الحوار:
      \(question)كيف ترى الوضع اليوم؟
      \(answer)الوضع هادئ. قال لنا الأهالي إنهم عادوا إلى بيوتهم.
      وقد فتحنا المدارس.
      \(question)وماذا عن المساعدات؟
      \(answer)وصلت شاحنتان فقط.
      \(question)هل تتوقعون عودة القتال؟
      \(answer)لن يعود القتال ما دامت الهدنة قائمة.
      """)
  }

  @Test func `a question answered by a question gives no range from nowhere`() {
    let lines = (0..<4).map { "المسار: كيف الوضع \($0)؟\nسالم: ولماذا تسأل \($0)؟" }
    let sample = ReadingSample(lines.joined(separator: "\n") + "\nالمسار: شكرا لك.")
    #expect(sample.reading.statements.allSatisfy { $0.content.start < $0.content.end })
  }

  @Test(arguments: [
    ("* ", "- "), ("- ", ""), ("", "- "), ("• ", "• "), ("س: ", "ج: "),
    ("«المسار»: ", "الكرماني: "), ("المسار: ", "سالم الكرماني: "),
    ("المسار: ", "\u{202B}الكرماني: "),
  ])
  func `each answer is a statement of the one who is asked`(question: String, answer: String) {
    let statements = interview(question, answer).statements
    #expect(
      statements == [
        "سالم الكرماني | أكد | indirect | الهدنة صامدة",
        "سالم الكرماني | - | direct | الوضع هادئ. قال لنا الأهالي إنهم عادوا إلى بيوتهم.\nوقد فتحنا المدارس",
        "سالم الكرماني | - | direct | وصلت شاحنتان فقط",
        "سالم الكرماني | - | direct | لن يعود القتال ما دامت الهدنة قائمة",
      ])
  }

  @Test func `questions without a mark and lists of questions are no interview`() {
    let rhetorical = interview("", "").reading.statements
    #expect(!rhetorical.contains { $0.rule == "interview" })
    let list = ReadingSample(
      """
      أكد سالم الكرماني أن الهدنة صامدة، وطرح ثلاثة أسئلة:
      * كيف نحمي الهدنة؟
      * من يراقبها؟
      * متى تنتهي؟
      """)
    #expect(!list.reading.statements.contains { $0.rule == "interview" })
  }

  @Test func `nobody is made up where no person is named before the first question`() {
    let sample = ReadingSample(
      """
      نص الحوار:
      * كيف ترى الوضع؟
      - الوضع هادئ.
      * وماذا عن المساعدات؟
      - وصلت شاحنتان.
      * هل تتوقعون شيئا؟
      - لا شيء.
      """)
    #expect(sample.reading.statements.isEmpty)
  }
}
