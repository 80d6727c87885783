import ArabicScript
import ArabicWords

/// Those who speak in one article, each with the fullest name that the article gives.
///
/// Names are compared by their folded words without the article.
struct Roster: Sendable {
  /// One who speaks.
  struct Member: Sendable {
    /// The fullest name or description.
    var name: String
    /// The folded words of the name, without titles.
    var keys: [String]
    /// The folded head of the description (`مصدر`, `وزير`), without the article.
    var heads: Set<String>
    /// All folded words of the description.
    var roleWords: Set<String> = []
    var role: String?
    /// The gender of verbs that go with the member, where one was seen.
    var isFeminine: Bool?
    var isPlural: Bool
    /// Whether it is a person with a name.
    let isNamed: Bool
    let isDocument: Bool
    var sourceClass: String?
  }

  var members: [Member] = []
  /// Persons named anywhere in the article, with what is said of their office.
  private var persons: [Person] = []

  private struct Person {
    let keys: [String]
    let name: String
    let heads: Set<String>
    let roleWords: Set<String>
    let role: String?
    let at: Int
  }

  let analysis: TextAnalysis

  init(_ analysis: TextAnalysis) {
    self.analysis = analysis
    collectPersons()
  }

  /// The member that a phrase names or describes; a new one if it is none of those before.
  mutating func member(_ phrase: NounPhrase, form: CueForm?) -> Int {
    let index =
      phrase.name.map { named($0, phrase) } ?? shortName(phrase) ?? honoured(phrase) ?? holder(
        of: phrase)
      ?? described(phrase)
    if let form, !form.isPlural { members[index].isFeminine = form.isFeminine }
    return index
  }

  /// Notes that a member issued the document named at a token.
  mutating func issued(_ i: Int, by member: Int) {
    members[member].heads.insert(
      sameHead(i))
  }

  // MARK: - Names

  /// Whether the phrase is a part of the name of one whom the article names in full.
  func names(_ phrase: NounPhrase) -> Bool {
    guard phrase.tokens.count <= 2, !analysis.has(phrase.tokens.lowerBound, .speakerHead) else {
      return false
    }
    let keys = phrase.tokens.map { analysis.nameKey($0) }
    return members.contains { $0.isNamed && NameParts.isPart(keys, of: $0.keys) }
      || persons.contains { $0.keys.count > 1 && NameParts.isPart(keys, of: $0.keys) }
  }

  mutating func named(_ name: Range<Int>, _ phrase: NounPhrase) -> Int {
    var keys = analysis.nameKeys(name)
    var spelling = analysis.spelling(name)
    if let full = persons.first(where: {
      $0.keys.count > keys.count && NameParts.isPart(keys, of: $0.keys)
    }) {
      keys = full.keys
      spelling = full.name
    }
    let heads = heads(phrase.role)
    let roleWords = Set((phrase.role ?? 0..<0).map { analysis.headKey($0) })
    let role =
      phrase.role.map { analysis.spelling($0) }
      ?? persons.first { $0.keys == keys && $0.role != nil }?.role
    for i in members.indices.reversed() where members[i].isNamed {
      guard
        NameParts.isPart(keys, of: members[i].keys) || NameParts.isPart(members[i].keys, of: keys)
      else { continue }
      if keys.count > members[i].keys.count {
        members[i].keys = keys
        members[i].name = spelling
      }
      members[i].heads.formUnion(heads)
      members[i].roleWords.formUnion(roleWords)
      if members[i].role == nil { members[i].role = role }
      return i
    }
    members.append(
      Member(
        name: spelling, keys: keys, heads: heads, roleWords: roleWords, role: role,
        isFeminine: nil, isPlural: false, isNamed: true, isDocument: false, sourceClass: nil))
    return members.count - 1
  }

