internal import NewsModel

extension EntryDecisionError {
  /// Why a decision can't be kept and what helps, in a sentence of the language.
  func explanation(_ say: Wording) -> String {
    func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }
    return switch self {
    case .unknownEntry(let id): say["undecidable.unknown_entry", ["id": isolated(id)]]
    case .sameEntry(let id): say["undecidable.same_entry", ["id": isolated(id)]]
    case .otherRealm(let a, let b):
      say["undecidable.other_realm", ["id": isolated(a), "other": isolated(b)]]
    case .mergedAlready(let id, let into, let number):
      say[
        "undecidable.merged_already",
        ["id": isolated(id), "other": isolated(into), "n": say.number(number)]]
    case .cycle(let id, let into):
      say["undecidable.cycle", ["id": isolated(id), "other": isolated(into)]]
    case .unknownName(let name): say["undecidable.unknown_name", ["name": isolated(name)]]
    case .nameTaken(let name, let id, let number):
      say[
        "undecidable.name_taken",
        ["name": isolated(name), "id": isolated(id), "n": say.number(number)]]
    case .nameOfOther(let name, let id):
      say["undecidable.name_of_other", ["name": isolated(name), "id": isolated(id)]]
    case .noNameLeft(let id): say["undecidable.no_name_left", ["id": isolated(id)]]
    case .privatePerson(let name): say["undecidable.private_person", ["name": isolated(name)]]
    case .noName: say["undecidable.no_name"]
    case .tooLong(_, let limit): say["undecidable.too_long", ["limit": say.number(limit)]]
    case .unknownDecision(let number):
      say["undecidable.unknown_decision", ["n": say.number(number)]]
    case .undoneAlready(let number, let by):
      say["undecidable.undone_already", ["n": say.number(number), "by": say.number(by)]]
    case .isUndoing(let number): say["undecidable.is_undoing", ["n": say.number(number)]]
    case .neededBy(let number, let later):
      say["undecidable.needed_by", ["n": say.number(number), "later": say.number(later)]]
    }
  }
}
