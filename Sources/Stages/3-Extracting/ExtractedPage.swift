internal import NewsModel

/// What a page holds for a reader, and what is known of it.
package struct ExtractedPage: Sendable, Hashable {
  /// What a page is.
  package enum Kind: String, Sendable, Hashable {
    case article
    case liveBlog = "live_blog"
    case gallery
    /// A page without a text of its own.
    case other
  }

  /// What had to be done, or is missing.
  package enum Note: String, Sendable, Hashable {
    /// The page holds no text.
    case empty
    /// The bytes are no page: they hold zeros and no markup.
    case binary
    /// The encoding is another than the one that is declared.
    case otherEncoding = "other_encoding"
    /// The page is longer than is read.
    case cut
    /// No paragraph was found; the text is the page's description.
    case descriptionOnly = "description_only"
  }

  package var title = ""
  /// The body; one paragraph a line.
  package var text = ""
  package var byline: String?
  /// The agency or outlet that the page names as the source.
  package var credit: String?
  /// As ISO 8601; with the zone if the page gives it.
  package var published: String?
  package var modified: String?
  package var section: String?
  package var tags: [String] = []
  /// The page's own address, as it gives it; else the one it was fetched from.
  package var url: String?
  package var source: String?
  package var image: String?
  package var language: String?
  package var kind = Kind.article
  package var encoding = "utf-8"
  package var notes: [Note] = []

  /// The page as a JSON object, with the fields that `marsad read` takes.
  package var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      let fields: [(String, String?)] = [
        ("url", url), ("source", source), ("title", title), ("byline", byline), ("credit", credit),
        ("published", published), ("modified", modified), ("section", section),
        ("image", image), ("language", language), ("kind", kind.rawValue), ("encoding", encoding),
        ("text", text),
      ]
      for (name, value) in fields {
        json.key(name)
        json.stringOrNull(value)
      }
      json.key("tags")
      json.array { list in for tag in tags { list.string(tag) } }
      json.key("notes")
      json.array { list in for note in notes { list.string(note.rawValue) } }
    }
    return writer.bytes
  }
}
