internal import HTTPTypes
internal import Hummingbird

/// What is sent back, with the header fields that go with it.
struct Answer: Sendable {
  var status: HTTPResponse.Status = .ok
  let kind: Kind
  let body: Body
  /// By what a client can ask later whether it is still the same; `nil` where that is of no use.
  var validators: Validators?

  /// What sort of thing is sent.
  enum Kind: Sendable, Hashable {
    case page
    /// A page with a form that changes something: its origin must be told when it is sent.
    case desk
    /// Nothing but where to go on.
    case redirect(String)
    case json
    case export(ExportFormat)
    case feed(SyndicationFeed.Format)
    /// A file that may be kept for good; its media type.
    case asset(mediaType: String)
  }

  /// What is sent.
  enum Body: Sendable {
    case bytes([UInt8])
    case export(ListExport)
  }

  /// A page.
  static func page(_ html: HTML) -> Answer {
    Answer(kind: .page, body: .bytes(Array(html.markup.utf8)))
  }

  /// JSON for programs.
  static func json(_ bytes: [UInt8]) -> Answer { Answer(kind: .json, body: .bytes(bytes)) }

  /// A list as a file.
  static func export(_ export: ListExport) -> Answer {
    Answer(kind: .export(export.format), body: .export(export))
  }

  /// A feed.
  ///
  /// `base` is scheme and host under which the site is seen.
  static func feed(
    _ feed: SyndicationFeed, _ format: SyndicationFeed.Format, base: String
  ) -> Answer {
    let bytes = feed.bytes(format, base: base)
    return Answer(
      kind: .feed(format), body: .bytes(bytes),
      validators: Validators(bytes, changed: FeedTime.header(feed.updated)))
  }

  /// A file that pages are made with.
  static func asset(_ file: SiteAssets.File) -> Answer {
    Answer(kind: .asset(mediaType: file.mediaType), body: .bytes(file.bytes))
  }

  /// The answer as the web server sends it.
  var response: Response {
    let body =
      switch body {
      case .bytes(let bytes): ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
      case .export(let export): export.body
      }
    return Response(status: status, headers: headers, body: body)
  }

  /// Nothing may be fetched from elsewhere, no script but ours may run, nobody may frame a page.
  static let contentPolicy = """
    default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'
    """

  /// The header fields that go with it.
  var headers: HTTPFields {
    var fields = HTTPFields()
    fields[.contentType] = mediaType
    fields[.xContentTypeOptions] = "nosniff"
    fields[.contentSecurityPolicy] = Answer.contentPolicy
    // Without a referrer a browser would not tell the origin of a form either.
    set("Referrer-Policy", kind == .desk ? "same-origin" : "no-referrer", &fields)
    if case .redirect(let address) = kind { fields[.location] = address }
    set("Cross-Origin-Opener-Policy", "same-origin", &fields)
    fields[.cacheControl] = caching
    if let validators {
      fields[.eTag] = validators.tag
      fields[.lastModified] = validators.changed
    }
    if status == .methodNotAllowed { fields[.allow] = "GET, HEAD" }
    return fields
  }

  private var mediaType: String {
    switch kind {
    case .page, .desk, .redirect: "text/html; charset=utf-8"
    case .json: "application/json; charset=utf-8"
    case .export(let format): format.mediaType
    case .feed(let format): format.mediaType
    case .asset(let mediaType): mediaType
    }
  }

  /// Files of the site may be kept for good; a page with a token in it never is.
  private var caching: String {
    switch kind {
    case .asset: "public, max-age=31536000, immutable"
    case .desk: "no-store"
    default: "no-cache"
    }
  }

  private func set(_ name: String, _ value: String, _ fields: inout HTTPFields) {
    guard let name = HTTPField.Name(name) else { return }
    fields[name] = value
  }
}
