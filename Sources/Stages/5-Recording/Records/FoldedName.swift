internal import ArabicScript

/// Names as they are compared.
enum FoldedName {
  private static let folding = Folding(.search)

  /// The name folded for search, with single spaces.
  static func fold(_ name: String) -> String {
    folding.folded(name).split(separator: " ", omittingEmptySubsequences: true)
      .joined(separator: " ")
  }
}
