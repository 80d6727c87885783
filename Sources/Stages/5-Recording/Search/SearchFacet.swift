/// How what a search finds is spread over the values of one field.
package struct SearchFacet: Sendable, Hashable {
  /// A field by which a search can be narrowed.
  package enum Field: String, Sendable, Hashable, CaseIterable {
    case source, type, actor, place
    /// Months, or years where there are many.
    case date
  }

  /// A value of the field.
  package struct Value: Sendable, Hashable {
    /// The value as it stands in a search.
    package let value: String
    /// What it is called in Arabic and in English, if that is another thing.
    package let name: String?
    package let nameEn: String?
    /// How many of what was found have it.
    package let count: Int

    /// What has to be added to a search to narrow it to the value; `nil` if no search can say it.
    ///
    /// - Parameter field: The field of the value.
    /// - Returns: A clause such as `type:ASSAULT`.
    package func clause(of field: Field) -> String? {
      let isPlain = value.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
      }
      if isPlain { return "\(field.rawValue):\(value)" }
      return SearchToken.hasQuotationMark(value)
        ? nil : "\(field.rawValue):\"\(value)\""
    }
  }

  package let field: Field
  /// The most frequent first; dates the newest first.
  package let values: [Value]
}

/// The facets of what a search finds.
package struct SearchFacets: Sendable, Hashable {
  package let facets: [SearchFacet]
  /// How many finds were counted.
  package let counted: BoundedCount
}
