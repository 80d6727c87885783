public import ArabicQuantities

/// What a person would read of a capture: title, text, and what is known of them.
public struct Article: Sendable, Hashable {
  /// The article's id, unique in its archive.
  public var id: String
  /// The outlet as its input names it.
  public var source: String?
  /// The page's address.
  public var url: String?
  /// When it was published, as ISO 8601 (`2015-07-21T13:02:02`, with a zone where it is known).
  public var published: String?
  /// When it was last changed, as its source states it; in the form of `published`.
  public var modified: String?
  /// The title; empty if there is none.
  public var title: String
  /// Who signed it.
  public var byline: String?
  /// The body; all spans of a reading count from its start.
  public var text: String

  /// Makes an article.
  public init(
    id: String, source: String? = nil, url: String? = nil, published: String? = nil,
    modified: String? = nil, title: String = "", byline: String? = nil, text: String
  ) {
    self.id = id
    self.source = source
    self.url = url
    self.published = published
    self.modified = modified
    self.title = title
    self.byline = byline
    self.text = text
  }

  /// The day of publication, if it is known.
  public var publishedDay: CalendarDay? { published.flatMap { CalendarDay(iso: $0) } }
}
