internal import ArgumentParser
internal import Reading

/// Which kinds of records are read of articles.
struct RecordKindList: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      What to read, with commas between: statements, outlooks, events, mentions, quantities; or \
      none. The fewer, the faster; without mentions no record is linked to an entry.
      """, valueName: "list"))
  var kinds: String?

  /// The kinds asked for; all if none are named.
  ///
  /// - Returns: The kinds.
  /// - Throws: `ValidationError` for a kind that there is not.
  func all() throws -> Set<RecordKind> {
    guard let kinds else { return Set(RecordKind.allCases) }
    if kinds == "none" { return [] }
    var result: Set<RecordKind> = []
    for name in kinds.split(separator: ",", omittingEmptySubsequences: false) {
      guard let kind = RecordKind(rawValue: String(name)) else {
        let known = RecordKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--kinds: no kind \"\(name)\"; there are \(known)")
      }
      result.insert(kind)
    }
    return result
  }
}
