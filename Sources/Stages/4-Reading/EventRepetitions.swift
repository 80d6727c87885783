import ArabicScript
import ArabicWords
import NewsModel

// One occurrence told by two words that stand together is one event.

/// An event that is told, with the number of its draft.
struct ToldEvent: Sendable {
  let draft: Int
  var event: Event

  /// How sure it is; what no model judges is sure.
  var confidence: Double { event.confidence ?? 1 }
}

extension EventReader {
  /// Of several kinds that one word may tell of the likeliest.
  func likeliest(_ found: [ToldEvent]) -> [ToldEvent] {
    var best: [TextRange: Double] = [:]
    for told in found {
      best[told.event.trigger] = max(best[told.event.trigger] ?? 0, told.confidence)
    }
    return found.filter { $0.confidence >= best[$0.event.trigger] ?? 0 }
  }

  /// The events without those that the word before tells already (`وقعت الدولتان 12 اتفاقية`, `فرضت عقوبات`).
  ///
  /// These are of the same kind and status and stand a few words on in the same breath. The likelier stays and takes what
  /// only the other has.
  func toldOnce(_ found: [ToldEvent]) -> [ToldEvent] {
    var result: [ToldEvent] = []
    for told in found {
      guard let last = result.lastIndex(where: { isRepeated($0, by: told) }) else {
        result.append(told)
        continue
      }
      let (kept, other) =
        told.confidence > result[last].confidence ? (told, result[last]) : (result[last], told)
      result[last] = kept.filled(from: other)
    }
    return result
  }

  /// How many words may stand between two that tell of one occurrence.
  private static let breath = 7

  /// Whether a line or a comma parts two words; a day between commas does not (`وقعت الدولتان، اليوم الخميس، اتفاقية`).
  private func areParted(_ i: Int, _ j: Int) -> Bool {
    var k = i + 1
    while k < j {
      if analysis.text.tokens[k].gap == .line { return true }
      let next = analysis.behindTime(k, limit: j + 1)
      if next == nil, analysis.isComma(k) { return true }
      k = next ?? k + 1
    }
    return false
  }

  private func isRepeated(_ first: ToldEvent, by second: ToldEvent) -> Bool {
    let (i, j) = (drafts[first.draft].at, drafts[second.draft].at)
    guard first.event.type == second.event.type, first.event.status == second.event.status, i < j,
      j - i <= Self.breath + 1, analysis.sentenceOf[i] == analysis.sentenceOf[j],
      !analysis.words[j].hasConjunction
    else { return false }
    return !areParted(i, j)
  }
}

extension ToldEvent {
  /// The event with what it lacks and another of the same occurrence has.
  fileprivate func filled(from other: ToldEvent) -> ToldEvent {
    var result = self
    if event.actor.isEmpty { result.event.actor = other.event.actor }
    if event.recipient.isEmpty { result.event.recipient = other.event.recipient }
    if event.place == nil {
      result.event.place = other.event.place
      result.event.placeEntry = other.event.placeEntry
    }
    if event.killed == nil { result.event.killed = other.event.killed }
    if event.injured == nil { result.event.injured = other.event.injured }
    if event.mode == nil { result.event.mode = other.event.mode }
    return result
  }
}
