internal import Archiving
internal import Crypto
internal import Extracting
internal import Gathering
internal import Grouping
internal import NewsModel
internal import Reading
internal import Recording

/// Takes the articles out of a store's pages and puts them, read, into an archive.
///
/// The archive remembers how far the store was worked through, in the same file as the articles; what is
/// done twice after a crash adds nothing.
struct CaptureArticles {
  /// What became of pages.
  struct Counts {
    var outcome = AddOutcome()
    /// Pages without an article: lists, galleries without text, other kinds of files.
    var passedOver = 0
    /// Pages whose bytes could not be read.
    var failed = 0
  }

  let store: CaptureStore
  let archive: Archive
  /// Addresses of feeds and lists, which are no articles.
  let listings: Set<String>

  private static let batchLimit = 200
  private static let pageTypes: Set<String> = ["text/html", "application/xhtml+xml"]

  /// Works through what was kept since the last time.
  func run() async throws -> Counts {
    var counts = Counts()
    let origin = store.folder
    var position = try archive.mark(of: origin) ?? 0
    let reader = Reader()
    let extractor = Extractor()
    while true {
      let pages = await store.pages(after: position).prefix(CaptureArticles.batchLimit)
      guard let last = pages.last else { break }
      var batch: [(article: Article, reading: Reading)] = []
      for page in pages {
        guard !listings.contains(page.url),
          CaptureArticles.pageTypes.contains(page.mediaType ?? "text/html")
        else { continue }
        do {
          guard let article = try article(of: page, extractor) else {
            counts.passedOver += 1
            continue
          }
          batch.append((article, reader.read(article)))
        } catch {
          counts.failed += 1
          StandardStreams.report("marsad: \(page.url): \(CaptureArticles.sentence(error))")
        }
      }
      if !batch.isEmpty { counts.outcome = counts.outcome + (try archive.add(batch)) }
      try archive.setMark(of: origin, last.sequence)
      position = last.sequence
    }
    if counts.outcome.added + counts.outcome.updated > 0 { try archive.group(DispatchJudge()) }
    return counts
  }

  /// The article of a page; `nil` if it holds none.
  private func article(of page: CaptureStore.Page, _ extractor: Extractor) throws -> Article? {
    guard let capture = try page.location.capture(in: store.folder) else { return nil }
    let content = try CaptureContent(of: capture, limit: Extractor.limit)
    let found = extractor.extract(content.bytes, url: page.url, charset: content.charset)
    guard !found.text.isEmpty, found.kind != .other else { return nil }
    return Article(
      id: CaptureArticles.id(of: page.url), source: found.source ?? PageAddress.host(page.url),
      url: found.url ?? page.url, published: found.published,
      modified: found.modified, title: found.title, byline: found.byline, text: found.text)
  }

  /// The id of the article at an address: the same for all its versions.
  private static func id(of url: String) -> String {
    let digest = SHA256.hash(data: Array(url.utf8)).prefix(8)
    return "web-" + digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func sentence(_ error: any Error) -> String {
    switch error {
    case let fault as FileFault: fault.sentence
    case let fault as WARCError: fault.sentence
    case let fault as FetchFailure: fault.sentence
    default: "\(error)"
    }
  }
}
