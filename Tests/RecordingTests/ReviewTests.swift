import ArabicQuantities
import ArabicScript
import GRDB
import NewsModel
import Testing

@testable import Recording

@Suite("Reviews") struct ReviewTests {
  private func archive() throws -> (place: TemporaryArchive, id: EventID) {
    let place = try TemporaryArchive()
    _ = try place.archive.add([full("a"), full("b")])
    let page = try place.archive.read { try $0.events(EventFilter(), limit: 10) }
    let row = try #require(page.rows.first { $0.origin.article == "a" && $0.trigger == "غارة" })
    return (place, row.id)
  }

  private func count(_ archive: Archive, _ change: (inout EventFilter) -> Void) throws -> Int {
    var filter = EventFilter()
    change(&filter)
    return try archive.read { [filter] in try $0.events(filter, limit: 50).rows.count }
  }

  @Test func `an event is found by where its trigger begins`() throws {
    let (place, id) = try archive()
    #expect(EventID(id.description) == id)
    let event = try #require(try place.archive.read { try $0.event(id) })
    #expect(event.row.trigger == "غارة")
    #expect(event.row.origin.article == "a")
    #expect(event.statement?.speakerName == "سامي النجار")
    #expect(event.values[.killed] == "12-15")
    #expect(event.values[.actor] == "طائرات")
    let none = try place.archive.read { try $0.event(EventID(article: "a", start: 3)) }
    let listed = try place.archive.read { try $0.events(EventFilter(), limit: 10).rows.map(\.id) }
    for id in listed { #expect(try place.archive.read { try $0.event(id) }?.id == id) }
    #expect(none == nil)
    #expect(EventID("a") == nil)
    #expect(EventID(":3") == nil)
  }

  @Test func `a trigger that begins within a character is found as it is listed`() throws {
    let place = try TemporaryArchive()
    var (article, reading) = full("a")
    let trigger = reading.events[0].trigger
    reading.events = [Event(trigger: TextRange(trigger.start + 1, trigger.end), type: .assault)]
    _ = try place.archive.add([(article, reading)])
    let id = try place.archive.read { try $0.events(EventFilter(), limit: 1).rows[0].id }
    #expect(try place.archive.read { try $0.event(id) }?.id == id)
  }

  @Test func `claims beside the first and the confidence are kept`() throws {
    let place = try TemporaryArchive()
    var (article, reading) = full("a")
    reading.events[0].otherKilled = [
      CasualtyCount(low: 20, best: 20, high: nil, saidBy: "شهود \"عيان\"")
    ]
    reading.events[0].confidence = 0.75
    _ = try place.archive.add([(article, reading)])
    #expect(try place.archive.read { try $0.article(id: "a") }?.reading == reading)
  }

  @Test func `a correction is shown in lists and filters follow it`() throws {
    let (place, id) = try archive()
    let review = try place.archive.decide(
      EventDecision(
        event: id, coder: "سلمى", verdict: .correct,
        values: [.type: "COERCE", .mode: "", .actor: "الشرطة; الجيش", .killed: "3"],
        reason: "مداهمة"))
    #expect(review?.corrected == [.type, .mode, .actor, .killed])
    var filter = EventFilter()
    filter.types = [.coerce]
    let page = try place.archive.read { [filter] in try $0.events(filter, limit: 5) }
    let row = try #require(page.rows.first)
    #expect(page.total.value == 1)
    #expect(row.standing?.state == .corrected)
    #expect(row.standing?.coders == ["سلمى"])
    #expect(row.event.mode == nil)
    #expect(row.actors == ["الشرطة", "الجيش"])
    #expect(row.event.killed == CasualtyCount(low: 3, best: 3, high: 3))
    #expect(try count(place.archive) { $0.types = [.assault] } == 1)
    #expect(try count(place.archive) { $0.decision = .undecided } == 3)
    #expect(try count(place.archive) { $0.decision = .corrected } == 1)
    #expect(try count(place.archive) { $0.undecidedBy = "سلمى" } == 3)
    #expect(try count(place.archive) { $0.undecidedBy = "عمر" } == 4)
    #expect(try count(place.archive) { $0.article = "a" } == 2)
    let event = try #require(try place.archive.read { try $0.event(id) })
    #expect(event.event.type == .assault)
    #expect(event.reviews.count == 1)
  }

  @Test func `a correction that changes nothing is a confirmation`() throws {
    let (place, id) = try archive()
    let review = try place.archive.decide(
      EventDecision(event: id, coder: "سلمى", verdict: .correct, values: [.type: "ASSAULT"]))
    #expect(review?.verdict == .confirm)
  }

  @Test func `rejected events can be left out, and a withdrawal brings them back`() throws {
    let (place, id) = try archive()
    try place.archive.decide(EventDecision(event: id, coder: "سلمى", verdict: .reject))
    #expect(try count(place.archive) { $0.decision = .kept } == 3)
    #expect(try count(place.archive) { $0.decision = .rejected } == 1)
    try place.archive.decide(EventDecision(event: id, coder: "سلمى", verdict: .withdraw))
    #expect(try count(place.archive) { $0.decision = .kept } == 4)
    #expect(try count(place.archive) { $0.decision = .undecided } == 4)
    let reviews = try place.archive.read { try $0.reviews(ReviewFilter(), limit: 10) }
    #expect(reviews.map(\.review.verdict) == [.reject, .withdraw])
    #expect(reviews.map(\.counts) == [false, false])
  }

  @Test func `another reading keeps the decision, with the values that were decided`() throws {
    let (place, id) = try archive()
    try place.archive.decide(EventDecision(event: id, coder: "سلمى", verdict: .confirm))
    var (article, reading) = full("a", version: "2")
    reading.events[0].trigger = span("غارة شنتها", in: article.text)
    reading.events[0].type = .coerce
    _ = try place.archive.add([(article, reading)])
    let event = try #require(try place.archive.read { try $0.event(id) })
    #expect(event.event.type == .coerce)
    #expect(event.row.event.type == .assault)
    #expect(event.row.standing?.state == .confirmed)
  }

  @Test func `a decision whose event is no longer read is orphaned, not lost`() throws {
    let (place, id) = try archive()
    try place.archive.decide(EventDecision(event: id, coder: "سلمى", verdict: .reject))
    var (article, reading) = full("a", version: "2")
    reading.events.removeFirst()
    _ = try place.archive.add([(article, reading)])
    var filter = ReviewFilter()
    filter.onlyOrphaned = true
    let orphaned = try place.archive.read { [filter] in try $0.reviews(filter, limit: 10) }
    #expect(orphaned.map(\.review.coder) == ["سلمى"])
    #expect(orphaned.first?.event == nil)
    _ = try place.archive.add([full("a", version: "3")])
    let left = try place.archive.read { [filter] in try $0.reviews(filter, limit: 10) }
    #expect(left.isEmpty)
    #expect(try place.archive.read { try $0.event(id) }?.row.standing?.state == .rejected)
  }

  @Test func `a rejection does not pass to another type at the same place`() throws {
    let (place, id) = try archive()
    try place.archive.decide(EventDecision(event: id, coder: "سلمى", verdict: .reject))
    var (article, reading) = full("a", version: "2")
    reading.events[0].type = .coerce
    _ = try place.archive.add([(article, reading)])
    #expect(try place.archive.read { try $0.event(id) }?.row.standing == nil)
  }

  @Test func `in a text edited elsewhere the decision finds its sentence`() throws {
    let (place, id) = try archive()
    try place.archive.decide(EventDecision(event: id, coder: "سلمى", verdict: .confirm))
    let (article, reading) = full("a")
    let added = "فقرة جديدة في أول الخبر.\n"
    var edited = article
    edited.text = added + article.text
    var shifted = emptyReading("a")
    shifted.textSHA256 = String(repeating: "1", count: 64)
    let trigger = reading.events[0].trigger
    let by = added.utf8.count
    shifted.events = [
      Event(trigger: TextRange(trigger.start + by, trigger.end + by), type: .assault)
    ]
    _ = try place.archive.add([(edited, shifted)])
    let page = try place.archive.read { view in
      var filter = EventFilter()
      filter.article = "a"
      return try view.events(filter, limit: 5)
    }
    #expect(page.rows.first?.standing?.state == .confirmed)
  }

  @Test func `no decision is ever changed or deleted`() throws {
    let (place, id) = try archive()
    try place.archive.decide(EventDecision(event: id, coder: "سلمى", verdict: .confirm))
    for sql in [
      "UPDATE event_reviews SET verdict = 'reject'", "DELETE FROM event_reviews",
      "UPDATE event_review_values SET value = ''", "DELETE FROM event_review_values",
    ] {
      #expect(throws: DatabaseError.self) {
        try place.archive.pool.write { try $0.execute(sql: sql) }
      }
    }
  }

