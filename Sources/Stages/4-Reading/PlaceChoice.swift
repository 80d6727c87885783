import ArabicScript
import NewsModel

/// A linear model that chooses the place of an event: the candidate of the highest value is taken.
///
/// The value of a candidate is the sum of the weights of its features, each for all events and for those of
/// a group. `Data/reading/event-place-weights.tsv` has the columns group (`all` for all), feature and weight.
struct PlaceChoice: Sendable {
  /// The weights of the features for all events, then for each group of them.
  private let weights: [Double]
  private static let width = PlaceFeature.allCases.count

  init(_ file: DataFile = DataFile("reading/event-place-weights.tsv")) {
    let features = Dictionary(
      uniqueKeysWithValues: PlaceFeature.allCases.map { ("\($0)", Int($0.rawValue)) })
    let groups = Dictionary(
      uniqueKeysWithValues: EventGroup.allCases.map { ("\($0)", 1 + Int($0.rawValue)) })
    var weights = [Double](repeating: 0, count: PlaceChoice.width * (1 + groups.count))
    for row in file.rows {
      guard let feature = features[row[1]], let value = Double(row[2]) else { continue }
      weights[(groups[row[0]] ?? 0) * PlaceChoice.width + feature] = value
    }
    self.weights = weights
  }

  /// The value of a candidate for an event of a group; only the order of values means something.
  func value(_ features: [PlaceFeature], _ group: EventGroup) -> Double {
    let own = PlaceChoice.width * (1 + Int(group.rawValue))
    var sum = 0.0
    for feature in features {
      sum += weights[Int(feature.rawValue)] + weights[own + Int(feature.rawValue)]
    }
    return sum
  }
}

/// Events whose places are told in the same ways.
enum EventGroup: UInt8, CaseIterable, Sendable {
  /// Violence told by a verb.
  case strike
  /// Violence told by a noun.
  case attack
  /// Arrests, sieges, deployments, help, protest, retreat.
  case deed
  /// Meetings and agreements.
  case meeting
  /// Verbal acts.
  case words

  init(_ draft: EventDraft) {
    switch draft.type {
    case .assault: self = draft.form.isVerb ? .strike : .attack
    case .coerce, .mobilize, .aid, .protest, .retreat, .concede, .sanction: self = .deed
    case .consult, .agree, .cooperate: self = .meeting
    default: self = .words
    }
  }
}
