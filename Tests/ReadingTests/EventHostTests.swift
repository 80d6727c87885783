import ArabicScript
import NewsModel
import Reading
import Testing

/// Who visits and who receives, and where one party ends and the next begins; people and places of the tests are invented
/// or named as any news names them.
@Suite("Hosts and neighbours in events") struct EventHostTests {
  private func parties(_ text: String) -> (actors: [String], recipients: [String]) {
    let sample = ReadingSample(text)
    guard let event = sample.reading.events.first else { return ([], []) }
    return (
      event.actor.map { sample.cut($0.start, $0.end) },
      event.recipient.map { sample.cut($0.start, $0.end) }
    )
  }

  @Test(
    arguments: [
      ("استقبل ولي العهد أمس في الرياض الرئيس المصري.", "الرئيس المصري", "ولي العهد"),
      (
        "واستقبلت المستشارة الألمانية نظيرها التركي في برلين.", "نظيرها التركي",
        "المستشارة الألمانية"
      ),
      ("زار وزير الخارجية الأردني بغداد.", "وزير الخارجية الأردني", "بغداد"),
    ])
  func `each party is its own`(text: String, actor: String, recipient: String) {
    let (actors, recipients) = parties(text)
    #expect(actors == [actor])
    #expect(recipients == [recipient])
  }
}
