internal import NewsModel
internal import Recording

extension APIAnswers {
  /// What a search finds, with its facets if they are asked for.
  ///
  /// - Parameter request: The request with the search.
  /// - Returns: JSON.
  /// - Throws: `Problem`, or an error of the database.
  func search(_ request: SiteRequest) async throws -> [UInt8] {
    let fields = try SearchFields(request)
    let filters = FilterFields(request: request)
    let limit = try filters.number("limit", 1...APIAnswers.rowLimit) ?? APIAnswers.usualRows
    let hasFacets = try filters.oneOf("facets", ["yes", "no"]) == "yes"
    let query = try fields.runnable(request)
    let (rows, facets) = try await archive.read { view in
      (
        try FoundRows(query, fields, limit: limit, view),
        hasFacets ? try view.facets(of: query, in: fields.kind) : nil
      )
    }
    var out = JSONWriter()
    out.object { out in
      out.key("rows")
      rows.write(to: &out)
      if case .articles(let result) = rows {
        out.key("page")
        out.integer(fields.page)
        out.key("correction")
        out.stringOrNull(result.correction)
      } else {
        out.key("next")
        out.stringOrNull(rows.next?.description)
      }
      APIAnswers.write(rows.total, to: &out)
      if let facets { APIAnswers.write(facets, to: &out) }
    }
    return out.bytes
  }

  /// Words that complete what was typed.
  ///
  /// - Parameter request: The request with what was typed in `q`.
  /// - Returns: JSON.
  /// - Throws: `Problem`, or an error of the database.
  func suggestions(_ request: SiteRequest) async throws -> [UInt8] {
    let text = try FilterFields(request: request).text("q", limit: SearchFields.textLimit) ?? ""
    let suggestions = try await archive.read { try $0.suggestions(for: text) }
    var out = JSONWriter()
    out.object { out in
      out.key("rows")
      out.array { out in
        for suggestion in suggestions {
          out.object { out in
            out.key("text")
            out.string(suggestion.text)
            out.key("word")
            out.string(suggestion.word)
            out.key("articles")
            out.integer(suggestion.articles)
          }
        }
      }
    }
    return out.bytes
  }

  private static func write(_ facets: SearchFacets, to out: inout JSONWriter) {
    out.key("facets")
    out.object { out in
      for facet in facets.facets {
        out.key(facet.field.rawValue)
        out.array { out in for value in facet.values { write(value, facet.field, to: &out) } }
      }
    }
    out.key("facets_counted")
    out.integer(facets.counted.value)
  }

  private static func write(
    _ value: SearchFacet.Value, _ field: SearchFacet.Field, to out: inout JSONWriter
  ) {
    out.object { out in
      for (key, text) in [
        ("value", value.value), ("name", value.name), ("name_en", value.nameEn),
        ("clause", value.clause(of: field)),
      ] {
        out.key(key)
        out.stringOrNull(text)
      }
      out.key("count")
      out.integer(value.count)
    }
  }
}

extension FoundRows {
  /// Writes the rows as an array.
  fileprivate func write(to out: inout JSONWriter) {
    out.array { out in
      switch self {
      case .articles(let result): for hit in result.hits { RecordJSON.write(hit, to: &out) }
      case .statements(let page): for row in page.rows { RecordJSON.write(row, to: &out) }
      case .outlooks(let page): for row in page.rows { RecordJSON.write(row, to: &out) }
      case .events(let page): for row in page.rows { RecordJSON.write(row, to: &out) }
      }
    }
  }
}
