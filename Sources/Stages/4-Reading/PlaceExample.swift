public import ArabicScript
import ArabicWords
public import NewsModel

/// An event as the choice of its place is learnt from it.
public struct PlaceExample: Sendable {
  /// One candidate for the place.
  public struct Candidate: Sendable {
    /// The bytes of the name; `nil` for no place.
    public let span: TextRange?
    /// The names of what it has.
    public let features: [String]
  }

  /// The event's type.
  public let type: EventType
  /// The bytes of the trigger.
  public let trigger: TextRange
  /// The group of events whose weights count.
  public let group: String
  /// No place, and the places that may be its.
  public let candidates: [Candidate]
}

extension EventReader {
  /// The events of the article with the places to choose from.
  mutating func placeExamples() -> [PlaceExample] {
    find()
    let survey = placeSurvey()
    return drafts.indices.map { k in
      PlaceExample(
        type: drafts[k].type, trigger: analysis.text.range(drafts[k].at..<drafts[k].at + 1),
        group: "\(EventGroup(drafts[k]))",
        candidates: placeCandidates(k, survey).map { candidate in
          PlaceExample.Candidate(
            span: candidate.map { span(namedPlaces[$0]) },
            features: features(candidate, k, survey).map { "\($0)" })
        })
    }
  }
}
