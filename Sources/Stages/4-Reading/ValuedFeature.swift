/// The kinds of what a learnt choice weighs.
protocol FeatureKind: RawRepresentable<UInt8>, CaseIterable, Hashable, Sendable {}

/// What something to be chosen has: a kind and a value.
struct ValuedFeature<Kind: FeatureKind>: Sendable, Hashable {
  let kind: Kind
  let value: UInt8

  /// - Parameters:
  ///   - kind: The kind.
  ///   - value: The value; below 0 and above the greatest the nearest that there is.
  init(_ kind: Kind, _ value: Int = 0) {
    self.kind = kind
    self.value = UInt8(min(max(value, 0), ValuedFeature.width - 1))
  }

  /// One more than the greatest value.
  static var width: Int { 24 }

  /// The number of weights in a row of weights.
  static var row: Int { Kind.allCases.count * width }

  /// The place of its weight in a row of weights.
  var index: Int { Int(kind.rawValue) * ValuedFeature.width + Int(value) }

  /// Its name in the data files.
  var name: String { "\(kind) \(value)" }

  /// The feature of a name; `nil` if there is none.
  init?(name: some StringProtocol, _ kinds: [String: Kind]) {
    let parts = name.split(separator: " ")
    guard parts.count == 2, let kind = kinds[String(parts[0])], let value = Int(parts[1]) else {
      return nil
    }
    self.init(kind, value)
  }

  /// The kinds by name.
  static var kinds: [String: Kind] {
    Dictionary(uniqueKeysWithValues: Kind.allCases.map { ("\($0)", $0) })
  }
}

/// Takes what something to be chosen has, one by one.
protocol ValuedFeatureSink<Kind> {
  associatedtype Kind: FeatureKind

  mutating func add(_ feature: ValuedFeature<Kind>)
}

extension ValuedFeatureSink {
  mutating func add(_ kind: Kind, _ value: Int = 0) { add(ValuedFeature(kind, value)) }

  mutating func add(_ kind: Kind, _ holds: Bool) { add(ValuedFeature(kind, holds ? 1 : 0)) }
}

/// Keeps what something to be chosen has.
struct ValuedFeatureList<Kind: FeatureKind>: ValuedFeatureSink {
  private(set) var features: [ValuedFeature<Kind>] = []

  init() { features.reserveCapacity(16) }

  mutating func add(_ feature: ValuedFeature<Kind>) { features.append(feature) }
}
