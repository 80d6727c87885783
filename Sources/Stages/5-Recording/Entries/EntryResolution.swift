package import NewsModel

/// What people's decisions on entries come to.
///
/// Readings keep the entries that the reader found; whoever asks the archive gets what they stand for. A
/// mention goes from its entry, by its name where names were taken out or assigned, else as entries were
/// merged, until nothing leads on. Decisions that were undone count as never made, so that undoing holds
/// for what was read before and after it.
package struct EntryResolution: Sendable {
  /// A name in the form in which names are compared.
  private struct Name: Hashable {
    /// The entry that the name was taken out of; `nil` for names that were linked to none.
    let entry: String?
    let realm: EntryRealm?
    let folded: String
  }

  /// A step that a decision makes.
  struct Step {
    let into: String
    let decision: Int
  }

  private var merges: [String: Step] = [:]
  private var names: [Name: Step] = [:]
  private var mainNames: [String: (name: String, nameEn: String?)] = [:]
  /// The names that people gave entries or assigned to them, as they wrote them, by the ids decided on.
  package private(set) var givenNames: [String: [String]] = [:]
  /// The entries that people made, by their ids.
  package private(set) var own: [String: OwnEntry] = [:]

  /// Takes all decisions that hold, in their order.
  ///
  /// - Parameter decisions: All decisions, those that hold no longer too.
  init(_ decisions: [KeptEntryDecision]) {
    for kept in decisions where kept.stands {
      let (realm, number) = (kept.realm, kept.number)
      let ownStep = Step(into: OwnEntry.id(number), decision: number)
      if let made = kept.made { own[made.id] = made }
      switch kept.decision.act {
      case .merge(let entry, let into): merges[entry] = Step(into: into, decision: number)
      case .assign(let names, let into):
        take(names, nil, realm, Step(into: into, decision: number))
        givenNames[into, default: []] += names
      case .confirm(let names, let nameEn):
        take(names, nil, realm, ownStep)
        givenNames[ownStep.into] = names + (nameEn.map { [$0] } ?? [])
      case .split(let names, let entry):
        take(names, entry, nil, ownStep)
        givenNames[ownStep.into] = names
      case .rename(let entry, let name, let nameEn):
        mainNames[entry] = (name, nameEn)
        givenNames[entry, default: []] += [name] + (nameEn.map { [$0] } ?? [])
      case .undo: break
      }
    }
  }

  private mutating func take(
    _ taken: [String], _ entry: String?, _ realm: EntryRealm?, _ step: Step
  ) {
    for name in taken {
      names[Name(entry: entry, realm: realm, folded: FoldedName.fold(name))] = step
    }
  }

  /// Whether nothing was decided.
  var isEmpty: Bool { merges.isEmpty && names.isEmpty }

  /// The entry that an id stands for, as entries were merged.
  package func entry(_ id: String) -> String {
    var id = id
    var seen: Set<String> = []
    while let step = merges[id], seen.insert(id).inserted { id = step.into }
    return id
  }

  /// The entry that a name stands for.
  ///
  /// - Parameters:
  ///   - entry: The entry that the reading links it to; `nil` for none.
  ///   - name: The name as the reading gives it.
  ///   - realm: What it may name.
  /// - Returns: The entry; `nil` if it stands for none.
  package func entry(_ entry: String?, name: String, _ realm: EntryRealm?) -> String? {
    if isEmpty { return entry }
    return resolve(entry, folded: names.isEmpty ? "" : FoldedName.fold(name), realm)
  }

  private func resolve(_ entry: String?, folded: String, _ realm: EntryRealm?) -> String? {
    guard
      var id = entry ?? names[Name(entry: nil, realm: realm, folded: folded)]?.into
    else { return nil }
    var seen: Set<String> = []
    while seen.insert(id).inserted {
      guard
        let step = names[Name(entry: id, realm: nil, folded: folded)] ?? merges[id]
      else { break }
      id = step.into
    }
    return id
  }

  /// The main name that people gave an entry; `nil` if they gave none.
  package func mainName(of id: String) -> (name: String, nameEn: String?)? {
    mainNames[id] ?? own[id].map { ($0.name, $0.nameEn) }
  }

  /// The ids of the entries that stand for one as they were merged, without its own.
  package func merged(into id: String) -> [String] {
    merges.keys.filter { entry($0) == id && $0 != id }.sorted()
  }

  /// The decision by which an entry stands for another.
  func merge(of entry: String) -> Step? { merges[entry] }

  /// The decision that assigned a name, or took it out of an entry.
  func decision(on name: String, of entry: String?, _ realm: EntryRealm?) -> Step? {
    names[Name(entry: entry, realm: entry == nil ? realm : nil, folded: FoldedName.fold(name))]
  }

  /// Whether an entry leads to another by merging or by names taken out of it.
  func leads(from entry: String, to other: String) -> Bool {
    var open = [entry]
    var seen: Set<String> = []
    while let id = open.popLast() {
      if id == other { return true }
      guard seen.insert(id).inserted else { continue }
      if let step = merges[id] { open.append(step.into) }
      for (name, step) in names where name.entry == id { open.append(step.into) }
    }
    return false
  }

  /// What the readings call that which an entry stands for.
  ///
  /// - Parameter id: The entry.
  /// - Returns: Its sources; those of entries in the order of their ids.
  func sources(of id: String) -> [EntrySource] {
    let folded = Set(names.keys.map(\.folded)).sorted()
    let origins = Set(merges.keys).union(names.keys.compactMap(\.entry)).union([id]).sorted()
    var sources: [EntrySource] = []
    for origin in origins {
      let isWhole = entry(origin) == id
      let exceptions = folded.filter { (resolve(origin, folded: $0, nil) == id) != isWhole }
      if isWhole {
        sources.append(EntrySource(entry: origin, realm: nil, names: .except(exceptions)))
      } else if !exceptions.isEmpty {
        sources.append(EntrySource(entry: origin, realm: nil, names: .only(exceptions)))
      }
    }
    for realm in EntryRealm.allCases {
      let unlinked = folded.filter { resolve(nil, folded: $0, realm) == id }
      if !unlinked.isEmpty {
        sources.append(EntrySource(entry: nil, realm: realm, names: .only(unlinked)))
      }
    }
    return sources
  }

  /// The ids of entries whose mentions are not all those, and no others, that readings link to them.
  var touchedEntries: [String] {
    let steps = Array(merges.values) + Array(names.values)
    let touched = Set(merges.keys).union(names.keys.compactMap(\.entry)).union(steps.map(\.into))
    return touched.union(own.keys).union(touched.map(entry)).sorted()
  }

  /// The names that stand for an entry though they were linked to none, folded.
  package func assignedNames(_ realm: EntryRealm) -> Set<String> {
    Set(names.keys.filter { $0.entry == nil && $0.realm == realm }.map(\.folded))
  }
}

/// Which mentions of readings an entry is made of.
struct EntrySource: Hashable {
  /// Which names are meant, folded.
  enum Names: Hashable {
    case except([String])
    case only([String])
  }

  /// The entry that readings link them to; `nil` for none.
  let entry: String?
  /// What they may name, where they are linked to none.
  let realm: EntryRealm?
  let names: Names
}
