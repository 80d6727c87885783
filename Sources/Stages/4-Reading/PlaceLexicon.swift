import ArabicScript
import ArabicWords

/// The gazetteer's names, ready to be found in a text.
struct PlaceLexicon: Sendable {
  /// One name of a place.
  struct Name: Sendable {
    /// The folded words behind the first.
    let rest: [[UInt8]]
    let entry: String
    /// How small the place is: 0 a country or more, 1 a region, 2 a governorate, 3 a district, 4 a
    /// town, 5 a village or part of a town.
    let rank: Int
    /// Whether the name alone is no evidence of a place.
    let isAmbiguous: Bool
    /// Whether a name of one word ends in teh marbuta, so that a heh at its end is a pronoun.
    let endsInTehMarbuta: Bool
  }

  private(set) var names: [[Name]] = []
  let table: WordTable

  init() {
    let folding = Folding(.search)
    func fold(_ text: some StringProtocol) -> [UInt8] { folding.folded(utf8: Array(text.utf8)) }
    var ambiguous: Set<[UInt8]> = []
    for row in DataFile("places/ambiguous.txt").rows { ambiguous.insert(fold(row[0])) }
    var index: [[UInt8]: Int] = [:]
    var words: [(spelling: [UInt8], value: Int32)] = []
    var names: [[Name]] = []
    for file in ["countries", "regions", "governorates", "known-places", "towns", "districts"] {
      for row in DataFile("places/\(file).tsv").rows {
        guard let rank = PlaceLexicon.rank(row[1]) else { continue }
        for name in [row[2]] + row[3].split(separator: "|").map(String.init) {
          let parts = name.split(separator: " ").map { fold($0) }
          guard let first = parts.first, first.count >= 4 else { continue }
          let isAmbiguous = ambiguous.contains(fold(name)) || parts.count == 1 && first.count < 6
          let entry = Name(
            rest: Array(parts.dropFirst()), entry: row[0], rank: rank, isAmbiguous: isAmbiguous,
            endsInTehMarbuta: parts.count == 1 && name.hasSuffix("ة"))
          if let i = index[first] {
            names[i].append(entry)
          } else {
            index[first] = names.count
            words.append((first, Int32(names.count)))
            names.append([entry])
          }
        }
      }
    }
    self.names = names.map { $0.sorted { ($0.rest.count, $0.rank) > ($1.rest.count, $1.rank) } }
    table = WordTable(words)
  }

  /// How small places of a kind are; `nil` for kinds that are no place of an event (bases, crossings).
  private static func rank(_ kind: String) -> Int? {
    switch kind {
    case "country", "continent", "supraregion", "sea", "ocean", "gulf": 0
    case "region", "desert", "mountain", "river", "peninsula", "lake", "strait", "valley", "forest":
      1
    case "governorate", "state": 2
    case "district", "subdistrict": 3
    case "city", "town", "island", "area", "camp": 4
    case "village", "neighbourhood": 5
    default: nil
    }
  }

  /// The longest name that begins with letter `prefix` of token `i`, and the number of its tokens.
  func name(_ text: TokenizedText, _ i: Int, prefix: Int) -> (name: Name, count: Int)? {
    let first = text.look(up: i, in: table, prefix: 2 * prefix)
    guard first >= 0 else { return nil }
    let end = Int(text.tokens[i].end)
    let endsInHeh = end >= 2 && text.utf8[end - 2] == 0xD9 && text.utf8[end - 1] == 0x87
    return names[Int(first)].first { name in
      !(name.endsInTehMarbuta && endsInHeh)
        && name.rest.indices.allSatisfy { k in
          i + 1 + k < text.count && text.key(i + 1 + k).elementsEqual(name.rest[k])
        }
    }.map { ($0, 1 + $0.rest.count) }
  }
}
