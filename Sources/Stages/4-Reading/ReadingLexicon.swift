import ArabicScript
import ArabicWords

/// What is known of words: classes, cue verbs, words of names.
struct ReadingLexicon: Sendable {
  /// What is known of one spelling.
  struct Entry: Sendable {
    var classes: WordClass = []
    /// The index of the cue form, or -1.
    var cue: Int32 = -1
    /// The index of what it does for outlooks, or -1.
    var outlook: Int32 = -1
  }

  /// A name of several words, folded, one of which is spelt like a word of grammar, and what it names.
  struct CompoundName: Sendable {
    let words: [[UInt8]]
    let wordClass: WordClass
  }

  /// The compound names.
  let compoundNames: [CompoundName]
  /// The first of the heads that differ only in number, folded (`مصادر` to `مصدر`).
  let sameHeads: [String: String]
  private(set) var entries: [Entry] = []
  let table: WordTable
  let cues: CueLexicon
  let outlooks: OutlookLexicon

  /// The lexicon that Marsad ships.
  static let standard = ReadingLexicon(extraCues: [])

  /// Loads the data files; `extraCues` in the form of `Data/reading/cues.tsv` are added.
  init(extraCues: [DataFile]) {
    var builder = Builder()
    cues = CueLexicon(extraCues + [DataFile("reading/cues.tsv")])
    for (index, form) in cues.forms.enumerated() { builder.addCue(form.spelling, Int32(index)) }
    var compounds: [CompoundName] = []
    var heads: [String: String] = [:]
    outlooks = OutlookLexicon(
      [DataFile("reading/outlooks.tsv")], likelihood: DataFile("reading/likelihood.tsv"))
    for (index, spelling) in outlooks.spellings.enumerated() {
      builder.addOutlook(spelling, Int32(index))
    }
    for row in DataFile("reading/words.tsv").rows {
      if row[0] == "same-head" {
        for group in Folding(.search).folded(row[1]).split(separator: "|") {
          let words = group.split(separator: " ").map(String.init)
          for word in words { heads[word] = words[0] }
        }
      }
      if row[0].hasPrefix("compound-"),
        let wordClass = WordClass.byName[String(row[0].dropFirst(9))]
      {
        for name in Folding(.search).folded(row[1]).split(separator: "|") {
          let words = name.split(separator: " ")
          compounds.append(
            CompoundName(words: words.map { Array($0.utf8) }, wordClass: wordClass))
          builder.add(String(words[0]), .compound)
        }
      }
      guard let wordClass = WordClass.byName[row[0]] else { continue }
      builder.add(row[1], wordClass)
    }
    for row in DataFile("reading/words-learnt.tsv").rows { builder.addLearnt(row) }
    builder.addPlaces()
    for row in DataFile("names/words.tsv").rows { builder.addName(row[0]) }
    compoundNames = compounds
    sameHeads = heads
    builder.completeArticles()
    entries = builder.entries
    table = builder.table
  }

