import ArabicQuantities
import Grouping
import NewsModel
import Testing

/// Whether events of invented reports are taken for one occurrence.
@Suite("Occurrences") struct OccurrenceTests {
  private let judge = OccurrenceJudge()

  /// An air raid on a town, as one outlet tells it.
  private func raid(_ change: (inout OccurrenceEvidence) -> Void = { _ in }) -> OccurrenceEvidence {
    var event = OccurrenceEvidence(
      type: .assault, mode: "aerial", trigger: "غارة", sentence: "غارة على سوق النخيل")
    event.day = CalendarDay(iso: "2025-03-10")
    event.precision = .day
    event.published = CalendarDay(iso: "2025-03-10")
    event.place = "town-nakhil"
    event.actorEntries = ["coalition"]
    event.killed = [12]
    change(&event)
    return event
  }

  /// The same as another outlet tells it, in other words and with another number.
  private func other(_ change: (inout OccurrenceEvidence) -> Void = { _ in }) -> OccurrenceEvidence
  {
    raid { event in
      event.trigger = "قصفت"
      event.sentence = "قصفت طائرات السوق"
      event.killed = [20]
      change(&event)
    }
  }

  private func places(_ a: String, _ b: String) -> PlaceRelation {
    switch Set([a, b]) {
    case ["town-nakhil"]: .same
    case ["gov"]: .sameWide
    case ["town-nakhil", "gov"]: .nested
    default: .apart
    }
  }

  private func link(_ a: OccurrenceEvidence, _ b: OccurrenceEvidence) -> OccurrenceLink? {
    let forward = judge.link(a, b, places: places)
    #expect(forward == judge.link(b, a, places: places))
    return forward
  }

  @Test func `accounts that differ on the number are one occurrence, with reasons`() throws {
    let found = try #require(link(raid(), other()))
    #expect(found.score == 8)
    #expect(found.reasons.map(\.kind) == [.sameDay, .samePlace, .sameActor, .sameMode])
  }

  @Test func `another type, status, day or place is another occurrence`() {
    #expect(link(raid(), other { $0.type = .coerce }) == nil)
    #expect(link(raid(), other { $0.status = .negated }) == nil)
    #expect(link(raid(), other { $0.day = CalendarDay(iso: "2025-03-12") }) == nil)
    #expect(link(raid(), other { $0.place = "elsewhere" }) == nil)
  }

  @Test func `day and type alone are not enough`() {
    let bare = raid {
      $0.place = nil
      $0.actorEntries = []
      $0.killed = []
    }
    let another = other {
      $0.place = nil
      $0.actorEntries = []
      $0.killed = []
    }
    #expect(link(bare, another) == nil)
  }

  @Test func `points without a tie are not enough`() {
    let here = raid { $0.place = "gov" }
    let there = other {
      $0.place = "gov"
      $0.killed = [12]
      $0.trigger = "غارة"
    }
    #expect(link(here, there) == nil)
  }

  @Test func `a place within the other and a shared story raise the score`() throws {
    let nested = try #require(link(raid(), other { $0.place = "gov" }))
    #expect(nested.reasons.contains(.init(.nestedPlace, 2)))
    let story = try #require(
      link(
        raid {
          $0.story = 1
          $0.dispatch = 1
        },
        other {
          $0.place = "gov"
          $0.story = 1
          $0.dispatch = 2
        }))
    #expect(story.score == nested.score + 3)
  }

  @Test func `a day apart, other actors and numbers far apart take points`() throws {
    let day = try #require(link(raid(), other { $0.day = CalendarDay(iso: "2025-03-09") }))
    #expect(day.reasons.contains(.init(.nextDay, 1)))
    #expect(link(raid(), other { $0.actorEntries = ["army"] }) == nil)
    #expect(link(raid(), other { $0.killed = [90] }) == nil)
  }

  @Test func `where neither day nor story is shared, one point more is needed`() {
    func undated(_ event: OccurrenceEvidence) -> OccurrenceEvidence {
      var event = event
      event.day = nil
      event.recipientEntries = ["market"]
      return event
    }
    #expect(link(undated(raid()), undated(other()))?.score == 8)
    #expect(link(undated(raid()), undated(other { $0.mode = nil })) == nil)
  }

  @Test func `when, where and who did it are not enough`() {
    #expect(link(raid(), other { $0.mode = nil }) == nil)
    let alike = link(
      raid { $0.recipientWords = ["سوق"] },
      other {
        $0.mode = nil
        $0.recipientWords = ["سوق"]
      })
    #expect(alike?.score == 8)
  }

  @Test func `a month can hold the day, and an event without a day lies before its report`() {
    let month = other {
      $0.day = CalendarDay(iso: "2025-03-01")
      $0.precision = .month
      $0.story = 1
    }
    #expect(link(raid { $0.story = 1 }, month)?.score == 9)
    let undated = other {
      $0.day = nil
      $0.precision = nil
      $0.story = 1
      $0.published = CalendarDay(iso: "2025-03-12")
    }
    #expect(link(raid { $0.story = 1 }, undated) != nil)
    #expect(
      link(
        raid { $0.story = 1 },
        other {
          $0.day = nil
          $0.story = 1
          $0.published = CalendarDay(iso: "2025-03-13")
        }) == nil)
  }

  @Test func `of each other report the best event is linked, and none where two fit alike`() {
    let matching = OccurrenceMatching(
      raid(), siblings: [],
      candidates: [
        ("b", other()), ("b", other { $0.killed = [12] }), ("c", other()), ("c", other()),
      ], places: places)
    #expect(matching.matches.map(\.candidate) == [1])
  }

  @Test func `an event that fits another of the first report better is that one's`() {
    let matching = OccurrenceMatching(
      raid(), siblings: [raid { $0.killed = [20] }], candidates: [("b", other())], places: places)
    #expect(matching.matches.isEmpty)
  }
}