  @Test func `values and coders that are none are refused`() throws {
    let (place, id) = try archive()
    #expect(throws: ArchiveError.self) {
      try place.archive.decide(
        EventDecision(event: id, coder: "سلمى", verdict: .correct, values: [.type: "WAR"]))
    }
    #expect(throws: ArchiveError.self) {
      try place.archive.decide(EventDecision(event: id, coder: "", verdict: .confirm))
    }
    let none = try place.archive.decide(
      EventDecision(event: EventID(article: "x", start: 0), coder: "سلمى", verdict: .confirm))
    #expect(none == nil)
  }

  @Test func `coders are compared on the events that both decided on`() throws {
    let (place, id) = try archive()
    let all = try place.archive.read { try $0.events(EventFilter(), limit: 10).rows.map(\.id) }
    for event in all {
      try place.archive.decide(
        EventDecision(event: event, coder: "سلمى", verdict: event == id ? .reject : .confirm))
    }
    for event in all.dropLast() {
      try place.archive.decide(EventDecision(event: event, coder: "عمر", verdict: .confirm))
    }
    let found = try place.archive.read { try $0.agreements() }
    #expect(found.count == 1)
    #expect(found.first?.verdicts.count == 3)
    let ofArticle = try place.archive.read { try $0.agreements(article: "b") }
    #expect(ofArticle.first?.verdicts.kappa == nil)
    #expect(try place.archive.read { try $0.articlesOfSeveralCoders() } == ["a", "b"])
  }
}
