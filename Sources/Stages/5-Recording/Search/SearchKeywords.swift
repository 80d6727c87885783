internal import ArabicScript

/// The operators and fields of the search language (`Data/search/keywords.tsv`).
struct SearchKeywords: Sendable {
  /// What joins the parts of a search.
  enum Operator: String, Sendable, Hashable { case or, and, not, near }

  /// What stands before a colon.
  enum Field: String, Sendable, Hashable, CaseIterable {
    case exact, name, title, body, source, speaker, actor, place, type, story, date, since, until
    case after, before
  }

  /// Those that Marsad knows.
  static let shared = SearchKeywords()

  /// What may be written before a name without a blank.
  let nameBeginnings: [String]
  private let operators: [String: Operator]
  private let fields: [String: Field]

  private init() {
    var operators: [String: Operator] = [:]
    var fields: [String: Field] = [:]
    var nameBeginnings: [String] = []
    for row in DataFile("search/keywords.tsv").rows {
      if row[0] == "beginning" {
        nameBeginnings += row[2].split(separator: " ").map(String.init)
        continue
      }
      for spelling in row[2].split(separator: " ").map(String.init) {
        if let meaning = Operator(rawValue: row[1]) {
          operators[spelling] = meaning
        } else if let meaning = Field(rawValue: row[1]) {
          fields[Folding.forSearch.folded(spelling)] = meaning
        } else {
          preconditionFailure("keywords.tsv:\(row.line): no meaning \(row[1])")
        }
      }
    }
    self.nameBeginnings = nameBeginnings
    self.operators = operators
    self.fields = fields
  }

  /// The operator that a word is.
  func meaning(ofOperator word: String) -> Operator? { operators[word] }

  /// The field of a name, in any spelling.
  func field(named name: String) -> Field? { fields[Folding.forSearch.folded(name)] }
}
