internal import ArabicScript
internal import NewsModel

extension Reading {
  /// The greatest offset of all spans; a text of fewer bytes is not the one that was read.
  var lastOffset: Int {
    var last = max(titleAt?.end ?? 0, credit?.span.end ?? 0, dateline?.span.end ?? 0)
    func take(_ span: TextRange?) { if let span { last = max(last, span.end) } }
    for mention in mentions { take(mention.span) }
    for quantity in quantities { take(quantity.span) }
    for time in times { take(time.span) }
    for note in notes { take(note.range) }
    for statement in statements {
      take(statement.content)
      take(statement.speaker)
      take(statement.cue)
    }
    for outlook in outlooks {
      for span in [outlook.outcome, outlook.marker, outlook.condition, outlook.horizon] {
        take(span)
      }
    }
    for event in events {
      take(event.trigger)
      take(event.place)
      for span in event.actor + event.recipient { take(span) }
    }
    return last
  }
}
