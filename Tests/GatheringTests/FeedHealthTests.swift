import Foundation
import Testing

@testable import Gathering

@Suite("Feed health") struct FeedHealthTests {
  /// A source that was asked each hour, and had new pages at the hours of each day that are named.
  private func source(days: Int, hours: [Int], pause: ClosedRange<Int>? = nil) -> FeedSource {
    var source = FeedSource(url: "https://a.example/feed", kind: .feed, interval: 3_600)
    var rhythm = FeedRhythm()
    for hour in 0..<(days * 24) {
      if pause?.contains(hour) == true { continue }
      let now = time(hour)
      rhythm.noteAnswer(at: now, before: source.lastSuccess, interval: source.interval)
      source.lastSuccess = now
      if hours.contains(hour % 24) {
        let published = Instant.adding(-600, to: now)
        rhythm.noteNew(at: now, before: source.lastNew, published: published)
        source.lastNew = now
      }
    }
    source.rhythm = rhythm
    return source
  }

  private func time(_ hour: Int) -> String {
    Instant.adding(Double(hour) * 3_600, to: "2015-07-01T00:00:00Z")
  }

  @Test func `a source that sleeps each night is not silent at night, and is by noon`() {
    var source = source(days: 20, hours: Array(6...21))
    source.lastSuccess = time(20 * 24 + 5)
    let night = FeedHealth(source, now: time(20 * 24 + 5))
    #expect(night.state == .ok)
    #expect(night.isLimitLearnt && night.quietLimit == 9 * 3_600)
    source.lastSuccess = time(20 * 24 + 12)
    let noon = FeedHealth(source, now: time(20 * 24 + 12))
    #expect(noon.state == .silent)
    #expect(noon.quiet == 15 * 3_600)
  }

  @Test func `while two weeks are not known, a day is the limit`() {
    var source = source(days: 5, hours: Array(6...21))
    source.lastSuccess = time(5 * 24 + 20)
    #expect(FeedHealth(source, now: "").state == .ok)
    #expect(!FeedHealth(source, now: "").isLimitLearnt)
    source.lastSuccess = time(5 * 24 + 22)
    #expect(FeedHealth(source, now: "").state == .silent)
  }

  @Test func `a pause of gathering is no silence of the source`() {
    let source = source(days: 20, hours: Array(6...21), pause: 100...190)
    #expect(source.rhythm?.longestQuiet == 9 * 3_600)
  }

  @Test func `the time after the last answer counts as nothing known`() {
    let source = source(days: 20, hours: Array(0...23))
    let later = FeedHealth(source, now: time(40 * 24))
    #expect(later.state == .ok && later.quiet == 0)
  }

  @Test func `the lag is the usual time from publication to capture`() {
    #expect(FeedHealth(source(days: 3, hours: [6]), now: "").lag == 600)
    #expect(FeedHealth(FeedSource(url: "x", kind: .feed), now: "").lag == nil)
  }

  @Test func `four weeks are remembered at most`() {
    let source = source(days: 60, hours: [6, 18])
    #expect(source.rhythm?.quiets.count == 28)
    #expect(source.rhythm?.delays.count == 50)
  }

  @Test func `a source that was due and not asked is overdue`() {
    var source = FeedSource(url: "x", kind: .feed)
    source.due = time(0)
    #expect(FeedHealth(source, now: time(2)).overdue == 7_200)
    #expect(FeedHealth(source, now: time(0)).overdue == nil)
    #expect(FeedHealth(source, now: time(2)).state == .new)
  }

  @Test func `a list that was written before is read, and rhythm goes out and in`() throws {
    let old = #"{"url":"x","kind":"feed","interval":900,"failures":0,"pages":0,"failing":{}}"#
    #expect(try JSONDecoder().decode(FeedSource.self, from: Data(old.utf8)).rhythm == nil)
    let source = source(days: 3, hours: [6])
    let data = try JSONEncoder().encode(source)
    #expect(try JSONDecoder().decode(FeedSource.self, from: data) == source)
  }
}
