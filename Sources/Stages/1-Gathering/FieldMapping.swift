/// Which field of the input holds which field of an article.
package struct FieldMapping: Sendable, Hashable {
  /// A field of an article that can be mapped.
  package enum Field: String, Sendable, Hashable, CaseIterable {
    case id, source, url, published, modified, title, byline, text
  }

  /// Why a mapping can't be read.
  package enum Fault: Error, Sendable, Hashable {
    /// A part without `=`, or with nothing on one side of it.
    case notAPair(String)
    case unknownField(String)
    case repeatedField(String)
  }

  /// The path of each field: the names of nested objects' members, outermost first.
  private var paths: [Field: [String]] = [:]

  /// Each field under its own name.
  package init() {}

  /// Reads `text=content,published=date_extracted,source=outlet.name`: our name, `=`, the input's.
  package init(parsing text: String) throws(Fault) {
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
        throw .notAPair(String(part))
      }
      guard let field = Field(rawValue: String(sides[0])) else {
        throw .unknownField(String(sides[0]))
      }
      guard paths[field] == nil else { throw .repeatedField(String(sides[0])) }
      paths[field] = sides[1].split(separator: ".").map(String.init)
    }
  }

  /// Where a field stands in the input.
  package func path(of field: Field) -> [String] { paths[field] ?? [field.rawValue] }
}
