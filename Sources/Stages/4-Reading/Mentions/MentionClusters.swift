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
    var keys: [String]
    var name: String
    var role: Range<Int>?
    var organisation: Range<Int>?
    /// The heads of its name and role, without article.
    var heads: Set<String> = []
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
          name: known.name, role: role.map(reader.name),
          organisation: (organisation ?? draft.organisation).map(reader.name), cluster: number,
          confidence: draft.confidence))
    }
    return result
  }

  private mutating func join(_ i: Int, _ keys: [String]) {
    let draft = reader.drafts[i]
    let found = clusters.indices.first { isSame(draft.type, keys, clusters[$0]) }
    let index = found ?? clusters.count
    if found == nil {
      clusters.append(Cluster(type: draft.type, keys: keys, name: reader.name(draft.tokens)))
    }
    clusterOf[i] = index
    if let role = draft.role {
      if clusters[index].role.map({ $0.count < role.count }) ?? true {
        clusters[index].role = role
        clusters[index].organisation = draft.organisation
      }
      clusters[index].heads.formUnion(reader.keys(role).prefix(2))
    }
    if draft.type != .person, let head = keys.first { clusters[index].heads.insert(head) }
  }

  private func isSame(_ type: MentionType, _ keys: [String], _ cluster: Cluster) -> Bool {
    if keys.isEmpty { return false }
    switch type {
    case .person:
      guard cluster.type == .person, keys.count <= cluster.keys.count else { return false }
      if keys == cluster.keys { return true }
      if keys.count == 1 { return keys[0] == cluster.keys.last || keys[0] == cluster.keys.first }
      return isPart(keys, of: cluster.keys)
    case .organisation, .group:
      guard cluster.type == .organisation || cluster.type == .group else { return false }
      if keys == cluster.keys { return true }
      if keys.count == 1, cluster.keys.count > 1 {
        return cluster.keys.count == 2 && cluster.keys[1] == keys[0]
          || isAcronym(keys[0], of: cluster.keys)
      }
      return false
    default: return cluster.type == type && keys == cluster.keys
    }
  }

  /// Whether the words of `part` stand in this order in `whole`.
  private func isPart(_ part: [String], of whole: [String]) -> Bool {
    var at = 0
    for key in whole where at < part.count && part[at] == key { at += 1 }
    return at == part.count
  }

  /// Whether a word is made of the first letters of a name's words (`قسد`).
  private func isAcronym(_ word: String, of keys: [String]) -> Bool {
    keys.count > 2 && word.unicodeScalars.elementsEqual(keys.compactMap(\.unicodeScalars.first))
  }

  /// Joins descriptions to what was last named before them and has their head.
  private mutating func describe(_ keys: [[String]]) {
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
