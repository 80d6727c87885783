import ArabicScript
import ArabicWords
import NewsModel

/// Links what a reading names to entries of the registry and the gazetteer.
///
/// A name that several entries bear is resolved by the article: the countries that it speaks of, the
/// word of kind before the name (`مدينة`, `محافظة`), the unit named beside a place, the day. What the
/// article does not decide stays unlinked.
struct EntryLinker {
  let names: EntryNames
  private let text: TokenizedText
  let published: String?
  private let hits: [EntryNames.Hit]
  /// How often each country is named, itself or by what is only there.
  let named: [Int]
  /// The same with what else tells of a place's country: adjectives of nationality, and large cities.
  private(set) var countries: [Int]
  /// The numbers of the first-level units that the article names.
  private(set) var units: Set<Int32> = []

  init(
    _ analysis: TextAnalysis, published: String?, names: EntryNames = .standard,
    _ memory: inout SpellingMemo<EntryNames.Opening>
  ) {
    self.names = names
    text = analysis.text
    self.published = published
    memory.learn(analysis.numbers) { names.opening(analysis.text, $0) }
    hits = EntryLinker.hits(in: analysis, names, memory)
    var named = [Int](repeating: 0, count: names.countryCount)
    for hit in hits where !hit.isAmbiguous {
      let country = names.names[hit.name].country
      if country >= 0 { named[Int(country)] += 1 }
      units.formUnion(
        EntryLinker.units(names.names[hit.name].targets.map { names.targets[Int($0)] }))
    }
    self.named = named
    countries = named
    // `الحكومة الكويتية` tells of a country too, however often its adjective stands there.
    let peoples = Set(analysis.numbers.map { memory[$0].people }.filter { $0 >= 0 })
    for country in peoples { countries[Int(country)] += 1 }
    for country in countriesOfCities() { countries[Int(country)] += 1 }
  }

  /// The first-level units that a name stands for, where each country that has a place of the name has such a unit: that
  /// `طرابلس` is one in Libya tells nothing of whether the town there is meant.
  private static func units(_ bearers: [LinkTarget]) -> [Int32] {
    let units = bearers.filter { $0.rank == 2 }
    let countries = Set(units.flatMap(\.countries))
    return bearers.allSatisfy { countries.isSuperset(of: $0.countries) } ? units.map(\.unit) : []
  }

  /// The countries of large cities whose names places elsewhere bear too (`القاهرة`), as the other names of the article tell.
  private func countriesOfCities() -> [Int32] {
    hits.compactMap { hit in
      guard !hit.isAmbiguous, names.names[hit.name].country < 0 else { return nil }
      return resolve(hit, isNamed: false).map { names.targets[$0] }.flatMap {
        $0.population >= 500_000 ? $0.countries.first : nil
      }
    }
  }

  /// The names in a text with what stands around them.
  private static func hits(
    in analysis: TextAnalysis, _ names: EntryNames, _ memory: SpellingMemo<EntryNames.Opening>
  ) -> [EntryNames.Hit] {
    var hits = names.hits(in: analysis.text) { memory[analysis.numbers[$0]] }
    let surroundings = NameSurroundings(text: analysis.text, names: names)
    for i in hits.indices {
      hits[i].isAmbiguous = hits[i].isAmbiguous || isWord(hits[i], analysis, names)
      hits[i].kind = surroundings.kind(of: hits[i], after: i > 0 ? hits[i - 1] : nil)
    }
    for i in hits.indices {
      let before = i > 0 ? hits[i - 1] : nil
      let behind = i + 1 < hits.count ? hits[i + 1] : nil
      let name = names.names[hits[i].name]
      if name.isDefinite {
        hits[i].sign = surroundings.goesOn(hits[i]) ? .none : .place
      } else if hits[i].isAmbiguous,
        !analysis.has(
          hits[i].tokens.lowerBound, [.that, .preposition, .clause, .relative, .negation, .time])
      {
        hits[i].sign = surroundings.sign(of: hits[i], before, behind)
      }
      hits[i].isBehindNear = surroundings.isBehindNear(hits[i])
      hits[i].isBesideCountry =
        name.targets.count > 1 && surroundings.isBesideCountry(hits[i], before, behind)
    }
    return hits
  }

