internal import ArabicScript

/// What the data file `extracting/boilerplate.tsv` knows of classes and phrases.
struct BoilerplateWords: Sendable {
  /// Hashes of the words of `class` and `id`.
  private(set) var body: Set<String> = []
  private(set) var rest: Set<String> = []
  private(set) var never: Set<String> = []
  /// How short paragraphs of page furniture begin, in lower case.
  private(set) var openings: [[UInt8]] = []
  /// Headings after which an article is over, in lower case.
  private(set) var endings: [[UInt8]] = []

  /// What stands before an author's name.
  private(set) var bylines: [String] = []

  static let shipped = BoilerplateWords(DataFile("extracting/boilerplate.tsv"))

  private init(_ file: DataFile) {
    for row in file.rows {
      switch row[0] {
      case "body": body.insert(row[1])
      case "rest": rest.insert(row[1])
      case "never": never.insert(row[1])
      case "opening": openings.append(Array(row[1].utf8))
      case "byline": bylines.append(row[1])
      default: endings.append(Array(row[1].utf8))
      }
    }
  }

  /// What an element is by its `class` and `id`.
  enum Role { case body, rest, never, unknown }

  /// The role that the value of `class` or `id` tells; names are looked up whole and in their parts.
  func role(of value: ArraySlice<UInt8>) -> Role {
    var role = Role.unknown
    for word in value.split(whereSeparator: { $0 <= 0x20 }) where word.count < 60 {
      let name = String(decoding: word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
      if body.contains(name) { return .body }
      if never.contains(name) { return .never }
      if rest.contains(name) {
        role = .rest
        continue
      }
      let parts = name.split { $0 == "-" || $0 == "_" || $0 == ":" }
      // The state of a page is no role: has-sidebar, comments-open, no-share.
      if let first = parts.first, first == "has" || first == "no" || first == "with" { continue }
      if parts.last == "open" || parts.last == "closed" { continue }
      if parts.contains(where: { never.contains(String($0)) }) { return .never }
      if parts.contains(where: { rest.contains(String($0)) }) { role = .rest }
    }
    return role
  }

  /// Whether a short paragraph is furniture.
  func isFurniture(_ text: String) -> Bool {
    let lower = Array(text.lowercased().utf8)
    return openings.contains { lower.starts(with: $0) }
  }

  /// Whether a heading tells that the article is over.
  func endsArticle(_ text: String) -> Bool {
    let lower = Array(text.lowercased().utf8)
    return endings.contains { lower.starts(with: $0) }
  }
}
