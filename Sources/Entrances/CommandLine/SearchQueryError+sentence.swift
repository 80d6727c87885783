internal import Recording

extension SearchQueryError {
  /// What is wrong, and the search with the piece at fault between double brackets.
  var sentence: String {
    let (before, fault, after) = pieces
    if fault.isEmpty { return description }
    let shown = "\(before.suffix(40))⟦\(fault.prefix(60))⟧\(after.prefix(40))"
    return "\(description): \(isolated(shown))"
  }
}
