import ArabicScript
import ArabicWords
import NewsModel

/// Links what a reading names to entries of the registry and the gazetteer.
///
/// A name that several entries bear is resolved by the article: the countries that it speaks of, the
/// word of kind before the name (`مدينة`, `محافظة`), the unit named beside a place, the day. What the
/// article does not decide stays unlinked.
struct EntryLinker {
  private let names: EntryNames
  private let text: TokenizedText
  private let published: String?
  private let hits: [EntryNames.Hit]
  /// How often each country is named, itself or by what is only there.
  private var countries: [Int]
  /// The numbers of the first-level units that the article names.
  private var units: Set<Int32> = []

  init(
    _ analysis: TextAnalysis, published: String?, names: EntryNames = .standard,
    _ memory: inout SpellingMemo<EntryNames.Opening>
  ) {
    self.names = names
    text = analysis.text
    self.published = published
    memory.learn(analysis.numbers) { names.opening(analysis.text, $0) }
    var hits = names.hits(in: analysis.text) { memory[analysis.numbers[$0]] }
    for i in hits.indices {
      hits[i].isAmbiguous = hits[i].isAmbiguous || EntryLinker.isWord(hits[i], analysis, names)
      hits[i].kind = EntryLinker.kind(of: hits[i], after: i > 0 ? hits[i - 1] : nil, analysis.text)
    }
    self.hits = hits
    countries = [Int](repeating: 0, count: names.countryCount)
    for hit in hits where !hit.isAmbiguous {
      let country = names.names[hit.name].country
      if country >= 0 { countries[Int(country)] += 1 }
      for target in names.names[hit.name].targets where names.targets[Int(target)].rank == 2 {
        units.insert(names.targets[Int(target)].unit)
      }
    }
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
    let places = Set(
      reading.mentions.filter { $0.type == .place || $0.type == .facility }.map(\.span))
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
      if let target = target(of: reading.mentions[i], resolved) {
        if names.targets[target].type == .place, reading.mentions[i].type == .organisation {
          reading.mentions[i].type = .facility
        }
        fill(&reading.mentions[i], names.targets[target])
      }
    }
    for (hit, index) in found where !isWeak(hit, index) && isFree(hit, index, reading.mentions) {
      let (span, target) = (hit.span, names.targets[index])
      reading.mentions.removeAll { span.start <= $0.span.start && $0.span.end <= span.end }
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
    let linked = mentions.last {
      $0.type == .place && $0.entry != nil
        && (place.start <= $0.span.start && $0.span.end <= place.end
          || $0.span.start <= place.start && $0.span.end == place.end)
    }
    let named = resolved.last {
      place.start <= $0.span.start && $0.span.end <= place.end
        && names.targets[$0.target].type == .place
    }
    return linked?.entry ?? named.map { names.targets[$0.target].id }
  }

  /// Whether a name of one word of a small place that is little known stands alone in an article that hardly names
  /// its country, so that only the reader of mentions can tell it from a word of the language.
  private func isWeak(_ hit: EntryNames.Hit, _ target: Int) -> Bool {
    let place = names.targets[target]
    return hit.tokens.count == 1 && (3...5).contains(place.rank) && !place.isKnown
      && hit.kind == 0
      && place.countries.allSatisfy { countries[Int($0)] < 2 }
  }

  /// The target of the last name that may stand for a mention: within it, or a longer name of a place that ends
  /// with it, as `محافظة تعز` for `تعز`.
  private func target(of mention: Mention, _ resolved: [(span: TextRange, target: Int)]) -> Int? {
    var (low, high) = (0, resolved.count)
    while low < high {
      let middle = (low + high) / 2
      if resolved[middle].span.start < mention.span.end { low = middle + 1 } else { high = middle }
    }
    while low > 0, resolved[low - 1].span.start >= mention.span.start {
      low -= 1
      let (span, target) = resolved[low]
      if span.end <= mention.span.end, isCompatible(mention, span, names.targets[target]) {
        return target
      }
    }
    guard low > 0, mention.type == .place else { return nil }
    let (span, target) = resolved[low - 1]
    return span.end == mention.span.end && names.targets[target].type == .place ? target : nil
  }

  /// Whether a name may become a mention: it meets none, holds shorter ones within it, as `شمال شرقي سوريا` holds
  /// `سوريا`, or stands in an office, as `محافظة تعز` in `محافظ محافظة تعز`, or in a facility of a country that is
  /// spoken of (`ميناء المخاء`).
  private func isFree(_ hit: EntryNames.Hit, _ target: Int, _ mentions: [Mention]) -> Bool {
    let span = hit.span
    return mentions.allSatisfy { other in
      let isApart = other.span.end <= span.start || span.end <= other.span.start
      let isOutside = other.span.start <= span.start && span.end <= other.span.end
      let mayHold =
        other.type == .office
        || other.type == .facility
          && names.targets[target].countries.contains { countries[Int($0)] > 1 }
      return isApart
        || other.span != span
          && (isOutside && mayHold
            || span.start <= other.span.start && other.span.end <= span.end)
    }
  }

