/// Whether names that sound alike are spellings of one: one name, compared with others.
public struct NameComparison: Sendable {
  /// The least similarity of two spellings of one name, in one script and across scripts.
  ///
  /// Seen on pairs of real names that sound alike: names from other languages, which each writes down anew, scored
  /// 0.75 and more in one script, all names 0.51 and more across scripts; Arabic names are told apart by `ArabicName`.
  private static let least: (within: Float, across: Float) = (0.75, 0.5)

  /// How similar two names of one `NameKey` are, at most 1; `nil` if they are not taken for one.
  ///
  /// Their words stand in one order, for in another they name another person.
  public static func similarity(_ name: String, _ other: String) -> Float? {
    NameComparison(name).similarity(to: NameComparison(other))
  }

  /// The name.
  public let name: String
  private let words: ArabicName
  private let order: String
  private let isLatin: Bool

  /// Prepares to compare a name.
  public init(_ name: String) {
    self.name = name
    words = ArabicName(name)
    order = NameComparison.order(name)
    isLatin = NameComparison.isLatin(name)
  }

  /// How similar it is to a name of its `NameKey`, at most 1; `nil` if they are not taken for one.
  public func similarity(to other: NameComparison) -> Float? {
    guard order == other.order else { return nil }
    let isOfOneScript = isLatin == other.isLatin
    if isOfOneScript, words.isAnother(than: other.words) { return nil }
    var index = NameIndex()
    index.insert(other.name)
    guard let match = index.matches(for: name, limit: 1).first else { return nil }
    let least = isOfOneScript ? NameComparison.least.within : NameComparison.least.across
    return match.similarity >= least ? match.similarity : nil
  }

  /// What the words sound like, in their order.
  private static func order(_ name: String) -> String {
    ArabicName.joiningServants(name.split(separator: " ").map(String.init))
      .map { NameKey($0).description }.joined()
  }

  private static func isLatin(_ name: String) -> Bool {
    name.utf8.contains { (0x41...0x5A).contains($0 & 0xDF) }
  }
}
