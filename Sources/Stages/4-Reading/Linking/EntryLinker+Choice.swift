import ArabicScript
import NewsModel

// Which of those that bear a name is meant.

extension EntryLinker {
  /// The index of the target that a name stands for here; `nil` if the article does not tell.
  ///
  /// A name that is a common word too is one only behind a word of kind, where the reader of mentions has found a
  /// place (`isNamed`), or where what stands around it and the countries spoken of tell so.
  func resolve(_ hit: EntryNames.Hit, isNamed: Bool) -> Int? {
    let name = names.names[hit.name]
    // `أحياء المدينة`: a word for parts of towns tells nothing of what is none.
    let isOfKind =
      hit.kind != 0
      && (hit.kind != NameSurroundings.quarter
        || name.targets.contains { names.targets[Int($0)].isQuarter })
    let isDoubtful = name.isDefinite || hit.isAmbiguous && !isOfKind && !isNamed
    if isDoubtful, hit.sign == .none { return nil }
    let candidates = name.targets.filter {
      let target = names.targets[Int($0)]
      return target.exists(on: published) && (!isDoubtful || isSigned(hit.sign, target))
    }
    guard
      name.targets.count > 1
        || candidates.contains(where: { names.targets[Int($0)].type == .place })
    else { return candidates.first.map { Int($0) } }
    let others = candidates.map { names.targets[Int($0)] }.filter { support($0) == 0 }
    let contest = Contest(
      isSpokenOf: others.count < candidates.count,
      isWithSmall: !others.isEmpty && !others.contains { $0.isLarge && $0.rank > 0 })
    var best: (target: Int32, score: Double)?
    var isTied = false
    for target in candidates {
      let score = score(names.targets[Int(target)], hit, contest)
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

  /// How often the country of a target is named, of several the one named most.
  private func support(_ target: LinkTarget) -> Int {
    target.countries.reduce(0) { max($0, countries[Int($1)]) }
  }

  /// Whether a sign and the countries spoken of tell that a common word names the target: `في` only that it is a unit or
  /// region of the country named most; of a large city a hashtag tells enough.
  private func isSigned(_ sign: NameSurroundings.Sign, _ target: LinkTarget) -> Bool {
    let support = support(target)
    switch sign {
    case .none: return false
    case .place: return support > 0 && target.rank != 1
    case .hashtag: return support > 0 || target.rank > 0 && target.population >= 500_000
    case .unit:
      return (1...2).contains(target.rank) && support > 0 && support == countries.max()
    }
  }

  /// What countries tell of all that bear a name.
  private struct Contest {
    /// Whether the country of one is named.
    let isSpokenOf: Bool
    /// Whether there are some whose country is not named, and no city or unit among them.
    let isWithSmall: Bool
  }

  /// How well a target fits the article.
  private func score(_ target: LinkTarget, _ hit: EntryNames.Hit, _ contest: Contest) -> Double {
    guard target.rank >= 0 else {
      return Double(target.countries.reduce(0) { max($0, named[Int($1)]) })
    }
    let support = support(target)
    if support == 0, isUnlikely(target, isOfQuarter: hit.kind == NameSurroundings.quarter) {
      return 0
    }
    var score = Double(min(support, 6)) / 2 + (target.isKnown ? 1 : 0)
    score += min(Double(target.population), 5_000_000).squareRoot() / 1500
    if target.population >= 1_000_000 { score += 0.75 }
    if hit.kind & target.kindBits != 0 { score += 4 }
    if target.admin1 >= 0, units.contains(target.admin1) { score += 1.5 }
    if support == 0, contest.isSpokenOf, target.rank == 0 || !target.isLarge { score -= 1.5 }
    switch target.rank {
    case 0: score += hit.isBesideCountry ? 5 : 3
    case 1, 4: score += 0.5
    case 3: score -= 0.5
    case 5: score -= target.isKnown || contest.isWithSmall && support > 0 ? 0 : 1
    default: break
    }
    return score
  }

  /// Whether a place whose country is not named is hardly meant: small ones that are little known; and where other
  /// countries are spoken of parts of towns, what is none behind a word for them (`isOfQuarter`), and larger towns too.
  private func isUnlikely(_ target: LinkTarget, isOfQuarter: Bool) -> Bool {
    if !target.isKnown && target.population < 20_000 { return true }
    guard countries.contains(where: { $0 > 0 }) else { return false }
    return target.isQuarter || isOfQuarter || !target.isKnown && !target.isLarge
  }
}
