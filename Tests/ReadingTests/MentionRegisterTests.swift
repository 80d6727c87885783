import ArabicWords
import Testing

@testable import Reading

/// Texts, places and persons are invented.
@Suite("Registers of texts") struct MentionRegisterTests {
  private static let news = """
    أكد وزير الداخلية سامر نجار أمس أن قوات الأمن أوقفت ثلاثة أشخاص في مدينة سبها، وقال في بيان إن التحقيق مستمر. \
    وأضاف مدير الأمن أن الحادث وقع مساء الخميس الماضي، وفق وكالة الأنباء.
    """
  private static let encyclopaedia = """
    بحيرة رمال هي بحيرة مالحة تقع في شمال القارة، يعرف معظم سكانها الصيد منذ القرن السابع. كانت تسمى عادة بحر الملح، \
    على الرغم من أن نطاق مياهها واسع. تعتبر البحيرة من أكبر البحيرات، مثل بحيرة نور، وكان علماء القرن الماضي يعتقدون أنها بلا قاع.
    """

  private static func isEncyclopaedic(_ text: String) -> Bool {
    let text = TokenizedText(text)
    let weight = (0..<text.count).reduce(0) { $0 + MentionRegister.standard.weight(text, $1) }
    return MentionRegister.standard.isEncyclopaedic(weight: weight, count: text.count)
  }

  @Test func `a text that describes and dates by centuries reads like an encyclopaedia`() {
    #expect(MentionRegisterTests.isEncyclopaedic(MentionRegisterTests.encyclopaedia))
  }

  @Test func `a report and a text without words are no encyclopaedia`() {
    #expect(!MentionRegisterTests.isEncyclopaedic(MentionRegisterTests.news))
    #expect(!MentionRegisterTests.isEncyclopaedic(""))
    #expect(!MentionRegisterTests.isEncyclopaedic("--- 12 ---"))
  }

  @Test func `texts read before never show in what is found`() {
    let tagger = MentionTagger.standard
    let texts = [MentionRegisterTests.news, MentionRegisterTests.encyclopaedia].map {
      Array($0.utf8)
    }
    var used = ReadingMemory()
    for text in texts + texts.reversed() {
      var fresh = ReadingMemory()
      let found = tagger.names(in: text, &used)
      let alone = tagger.names(in: text, &fresh)
      #expect(
        !alone.isEmpty && found.map(\.at) == alone.map(\.at)
          && found.map(\.type) == alone.map(\.type))
    }
  }
}
