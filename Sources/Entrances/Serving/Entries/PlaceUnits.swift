internal import ArabicNames
internal import ArabicScript
internal import Reading

/// Finds units of administration by the names that data sets in Latin letters give them.
package struct PlaceUnits: Sendable {
  /// How large a unit is.
  package enum Level: String, Sendable, CaseIterable {
    /// First-level units: governorates, provinces, states.
    case admin1
    /// Second-level units: districts.
    case admin2
  }

  private let level: Level
  private let countries = NamedUnits(
    Gazetteer.standard.entries.filter { $0.kind == "country" })
  private var units: [String: NamedUnits] = [:]

  /// Words that say what a unit is and are no part of its name.
  private static let kinds: Set<Substring> = [
    "governorate", "province", "district", "state", "region", "city", "county", "municipality",
  ]

  /// Makes a finder of units of a size.
  package init(_ level: Level) { self.level = level }

  /// The unit of a name.
  ///
  /// - Parameters:
  ///   - name: Its name in Latin letters, with or without a word that says what it is.
  ///   - above: The name of the first-level unit that a district lies in; empty if not known.
  ///   - country: The country's name.
  /// - Returns: The id of its entry; `nil` if no name is alike enough, or several are.
  package mutating func id(of name: String, in above: String, _ country: String) -> String? {
    let plain = country.split(separator: "(").first.map(String.init) ?? country
    guard let land = countries.id(alike: plain, least: 0.85) else { return nil }
    guard let first = unit(level == .admin1 ? name : above, .governorate, land, within: nil) else {
      return level == .admin1 || !above.isEmpty
        ? nil : unit(name, .district, land, within: nil)
    }
    return level == .admin1 ? first : unit(name, .district, land, within: first)
  }

  private mutating func unit(
    _ name: String, _ precision: PlacePrecision, _ country: String, within: String?
  ) -> String? {
    let words = name.split(separator: " ").filter {
      !Self.kinds.contains(Substring($0.lowercased()))
    }
    guard !words.isEmpty else { return nil }
    let key = "\(country) \(precision) \(within ?? "")"
    let known = units[key] ?? Self.units(precision, country, within)
    units[key] = known
    return known.id(alike: words.joined(separator: " "), least: 0.7)
  }

  private static func units(
    _ precision: PlacePrecision, _ country: String, _ within: String?
  ) -> NamedUnits {
    let inside = Set(KnownEntries.standard.places(within: within ?? country))
    return NamedUnits(
      Gazetteer.standard.entries.filter {
        $0.precision == precision && $0.kind != "subdistrict" && inside.contains($0.id)
      })
  }
}

/// The names of some places, found by any spelling.
private struct NamedUnits: Sendable {
  private var index = NameIndex()
  /// The id of the place of each name, by the name's number.
  private var ids: [String] = []

  init(_ places: [GazetteerEntry]) {
    for place in places {
      let names = [place.nameEn, place.name] + place.aliases + (Self.further[place.id] ?? [])
      for name in names where !name.isEmpty {
        index.insert(name)
        ids.append(place.id)
      }
    }
  }

  /// Names that the gazetteer doesn't have, by the entry's id.
  private static let further = Dictionary(
    DataFile("places/unit-names.tsv").rows.map { row in
      (row[0], row[1].split(separator: "|").map(String.init))
    }, uniquingKeysWith: { $0 + $1 })

  /// The place whose name is most alike; `nil` if none is alike enough, or two are equally.
  func id(alike name: String, least: Float) -> String? {
    let found = index.matches(for: name).filter { $0.similarity >= least }
    guard let best = found.first else { return nil }
    let rivals = found.filter { $0.similarity == best.similarity }.map { ids[$0.name] }
    return Set(rivals).count == 1 ? rivals[0] : nil
  }
}
