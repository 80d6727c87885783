import ArabicScript
import NewsModel
import Testing

@Suite("Event reviews") struct EventReviewTests {
  private func review(
    _ coder: String, _ verdict: EventReview.Verdict, type: String = "ASSAULT"
  ) -> EventReview {
    EventReview(
      anchor: EventAnchor(
        article: "a", textSHA256: "", trigger: TextRange(0, 4), type: .assault, quote: "غارة",
        before: "", after: ""),
      coder: coder, decidedAt: 1, verdict: verdict, values: [.type: type],
      read: [.type: "ASSAULT"])
  }

  @Test func `the latest decision of each coder counts`() throws {
    let standing = try #require(
      EventStanding([
        review("سلمى", .reject), review("عمر", .confirm), review("سلمى", .confirm),
      ]))
    #expect(standing.state == .confirmed)
    #expect(standing.coders == ["عمر", "سلمى"])
  }

  @Test func `coders who decide differently leave the event disputed`() throws {
    let verdicts = EventStanding([review("سلمى", .confirm), review("عمر", .reject)])
    #expect(verdicts?.state == .disputed)
    let types = EventStanding([
      review("سلمى", .confirm), review("عمر", .correct, type: "COERCE"),
    ])
    #expect(types?.state == .disputed)
    #expect(types?.values == [:])
  }

  @Test func `corrections that agree are shown`() throws {
    let standing = EventStanding([
      review("سلمى", .correct, type: "COERCE"), review("عمر", .correct, type: "COERCE"),
    ])
    #expect(standing?.state == .corrected)
    #expect(standing?.values == [.type: "COERCE"])
    #expect(review("عمر", .correct, type: "COERCE").corrected == [.type])
  }

  @Test func `who withdraws has not decided`() {
    #expect(EventStanding([review("سلمى", .reject), review("سلمى", .withdraw)]) == nil)
  }

  @Test func `agreement is Cohen's kappa with its counts`() throws {
    // The example of a table of 20, 5, 10 and 15: p_o 0.7, p_e 0.5.
    var pairs: [(first: String, second: String)] = []
    for (first, second, count) in [("y", "y", 20), ("y", "n", 5), ("n", "y", 10), ("n", "n", 15)] {
      pairs += Array(repeating: (first, second), count: count)
    }
    let agreement = CoderAgreement(pairs)
    #expect(agreement.count == 50)
    #expect(agreement.agreed == 35)
    #expect(agreement.share == 0.7)
    #expect(abs(try #require(agreement.kappa) - 0.4) < 1e-12)
  }

  @Test func `there is no kappa where chance can't be told from agreement`() {
    #expect(CoderAgreement([]).kappa == nil)
    #expect(CoderAgreement([]).share == nil)
    #expect(CoderAgreement([("y", "y"), ("y", "y")]).kappa == nil)
    #expect(CoderAgreement([("y", "n"), ("n", "y")]).kappa == -1)
  }

  @Test(arguments: ["12", "10-15", "10+", "12 (10-15)", "12 (10+)", "0"])
  func `a count is read as it is written`(text: String) {
    #expect(CasualtyCount(text: text)?.text == text)
  }

  @Test(arguments: [
    "", "x", "-1", "15-10", "12 (13-15)", "1 2", "12 10-15", "99999999999999999999",
  ])
  func `what is no count is refused`(text: String) {
    #expect(CasualtyCount(text: text) == nil)
  }

  @Test func `a field takes its own values only`() {
    #expect(EventField.type.accepts("PROTEST"))
    #expect(!EventField.type.accepts("protest"))
    #expect(!EventField.type.accepts(""))
    #expect(EventField.mode.accepts("third-party"))
    #expect(EventField.mode.accepts(""))
    #expect(!EventField.mode.accepts("Aerial"))
    #expect(EventField.date.accepts("2015-08"))
    #expect(!EventField.date.accepts("2015-13-01"))
    #expect(!EventField.killed.accepts("عشرات"))
    #expect(!EventField.place.accepts("تعز\n"))
    #expect(!EventField.actor.accepts(String(repeating: "ا", count: 301)))
  }
}
