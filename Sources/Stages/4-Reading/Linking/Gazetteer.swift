public import ArabicScript

/// One place that Marsad knows: a country, a unit of administration, a region, a town, a site.
public struct GazetteerEntry: Sendable, Hashable {
  /// The id (`a1-syr-raqqa`, `gn-1120483`); it never changes.
  public let id: String
  /// What it is, in a word (`governorate`, `town`, `crossing`).
  public let kind: String
  /// The main name in Arabic.
  public let name: String
  /// The other Arabic names that reports give it.
  public let aliases: [String]
  /// The English name.
  public let nameEn: String
  /// ISO 3166-1 alpha-3 codes of the countries that it lies in; none if too many to list.
  public let countries: [String]
  /// The Arabic name of the first-level unit that it lies in; empty if not given.
  public let admin1: String
  /// The Arabic name of the second-level unit that it lies in; empty if not given.
  public let admin2: String
  /// Degrees north (WGS 84), of an area a point within it; `nil` if not known.
  public let latitude: Double?
  /// Degrees east.
  public let longitude: Double?
  /// Inhabitants; `nil` if not known.
  public let population: Int?
  /// OCHA's code of the place; empty if not known.
  public let pcode: String
  /// Where the line is from.
  public let source: String
  /// Whether it is one of a complete list, not one chosen because reports on conflict name it.
  let isListedOnly: Bool

  /// How exactly a mention of it tells where.
  public var precision: PlacePrecision { PlacePrecision(kind: kind) }
}

/// How exactly a named place tells where something is.
public enum PlacePrecision: String, Sendable, Hashable, CaseIterable {
  case point, town, district, governorate, region, country

  /// The precision of a kind of place.
  init(kind: String) {
    self =
      switch kind {
      case "country": .country
      case "governorate", "state": .governorate
      case "district", "subdistrict": .district
      case "city", "town", "village", "neighbourhood", "camp": .town
      case "continent", "supraregion", "sea", "ocean", "gulf", "region", "desert", "mountain",
        "river", "peninsula", "island", "lake", "strait", "valley", "forest", "area", "road":
        .region
      default: .point
      }
  }
}

/// The places that Marsad knows, from `Data/places`.
public struct Gazetteer: Sendable {
  /// The entries in the order of the files.
  public let entries: [GazetteerEntry]

  /// The files that Marsad ships.
  static let fileNames = [
    "countries", "regions", "governorates", "known-places", "towns", "districts",
  ]

  /// The files that hold every place of their kind.
  private static let listFileNames: Set = ["places/towns.tsv", "places/districts.tsv"]

  /// The gazetteer that Marsad ships.
  public static let standard: Gazetteer = {
    do {
      return try Gazetteer(fileNames.map { DataFile("places/\($0).tsv") })
    } catch {
      preconditionFailure("the shipped gazetteer has a fault: \(error)")
    }
  }()

  /// Loads files in the form of `Data/places`: id, kind, name_ar, aliases_ar, name_en, country, admin1,
  /// admin2, lat, lon, population, pcode, source, then what a file has of its own.
  ///
  /// - Throws: `RegistryError` at the first line that is not in the form or whose id is taken.
  public init(_ files: [DataFile]) throws(RegistryError) {
    var entries: [GazetteerEntry] = []
    var places: [String: (file: String, line: Int)] = [:]
    for file in files {
      for row in file.rows {
        let entry = try Gazetteer.entry(row, file: file.name)
        if let first = places.updateValue((file.name, row.line), forKey: entry.id) {
          throw RegistryError(
            file: file.name, line: row.line,
            fault: "the id '\(entry.id)' stands already in \(first.file), line \(first.line); "
              + "give one of them another id")
        }
        entries.append(entry)
      }
    }
    self.entries = entries
  }

  /// The entries whose name, alias or id holds all words of `text`, in any spelling.
  public func entries(named text: String) -> [GazetteerEntry] {
    let folding = Folding(.search)
    let words = folding.folded(text).lowercased().split(separator: " ")
    return entries.filter { entry in
      ([entry.name, entry.nameEn, entry.id, entry.pcode] + entry.aliases).contains { name in
        let folded = folding.folded(name).lowercased()
        return words.allSatisfy { folded.contains($0) }
      }
    }
  }

  private static func entry(
    _ row: DataFile.Row, file: String
  ) throws(RegistryError) -> GazetteerEntry {
    func fault(_ text: String) -> RegistryError {
      RegistryError(file: file, line: row.line, fault: text)
    }
    func number(_ field: Int, within limit: Double) throws(RegistryError) -> Double? {
      if row[field].isEmpty { return nil }
      guard let value = Double(row[field]), abs(value) <= limit else {
        throw fault(
          "'\(row[field])' is no coordinate; write degrees with a point, at most \(Int(limit))")
      }
      return value
    }
    guard row.fields.count >= 10 else {
      throw fault("at least 10 fields separated by tabs are needed, there are \(row.fields.count)")
    }
    guard !row[0].isEmpty, !row[1].isEmpty, !row[2].isEmpty else {
      throw fault("an id, a kind and a name in Arabic are needed in the first three fields")
    }
    let latitude = try number(8, within: 90)
    let longitude = try number(9, within: 180)
    guard (latitude == nil) == (longitude == nil) else {
      throw fault("one coordinate of '\(row[0])' is missing; give both or none")
    }
    guard row[10].isEmpty || Int(row[10]) != nil else {
      throw fault("'\(row[10])' is no number of inhabitants; write digits only")
    }
    return GazetteerEntry(
      id: row[0], kind: row[1], name: row[2],
      aliases: row.pieces(3), nameEn: row[4],
      countries: row.pieces(5), admin1: row[6], admin2: row[7],
      latitude: latitude, longitude: longitude, population: Int(row[10]), pcode: row[11],
      source: row[12], isListedOnly: listFileNames.contains(file))
  }
}
