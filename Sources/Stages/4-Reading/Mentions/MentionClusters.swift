import ArabicWords
import NewsModel

/// Joins the mentions of one article that name the same.
///
/// In the order of sieves (Raghunathan et al., "A Multi-Pass Sieve for Coreference Resolution", EMNLP
/// 2010): equal names, parts of names, acronyms, then descriptions.
struct MentionClusters {
  private let reader: MentionReader

  /// Mentions that name the same.
  private struct Cluster {
    let type: MentionType
    /// The tokens of its fullest name.
    let tokens: Range<Int>
    let keys: [UInt64]
    let name: String
    var role: Range<Int>?
    var organisation: Range<Int>?
    /// The heads of its name and role, without article.
    var heads: [UInt64] = []
    var last = 0
  }

  private var clusters: [Cluster] = []
  private var clusterOf: [Int?] = []

  init(_ reader: MentionReader) {
    self.reader = reader
    clusterOf = [Int?](repeating: nil, count: reader.drafts.count)
    let names = reader.drafts.indices.filter { !reader.drafts[$0].isDescription }
    let keys = reader.drafts.map { reader.keys($0.tokens) }
    // The fullest names first, so that short names find them.
    for i in names.sorted(by: { (-keys[$0].count, $0) < (-keys[$1].count, $1) }) {
      join(i, keys[i])
    }
    describe(keys)
  }

  /// The mentions with names, roles and numbers of clusters; descriptions of nothing named are left out.
  func mentions() -> [Mention] {
    var numbers: [Int: Int] = [:]
    var result: [Mention] = []
    for (draft, cluster) in zip(reader.drafts, clusterOf) {
      guard let cluster else { continue }
      let number = numbers[cluster] ?? numbers.count
      numbers[cluster] = number
      let known = clusters[cluster]
      let role = draft.role ?? known.role
      let organisation = draft.role == nil ? known.organisation : draft.organisation
      result.append(
        Mention(
          span: reader.span(draft.tokens), type: draft.isDescription ? known.type : draft.type,
          name: known.name, role: name(role),
          organisation: name(organisation ?? draft.organisation),
          cluster: number,
          confidence: draft.confidence))
    }
    return result
  }

  private func name(_ tokens: Range<Int>?) -> String? {
    guard let tokens else { return nil }
    return reader.name(tokens)
  }

  private mutating func join(_ i: Int, _ keys: [UInt64]) {
    let draft = reader.drafts[i]
    let found = clusters.indices.first { isSame(draft, keys, $0) }
    let index = found ?? clusters.count
    if found == nil {
      clusters.append(
        Cluster(
          type: draft.type, tokens: draft.tokens, keys: keys, name: reader.name(draft.tokens)))
    }
    clusterOf[i] = index
    if let role = draft.role {
      if clusters[index].role.map({ $0.count < role.count }) ?? true {
        clusters[index].role = role
        clusters[index].organisation = draft.organisation
      }
      clusters[index].heads += reader.keys(role).prefix(2)
    }
    if draft.type != .person, let head = keys.first { clusters[index].heads.append(head) }
  }

  private func isSame(_ draft: MentionDraft, _ keys: [UInt64], _ index: Int) -> Bool {
    if keys.isEmpty { return false }
    let type = clusters[index].type
    switch draft.type {
    case .person:
      guard type == .person, keys.count <= clusters[index].keys.count else { return false }
      if keys == clusters[index].keys { return true }
      let whole = clusters[index].keys
      // A word from the middle of a name (`كيغينز` of `مايلز كيغينز الثالث`) tells whose it is unless many bear it.
      if keys.count == 1, keys[0] != whole.last, keys[0] != whole.first, isCommonName(draft) {
        return false
      }
      return isPart(keys, of: whole)
    case .organisation, .group:
      guard type == .organisation || type == .group else { return false }
      if keys == clusters[index].keys { return true }
      if keys.count == 1, clusters[index].keys.count > 1 {
        return clusters[index].keys.count == 2 && clusters[index].keys[1] == keys[0]
          || isAcronym(draft.tokens, of: index)
      }
      return false
    default: return type == draft.type && keys == clusters[index].keys
    }
  }

  /// Whether many persons bear a name of one word.
  private func isCommonName(_ draft: MentionDraft) -> Bool {
    draft.tokens.contains { reader.features.tokens[$0].facts.nameRank > 3 }
  }

  /// Whether the words of `part` stand in this order in `whole`.
  private func isPart(_ part: [UInt64], of whole: [UInt64]) -> Bool {
    var at = 0
    for key in whole where at < part.count && part[at] == key { at += 1 }
    return at == part.count
  }

  /// Whether a name's one word is made of the first letters of another name's words (`قسد`).
  private func isAcronym(_ tokens: Range<Int>, of index: Int) -> Bool {
    guard clusters[index].keys.count > 2 else { return false }
    return letters(tokens) { _ in true } == letters(clusters[index].tokens) { $0 == 0 }
  }

  /// The letters of a name's keys whose place in their word, counted from 0, is taken.
  private func letters(_ tokens: Range<Int>, where isTaken: (Int) -> Bool) -> [Unicode.Scalar] {
    tokens.filter { reader.features.tokens[$0].shape != .mark }.flatMap { i in
      let start = reader.keyStart(i, isFirst: i == tokens.lowerBound)
      let key = String(decoding: reader.analysis.text.key(i).dropFirst(start), as: UTF8.self)
      return key.unicodeScalars.enumerated().filter { isTaken($0.offset) }.map(\.element)
    }
  }

  /// Joins descriptions to what was last named before them and has their head.
  private mutating func describe(_ keys: [[UInt64]]) {
    for i in reader.drafts.indices {
      let draft = reader.drafts[i]
      if let cluster = clusterOf[i] {
        clusters[cluster].last = i + 1
        continue
      }
      guard let head = keys[i].first else { continue }
      let isPerson = draft.type == .person
      var best: Int?
      for (number, cluster) in clusters.enumerated() where cluster.last > 0 {
        guard (cluster.type == .person) == isPerson, cluster.heads.contains(head),
          cluster.type != .office, cluster.type != .nationality
        else { continue }
        if best.map({ clusters[$0].last < cluster.last }) ?? true { best = number }
      }
      clusterOf[i] = best
      if let best { clusters[best].last = i + 1 }
    }
  }
}
