internal import GRDB
package import NewsModel

extension Archive {
  /// Keeps a decision on entries, beside all that were made before.
  ///
  /// - Parameters:
  ///   - decision: What is decided.
  ///   - realm: What the registry's or gazetteer's entry of an id is of; `nil` if they have none.
  /// - Returns: The decision as kept.
  /// - Throws: `EntryDecisionError` if it can't be kept; `ArchiveError`.
  @discardableResult
  package func decide(_ decision: EntryDecision, knowing realm: @escaping (String) -> EntryRealm?)
    throws
    -> KeptEntryDecision
  {
    try EntryDecisionCheck.checkLengths(decision)
    return try ArchiveError.translating(path) {
      let decidedAt = options.now()
      return try pool.write { database in
        let rows = EntryDecisionRows(database)
        let check = EntryDecisionCheck(database, try rows.all(), realm)
        let outcome = try check.outcome(of: decision.act)
        try rows.insert(
          decision, realm: outcome.realm, type: outcome.type, decidedAt: decidedAt)
        guard let kept = try rows.all().last else { throw DatabaseError.damaged("no decision") }
        return kept
      }
    }
  }
}

/// Checks whether a decision on entries can be kept beside those that hold.
struct EntryDecisionCheck {
  private let database: Database
  private let decisions: [KeptEntryDecision]
  private let resolution: EntryResolution
  private let known: (String) -> EntryRealm?

  init(
    _ database: Database, _ decisions: [KeptEntryDecision],
    _ known: @escaping (String) -> EntryRealm?
  ) {
    self.database = database
    self.decisions = decisions
    resolution = EntryResolution(decisions)
    self.known = known
  }

  /// What a decision is of, and what an entry that it makes is.
  typealias Outcome = (realm: EntryRealm?, type: MentionType?)

  /// - Throws: `EntryDecisionError`, or an error of the database.
  func outcome(of act: EntryDecision.Act) throws -> Outcome {
    switch act {
    case .merge(let entry, let into): return try merge(entry, into)
    case .assign(let names, let into):
      let realm = try realm(of: into)
      for name in names { try checkUnlinked(name, realm) }
      return (realm, nil)
    case .confirm(let names, _): return try confirm(names)
    case .split(let names, let entry): return try split(names, entry)
    case .rename(let entry, _, _):
      let realm = try realm(of: entry)
      try checkNotMerged(entry)
      return (realm, nil)
    case .undo(let number): return try undo(number)
    }
  }

  private func realm(of entry: String) throws -> EntryRealm {
    guard let realm = resolution.own[entry]?.realm ?? known(entry) else {
      throw EntryDecisionError.unknownEntry(entry)
    }
    return realm
  }

  private func checkNotMerged(_ entry: String) throws {
    guard let step = resolution.merge(of: entry) else { return }
    throw EntryDecisionError.mergedAlready(entry: entry, into: step.into, decision: step.decision)
  }

  private func merge(_ entry: String, _ into: String) throws -> Outcome {
    if entry == into { throw EntryDecisionError.sameEntry(entry) }
    let realm = try realm(of: entry)
    guard try self.realm(of: into) == realm else {
      throw EntryDecisionError.otherRealm(entry, into)
    }
    try checkNotMerged(entry)
    guard !resolution.leads(from: into, to: entry) else {
      throw EntryDecisionError.cycle(entry: entry, into: into)
    }
    return (realm, nil)
  }

  private func confirm(_ names: [String]) throws -> Outcome {
    guard let first = names.first else { throw EntryDecisionError.noName }
    let type = try unlinkedType(of: first)
    for name in names { try checkUnlinked(name, type.realm ?? .actor) }
    if type == .person, try !names.contains(where: hasOffice) {
      throw EntryDecisionError.privatePerson(first)
    }
    return (type.realm, type)
  }

