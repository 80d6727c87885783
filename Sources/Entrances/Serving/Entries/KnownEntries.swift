internal import ArabicNames
internal import ArabicScript
package import NewsModel
internal import Reading

/// The entries of the registry and the gazetteer, as pages name them.
package struct KnownEntries: Sendable {
  /// The entries that Marsad ships.
  package static let standard = KnownEntries()

  private let registry = Registry.standard
  private let gazetteer = Gazetteer.standard
  private let places: [String: GazetteerEntry]

  private init() {
    places = Dictionary(gazetteer.entries.map { ($0.id, $0) }) { first, _ in first }
  }

  /// What an entry is of; `nil` if there is none of this id.
  package func realm(of id: String) -> EntryRealm? {
    if registry[id] != nil { return .actor }
    return places[id] == nil ? nil : .place
  }

  /// The line of the registry of an id.
  func actor(_ id: String) -> RegistryEntry? { registry[id] }

  /// The place of an id.
  func place(_ id: String) -> GazetteerEntry? { places[id] }

  /// The entries that are part of one or belong to it, in the order of the files.
  func children(of id: String) -> [RegistryEntry] { registry.entries.filter { $0.parent == id } }

  /// The places that lie in one of some countries and have a point.
  func places(in countries: [String]) -> [GazetteerEntry] {
    gazetteer.entries.filter { entry in
      entry.latitude != nil && entry.countries.contains { countries.contains($0) }
    }
  }

  /// The country of a code, as a place.
  func country(_ code: String) -> GazetteerEntry? {
    gazetteer.entries.first { $0.kind == "country" && $0.countries == [code] }
  }

  /// The first-level unit of a name in one of some countries.
  func unit(_ name: String, in countries: [String]) -> GazetteerEntry? {
    gazetteer.entries.first { entry in
      entry.precision == .governorate && entry.name == name
        && entry.countries.contains { countries.contains($0) }
    }
  }

  /// The ids of the places that lie within a country, a first-level unit or a district by the chain of units.
  ///
  /// - Parameter id: The wider place.
  /// - Returns: Ids in the order of the files, without its own; none for other kinds of places.
  package func places(within id: String) -> [String] {
    guard let wider = places[id] else { return [] }
    return gazetteer.entries.filter { entry in
      guard entry.id != id, entry.countries == wider.countries else { return false }
      return switch wider.precision {
      case .country: true
      case .governorate: entry.admin1 == wider.name
      case .district: entry.admin1 == wider.admin1 && entry.admin2 == wider.name
      case .region, .town, .point: false
      }
    }.map(\.id)
  }

  /// The name of an entry; `nil` if there is none of this id.
  package func name(_ id: String, in language: PageLanguage) -> String? {
    if let entry = registry[id] { return language == .arabic ? entry.name : entry.nameEn }
    return places[id].map { language == .arabic ? $0.name : $0.nameEn }
  }

  /// All names of an entry; none if there is none of this id.
  func names(of id: String) -> [String] { registry[id]?.allNames ?? places[id]?.allNames ?? [] }

  /// The ids of a realm in the order of the files.
  func ids(_ realm: EntryRealm) -> [String] {
    realm == .actor ? registry.entries.map(\.id) : gazetteer.entries.map(\.id)
  }

  /// The ids of the entries of a realm that have a search's words in one name, in their id or their code.
  func ids(named wanted: NameSearch, _ realm: EntryRealm) -> [String] {
    switch realm {
    case .actor:
      registry.entries.filter { entry in
        (entry.allNames + [entry.id]).contains { wanted.isIn($0) }
      }.map(\.id)
    case .place:
      gazetteer.entries.filter { entry in
        (entry.allNames + [entry.id, entry.pcode]).contains { wanted.isIn($0) }
      }.map(\.id)
    }
  }

  /// The ids of the entries of a realm with a name spelt almost like one, in either script.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - realm: Which entries.
  ///   - least: The least similarity, as `NameIndex.Match` gives it.
  /// - Returns: Ids, the likeliest first; one may come several times.
  func alike(_ name: String, _ realm: EntryRealm, least: Float) -> [String] {
    (realm == .actor ? SpeltNames.actors : SpeltNames.places).ids(alike: name, least: least)
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

/// Words that are looked for in names, in any spelling.
struct NameSearch {
  private static let folding = Folding(.search)
  private let words: [Substring]

  init(_ text: String) {
    words = NameSearch.folding.folded(text).lowercased().split(separator: " ")
  }

  /// Whether a name holds all words.
  func isIn(_ name: String) -> Bool {
    let folded = NameSearch.folding.folded(name).lowercased()
    return words.allSatisfy { folded.contains($0) }
  }
}

/// Names across spellings and scripts, with the entries that have them; made when first asked for.
private struct SpeltNames: Sendable {
  static let actors = SpeltNames(Registry.standard.entries.map { ($0.id, $0.allNames) })
  static let places = SpeltNames(Gazetteer.standard.entries.map { ($0.id, $0.allNames) })

  private var index = NameIndex()
  /// The id of the entry of each name, by the name's number.
  private var ids: [String] = []

  init(_ entries: [(id: String, names: [String])]) {
    for entry in entries {
      for name in entry.names {
        index.insert(name)
        ids.append(entry.id)
      }
    }
  }

  func ids(alike name: String, least: Float) -> [String] {
    index.matches(for: name).filter { $0.similarity >= least }.map { ids[$0.name] }
  }
}

extension RegistryEntry {
  /// All names, none of them empty.
  fileprivate var allNames: [String] {
    ([name] + aliases + [nameEn] + otherNames).filter { !$0.isEmpty }
  }
}

extension GazetteerEntry {
  /// All names, none of them empty.
  fileprivate var allNames: [String] { ([name] + aliases + [nameEn]).filter { !$0.isEmpty } }

  fileprivate func isMoreExact(than other: GazetteerEntry) -> Bool {
    let order: [PlacePrecision] = [.point, .town, .district, .governorate, .region, .country]
    return (order.firstIndex(of: precision) ?? 0) <= (order.firstIndex(of: other.precision) ?? 0)
  }

  fileprivate func shares(aNameWith other: GazetteerEntry) -> Bool {
    !Set([name] + aliases).isDisjoint(with: [other.name] + other.aliases)
  }
}
