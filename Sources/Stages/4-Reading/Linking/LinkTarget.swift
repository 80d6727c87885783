import ArabicScript
import NewsModel

/// What a mention can be linked to: an entry of the registry or of the gazetteer.
///
/// A class, so that whoever passes one on passes a reference.
final class LinkTarget: Sendable {
  let id: String
  let name: String
  let nameEn: String
  let type: MentionType
  /// The numbers of the countries that it is in or belongs to.
  let countries: [Int32]
  /// The number of its own name among those of first-level units; -1 if it is none.
  let unit: Int32
  /// The number of the first-level unit of a place; -1 if not given.
  let admin1: Int32
  /// How large a place is: 0 a country or more, 1 a region, 2 a governorate, 3 a district, 4 a town or
  /// city, 5 a village or part of a town, 6 a site; -1 for what is no place.
  let rank: Int
  let population: Int
  /// Whether a place is a city, or a unit or more.
  let isLarge: Bool
  /// Whether it is a part of a town.
  let isQuarter: Bool
  /// The bits of words of kind that fit a place: that of its rank, and that of parts of towns.
  var kindBits: UInt16 { 1 << UInt16(rank) | (isQuarter ? NameSurroundings.quarter : 0) }
  /// Whether a place is one that reports on conflict name often.
  let isKnown: Bool
  let from: String
  let until: String

  /// Numbers of countries, by ISO 3166-1 alpha-3 code, and of names of first-level units, so that
  /// entries are compared without their spellings.
  struct Numbers {
    private let folding = Folding(.search)
    private var countries: [String: Int32] = [:]
    private var units: [String: Int32] = [:]

    var countryCount: Int { countries.count }

    mutating func country(_ code: String) -> Int32 {
      let number = countries[code] ?? Int32(countries.count)
      countries[code] = number
      return number
    }

    mutating func unit(_ name: String) -> Int32 {
      let folded = folding.folded(name)
      let number = units[folded] ?? Int32(units.count)
      units[folded] = number
      return number
    }
  }

  init(_ entry: RegistryEntry, _ numbers: inout Numbers) {
    id = entry.id
    name = entry.name
    nameEn = entry.nameEn
    type =
      switch entry.kind {
      case .person: .person
      case .group: .group
      default: .organisation
      }
    countries = entry.actor.isEmpty ? [] : [numbers.country(entry.actor)]
    unit = -1
    admin1 = -1
    rank = -1
    population = 0
    isQuarter = false
    isLarge = false
    isKnown = true
    // A person's period is that of an office; who has left it is still named.
    from = entry.kind == .person ? "" : entry.from
    until = entry.kind == .person ? "" : entry.until
  }

  init(_ place: GazetteerEntry, _ numbers: inout Numbers) {
    id = place.id
    name = place.name
    nameEn = place.nameEn
    type = .place
    countries = place.countries.map { numbers.country($0) }
    rank = LinkTarget.rank(place.kind)
    unit = rank == 2 ? numbers.unit(place.name) : -1
    admin1 = place.admin1.isEmpty ? -1 : numbers.unit(place.admin1)
    population = place.population ?? 0
    isQuarter = place.kind == "neighbourhood"
    isLarge = place.kind == "city" || population >= 100_000 || (0...2).contains(rank)
    isKnown = !place.isListedOnly
    from = ""
    until = ""
  }

  /// Whether it was there on a day; every day if the day is not known.
  func exists(on day: String?) -> Bool {
    guard !from.isEmpty || !until.isEmpty, let day, !day.isEmpty else { return true }
    return (from.isEmpty || day.prefix(from.count) >= from)
      && (until.isEmpty || day.prefix(until.count) <= until)
  }

  private static func rank(_ kind: String) -> Int {
    switch kind {
    case "country", "continent", "supraregion", "sea", "ocean", "gulf": 0
    case "governorate", "state": 2
    case "district", "subdistrict": 3
    case "city", "town", "island", "camp": 4
    case "village", "neighbourhood": 5
    case "region", "desert", "mountain", "river", "peninsula", "lake", "strait", "valley", "forest",
      "area":
      1
    default: 6
    }
  }
}
