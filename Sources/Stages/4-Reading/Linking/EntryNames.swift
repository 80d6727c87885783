import ArabicScript
import ArabicWords
import NewsModel

/// All names of the registry and the gazetteer, ready to be found in a text.
struct EntryNames: Sendable {
  /// Those who bear one name.
  struct Name: Sendable {
    /// The indices of the targets that bear it.
    private(set) var targets: [Int32]
    /// Whether the name alone is no evidence of any of them.
    let isAmbiguous: Bool
    /// What else a name of one word is.
    let other: OtherUse?
    /// Whether it is a noun that stands for the one of its bearers that is spoken of (`المملكة`).
    let isDefinite: Bool
    /// The number of the country in which all of them are in the first place, or -1.
    private(set) var country: Int32

    init(_ target: Int32, country: Int32, isAmbiguous: Bool, _ other: OtherUse?) {
      targets = [target]
      self.country = country
      self.isAmbiguous = isAmbiguous
      self.other = other
      isDefinite = false
    }

    /// A noun for any of the targets, which is no evidence of their countries.
    init(definite targets: [Int32]) {
      self.targets = targets
      country = -1
      isAmbiguous = true
      other = nil
      isDefinite = true
    }

    mutating func add(_ target: Int32, country: Int32) {
      if targets.contains(target) { return }
      targets.append(target)
      if country != self.country { self.country = -1 }
    }
  }

  /// What else than a place a name of one word is, and how to tell.
  struct OtherUse: Sendable {
    /// Whether persons bear it as a given name, so that it names a place only where its article uses it for one elsewhere.
    let isGivenName: Bool
    /// The spelling that tells the name from the word that is folded alike (`مأرب`, not `مآرب`); `nil` if there is none.
    let telling: [UInt8]?
  }

  /// A name found in a text.
  struct Hit: Sendable {
    let tokens: Range<Int>
    /// The name's bytes, without conjunctions and prepositions written together with it.
    let span: TextRange
    /// The index of the name.
    let name: Int
    var isAmbiguous: Bool
    /// The ranks of places that a word of kind before it allows, a bit each; 0 if there is none.
    var kind: UInt16 = 0
    /// What else tells that it stands for a place.
    var sign = NameSurroundings.Sign.none
    /// Whether it stands behind a word that names of places stand behind (`جامعة`, `شمال`).
    var isBehindNear = false
    /// Whether it stands in a list beside the name of a country.
    var isBesideCountry = false
  }

  /// The names of all that Marsad ships.
  static let standard = EntryNames(.standard, .standard)

  let targets: [LinkTarget]
  let names: [Name]
  /// The registry's persons by what their names sound like.
  let persons: PersonSpellings
  /// The number of countries that targets are in.
  let countryCount: Int
  private let table: PhraseTable
  /// Adjectives of nationality without the article, folded, and the numbers of their countries.
  private let peoples: WordTable

  init(_ registry: Registry, _ gazetteer: Gazetteer) {
    var builder = Builder()
    for entry in registry.entries {
      builder.add(
        LinkTarget(entry, &builder.numbers), names: [entry.name] + entry.aliases)
    }
    for entry in gazetteer.entries {
      builder.add(
        LinkTarget(entry, &builder.numbers), names: [entry.name] + entry.aliases)
    }
    builder.addDefinite(DataFile("places/definite.tsv"))
    peoples = builder.peoples(DataFile("places/countries.tsv"))
    targets = builder.targets
    names = builder.names
    persons = PersonSpellings(registry)
    countryCount = builder.numbers.countryCount
    table = PhraseTable(builder.phrases)
  }

  private struct Builder {
    private let folding = Folding(.search)
    var numbers = LinkTarget.Numbers()
    private(set) var targets: [LinkTarget] = []
    private(set) var names: [Name] = []
    private(set) var phrases: [(words: [[UInt8]], value: Int32)] = []
    private var index = WordTable()
    /// The folded names that are words or names of persons too.
    private var ambiguous: [[UInt8]: OtherUse] = [:]

    init() {
      // Of a name that several places bear the article tells which is meant.
      for row in DataFile("places/ambiguous.txt").rows where !row[1].hasPrefix("# several") {
        let spelling = Array(row[0].utf8)
        ambiguous[folding.folded(utf8: spelling)] = OtherUse(
          isGivenName: row[1].hasPrefix("# person"),
          telling: row[1].hasPrefix("# spelt") ? spelling : nil)
      }
    }

    mutating func add(_ target: LinkTarget, names: [String]) {
      let number = Int32(targets.count)
      targets.append(target)
      for name in names {
        let folded = folding.folded(utf8: Array(name.utf8))
        let words = folded.split(separator: 0x20).map(Array.init)
        guard let first = words.first, first.count >= 4 else { continue }
        let isAmbiguous =
          target.type == .place
          && (ambiguous[folded] != nil || words.count == 1 && first.count < 6)
        add(words, number, isAmbiguous)
        if target.type == .place, words.count == 2, EntryNames.hasArticle(words[1]) {
          // Hashtags and hasty writing join what the article sets apart (`حفرالباطن`).
          add([first + words[1]], number, isAmbiguous)
        }
        if EntryNames.hasArticle(first) {
          add([EntryNames.joinedToL(first)] + words.dropFirst(), number, isAmbiguous)
        }
      }
    }

