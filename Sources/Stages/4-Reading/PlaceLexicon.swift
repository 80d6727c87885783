import ArabicScript
import ArabicWords

/// The gazetteer's names, ready to be found in a text.
final class PlaceLexicon: Sendable {
  /// One name of a place.
  struct Name: Sendable {
    let entry: String
    /// How small the place is: 0 a country or more, 1 a region, 2 a governorate, 3 a district, 4 a
    /// town, 5 a village or part of a town.
    let rank: Int
    /// Whether the name alone is no evidence of a place.
    let isAmbiguous: Bool
    /// Whether a name of one word ends in teh marbuta, so that a heh at its end is a pronoun.
    let endsInTehMarbuta: Bool
  }

  let names: [Name]
  private let table: PhraseTable

  init() {
    let folding = Folding(.search)
    func fold(_ text: some StringProtocol) -> [UInt8] { folding.folded(utf8: Array(text.utf8)) }
    var ambiguous: Set<[UInt8]> = []
    for row in DataFile("places/ambiguous.txt").rows { ambiguous.insert(fold(row[0])) }
    var phrases: [(words: [[UInt8]], value: Int32)] = []
    var names: [Name] = []
    var order: [Int] = []
    for file in ["countries", "regions", "governorates", "known-places", "towns", "districts"] {
      for row in DataFile("places/\(file).tsv").rows {
        guard let rank = PlaceLexicon.rank(row[1]) else { continue }
        for name in [row[2]] + row.pieces(3) {
          let parts = name.utf8.split(separator: UInt8(ascii: " ")).map { fold(Substring($0)) }
          guard let first = parts.first, first.count >= 4 else { continue }
          let isAmbiguous = ambiguous.contains(fold(name)) || parts.count == 1 && first.count < 6
          phrases.append((parts, Int32(names.count)))
          order.append(row[1] == "city" ? -5 : rank == 5 ? 1 : -rank)
          names.append(
            Name(
              entry: row[0], rank: rank, isAmbiguous: isAmbiguous,
              endsInTehMarbuta: parts.count == 1 && name.hasSuffix("ة")))
        }
      }
    }
    self.names = names
    // Of places that bear one name a city counts first, then the smallest, villages and parts of towns last.
    table = PhraseTable(
      phrases.enumerated().sorted {
        (order[Int($0.element.value)], $0.offset) < (order[Int($1.element.value)], $1.offset)
      }.map(\.element))
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

  /// As which first words of names a word may be taken, whole and without its first letter: their numbers in the table of
  /// names, below 0 where no name begins so.
  typealias Opening = SIMD2<Int32>

  /// As which first words of names token `i` may be taken, which rests on its spelling alone.
  func opening(_ text: TokenizedText, _ i: Int) -> Opening {
    Opening(table.firstWord(text, i, prefix: 0), table.firstWord(text, i, prefix: 2))
  }

  /// The index of the longest name that begins with letter `prefix`, 0 or 1, of token `i`, and the number of its tokens.
  func name(_ text: TokenizedText, _ i: Int, _ opening: Opening, prefix: Int)
    -> (index: Int32, count: Int)?
  {
    let first = opening[prefix]
    guard first >= 0 else { return nil }
    let end = Int(text.tokens[i].end)
    let endsInHeh = end >= 2 && text.utf8[end - 2] == 0xD9 && text.utf8[end - 1] == 0x87
    return table.longest(text, i, first: first) {
      !(endsInHeh && names[Int($0)].endsInTehMarbuta)
    }.map { ($0.value, $0.count) }
  }
}
