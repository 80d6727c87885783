/// What entries are of: who acts, or where.
public enum EntryRealm: String, Sendable, Hashable, CaseIterable {
  case actor, place
}

extension MentionType {
  /// The entries that a mention of this type may be linked to; `nil` for offices and nationalities.
  public var realm: EntryRealm? {
    switch self {
    case .person, .organisation, .group: .actor
    case .place, .facility: .place
    case .office, .nationality: nil
    }
  }
}

/// An entry that a person made; registry and gazetteer don't have it.
public struct OwnEntry: Sendable, Hashable {
  /// Its id in the archive (`own-12`): the number of the decision that made it.
  public let id: String
  /// What mentions name with it.
  public let type: MentionType
  /// The main name, as it was given first.
  public let name: String
  /// The English name, if one was given.
  public let nameEn: String?

  /// Makes an entry.
  public init(number: Int, type: MentionType, name: String, nameEn: String?) {
    id = OwnEntry.id(number)
    self.type = type
    self.name = name
    self.nameEn = nameEn
  }

  /// Whether it acts or is somewhere.
  public var realm: EntryRealm { type.realm ?? .actor }

  /// The id of the entry that a decision makes.
  public static func id(_ decision: Int) -> String { "own-\(decision)" }
}

/// What a person decides on entries.
public struct EntryDecision: Sendable, Hashable {
  /// What is decided.
  public enum Act: Sendable, Hashable {
    /// One entry stands for another from now on.
    case merge(entry: String, into: String)
    /// Names that were linked to no entry stand for one.
    case assign(names: [String], into: String)
    /// Names that were linked to no entry are an entry of their own; the first is its main name.
    case confirm(names: [String], nameEn: String?)
    /// Names no longer stand for an entry, but for one of their own; the first is its main name.
    case split(names: [String], entry: String)
    /// An entry gets another main name.
    case rename(entry: String, name: String, nameEn: String?)
    /// An earlier decision, by its number, holds no longer.
    case undo(Int)
  }

  /// What is decided.
  public let act: Act
  /// Who decides.
  public let decidedBy: String
  /// Why.
  public let reason: String?

  /// Makes a decision.
  public init(_ act: Act, by decidedBy: String, reason: String? = nil) {
    self.act = act
    self.decidedBy = decidedBy
    self.reason = reason
  }
}

/// A decision's parts by their names, as the archive keeps them and pages, JSON and the command line show them.
public struct EntryDecisionParts: Sendable, Hashable {
  /// The act's name.
  public private(set) var act = ""
  /// The entry decided on.
  public private(set) var entry: String?
  /// The entry that it or the names go to.
  public private(set) var into: String?
  /// The names decided on, or given.
  public private(set) var names: [String] = []
  /// The English name given.
  public private(set) var nameEn: String?
  /// The number of the decision that was undone.
  public private(set) var undone: Int?

  /// Takes apart what was decided.
  public init(_ decided: EntryDecision.Act) {
    switch decided {
    case .merge(let entry, let into): (act, self.entry, self.into) = ("merge", entry, into)
    case .assign(let names, let into): (act, self.names, self.into) = ("assign", names, into)
    case .confirm(let names, let nameEn):
      (act, self.names, self.nameEn) = ("confirm", names, nameEn)
    case .split(let names, let entry): (act, self.names, self.entry) = ("split", names, entry)
    case .rename(let entry, let name, let nameEn):
      (act, self.entry, names, self.nameEn) = ("rename", entry, [name], nameEn)
    case .undo(let number): (act, undone) = ("undo", number)
    }
  }
}

/// A decision on entries as the archive keeps it.
public struct KeptEntryDecision: Sendable, Hashable {
  /// Its number, from 1, in the order of deciding.
  public let number: Int
  /// What was decided, by whom and why.
  public let decision: EntryDecision
  /// What its entries are of.
  public let realm: EntryRealm?
  /// Seconds since 1970.
  public let decidedAt: Int
  /// The entry that a confirmation or a split made.
  public let made: OwnEntry?
  /// The number of the decision by which it holds no longer.
  public let undoneBy: Int?

  /// Makes a kept decision.
  public init(
    number: Int, _ decision: EntryDecision, realm: EntryRealm?, decidedAt: Int, made: OwnEntry?,
    undoneBy: Int?
  ) {
    self.number = number
    self.decision = decision
    self.realm = realm
    self.decidedAt = decidedAt
    self.made = made
    self.undoneBy = undoneBy
  }

  /// Whether it holds.
  public var stands: Bool {
    if case .undo = decision.act { return false }
    return undoneBy == nil
  }

  /// The ids of all entries that it speaks of.
  public var entries: [String] {
    let parts = EntryDecisionParts(decision.act)
    return [parts.entry, parts.into, made?.id].compactMap { $0 }
  }
}

/// Why a decision on entries can't be kept.
public enum EntryDecisionError: Error, Sendable, Hashable {
  /// No entry has this id.
  case unknownEntry(String)
  /// The entry would be merged with itself.
  case sameEntry(String)
  /// One is an actor, the other a place.
  case otherRealm(String, String)
  /// The entry stands for another already, by the decision of this number.
  case mergedAlready(entry: String, into: String, decision: Int)
  /// What the entry is merged into leads back to it.
  case cycle(entry: String, into: String)
  /// No mention without an entry has this name.
  case unknownName(String)
  /// The name was decided on already.
  case nameTaken(String, entry: String, decision: Int)
  /// No mention of the entry has this name.
  case nameOfOther(String, entry: String)
  /// All names that the entry has would be taken out of it.
  case noNameLeft(entry: String)
  /// No article names an office of the person, nor anybody who speaks under it.
  case privatePerson(String)
  /// There are no names, or an empty one.
  case noName
  /// A text is longer than so many bytes.
  case tooLong(String, limit: Int)
  /// There is no decision of this number.
  case unknownDecision(Int)
  /// The decision holds no longer, by the other.
  case undoneAlready(Int, by: Int)
  /// An undoing can't be undone; decide anew.
  case isUndoing(Int)
  /// A later decision speaks of the entry that this one made.
  case neededBy(Int, later: Int)
}