  /// `ال`.
  private static let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]

  private struct Builder {
    var entries: [Entry] = []
    private(set) var table = WordTable()
    private var titles: [[UInt8]] = []
    private let folding = Folding(.search)

    mutating func addCue(_ spelling: [UInt8], _ form: Int32) {
      let i = entry(spelling)
      if entries[i].cue < 0 { entries[i].cue = form }
    }

    mutating func addOutlook(_ spelling: [UInt8], _ word: Int32) {
      entries[entry(spelling)].outlook = word
    }

    mutating func add(_ text: String, _ wordClass: WordClass) {
      for word in text.split(separator: " ") { add(word: String(word), wordClass) }
    }

    mutating func addLearnt(_ row: DataFile.Row) {
      for word in row.pieces(1, separator: " ") {
        switch row[0] {
        case "past":
          if isCueWithConjunction(Array(word.utf8)) { continue }
          // `ودعت` is `و` with `دعت`, though there is a verb `ودع`.
          for ending in ["", "ت", "وا"]
          where !isCueWithConjunction(Array((word + ending).utf8)) {
            add(word: word + ending, .pastVerb)
          }
        case "present":
          for prefix in ["ي", "ت"] {
            add(word: prefix + word, .presentVerb)
            add(word: "س" + prefix + word, [.presentVerb, .future])
          }
          add(word: "سن" + word, [.presentVerb, .future])
        default: add(word: word, .noun)
        }
      }
    }

    /// Gives a title that is spelt out with the article what is known of it without (`القيادي`).
    mutating func completeArticles() {
      for spelling in titles where spelling.starts(with: ReadingLexicon.article) {
        guard let i = index(spelling), let bare = index(Array(spelling.dropFirst(4))) else {
          continue
        }
        entries[i].classes.formUnion(entries[bare].classes.intersection(.official))
      }
    }

    /// Adds a word of names, unless it is a word of grammar or a form of a cue.
    mutating func addName(_ word: String) {
      let spelling = Array(word.utf8)
      if let i = index(spelling),
        entries[i].cue >= 0 || !entries[i].classes.isDisjoint(with: .grammar)
      {
        return
      }
      if isCueWithConjunction(spelling) { return }
      if spelling.starts(with: ReadingLexicon.article),
        let i = index(Array(spelling.dropFirst(4))),
        !entries[i].classes.isDisjoint(with: [.noun, .nationality, .official, .body])
      {
        return
      }
      add(word: word, .name)
    }

    /// Adds the names of places that are one word, and the adjectives of nationality.
    mutating func addPlaces() {
      let ambiguous = Set(
        DataFile("places/ambiguous.txt").rows.map {
          folding.folded($0[0].split(separator: " ").first.map(String.init) ?? "")
        })
      for file in ["countries", "regions", "governorates", "districts", "known-places", "towns"] {
        for row in DataFile("places/\(file).tsv").rows {
          for name in [row[2]] + row.pieces(3) {
            let folded = folding.folded(name)
            // A country that shares its name with its capital or a river is a country all the same.
            let isWord = index(Array(folded.utf8)).map { entries[$0].classes.contains(.noun) }
            let isKnownCountry = file == "countries" && isWord != true
            if folded.contains(" ") || ambiguous.contains(folded) && !isKnownCountry { continue }
            if let i = index(Array(folded.utf8)),
              entries[i].cue >= 0 || !entries[i].classes.isDisjoint(with: .grammar)
            {
              continue
            }
            if folded.hasPrefix("ال"), let i = index(Array(folded.dropFirst(2).utf8)),
              !entries[i].classes.isDisjoint(with: [.speakerHead, .title, .deed])
            {
              continue
            }
            if file == "towns", let i = index(Array(folded.utf8)),
              !entries[i].classes.isDisjoint(with: [.noun])
            {
              continue
            }
            add(word: name, .place)
            if file == "countries" { dropVerb(folded) }
          }
          if file == "countries" {
            for adjective in row.pieces(13) {
              add(word: adjective, .nationality)
            }
            for capital in row.pieces(14) where !capital.contains(" ") {
              add(word: capital, .place)
            }
          }
        }
      }
    }

    /// Takes what the learnt list says of verbs from the name of a country (`تونس` is no form of `ونس`).
    private mutating func dropVerb(_ folded: String) {
      guard let i = index(Array(folded.utf8)), entries[i].cue < 0 else { return }
      entries[i].classes.subtract([.pastVerb, .presentVerb])
    }

    /// Whether a word is a cue or marker with `و` or `ف` written before it.
    private func isCueWithConjunction(_ word: [UInt8]) -> Bool {
      guard word.starts(with: [0xD9, 0x88]) || word.starts(with: [0xD9, 0x81]) else { return false }
      return index(Array(word.dropFirst(2))).map {
        entries[$0].cue >= 0 || entries[$0].outlook >= 0
      } ?? false
    }

    /// Adds a word; a noun in teh marbuta also in the form that it takes before a pronoun, a
    /// particle of `that` also with pronouns.
    private mutating func add(word: String, _ wordClass: WordClass) {
      let spelling = folding.folded(utf8: Array(word.utf8))
      entries[entry(spelling)].classes.insert(wordClass)
      if wordClass.contains(.title) { titles.append(spelling) }
      if !wordClass.isDisjoint(with: [.body, .document, .deed]), word.hasSuffix("ة") {
        let open = folding.folded(utf8: Array((word.dropLast() + "ت").utf8))
        entries[entry(open)].classes.insert(wordClass)
      }
      if wordClass == .that {
        for pronoun in ["ه", "ها", "هم", "هما", "هن", "نا", "نى", "ني", "ك", "كم", "ننا", "نني"] {
          entries[entry(spelling + Array(pronoun.utf8))].classes.insert(.that)
        }
      }
    }

    private mutating func entry(_ spelling: [UInt8]) -> Int {
      let i = Int(table.add(spelling, Int32(entries.count)))
      if i == entries.count { entries.append(Entry()) }
      return i
    }

    private func index(_ spelling: [UInt8]) -> Int? {
      let i = table.value(spelling)
      return i == WordTable.none ? nil : Int(i)
    }
  }
}