    /// The adjectives of nationality of countries but those that are mostly another word (`مالي`), and what they number.
    mutating func peoples(_ file: DataFile) -> WordTable {
      var words: [(spelling: [UInt8], value: Int32)] = []
      for row in file.rows where row[13] != "" {
        for form in row.pieces(13) {
          let word = folding.folded(utf8: Array(form.utf8))
          if SharedNames.standard.doubts(word[...], .nationality) { continue }
          words.append((word, numbers.country(row[5])))
        }
      }
      return WordTable(words)
    }

    /// Adds nouns that stand for the one place of a few that an article speaks of.
    mutating func addDefinite(_ file: DataFile) {
      for row in file.rows {
        let word = folding.folded(utf8: Array(row[0].utf8))
        let ids = row.pieces(1)
        let bearers = targets.indices.filter { ids.contains(targets[$0].id) }.map { Int32($0) }
        phrases.append(([word], Int32(names.count)))
        phrases.append(([EntryNames.joinedToL(word)], Int32(names.count)))
        names.append(Name(definite: bearers))
      }
    }

    private mutating func add(_ words: [[UInt8]], _ target: Int32, _ isAmbiguous: Bool) {
      let country = targets[Int(target)].countries.first ?? -1
      let name = Int(index.add(Array(words.joined(separator: [0x20])), Int32(names.count)))
      if name < names.count {
        names[name].add(target, country: country)
      } else {
        phrases.append((words, Int32(name)))
        names.append(
          Name(
            target, country: country, isAmbiguous: isAmbiguous,
            words.count == 1 ? ambiguous[words[0]] : nil))
      }
    }
  }

  /// As which first words of names a word may be taken, without as many letters of conjunction and preposition at its
  /// start: their numbers in the table of names, below 0 where no name begins so.
  struct Opening: Sendable {
    fileprivate(set) var firsts: InlineArray<3, Int32> = [-1, -1, -1]
    fileprivate(set) var opensNone = true
    /// The number of the country whose people or things the word is an adjective for; -1 if it is none.
    fileprivate(set) var people: Int32 = -1
  }

  /// As which first words of names token `i` may be taken, which rests on its spelling alone.
  func opening(_ text: TokenizedText, _ i: Int) -> Opening {
    var opening = Opening()
    guard text.tokens[i].kind == .word else { return opening }
    for prefix in opening.firsts.indices {
      if prefix > 0, !EntryNames.isClitic(text.letter(i, prefix - 1)) { break }
      let first = table.firstWord(text, i, prefix: 2 * prefix)
      if first < 0 { continue }
      opening.firsts[prefix] = first
      opening.opensNone = false
    }
    opening.people = people(text, i)
    return opening
  }

  /// The number of the country of an adjective of nationality, behind clitics and article (`والكويتية`, `لليمنيين`); -1 for
  /// other words.
  private func people(_ text: TokenizedText, _ i: Int) -> Int32 {
    var letters = 0
    while letters < 2, !text.hasArticle(i, letter: letters),
      EntryNames.isClitic(text.letter(i, letters))
    {
      let country = text.look(up: i, in: peoples, prefix: 2 * letters)
      if country >= 0 { return country }
      letters += 1
    }
    let isSwallowed =
      letters > 0 && text.letter(i, letters - 1) == 0x644
      && text.letter(i, letters) == 0x644
    let article = text.hasArticle(i, letter: letters) ? 2 : isSwallowed ? 1 : 0
    return max(-1, text.look(up: i, in: peoples, prefix: 2 * (letters + article)))
  }

  /// The names in a text, the longest at each place, none within another; `opening` tells as which first words of names a
  /// token may be taken.
  func hits(in text: TokenizedText, _ opening: (Int) -> Opening) -> [Hit] {
    var result: [Hit] = []
    var i = 0
    while i < text.count {
      let opening = opening(i)
      if !opening.opensNone, let hit = hit(text, i, opening) {
        result.append(hit)
        i = hit.tokens.upperBound
      } else {
        i += 1
      }
    }
    return result
  }

  /// The longest name that begins in token `i`, behind at most two letters of conjunction and preposition.
  private func hit(_ text: TokenizedText, _ i: Int, _ opening: Opening) -> Hit? {
    var best: (name: Int32, count: Int, prefix: Int)?
    for prefix in opening.firsts.indices where opening.firsts[prefix] >= 0 {
      guard let (name, count) = table.longest(text, i, first: opening.firsts[prefix]) else {
        continue
      }
      if let best, best.count >= count { continue }
      best = (name, count, prefix)
    }
    guard let best else { return nil }
    let tokens = i..<i + best.count
    let span = text.dropping(best.prefix, from: text.range(tokens))
    let name = names[Int(best.name)]
    // Three letters behind others that may be written to them are mostly a word.
    let isShort =
      best.prefix > 0 && best.count == 1 && text.keyLength(i) - 2 * best.prefix < 8
    let isTold =
      name.other?.telling.map { text.utf8[span.start..<span.end].elementsEqual($0) } ?? false
    return Hit(
      tokens: tokens, span: span, name: Int(best.name),
      isAmbiguous: name.isAmbiguous && !isTold || isShort)
  }

  private static func hasArticle(_ word: [UInt8]) -> Bool {
    word.starts(with: [0xD8, 0xA7, 0xD9, 0x84])
  }

  /// A word with the article behind the preposition that swallows its alef (`للرياض`).
  private static func joinedToL(_ word: [UInt8]) -> [UInt8] {
    [0xD9, 0x84, 0xD9, 0x84] + word.dropFirst(4)
  }

  /// Whether a letter is و ف ب ل ك.
  static func isClitic(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x648, 0x641, 0x628, 0x644, 0x643: true
    default: false
    }
  }
}
