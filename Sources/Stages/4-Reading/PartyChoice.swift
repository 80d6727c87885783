import ArabicScript
import ArabicWords
import NewsModel

/// The two sides of an event.
enum PartyRole: String, CaseIterable, Sendable {
  case actor, recipient

  /// Its place in a `PartyWeight`.
  var lane: Int { self == .actor ? 0 : 1 }
}

/// A linear model that chooses the actor and the recipient of an event: the candidate of the highest value is taken.
///
/// The value of a candidate is the sum of the weights of its features, each for all events and for those of a group.
/// `Data/reading/event-party-weights.tsv` has the columns role, group (`all` for all), feature and weight.
struct PartyChoice: Sendable {
  /// For each group of events the weights of the features: for all events and for those of the group, added.
  private let weights: [[PartyWeight]]

  init(_ file: DataFile = DataFile("reading/event-party-weights.tsv")) {
    let kinds = PartyFeature.kinds
    var weights = [[PartyWeight]](
      repeating: [PartyWeight](repeating: PartyWeight(), count: PartyFeature.row),
      count: PartyGroup.count)
    for row in file.rows {
      guard let role = PartyRole(rawValue: row[0]),
        let feature = PartyFeature(name: row[2], kinds), let weight = Double(row[3])
      else { continue }
      let groups = PartyGroup.index(of: row[1]).map { $0..<$0 + 1 } ?? 0..<PartyGroup.count
      for group in groups { weights[group][feature.index][role.lane] += weight }
    }
    self.weights = weights
  }

  /// The weights of the features for events of a group, by the features' index.
  func weights(_ group: PartyGroup) -> [PartyWeight] { weights[group.index] }
}

/// What a feature is worth for the actor and for the recipient, by the roles' lanes.
typealias PartyWeight = SIMD2<Double>

/// The values of a candidate for the two sides: the sums of the weights of its features; only their order means something.
struct PartyScores: ValuedFeatureSink {
  private let weights: [PartyWeight]
  /// What was added up; set to begin with another candidate.
  var values = PartyWeight()

  init(_ weights: [PartyWeight]) { self.weights = weights }

  mutating func add(_ feature: PartyFeature) { values += weights[feature.index] }

  subscript(role: PartyRole) -> Double { values[role.lane] }
}

/// How often words act and suffer in events of the news, from `Data/reading/event-roles.tsv`.
///
/// Statistics of the parties that the rules find in newspapers, made by `Training/events/roles.py`; no labels.
struct RoleLexicon: Sendable {
  /// What is known of a word, each 0 to 6.
  struct Rates: Sendable {
    let acting: Int
    let suffering: Int
    /// For violence, deeds, meetings and words: below 3 it suffers more often, above it acts.
    let leaning: SIMD4<Int>
  }

  private let table: WordTable
  private let rates: [Rates]

  init(_ file: DataFile = DataFile("reading/event-roles.tsv")) {
    var words: [(spelling: [UInt8], value: Int32)] = []
    var rates: [Rates] = []
    for row in file.rows {
      let values = (1...6).compactMap { Int(row[$0]) }
      guard values.count == 6 else { continue }
      words.append((Array(row[0].utf8), Int32(rates.count)))
      rates.append(
        Rates(acting: values[0], suffering: values[1], leaning: SIMD4(values[2...])))
    }
    table = WordTable(words)
    self.rates = rates
  }

  /// What is known of a token's folded spelling without `prefix` bytes at its start.
  func rates(_ text: TokenizedText, _ i: Int, prefix: Int) -> Rates? {
    let index = text.look(up: i, in: table, prefix: prefix)
    return index < 0 ? nil : rates[Int(index)]
  }
}
