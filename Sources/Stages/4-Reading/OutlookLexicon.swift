import ArabicScript
import ArabicWords
import NewsModel

/// The markers of outlooks with all their forms, the particles of conditions and the words around
/// them, folded for search.
struct OutlookLexicon: Sendable {
  private(set) var markers: [OutlookMarker] = []
  private(set) var conditions: [ConditionParticle] = []
  private(set) var words: [OutlookWord] = []
  /// The spellings of `words`, in the same order.
  private(set) var spellings: [[UInt8]] = []
  /// How a plain future words its likelihood.
  let future: OutlookLikelihood
  /// The stems of the present of verbs that tell what one does by one's own will, without the letter of the person.
  private(set) var willed = WordTable()
  private var index: [[UInt8]: Int] = [:]
  private let folding = Folding(.search)

  /// Reads markers from data files in the form of `Data/reading/outlooks.tsv`; their wordings are
  /// those of `likelihood`.
  init(_ files: [DataFile], likelihood: DataFile) {
    let table = OutlookLikelihood.table(likelihood)
    future = table["سـ"] ?? .unstated
    for file in files { for row in file.rows { add(row, table) } }
    let stems = files.flatMap(\.rows).filter { $0[0] == "willed" }
      .flatMap { $0[1].split(separator: " ") }
    willed = WordTable(stems.map { (folding.folded(utf8: Array($0.utf8)), 0) })
    for i in words.indices {
      words[i].conditions.sort {
        conditions[Int($0)].words.count > conditions[Int($1)].words.count
      }
    }
  }

  private mutating func add(_ row: DataFile.Row, _ table: [String: OutlookLikelihood]) {
    if let trait = OutlookTraits.byName[row[0]] {
      for word in row[1].split(separator: " ") { words[entry(String(word))].traits.insert(trait) }
    } else if row[0] == "condition" {
      addCondition(row)
    } else if let markerClass = OutlookMarker.Class(rawValue: row[0]) {
      markers.append(marker(row, markerClass, table))
      let id = Int32(markers.count - 1)
      for form in forms(row, markerClass) {
        let i = entry(form)
        if words[i].markers.last != id { words[i].markers.append(id) }
      }
      if markerClass == .noun { addPossessed(row, id) }
    }
  }

  /// The forms of a noun with possessive pronouns.
  private mutating func addPossessed(_ row: DataFile.Row, _ id: Int32) {
    for noun in [row[1]] + row[2].split(separator: " ").map(String.init) where noun != "-" {
      let open = noun.hasSuffix("ة") ? noun.dropLast() + "ت" : noun
      for owner in ["ه", "ها", "هم", "هما", "نا", "ي"] {
        let i = entry(open + owner)
        words[i].markers.append(id)
        words[i].traits.insert(.possessed)
      }
    }
  }

  private func marker(
    _ row: DataFile.Row, _ markerClass: OutlookMarker.Class, _ table: [String: OutlookLikelihood]
  ) -> OutlookMarker {
    let negation: OutlookMarker.Negation =
      row[4] == "=" ? .keeps : table[row[4]].map { .turns($0) } ?? .cancels
    var frames: OutlookMarker.Frames = []
    for name in row[6].split(separator: ",") {
      if let frame = OutlookMarker.Frames.byName[String(name)] { frames.insert(frame) }
    }
    return OutlookMarker(
      word: row[1], markerClass: markerClass, likelihood: table[row[3]] ?? .unstated,
      negation: negation, kind: OutlookKind(rawValue: row[5]), frames: frames)
  }

  /// The spellings of a marker: as listed; of a verb the persons of past and present and the
  /// participle.
  private func forms(_ row: DataFile.Row, _ markerClass: OutlookMarker.Class) -> [String] {
    let extra = row[2].split(separator: " ").map(String.init)
    guard markerClass == .verb else { return [row[1]] + extra.filter { $0 != "-" } }
    let past = row[1]
    var result = [past, past + "ت", past + "وا", past + "ا", past + "تا", past + "نا"]
    if let stem = extra.first, stem != "-" {
      for person in ["ي", "ت", "ن", "أ"] { result.append(person + stem) }
      for person in ["ي", "ت"] {
        result += [person + stem + "ون", person + stem + "ان", person + stem + "وا"]
      }
    }
    if extra.count > 1, extra[1] != "-" {
      for ending in ["ا", "ة", "ين", "ون", ""] { result.append(extra[1] + ending) }
    }
    return result + extra.dropFirst(2)
  }

  private mutating func addCondition(_ row: DataFile.Row) {
    guard let kind = ConditionKind(rawValue: row[3]) else { return }
    let flags = Set(row[6].split(separator: ","))
    let further = row[2].split(separator: " ").map(String.init).filter { $0 != "-" }
    for spelling in [row[1]] + further {
      let parts = spelling.split(separator: " ").map { folding.folded(utf8: Array($0.utf8)) }
      conditions.append(
        ConditionParticle(
          words: parts, kind: kind, isWeak: flags.contains("weak"),
          needsEvent: flags.contains("event")))
      words[entry(folded: parts[0])].conditions.append(Int32(conditions.count - 1))
    }
  }

  private mutating func entry(_ word: String) -> Int {
    entry(folded: folding.folded(utf8: Array(word.utf8)))
  }

  private mutating func entry(folded: [UInt8]) -> Int {
    if let i = index[folded] { return i }
    words.append(OutlookWord())
    spellings.append(folded)
    index[folded] = words.count - 1
    return words.count - 1
  }
}