  private func split(_ names: [String], _ entry: String) throws -> Outcome {
    guard !names.isEmpty else { throw EntryDecisionError.noName }
    let realm = try realm(of: entry)
    try checkNotMerged(entry)
    for name in names {
      if let step = resolution.decision(on: name, of: entry, nil) {
        throw EntryDecisionError.nameTaken(name, entry: step.into, decision: step.decision)
      }
    }
    let spellings = try EntryMentions(database, resolution, entry).spellings()
    let folded = Set(names.map(FoldedName.fold))
    for name in names
    where !spellings.contains(where: { FoldedName.fold($0.name) == FoldedName.fold(name) }) {
      throw EntryDecisionError.nameOfOther(name, entry: entry)
    }
    guard spellings.contains(where: { !folded.contains(FoldedName.fold($0.name)) }) else {
      throw EntryDecisionError.noNameLeft(entry: entry)
    }
    let type = spellings.first { folded.contains(FoldedName.fold($0.name)) }?.type
    return (realm, type ?? (realm == .place ? .place : .organisation))
  }

  private func undo(_ number: Int) throws -> Outcome {
    guard let kept = decisions.first(where: { $0.number == number }) else {
      throw EntryDecisionError.unknownDecision(number)
    }
    if case .undo = kept.decision.act { throw EntryDecisionError.isUndoing(number) }
    if let other = kept.undoneBy { throw EntryDecisionError.undoneAlready(number, by: other) }
    if let made = kept.made,
      let later = decisions.last(where: {
        $0.number > number && $0.stands && $0.entries.contains(made.id)
      })
    {
      throw EntryDecisionError.neededBy(number, later: later.number)
    }
    return (kept.realm, nil)
  }

  private func checkUnlinked(_ name: String, _ realm: EntryRealm) throws {
    if let step = resolution.decision(on: name, of: nil, realm) {
      throw EntryDecisionError.nameTaken(name, entry: step.into, decision: step.decision)
    }
    guard try types(ofUnlinked: name).contains(where: { $0.realm == realm }) else {
      throw EntryDecisionError.unknownName(name)
    }
  }

  /// What mentions of a name mostly are; those of actors before places.
  private func unlinkedType(of name: String) throws -> MentionType {
    let types = try types(ofUnlinked: name)
    guard let type = types.first(where: { $0.realm == .actor }) ?? types.first else {
      throw EntryDecisionError.unknownName(name)
    }
    return type == .facility ? .place : type
  }

  /// The types of the mentions of a name that are linked to no entry, the most frequent first.
  private func types(ofUnlinked name: String) throws -> [MentionType] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT m.type FROM mention_names AS n JOIN mentions AS m ON m.name = n.name AND m.entry IS NULL
        WHERE n.folded = ? GROUP BY m.type ORDER BY count(*) DESC, m.type
        """, arguments: [FoldedName.fold(name)]
    ).compactMap { try $0.optionalValue(0) as MentionType? }.filter { $0.realm != nil }
  }

  /// Whether an article names an office that a person of this name holds, or speaks under.
  private func hasOffice(_ name: String) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM mention_names AS n JOIN mentions AS m ON m.name = n.name
            WHERE n.folded = ?1 AND m.type = 'person' AND m.role IS NOT NULL)
          OR EXISTS (SELECT 1 FROM mention_names AS n JOIN statements AS s ON s.speaker_name = n.name
            WHERE n.folded = ?1 AND s.role IS NOT NULL)
        """, arguments: [FoldedName.fold(name)]) ?? false
  }

  /// The longest name of an entry, in bytes.
  static let nameLimit = 300

  /// Checks that all texts are there and none is too long.
  static func checkLengths(_ decision: EntryDecision) throws(EntryDecisionError) {
    func check(_ text: String, _ limit: Int) throws(EntryDecisionError) {
      if text.utf8.count > limit { throw .tooLong(text, limit: limit) }
      if text.utf8.allSatisfy({ $0 <= 0x20 }) { throw .noName }
    }
    try check(decision.decidedBy, Archive.coderLimit)
    if let reason = decision.reason, reason.utf8.count > Archive.reasonLimit {
      throw .tooLong(reason, limit: Archive.reasonLimit)
    }
    let names: [String]
    switch decision.act {
    case .assign(let given, _), .confirm(let given, nil), .split(let given, _): names = given
    case .confirm(let given, let nameEn?): names = given + [nameEn]
    case .rename(_, let name, let nameEn): names = [name] + (nameEn.map { [$0] } ?? [])
    case .merge, .undo: return
    }
    if names.isEmpty { throw .noName }
    for name in names { try check(name, nameLimit) }
  }
}