  /// Whether a town's name of one word is a verb, a particle or another word of the language here (`أدى`, `عين`).
  private static func isWord(
    _ hit: EntryNames.Hit, _ analysis: TextAnalysis, _ names: EntryNames
  ) -> Bool {
    let i = hit.tokens.lowerBound
    return hit.tokens.count == 1
      && analysis.has(
        i,
        [
          .pastVerb, .presentVerb, .that, .preposition, .clause, .relative, .negation, .time, .deed,
          .document, .official,
        ])
      && !analysis.has(i, .place)
      && names.names[hit.name].targets.allSatisfy { names.targets[Int($0)].rank >= 3 }
  }

  /// Fills the entries of mentions, statements and events, and adds the names of entries that are no
  /// mention yet.
  func link(_ reading: inout Reading, _ persons: inout PersonMemory) {
    // Mentions are looked at where they stand: copies of them cost more than all else here.
    var places: Set<TextRange> = []
    for i in reading.mentions.indices
    where reading.mentions[i].type == .place || reading.mentions[i].type == .facility {
      places.insert(reading.mentions[i].span)
    }
    // A word has one sense in an article (Gale, Church and Yarowsky, "One Sense Per Discourse", 1992).
    let named = Set(hits.filter { $0.kind != 0 || places.contains($0.span) }.map(\.name))
    let found = hits.compactMap { hit in
      let isNamed =
        places.contains(hit.span)
        || names.names[hit.name].other?.isGivenName == true && named.contains(hit.name)
      return resolve(hit, isNamed: isNamed).map { (hit: hit, target: $0) }
    }
    let resolved = found.map { (span: $0.hit.span, target: $0.target) }
    for i in reading.mentions.indices {
      let (type, span) = (reading.mentions[i].type, reading.mentions[i].span)
      if let target = target(of: type, span, reading.mentions[i].name, resolved) {
        if names.targets[target].type == .place, type == .organisation {
          reading.mentions[i].type = names.targets[target].rank == 0 ? .place : .facility
        }
        fill(&reading.mentions[i], names.targets[target])
      }
    }
    for (hit, index) in found where !isWeak(hit, index) && isFree(hit, index, reading.mentions) {
      let (span, target) = (hit.span, names.targets[index])
      let mayStand = mayStandInstead(hit, index)
      let isOver = reading.mentions.indices.contains { i in
        let other = reading.mentions[i].span
        return span.start <= other.start && other.end <= span.end
          || mayStand && isInstead(hit, of: i, reading.mentions)
      }
      if isOver {
        reading.mentions.removeAll {
          span.start <= $0.span.start && $0.span.end <= span.end
            || mayStand && isInstead(hit, of: $0.type, $0.span, $0.entry)
        }
      }
      var mention = Mention(span: span, type: target.type, name: target.name, confidence: 0.8)
      fill(&mention, target)
      reading.mentions.append(mention)
    }
    reading.mentions.sort { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    spread(&reading.mentions)
    linkSpellings(&reading.mentions, &persons)
    number(&reading.mentions)
    for i in reading.statements.indices {
      reading.statements[i].speakerEntry =
        reading.statements[i].speakerEntry
        ?? entry(of: reading.statements[i].speaker, reading.statements[i].speakerName, reading)
    }
    for i in reading.events.indices {
      guard let place = reading.events[i].place else { continue }
      if let entry = entry(at: place, reading.mentions, resolved) {
        reading.events[i].placeEntry = entry
      }
    }
  }

  /// The entry of an event's place: that of the mention within it or that ends with it (`مدينة الرقة` for `الرقة`), else of
  /// the name as its article tells which place of that name is meant.
  private func entry(
    at place: TextRange, _ mentions: [Mention], _ resolved: [(span: TextRange, target: Int)]
  ) -> String? {
    let linked = mentions.indices.last { i in
      let span = mentions[i].span
      return mentions[i].type == .place && mentions[i].entry != nil
        && (place.start <= span.start && span.end <= place.end
          || span.start <= place.start && span.end == place.end)
    }
    let named = resolved.last {
      place.start <= $0.span.start && $0.span.end <= place.end
        && names.targets[$0.target].type == .place
    }
    return linked.flatMap { mentions[$0].entry } ?? named.map { names.targets[$0.target].id }
  }

  /// Whether a name of one word of a small place that is little known stands alone in an article that hardly names
  /// its country, so that only the reader of mentions can tell it from a word of the language.
  private func isWeak(_ hit: EntryNames.Hit, _ target: Int) -> Bool {
    let place = names.targets[target]
    return hit.tokens.count == 1 && (3...5).contains(place.rank) && !place.isKnown
      && hit.kind == 0
      && place.countries.allSatisfy { named[Int($0)] < (place.isLarge ? 1 : 2) }
  }

  /// The target of the last name that may stand for a mention: within it, or a longer name of a place that ends
  /// with it, as `محافظة تعز` for `تعز`.
  private func target(
    of type: MentionType, _ mention: TextRange, _ name: @autoclosure () -> String,
    _ resolved: [(span: TextRange, target: Int)]
  ) -> Int? {
    var (low, high) = (0, resolved.count)
    while low < high {
      let middle = (low + high) / 2
      if resolved[middle].span.start < mention.end { low = middle + 1 } else { high = middle }
    }
    while low > 0, resolved[low - 1].span.start >= mention.start {
      low -= 1
      let (span, target) = resolved[low]
      if span.end <= mention.end, isCompatible(type, mention, span, names.targets[target]) {
        return target
      }
    }
    guard low > 0, type == .place else { return nil }
    let (span, target) = resolved[low - 1]
    guard span.end == mention.end, names.targets[target].type == .place else { return nil }
    guard names.targets[target].rank == 6, let town = only(name(), isNamed: true),
      names.targets[town].countries == names.targets[target].countries
    else { return target }
    // `ميناء عدن` is a port, the town named in it is none.
    return town
  }

  /// The target of a name by itself, if all of it is one.
  private func only(_ name: String, isNamed: Bool) -> Int? {
    let words = TokenizedText(name)
    guard let hit = names.hits(in: words, { names.opening(words, $0) }).first,
      hit.tokens.count == words.count
    else { return nil }
    return resolve(hit, isNamed: isNamed)
  }

  /// Whether a name may become a mention: it meets none, holds shorter ones within it, as `شمال شرقي سوريا` holds
  /// `سوريا`, or stands in one that may hold it.
  private func isFree(_ hit: EntryNames.Hit, _ target: Int, _ mentions: [Mention]) -> Bool {
    let span = hit.span
    let mayStand = mayStandInstead(hit, target)
    return mentions.indices.allSatisfy { i in
      let (type, other) = (mentions[i].type, mentions[i].span)
      if other.end <= span.start || span.end <= other.start { return true }
      if mayStand, isInstead(hit, of: i, mentions) { return true }
      let isOutside = other.start <= span.start && span.end <= other.end
      return other != span
        && (isOutside && mayHold(type, other, hit, target)
          || span.start <= other.start && other.end <= span.end)
    }
  }

  /// Whether a name may be a mention within another: in an office, as `محافظة تعز` in `محافظ محافظة تعز`, in a facility of a
  /// country that is spoken of (`ميناء المخاء`), or as what a body's name ends with (`سفارة قطر`, `جامعة حائل`,
  /// `مركز الإغاثة بالمكلا`).
  private func mayHold(
    _ type: MentionType, _ other: TextRange, _ hit: EntryNames.Hit, _ target: Int
  ) -> Bool {
    let place = names.targets[target]
    switch type {
    case .office: return true
    case .facility: return place.countries.contains { countries[Int($0)] > 1 }
    case .organisation:
      let first = hit.tokens.lowerBound
      let isGenitive = place.rank == 0 && first > 0 && !text.hasArticle(first - 1)
      return place.type == .place && hit.span.end == other.end
        && (isGenitive || hit.kind != 0 || hit.isBehindNear
          || text.letter(first, 0) == 0x628 && text.hasArticle(first, letter: 1))
    default: return false
    }
  }

  /// Whether a name of several words of a well-known place stands where the reader of mentions took it for a person's
  /// (`خميس مشيط`), behind a word that names of places stand behind or in an article that names its country otherwise.
  private func mayStandInstead(_ hit: EntryNames.Hit, _ target: Int) -> Bool {
    let place = names.targets[target]
    return hit.tokens.count > 1 && !hit.isAmbiguous && (2...4).contains(place.rank) && place.isKnown
      && names.names[hit.name].targets.allSatisfy { names.targets[Int($0)].type == .place }
      && (hit.kind != 0 || hit.isBehindNear || isElsewhere(hit, place))
  }

  /// Whether what was taken for a person's name is that of the place, with at most a clitic before it.
  private func isInstead(
    _ hit: EntryNames.Hit, of type: MentionType, _ other: TextRange, _ entry: String?
  ) -> Bool {
    type == .person && entry == nil && other.end == hit.span.end
      && (0...4).contains(hit.span.start - other.start)
  }

  private func isInstead(_ hit: EntryNames.Hit, of i: Int, _ mentions: [Mention]) -> Bool {
    isInstead(hit, of: mentions[i].type, mentions[i].span, mentions[i].entry)
  }

  /// Whether the article names a place's country by another name than this.
  private func isElsewhere(_ hit: EntryNames.Hit, _ place: LinkTarget) -> Bool {
    place.countries.contains { country in
      hits.contains {
        !$0.isAmbiguous && $0.name != hit.name && names.names[$0.name].country == country
      }
    }
  }

  /// The entry of one who is named by a span or a name: the mention of that name, else the mention
  /// that fills the span, else the only entry of that name.
  private func entry(of span: TextRange?, _ name: String, _ reading: Reading) -> String? {
    let mentions = reading.mentions
    let named = mentions.indices.first {
      mentions[$0].entry != nil && mentions[$0].name.utf8.elementsEqual(name.utf8)
    }
    if let named { return mentions[named].entry }
    let filling = span.flatMap { span in
      mentions.indices.first { mentions[$0].entry != nil && mentions[$0].span == span }
    }
    if let filling { return mentions[filling].entry }
    return only(name, isNamed: false).map { names.targets[$0].id }
  }

  /// Mentions of one name and type share their entry.
  private func spread(_ mentions: inout [Mention]) {
    struct Named: Hashable {
      let type: MentionType
      let name: [UInt8]
    }
    var linked: [Named: Int] = [:]
    for i in mentions.indices where mentions[i].entry != nil {
      let named = Named(type: mentions[i].type, name: Array(mentions[i].name.utf8))
      linked[named] = linked[named] ?? i
    }
    for i in mentions.indices where mentions[i].entry == nil {
      let named = Named(type: mentions[i].type, name: Array(mentions[i].name.utf8))
      guard let same = linked[named] else { continue }
      mentions[i].entry = mentions[same].entry
      mentions[i].nameEn = mentions[same].nameEn
    }
  }

  /// Links persons whose names are other spellings of those in the registry.
  private func linkSpellings(_ mentions: inout [Mention], _ persons: inout PersonMemory) {
    for i in mentions.indices where mentions[i].type == .person && mentions[i].entry == nil {
      if let target = persons.target(of: mentions[i].name, names.persons) {
        fill(&mentions[i], names.targets[target])
      }
    }
  }

  /// Joins added mentions with those of their entry and numbers the clusters anew, in the order of the
  /// text.
  private func number(_ mentions: inout [Mention]) {
    var next = (mentions.compactMap(\.cluster).max() ?? -1) + 1
    var clusters: [String: Int] = [:]
    for mention in mentions {
      guard let entry = mention.entry, let cluster = mention.cluster else { continue }
      clusters[entry] = clusters[entry] ?? cluster
    }
    var numbers: [Int: Int] = [:]
    for i in mentions.indices {
      if mentions[i].cluster == nil, let entry = mentions[i].entry {
        mentions[i].cluster = clusters[entry] ?? next
        if clusters.updateValue(mentions[i].cluster ?? next, forKey: entry) == nil { next += 1 }
      }
      guard let cluster = mentions[i].cluster else { continue }
      let number = numbers[cluster] ?? numbers.count
      numbers[cluster] = number
      mentions[i].cluster = number
    }
  }

  private func fill(_ mention: inout Mention, _ target: LinkTarget) {
    mention.entry = target.id
    mention.nameEn = target.nameEn.isEmpty ? nil : target.nameEn
  }

  /// Whether a name within a mention may stand for it: it fills the mention, but for a word of kind or
  /// a title, and names the like.
  private func isCompatible(
    _ type: MentionType, _ mention: TextRange, _ span: TextRange, _ target: LinkTarget
  ) -> Bool {
    let fills = span == mention
    switch (type, target.type) {
    case (.office, _), (.nationality, _): return false
    case (.person, .person):
      return fills || span.end == mention.end && opensAlike(mention, target)
    case (.place, .place): return fills || span.end == mention.end
    case (.organisation, .place): return fills && (target.rank == 6 || target.rank == 0)
    case (.facility, .place): return fills || span.end == mention.end && target.rank == 6
    case (.organisation, .organisation), (.organisation, .group), (.group, .group),
      (.group, .organisation):
      return fills || 2 * span.count > mention.count && span.end == mention.end
    default: return false
    }
  }

  /// Whether a person's mention begins with the letter of the main name, as a family name alone is no evidence of
  /// one who is named with another first name.
  private func opensAlike(_ mention: TextRange, _ target: LinkTarget) -> Bool {
    func opening(_ utf8: some Sequence<UInt8>) -> [UInt8] {
      Array(Folding(.search).folded(utf8: Array(utf8.prefix(2))))
    }
    return opening(text.utf8[mention.start..<mention.end]) == opening(target.name.utf8)
  }
}
