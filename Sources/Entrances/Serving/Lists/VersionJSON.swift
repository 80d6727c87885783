internal import ArabicWords
internal import NewsModel
internal import Recording

/// Writes versions of articles and what changed between them as JSON; keys are a promise to programs.
enum VersionJSON {
  /// The versions of an article, what changed each time, and the words that the chosen one changed.
  static func versions(_ chosen: ChosenVersion) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("id")
      out.string(chosen.archived.article.id)
      out.key("versions")
      out.array { out in for version in chosen.versions { write(version, to: &out) } }
      out.key("changes")
      out.array { out in
        for change in chosen.changes { out.object { out in write(change, to: &out) } }
      }
      out.key("difference")
      guard let change = chosen.change else { return out.null() }
      out.object { out in
        write(change, to: &out)
        change.writeDifferences(to: &out)
      }
    }
    return out.bytes
  }

  /// A row of the list of edits.
  static func write(_ row: EditRow, to out: inout JSONWriter) {
    out.object { out in
      out.key("article")
      out.string(row.article)
      out.key("source")
      out.stringOrNull(row.source)
      out.key("url")
      out.stringOrNull(row.url)
      out.key("title")
      out.string(row.change.newer.title)
      out.key("published")
      out.stringOrNull(row.change.newer.published)
      out.key("modified")
      out.stringOrNull(row.change.newer.modified)
      out.key("seen_at")
      out.integer(row.change.newer.addedAt)
      write(row.change, to: &out)
      out.key("page")
      out.string(row.address(in: .arabic))
    }
  }

  private static func write(_ version: ArticleVersion, to out: inout JSONWriter) {
    out.object { out in
      out.key("version")
      out.integer(version.version)
      out.key("added_at")
      out.integer(version.addedAt)
      out.key("published")
      out.stringOrNull(version.published)
      out.key("modified")
      out.stringOrNull(version.modified)
      out.key("title")
      out.string(version.title)
    }
  }

  private static func write(_ change: VersionChange, to out: inout JSONWriter) {
    out.key("from")
    out.integer(change.older.version)
    out.key("to")
    out.integer(change.newer.version)
    change.writeFacts(to: &out)
  }
}

extension EditRow {
  /// The address of the page that shows what was edited.
  func address(in language: PageLanguage) -> String {
    let version = QueryItems.Item(name: "version", value: String(change.newer.version))
    return Link.address(.versions(article: article), in: language, QueryItems([version]))
  }
}
