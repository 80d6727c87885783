internal import NewsModel
internal import Reading

/// The entries of the registry and the gazetteer, as pages name them.
struct KnownEntries: Sendable {
  /// The entries that Marsad ships.
  static let standard = KnownEntries(.standard, .standard)

  private let registry: Registry
  private let places: [String: GazetteerEntry]

  init(_ registry: Registry, _ gazetteer: Gazetteer) {
    self.registry = registry
    places = Dictionary(gazetteer.entries.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The place of an id.
  func place(_ id: String) -> GazetteerEntry? { places[id] }

  /// The name of an entry; `nil` if there is none of this id.
  func name(_ id: String, in language: PageLanguage) -> String? {
    if let entry = registry[id] { return language == .arabic ? entry.name : entry.nameEn }
    return places[id].map { language == .arabic ? $0.name : $0.nameEn }
  }

  /// How two places stand to each other.
  func relation(_ a: String, _ b: String) -> PlaceRelation {
    guard let one = places[a], let other = places[b] else { return a == b ? .same : .unknown }
    let wide: Set<PlacePrecision> = [.governorate, .region, .country]
    if a == b { return wide.contains(one.precision) ? .sameWide : .same }
    let (exact, wider) = one.isMoreExact(than: other) ? (one, other) : (other, one)
    let shareCountry = !Set(exact.countries).isDisjoint(with: wider.countries)
    switch wider.precision {
    case .country, .region:
      // A region's members are not listed.
      return wider.precision == .region || shareCountry ? .unknown : .apart
    case .governorate:
      if exact.precision == .governorate || !shareCountry { return .apart }
      return exact.admin1.isEmpty ? .unknown : exact.admin1 == wider.name ? .nested : .apart
    case .district, .town, .point:
      guard shareCountry, exact.admin1 == wider.admin1 else { return .apart }
      // A town and its district, or a site in a town, have one name; of others it is not known.
      if exact.precision == wider.precision { return one.name == other.name ? .same : .apart }
      return exact.shares(aNameWith: wider) ? .nested : .unknown
    }
  }
}

extension GazetteerEntry {
  fileprivate func isMoreExact(than other: GazetteerEntry) -> Bool {
    let order: [PlacePrecision] = [.point, .town, .district, .governorate, .region, .country]
    return (order.firstIndex(of: precision) ?? 0) <= (order.firstIndex(of: other.precision) ?? 0)
  }

  fileprivate func shares(aNameWith other: GazetteerEntry) -> Bool {
    !Set([name] + aliases).isDisjoint(with: [other.name] + other.aliases)
  }
}
