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
  private var countries: [String: Int] = [:]
  /// The folded names of the first-level units that the article names.
  private var units: Set<String> = []

  init(_ analysis: TextAnalysis, published: String?, names: EntryNames = .standard) {
    self.names = names
    text = analysis.text
    self.published = published
    hits = names.hits(in: analysis.text).map { hit in
      var hit = hit
      hit.isAmbiguous = hit.isAmbiguous || EntryLinker.isWord(hit, analysis, names)
      return hit
    }
    for hit in hits where !hit.isAmbiguous {
      let found = Set(hit.targets.map { names.targets[Int($0)].countries.first ?? "" })
      if found.count == 1, let country = found.first, !country.isEmpty {
        countries[country, default: 0] += 1
      }
      for target in hit.targets where names.targets[Int(target)].rank == 2 {
        units.insert(Folding(.search).folded(names.targets[Int(target)].name))
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
      && !analysis.has(i, .place) && hit.targets.allSatisfy { names.targets[Int($0)].rank >= 3 }
  }

  /// Fills the entries of mentions, statements and events, and adds the names of entries that are no
  /// mention yet.
  func link(_ reading: inout Reading) {
    var resolved: [(hit: EntryNames.Hit, target: LinkTarget)] = []
    for hit in hits {
      if let target = resolve(hit) { resolved.append((hit, target)) }
    }
    for i in reading.mentions.indices {
      let mention = reading.mentions[i]
      let inside = resolved.last { pair in
        mention.span.start <= pair.hit.span.start && pair.hit.span.end <= mention.span.end
          && isCompatible(mention, pair.hit, pair.target)
      }
      if let inside { fill(&reading.mentions[i], inside.target) }
    }
    for (hit, target) in resolved where isFree(hit.span, reading.mentions) {
      reading.mentions.removeAll { $0.span.start < hit.span.end && hit.span.start < $0.span.end }
      var mention = Mention(span: hit.span, type: target.type, name: target.name, confidence: 0.8)
      fill(&mention, target)
      reading.mentions.append(mention)
    }
    reading.mentions.sort { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    spread(&reading.mentions)
    number(&reading.mentions)
    for i in reading.statements.indices {
      reading.statements[i].speakerEntry =
        reading.statements[i].speakerEntry
        ?? entry(of: reading.statements[i].speaker, reading.statements[i].speakerName, reading)
    }
    for i in reading.events.indices {
      guard let place = reading.events[i].place else { continue }
      let linked = reading.mentions.last {
        $0.type == .place && $0.entry != nil && place.start <= $0.span.start
          && $0.span.end <= place.end
      }
      if let entry = linked?.entry { reading.events[i].placeEntry = entry }
    }
  }

  /// Whether a name may become a mention: it meets none, or holds shorter ones within it, as
  /// `شمال شرقي سوريا` holds `سوريا`.
  private func isFree(_ span: TextRange, _ mentions: [Mention]) -> Bool {
    mentions.allSatisfy { other in
      let isApart = other.span.end <= span.start || span.end <= other.span.start
      return isApart
        || span.start <= other.span.start && other.span.end <= span.end && other.span != span
    }
  }

  /// The entry of one who is named by a span or a name: the mention of that name, else the mention
  /// that fills the span, else the only entry of that name.
  private func entry(of span: TextRange?, _ name: String, _ reading: Reading) -> String? {
    if let named = reading.mentions.first(where: { $0.name == name && $0.entry != nil }) {
      return named.entry
    }
    if let span,
      let filling = reading.mentions.first(where: { $0.span == span && $0.entry != nil })
    {
      return filling.entry
    }
    let words = TokenizedText(name)
    guard let hit = names.hits(in: words).first, hit.tokens.count == words.count else { return nil }
    return resolve(hit)?.id
  }

  /// Mentions of one name and type share their entry.
  private func spread(_ mentions: inout [Mention]) {
    var linked: [String: Mention] = [:]
    for mention in mentions where mention.entry != nil {
      linked["\(mention.type) \(mention.name)"] =
        linked["\(mention.type) \(mention.name)"] ?? mention
    }
    for i in mentions.indices where mentions[i].entry == nil {
      guard let same = linked["\(mentions[i].type) \(mentions[i].name)"] else { continue }
      mentions[i].entry = same.entry
      mentions[i].nameEn = same.nameEn
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
    _ mention: Mention, _ hit: EntryNames.Hit, _ target: LinkTarget
  ) -> Bool {
    let fills = hit.span == mention.span
    switch (mention.type, target.type) {
    case (.office, _), (.nationality, _): return false
    case (.person, .person), (.place, .place): return fills || hit.span.end == mention.span.end
    case (.organisation, .organisation), (.organisation, .group), (.group, .group),
      (.group, .organisation):
      return fills || 2 * hit.span.count > mention.span.count && hit.span.end == mention.span.end
    default: return false
    }
  }

  // MARK: - Which of those that bear the name

  /// The entry that a name stands for here; `nil` if the article does not tell.
  private func resolve(_ hit: EntryNames.Hit) -> LinkTarget? {
    let candidates = hit.targets.map { names.targets[Int($0)] }.filter { $0.exists(on: published) }
    let kind = kindBefore(hit.tokens.lowerBound)
    if hit.isAmbiguous, kind.isEmpty { return nil }
    guard hit.targets.count > 1 || candidates.contains(where: { $0.type == .place }) else {
      return candidates.first
    }
    let scored = candidates.map { ($0, score($0, kind)) }.sorted { $0.1 > $1.1 }
    guard let first = scored.first, first.1 > 0 else { return nil }
    if scored.count > 1, scored[1].1 == first.1 { return nil }
    return first.0
  }

  private func score(_ target: LinkTarget, _ kind: [Int]) -> Double {
    let support = target.countries.map { countries[$0] ?? 0 }.max() ?? 0
    guard target.rank >= 0 else { return Double(support) }
    var score = Double(min(support, 6)) / 2 + (target.isKnown ? 1 : 0)
    score += min(Double(target.population), 5_000_000).squareRoot() / 1500
    if kind.contains(target.rank) { score += 4 }
    if !target.admin1.isEmpty, units.contains(target.admin1) { score += 1.5 }
    switch target.rank {
    case 0: score += 3
    case 1, 4: score += 0.5
    case 3: score -= 0.5
    case 5: score -= target.isKnown ? 0 : 1
    default: break
    }
    return support == 0 && !target.isKnown && target.population < 20_000 ? 0 : score
  }

  /// The ranks that the word of kind before a name allows; empty if there is none.
  private func kindBefore(_ token: Int) -> [Int] {
    guard token > 0 else { return [] }
    var word = text.word(token - 1)
    while let first = word.first, "وبلف".contains(first), EntryLinker.kinds[word] == nil {
      word.removeFirst()
    }
    return EntryLinker.kinds[word] ?? []
  }

  /// Words of kind, folded, and the ranks that they allow.
  private static let kinds: [String: [Int]] = {
    var result: [String: [Int]] = [:]
    for row in DataFile("registry/place-kinds.tsv").rows {
      result[Folding(.search).folded(row[0])] = row[1].split(separator: "|").compactMap { Int($0) }
    }
    return result
  }()
}
