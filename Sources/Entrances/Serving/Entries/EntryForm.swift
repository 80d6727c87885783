internal import NewsModel
internal import Recording

/// What a form of the desk decides on entries.
struct EntryForm: Sendable {
  let decision: EntryDecision

  /// Reads a form.
  ///
  /// - Throws: `Problem` if it is none, or an entry that it names is not one.
  init(_ body: QueryItems, coder: String, _ book: EntryBook, _ request: SiteRequest) throws(Problem)
  {
    func required(_ name: String) throws(Problem) -> String {
      guard let value = body[name] else {
        throw request.problem(
          .badValue(name: name, value: "", allowed: .text(limit: FilterFields.textLimit)))
      }
      return value
    }
    func entry(_ name: String, _ realm: EntryRealm?) throws(Problem) -> String {
      try EntryForm.entry(try required(name), field: name, realm, book, request)
    }
    let names = body[all: "name"]
    let act: EntryDecision.Act
    switch body["act"] {
    case "merge":
      let merged = try entry("entry", nil)
      act = .merge(entry: merged, into: try entry("into", book.realm(of: merged)))
    case "assign": act = .assign(names: names, into: try entry("entry", nil))
    case "confirm": act = .confirm(names: names, nameEn: body["name_en"])
    case "split": act = .split(names: names, entry: try entry("entry", nil))
    case "rename":
      act = .rename(
        entry: try entry("entry", nil), name: try required("name"), nameEn: body["name_en"])
    case "undo":
      guard let number = Int(try required("number")) else { throw request.problem(.badForm) }
      act = .undo(number)
    default: throw request.problem(.badForm)
    }
    decision = EntryDecision(act, by: coder, reason: body["reason"])
  }

  /// The entry of an id, or the only one that has a name.
  private static func entry(
    _ text: String, field: String, _ realm: EntryRealm?, _ book: EntryBook, _ request: SiteRequest
  ) throws(Problem) -> String {
    if book.realm(of: text) != nil { return text }
    let found = (realm.map { [$0] } ?? EntryRealm.allCases).flatMap { book.find(text, $0) }
    let exact = found.filter { id in
      book.profile(id).map { [$0.name, $0.nameEn] + $0.otherNames.map { $0 } }?.contains(text)
        ?? false
    }
    if exact.count == 1 { return exact[0] }
    if found.count == 1 { return found[0] }
    guard !found.isEmpty else { throw request.problem(.noEntry(id: text)) }
    throw request.problem(
      .badValue(name: field, value: text, allowed: .oneOf(Array(found.prefix(12)))))
  }
}