  /// The entry of one who is named by a span or a name: the mention of that name, else the mention
  /// that fills the span, else the only entry of that name.
  private func entry(of span: TextRange?, _ name: String, _ reading: Reading) -> String? {
    if let named = reading.mentions.first(where: {
      $0.entry != nil && $0.name.utf8.elementsEqual(name.utf8)
    }) {
      return named.entry
    }
    if let span,
      let filling = reading.mentions.first(where: { $0.entry != nil && $0.span == span })
    {
      return filling.entry
    }
    let words = TokenizedText(name)
    guard let hit = names.hits(in: words, { names.opening(words, $0) }).first,
      hit.tokens.count == words.count
    else { return nil }
    return resolve(hit, isNamed: false).map { names.targets[$0].id }
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
    _ mention: Mention, _ span: TextRange, _ target: LinkTarget
  ) -> Bool {
    let fills = span == mention.span
    switch (mention.type, target.type) {
    case (.office, _), (.nationality, _): return false
    case (.person, .person):
      return fills || span.end == mention.span.end && opensAlike(mention, target)
    case (.place, .place): return fills || span.end == mention.span.end
    case (.organisation, .place): return fills && target.rank == 6
    case (.facility, .place): return fills || span.end == mention.span.end && target.rank == 6
    case (.organisation, .organisation), (.organisation, .group), (.group, .group),
      (.group, .organisation):
      return fills || 2 * span.count > mention.span.count && span.end == mention.span.end
    default: return false
    }
  }

  /// Whether a person's mention begins with the letter of the main name, as a family name alone is no evidence of
  /// one who is named with another first name.
  private func opensAlike(_ mention: Mention, _ target: LinkTarget) -> Bool {
    func opening(_ utf8: some Sequence<UInt8>) -> [UInt8] {
      Array(Folding(.search).folded(utf8: Array(utf8.prefix(2))))
    }
    return opening(text.utf8[mention.span.start..<mention.span.end]) == opening(target.name.utf8)
  }

  // MARK: - Which of those that bear the name

  /// The index of the target that a name stands for here; `nil` if the article does not tell.
  ///
  /// A name that is a common word too is one only behind a word of kind, or where the reader of mentions has found a
  /// place (`isNamed`).
  private func resolve(_ hit: EntryNames.Hit, isNamed: Bool) -> Int? {
    let kind = hit.kind
    if hit.isAmbiguous, kind == 0, !isNamed { return nil }
    let bearers = names.names[hit.name].targets
    let candidates = bearers.filter { names.targets[Int($0)].exists(on: published) }
    guard
      bearers.count > 1 || candidates.contains(where: { names.targets[Int($0)].type == .place })
    else { return candidates.first.map { Int($0) } }
    var best: (target: Int32, score: Double)?
    var isTied = false
    for target in candidates {
      let score = score(names.targets[Int(target)], kind)
      if let known = best, score <= known.score {
        isTied = isTied || score == known.score
      } else {
        best = (target, score)
        isTied = false
      }
    }
    guard let best, best.score > 0, !isTied else { return nil }
    return Int(best.target)
  }

  private func score(_ target: LinkTarget, _ kind: UInt8) -> Double {
    let support = target.countries.reduce(0) { max($0, countries[Int($1)]) }
    guard target.rank >= 0 else { return Double(support) }
    var score = Double(min(support, 6)) / 2 + (target.isKnown ? 1 : 0)
    score += min(Double(target.population), 5_000_000).squareRoot() / 1500
    if kind >> UInt8(target.rank) & 1 == 1 { score += 4 }
    if target.admin1 >= 0, units.contains(target.admin1) { score += 1.5 }
    switch target.rank {
    case 0: score += 3
    case 1, 4: score += 0.5
    case 3: score -= 0.5
    case 5: score -= target.isKnown ? 0 : 1
    default: break
    }
    return support == 0 && !target.isKnown && target.population < 20_000 ? 0 : score
  }

  /// The ranks that the word of kind before a name allows, a bit each; 0 if there is none.
  ///
  /// The bit `several` is set behind a word for several of a kind, which goes on over the names that `و` joins
  /// (`محافظات مأرب وعمران وحجة`). Quotation marks may stand between.
  private static func kind(
    of hit: EntryNames.Hit, after before: EntryNames.Hit?, _ text: TokenizedText
  ) -> UInt8 {
    var last = hit.tokens.lowerBound - 1
    while last >= 0, text.isQuotationMark(last) { last -= 1 }
    guard last >= 0 else { return 0 }
    let kind = kind(at: last, text)
    if kind != 0 { return kind }
    var start = hit.tokens.lowerBound
    if text.isQuotationMark(start - 1) { start -= text.keyLength(start - 2) == 2 ? 2 : 1 }
    guard let before, before.kind & several != 0, before.tokens.upperBound <= start,
      text.letter(start, 0) == 0x648
    else { return 0 }
    let isNext = (before.tokens.upperBound..<start).allSatisfy { text.isQuotationMark($0) }
    return isNext ? before.kind : 0
  }

  /// The ranks that a token allows as a word of kind, behind conjunction and prepositions.
  private static func kind(at token: Int, _ text: TokenizedText) -> UInt8 {
    var letters = 0
    while true {
      let kind = text.look(up: token, in: kinds, prefix: 2 * letters)
      if kind >= 0 { return UInt8(kind) }
      guard EntryNames.isClitic(text.letter(token, letters)), text.letter(token, letters) != 0x643
      else { return 0 }
      letters += 1
    }
  }

  private static let several: UInt8 = 0x80

  /// Words of kind, folded, and the ranks that they allow, a bit each, with `several`.
  private static let kinds = WordTable(
    DataFile("registry/place-kinds.tsv").rows.map { row in
      let ranks = row[1].split(separator: "|").compactMap { Int32($0) }
      let start: Int32 = row[2] == "several" ? Int32(several) : 0
      return (
        Folding(.search).folded(utf8: Array(row[0].utf8)), ranks.reduce(start) { $0 | 1 << $1 }
      )
    })
}