  /// Finds the persons with their offices: `وزير الدفاع آشتون كارتر`, `صلاح الدين دمرداش زعيم حزب`,
  /// `ناصر الحاسي، المتحدث باسم القوات`.
  private mutating func collectPersons() {
    var i = 0
    while i < analysis.count {
      guard analysis.has(i, [.name, .title, .official]) || analysis.isAbbreviatedTitle(i),
        !analysis.has(i, .place), analysis.canOpenPhrase(i),
        let phrase = officeOrName(at: i), let name = phrase.name,
        name.count >= 2 || phrase.role != nil
      else {
        i += 1
        continue
      }
      var role = phrase.role
      var end = phrase.tokens.upperBound
      let isTitle = (role ?? 0..<0).allSatisfy {
        analysis.has($0, .title) || analysis.isPunctuation($0)
      }
      if isTitle, analysis.isComma(end), end + 2 < analysis.count {
        let at =
          analysis.isWord(end + 1, "وهو") || analysis.isWord(end + 1, "وهي") ? end + 2 : end + 1
        if analysis.has(at, [.official, .title]), analysis.words[at].cue < 0,
          let apposition = analysis.nounPhrase(at: at, limit: analysis.sentence(at).upperBound),
          apposition.name == nil
        {
          role = apposition.tokens
          end = apposition.tokens.upperBound
        }
      }
      persons.append(
        Person(
          keys: analysis.nameKeys(name), name: analysis.spelling(name), heads: heads(role),
          roleWords: Set((role ?? 0..<0).map { analysis.headKey($0) }),
          role: role.map { analysis.spelling($0) }, at: i)
      )
      i = max(end, i + 1)
    }
  }

  /// The phrase at the token; of an office with attributes, with the holder who stands at the end of them
  /// (`رئيس الحملة التابعة لوزارة الداخلية سالم الحيدري،`).
  private func officeOrName(at i: Int) -> NounPhrase? {
    let sentence = analysis.sentence(i)
    guard let phrase = analysis.nounPhrase(at: i, limit: sentence.upperBound) else { return nil }
    guard phrase.name == nil, analysis.has(i, .official) else { return phrase }
    let limit = min(sentence.upperBound, phrase.tokens.upperBound + 14)
    var end = phrase.tokens.upperBound
    while end < limit, !analysis.isPunctuation(end),
      !analysis.has(end, [.that, .relative, .clause]),
      analysis.verbGender(end) == nil
    {
      end += 1
    }
    return analysis.withName(phrase, before: end)
  }

  private func heads(_ role: Range<Int>?) -> Set<String> {
    var result: Set<String> = []
    for i in role ?? 0..<0 where analysis.has(i, [.official, .title]) {
      let key = sameHead(i)
      result.insert(key)
      if analysis.words[i].hasArticle { result.insert("ال" + key) }
    }
    return result
  }

  /// The one whose name the phrase is a part of, though its words alone are no known name
  /// (`الحيدري`, `«الحيدري»` behind `سالم الحيدري`).
  private mutating func shortName(_ phrase: NounPhrase) -> Int? {
    let words = phrase.tokens.drop {
      analysis.isPunctuation($0) || analysis.has($0, .title) && !analysis.has($0, .name)
    }.filter { !analysis.isPunctuation($0) }
    guard (1...2).contains(words.count) else { return nil }
    let keys = words.map { analysis.nameKey($0) }
    if analysis.has(words[0], .speakerHead) {
      // `قالت الخطيب`: a family name that is spelt like a function.
      guard words.count == 1, analysis.words[words[0]].hasArticle else { return nil }
      let person = persons.last {
        $0.keys.count > 1 && $0.keys.last == keys[0]
          && !$0.roleWords.contains(analysis.headKey(words[0]))
      }
      return person.map { add($0) }
    }
    if let i = members.lastIndex(where: { $0.isNamed && NameParts.isPart(keys, of: $0.keys) }) {
      return i
    }
    let person = persons.last { $0.keys.count > 1 && NameParts.isPart(keys, of: $0.keys) }
    return person.map { add($0) }
  }

  /// The member for whom a pronoun of honour stands: the last one with a name.
  private mutating func honoured(_ phrase: NounPhrase) -> Int? {
    let at = phrase.tokens.lowerBound
    guard analysis.has(at, .epithet) else { return nil }
    return members.lastIndex { $0.isNamed } ?? persons.last { $0.at < at }.map { add($0) }
  }

