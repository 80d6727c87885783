internal import ArgumentParser
internal import NewsModel
internal import Recording
internal import Serving

/// What the commands that decide on entries have in common.
struct EntryDecisionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who decides.", valueName: "name"))
  var by: String

  @Option(help: "Why.")
  var reason: String?

  @OptionGroup var location: ArchiveLocation

  func validate() throws {
    if by.allSatisfy(\.isWhitespace) {
      throw ValidationError("--by: every decision bears the name of who made it")
    }
  }

  /// Keeps a decision and tells of it.
  func decide(_ act: EntryDecision.Act) async throws {
    try await location.withArchive(.readWrite) { archive in
      let kept: KeptEntryDecision
      do {
        kept = try archive.decide(
          EntryDecision(act, by: by, reason: reason), knowing: KnownEntries.standard.realm)
      } catch let error as EntryDecisionError {
        throw CommandFailure(status: .input, message: error.sentence)
      }
      var output = StandardOutput()
      try output.write(kept.sentence + "\n")
      try output.flush()
    }
  }
}

extension KeptEntryDecision {
  /// What was decided, on one line.
  var sentence: String {
    let parts = EntryDecisionParts(decision.act)
    let names = parts.names.map(isolated).joined(separator: ", ")
    let told =
      switch decision.act {
      case .merge(let entry, let into): "\(entry) is merged into \(into)"
      case .assign(_, let into): "\(names) is added to \(into)"
      case .confirm: "\(names) is the entry \(OwnEntry.id(number))"
      case .split(_, let entry): "\(names) is taken out of \(entry), as \(OwnEntry.id(number))"
      case .rename(let entry, _, _): "\(entry) is called \(names)"
      case .undo(let other): "decision \(other) is undone"
      }
    let english = parts.nameEn.map { " (\(isolated($0)))" } ?? ""
    return "decision \(number): \(told)\(english)"
  }
}

extension EntryDecisionError {
  /// Why a decision can't be kept and what helps, on one line.
  var sentence: String {
    switch self {
    case .unknownEntry(let id):
      "no entry has the id '\(withoutControls(id))'; marsad actors and marsad places find ids"
    case .sameEntry(let id): "\(id) can't be merged with itself; name another entry"
    case .otherRealm(let a, let b):
      "one of \(a) and \(b) is an actor, the other a place; merge like with like"
    case .mergedAlready(let id, let into, let number):
      "\(id) is merged into \(into) by decision \(number); undo that first (marsad undo \(number)), or decide on \(into)"
    case .cycle(let id, let into):
      "\(into) leads to \(id) by an earlier decision, so merging would go in a circle; marsad decisions --entries tells which one to undo first"
    case .unknownName(let name):
      "no unlinked mention has the name \(isolated(name)); write it as articles have it (marsad candidates)"
    case .nameTaken(let name, let id, let number):
      "the name \(isolated(name)) went to \(id) by decision \(number); undo that first (marsad undo \(number))"
    case .nameOfOther(let name, let id):
      "no mention of \(id) has the name \(isolated(name)); choose one of its spellings (--show \(id))"
    case .noNameLeft(let id): "\(id) would have no name left; rename or merge it instead"
    case .privatePerson(let name):
      "no article names an office of \(isolated(name)); private persons get no entry"
    case .noName: "there is no name; give at least one that isn't empty"
    case .tooLong(_, let limit): "a text is longer than \(limit) bytes; shorten it"
    case .unknownDecision(let number):
      "there is no decision \(number) on entries; marsad decisions --entries lists them"
    case .undoneAlready(let number, let by):
      "decision \(number) was undone by \(by); decide anew"
    case .isUndoing(let number): "decision \(number) is an undoing; it can't be undone, decide anew"
    case .neededBy(let number, let later):
      "decision \(later) is about the entry that decision \(number) made; undo it first (marsad undo \(later))"
    }
  }
}
