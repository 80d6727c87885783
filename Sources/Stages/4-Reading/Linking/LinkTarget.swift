import ArabicScript
import NewsModel

/// What a mention can be linked to: an entry of the registry or of the gazetteer.
struct LinkTarget: Sendable {
  let id: String
  let name: String
  let nameEn: String
  let type: MentionType
  /// ISO 3166-1 alpha-3 codes of the countries that it is in or belongs to.
  let countries: [String]
  /// The folded name of the first-level unit of a place; empty if not given.
  let admin1: String
  /// How large a place is: 0 a country or more, 1 a region, 2 a governorate, 3 a district, 4 a town or
  /// city, 5 a village or part of a town, 6 a site; -1 for what is no place.
  let rank: Int
  let population: Int
  /// Whether a place is one that reports on conflict name often.
  let isKnown: Bool
  let from: String
  let until: String

  init(_ entry: RegistryEntry) {
    id = entry.id
    name = entry.name
    nameEn = entry.nameEn
    type =
      switch entry.kind {
      case .person: .person
      case .group: .group
      default: .organisation
      }
    countries = entry.actor.isEmpty ? [] : [entry.actor]
    admin1 = ""
    rank = -1
    population = 0
    isKnown = true
    from = entry.from
    until = entry.until
  }

  init(_ place: GazetteerEntry, folding: Folding) {
    id = place.id
    name = place.name
    nameEn = place.nameEn
    type = .place
    countries = place.countries
    admin1 = folding.folded(place.admin1)
    rank = LinkTarget.rank(place.kind)
    population = place.population ?? 0
    isKnown = !place.isListedOnly
    from = ""
    until = ""
  }

  /// Whether it was there on a day; every day if the day is not known.
  func exists(on day: String?) -> Bool {
    guard let day, !day.isEmpty else { return true }
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
