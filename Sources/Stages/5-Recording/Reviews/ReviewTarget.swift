internal import ArabicScript
internal import NewsModel

/// Finds the event of a reading that a review is about.
///
/// A review is about the event whose trigger overlaps the one that was decided on. In a text that was edited, the
/// trigger is looked for by its words with those around it; where they stand no more, or more than once, the
/// review has no target. A rejection holds only for the type that was rejected.
struct ReviewTarget {
  /// How many bytes to each side of the trigger make its quote.
  static let quoteReach = 60

  private let text: ArticleBytes
  private let textSHA256: String
  private let events: [Event]

  init(text: ArticleBytes, textSHA256: String, events: [Event]) {
    self.text = text
    self.textSHA256 = textSHA256
    self.events = events
  }

  /// The index of the event that a review is about; `nil` if there is none.
  func index(of review: EventReview) -> Int? {
    guard let trigger = span(of: review.anchor) else { return nil }
    let found = events.indices.filter { events[$0].trigger.overlaps(trigger) }
    let best = found.min { a, b in
      let (left, right) = (events[a], events[b])
      let type = review.anchor.type
      if (left.type == type) != (right.type == type) { return left.type == type }
      let (near, far) = (
        abs(left.trigger.start - trigger.start), abs(right.trigger.start - trigger.start)
      )
      return (near, a) < (far, b)
    }
    guard let best else { return nil }
    if review.verdict == .reject, events[best].type != review.anchor.type { return nil }
    return best
  }

  /// Where the trigger that was decided on stands in this text.
  private func span(of anchor: EventAnchor) -> TextRange? {
    if anchor.textSHA256 == textSHA256, text.cut(anchor.trigger) == anchor.quote {
      return anchor.trigger
    }
    let (before, quote) = (Array(anchor.before.utf8), Array(anchor.quote.utf8))
    let wanted = before + quote + Array(anchor.after.utf8)
    guard !quote.isEmpty, let place = text.onlyPlace(of: wanted) else { return nil }
    return TextRange(place + before.count, place + before.count + quote.count)
  }

  /// The anchor of an event of an article.
  static func anchor(
    of event: Event, article: String, textSHA256: String, _ text: ArticleBytes
  ) -> EventAnchor {
    EventAnchor(
      article: article, textSHA256: textSHA256, trigger: event.trigger, type: event.type,
      quote: text.cut(event.trigger), before: text.before(event.trigger, reach: quoteReach),
      after: text.after(event.trigger, reach: quoteReach))
  }
}

extension ArticleBytes {
  /// What stands before a span, at most `reach` bytes of whole characters.
  fileprivate func before(_ span: TextRange, reach: Int) -> String {
    let end = min(span.start, utf8.count)
    var start = max(0, end - reach)
    while start < end, utf8[start] & 0xC0 == 0x80 { start += 1 }
    return cut(TextRange(start, end))
  }

  /// What stands behind a span, at most `reach` bytes of whole characters.
  fileprivate func after(_ span: TextRange, reach: Int) -> String {
    let start = min(span.end, utf8.count)
    var end = min(utf8.count, start + reach)
    while end > start, end < utf8.count, utf8[end] & 0xC0 == 0x80 { end -= 1 }
    return cut(TextRange(start, end))
  }

  /// Where bytes stand; `nil` if nowhere, or more than once.
  fileprivate func onlyPlace(of wanted: [UInt8]) -> Int? {
    guard let first = wanted.first, wanted.count <= utf8.count else { return nil }
    var found: Int?
    for start in 0...(utf8.count - wanted.count) where utf8[start] == first {
      guard utf8[start..<start + wanted.count].elementsEqual(wanted) else { continue }
      if found != nil { return nil }
      found = start
    }
    return found
  }
}
