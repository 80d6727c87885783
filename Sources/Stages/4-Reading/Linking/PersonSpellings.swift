internal import ArabicNames

/// Finds the person of the registry whose name another spelling is (`مسعود البرزاني`).
struct PersonSpellings: Sendable {
  private struct Spelling: Sendable {
    let name: String
    let target: Int
  }

  private var spellings: [NameKey: [Spelling]] = [:]

  /// Takes up the names of several words of a registry's persons; the number of an entry's target is its place in the registry.
  init(_ registry: Registry) {
    for (target, entry) in registry.entries.enumerated() where entry.kind == .person {
      for name in [entry.name] + entry.aliases where name.contains(" ") {
        spellings[NameKey(name), default: []].append(Spelling(name: name, target: target))
      }
    }
  }

  /// The number of the target whose name a name of several words is a spelling of; `nil` if there is none, or if several bear
  /// names like it.
  func target(of name: String) -> Int? {
    guard name.contains(" "), let alike = spellings[NameKey(name)] else { return nil }
    let comparison = NameComparison(name)
    let targets = Set(
      alike.filter { comparison.similarity(to: NameComparison($0.name)) != nil }.map(\.target))
    return targets.count == 1 ? targets.first : nil
  }
}

/// Whose name is whose, kept from one text to the next, so that each is compared with the registry once.
struct PersonMemory: Sendable {
  /// How many names are kept at most; with more it begins anew.
  private static let limit = 1 << 16

  /// By the names' bytes.
  private var targets: [[UInt8]: Int?] = [:]

  /// The number of the target whose name a name is a spelling of.
  mutating func target(of name: String, _ spellings: PersonSpellings) -> Int? {
    let key = Array(name.utf8)
    if let known = targets[key] { return known }
    if targets.count >= PersonMemory.limit { targets = [:] }
    let target = spellings.target(of: name)
    targets[key] = .some(target)
    return target
  }
}