  /// The named holder of an office that the phrase describes (`الوزير الألماني`), if the article
  /// names one: among those who spoke, else among the persons it names, the nearest before.
  private mutating func holder(of whole: NounPhrase) -> Int? {
    var head = whole.tokens.lowerBound
    while head + 1 < whole.tokens.upperBound, analysis.has(head, .title),
      !analysis.has(head, .official), analysis.has(head + 1, .official)
    {
      head += 1
    }
    let phrase = NounPhrase(tokens: head..<whole.tokens.upperBound, name: nil, role: whole.role)
    guard analysis.has(head, [.official, .title]), !analysis.has(head, .source), isDefinite(phrase)
    else { return nil }
    let key = sameHead(head)
    let extra = Set(phrase.tokens.dropFirst().map { analysis.headKey($0) })
    if extra.isEmpty,
      let i = members.indices.last(where: {
        members[$0].isNamed && members[$0].heads.contains("ال" + key)
      })
    {
      return i
    }
    let genitive = genitive(of: phrase)
    let fits = { (heads: Set<String>, words: Set<String>) -> Bool in
      heads.contains(key) && extra.intersection(words).count * 2 >= extra.count
        && genitive.map { words.contains($0) } ?? true
    }
    if let i = members.indices.last(where: {
      members[$0].isNamed && fits(members[$0].heads, members[$0].roleWords)
    }) {
      return i
    }
    guard
      let person = persons.last(where: { $0.at < head && fits($0.heads, $0.roleWords) })
        ?? persons.first(where: { fits($0.heads, $0.roleWords) })
        ?? onlyHolder(of: key, phrase)
    else {
      // `الكاتب`, `الخبير`: a function that the article has not named is that of who spoke last.
      let isAdjective =
        phrase.tokens.count == 2 && analysis.words[head + 1].hasArticle
        && analysis.hasEnding(head + 1, "ي") && !analysis.has(head + 1, [.nationality, .body])
      let isBare =
        (phrase.tokens.count == 1 || isAdjective) && analysis.words[head].hasArticle
        && !analysis.has(head, .many)
        && !analysis.hasEnding(head, "ون") && !analysis.hasEnding(head, "ين")
      // `المتحدث العسكري` is not the expert who spoke.
      return isBare
        ? members.lastIndex { $0.isNamed && (!isAdjective || $0.heads.isEmpty) } : nil
    }
    return add(person)
  }

  /// What an office is of (`رئيس الوزراء`, not `رئيس البعثة`); `nil` if only adjectives follow it.
  private func genitive(of phrase: NounPhrase) -> String? {
    let i = phrase.tokens.lowerBound + 1
    guard i < phrase.tokens.upperBound, !analysis.words[i - 1].hasArticle,
      analysis.words[i].hasArticle,
      !analysis.hasEnding(i, "ي"), !analysis.hasEnding(i, "يه"),
      !analysis.has(i, [.place, .nationality])
    else { return nil }
    return analysis.headKey(i)
  }

  /// The word of a head, one for all that mean the same (`متحدث` for `ناطق`).
  func sameHead(_ i: Int) -> String {
    analysis.lexicon.sameHeads[analysis.headKey(i)] ?? analysis.headKey(i)
  }

  /// The only one whom the article names with an office, taken up with other adjectives (`المبعوث الأممي` for `مبعوث الأمم
  /// المتحدة سالم الحيدري`), but for those of countries and bodies.
  private func onlyHolder(of key: String, _ phrase: NounPhrase) -> Person? {
    let holders = persons.filter { $0.heads.contains(key) }
    guard let first = holders.first,
      holders.allSatisfy({
        NameParts.isPart($0.keys, of: first.keys) || NameParts.isPart(first.keys, of: $0.keys)
      }), analysis.words[phrase.tokens.lowerBound].hasArticle,
      !phrase.tokens.dropFirst().contains(where: {
        analysis.has($0, [.nationality, .place, .body, .official])
      })
    else { return nil }
    return first
  }

  private mutating func add(_ person: Person) -> Int {
    if let i = members.lastIndex(where: {
      $0.isNamed
        && (NameParts.isPart(person.keys, of: $0.keys)
          || NameParts.isPart($0.keys, of: person.keys))
    }) {
      members[i].heads.formUnion(person.heads)
      members[i].roleWords.formUnion(person.roleWords)
      return i
    }
    members.append(
      Member(
        name: person.name, keys: person.keys, heads: person.heads, roleWords: person.roleWords,
        role: person.role, isFeminine: nil, isPlural: false, isNamed: true, isDocument: false,
        sourceClass: nil))
    return members.count - 1
  }

  /// Whether a description points at someone known: with the article, or before a genitive.
  func isDefinite(_ phrase: NounPhrase) -> Bool {
    let head = phrase.tokens.lowerBound
    if analysis.words[head].hasArticle { return true }
    if phrase.tokens.contains(where: { analysis.has($0, .selfWord) }) { return true }
    guard phrase.tokens.count > 1, analysis.has(head, .official) else { return false }
    return analysis.words[head + 1].hasArticle && analysis.words[head + 1].prefix != .b
      || analysis.has(head + 1, [.body, .official, .place])
        && analysis.words[head + 1].prefix == .none
  }
}
