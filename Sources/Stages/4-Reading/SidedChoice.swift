import ArabicScript

/// The weights of a linear model that chooses two things of an event by what candidates have.
///
/// They are the actor and the recipient, or the numbers of those killed and injured. The candidate of the highest value is taken.
///
/// The value of a candidate is the sum of the weights of its features, each for all events and for those of a group.
/// `Data/reading/event-party-weights.tsv` and `Data/reading/event-count-weights.tsv` have the columns lane, group (`all` for
/// all), feature and weight.
struct SidedChoice<Kind: FeatureKind>: Sendable {
  /// For each group of events the weights of the features: for all events and for those of the group, added.
  private let weights: [[SidedWeight]]

  /// - Parameters:
  ///   - file: The weights.
  ///   - lanes: The names of the two things.
  init(_ file: DataFile, _ lanes: [String]) {
    let kinds = ValuedFeature<Kind>.kinds
    var weights = [[SidedWeight]](
      repeating: [SidedWeight](repeating: SidedWeight(), count: ValuedFeature<Kind>.row),
      count: PartyGroup.count)
    for row in file.rows {
      guard let lane = lanes.firstIndex(of: row[0]),
        let feature = ValuedFeature<Kind>(name: row[2], kinds), let weight = Double(row[3])
      else { continue }
      let groups = PartyGroup.index(of: row[1]).map { $0..<$0 + 1 } ?? 0..<PartyGroup.count
      for group in groups { weights[group][feature.index][lane] += weight }
    }
    self.weights = weights
  }

  /// The weights of the features for events of a group, by the features' index.
  func weights(_ group: PartyGroup) -> [SidedWeight] { weights[group.index] }
}

/// What a feature is worth for the two things that are chosen.
typealias SidedWeight = SIMD2<Double>

/// The values of a candidate for two things: the sums of the weights of its features; only their order means something.
struct SidedScores<Kind: FeatureKind>: ValuedFeatureSink {
  private let weights: [SidedWeight]
  /// What was added up; set to begin with another candidate.
  var values = SidedWeight()

  init(_ weights: [SidedWeight]) { self.weights = weights }

  mutating func add(_ feature: ValuedFeature<Kind>) { values += weights[feature.index] }
}
