import ArabicScript
import ArabicWords
import NewsModel
import Testing

@testable import Reading

/// Who acts and who suffers where it takes more than the words next to the trigger.
///
/// All sentences and names are invented.
@Suite("Parties of events") struct EventPartyTests {
  private func events(_ text: String) -> [(actors: [String], recipients: [String], place: String?)]
  {
    let bytes = Array(text.utf8)
    func words(_ range: TextRange) -> String {
      String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }
    let rules = try? ReadingRules(cues: [], switchedOff: ["confirm"])
    return Reader(rules: rules ?? .standard).read(
      Article(id: "1", published: "2031-05-05", text: text)
    ).events.map {
      ($0.actor.map(words), $0.recipient.map(words), $0.place.map(words))
    }
  }

  @Test(arguments: [
    "وفي وقت سابق، اختطفت قوات الضفاف خمسة مدنيين قرب الموصل.",
    "وعلى صعيد آخر، اختطفت قوات الضفاف خمسة مدنيين قرب الموصل.",
  ])
  func `an opening before the verb is no party`(text: String) {
    let found = events(text)
    #expect(found.map(\.actors) == [["قوات الضفاف"]])
    #expect(found.map(\.recipients) == [["خمسة مدنيين"]])
  }

  @Test func `a place that opens the sentence and one behind the capital are the event's`() {
    #expect(
      events("وفي حلب، قصفت قوات النظام مواقع المتمردين.").map(\.place) == ["حلب"])
    #expect(
      events("وقصفت طائرات التحالف مواقع المتمردين في العاصمة اليمنية صنعاء.").map(\.place)
        == ["صنعاء"])
  }

  @Test func `who attacks stands behind the attack that someone suffered`() {
    let found = events("تعرضت قافلة عسكرية أمس لهجوم من مسلحين مجهولين.")
    #expect(found.map(\.actors) == [["مسلحين مجهولين"]])
  }

  @Test func `an indefinite subject ends before its object`() {
    let found = events("وقتل مسلحون مجهولون ضابطا في الجيش.")
    #expect(found.map(\.actors) == [["مسلحون مجهولون"]])
    #expect(found.map(\.recipients) == [["ضابطا"]])
  }

  @Test func `weights and rates are there for both sides`() {
    let lexicon = EventLexicon.standard
    let group = PartyGroup.index(of: "deed verb").map { PartyGroup(index: $0) }
    #expect(group != nil)
    if let group {
      var (ruled, other) = (
        SidedScores<PartyFeatureKind>(lexicon.partyChoice.weights(group)),
        SidedScores<PartyFeatureKind>(lexicon.partyChoice.weights(group))
      )
      ruled.add(.rule, 1)
      other.add(.rule, 0)
      for role in PartyRole.allCases { #expect(ruled.values[role.lane] > other.values[role.lane]) }
    }
    let civilians = lexicon.roles.rates(TokenizedText("والمدنيين"), 0, prefix: 6)
    #expect((civilians?.suffering ?? 0) > (civilians?.acting ?? 9))
  }
}
