internal import Archiving
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
    /// Other forms of pages that are kept under their own address, such as AMP.
    var otherForms = 0
    /// Pages whose bytes could not be read.
    var failed = 0

    /// What was done, for people.
    var sentence: String {
      let others = otherForms > 0 ? ", other forms \(otherForms)" : ""
      return "added \(outcome.added), updated \(outcome.updated), unchanged \(outcome.unchanged),"
        + " without text \(passedOver)\(others), failed \(failed)"
    }
  }

  /// An article with the time of its capture, in seconds since 1970.
  private typealias Sighting = (article: Article, seenAt: Int)

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
    while true {
      let pages = await store.pages(after: position).prefix(CaptureArticles.batchLimit)
      guard let last = pages.last else { break }
      var batch = try await sightings(in: pages.filter { !$0.isRevisit }, &counts)
      batch += try await unknown(in: CaptureArticles.lastVisits(in: pages))
      if !batch.isEmpty {
        let prepared = batch.map {
          PreparedArticle($0.article, reader.read($0.article), seenAt: $0.seenAt)
        }
        counts.outcome = counts.outcome + (try archive.add(prepared))
      }
      try archive.setMark(of: origin, last.sequence)
      position = last.sequence
    }
    if counts.outcome.added + counts.outcome.updated > 0 { try archive.group(DispatchJudge()) }
    return counts
  }

  /// The last visits that found a page unchanged, one of each address.
  private static func lastVisits(
    in pages: ArraySlice<CaptureStore.Page>
  ) -> [CaptureStore.Page] {
    var known: Set<String> = []
    return pages.reversed().filter { $0.isRevisit && known.insert($0.url).inserted }.reversed()
  }

  /// What the archive does not have as its newest version of what was visited again; of the rest it notes the time.
  private func unknown(in visits: [CaptureStore.Page]) async throws -> [Sighting] {
    var counts = Counts()
    let seen = try await sightings(in: visits, &counts)
    return zip(seen, try archive.note(seen)).filter { !$1 }.map(\.0)
  }

  /// The articles of pages, with what became of the others.
  private func sightings(
    in pages: [CaptureStore.Page], _ counts: inout Counts
  ) async throws -> [Sighting] {
    let extractor = Extractor()
    var found: [Sighting] = []
    for page in pages {
      guard !listings.contains(page.url),
        CaptureArticles.pageTypes.contains(page.mediaType ?? "text/html")
      else { continue }
      do {
        guard let (article, address) = try article(of: page, extractor) else {
          counts.passedOver += 1
          continue
        }
        if address.isOtherForm, await store.holdsPage(url: address.url) {
          counts.otherForms += 1
          continue
        }
        found.append((article, CaptureArticles.seconds(page.time)))
      } catch {
        counts.failed += 1
        StandardStreams.report("marsad: \(page.url): \(CaptureArticles.sentence(error))")
      }
    }
    return found
  }

  /// The article of a page; `nil` if it holds none.
  private func article(
    of page: CaptureStore.Page, _ extractor: Extractor
  ) throws -> (Article, ArticleAddress)? {
    guard let capture = try page.location.capture(in: store.folder) else { return nil }
    let content = try CaptureContent(of: capture, limit: Extractor.limit)
    let found = extractor.extract(content.bytes, url: page.url, charset: content.charset)
    guard !found.text.isEmpty, found.kind != .other else { return nil }
    let address = ArticleAddress(page: page.url, own: found.url)
    let article = Article(
      id: try id(of: page, address), source: found.source ?? PageAddress.host(page.url),
      url: found.url ?? page.url,
      published: found.published, modified: found.modified, title: found.title,
      byline: found.byline, text: found.text)
    return (article, address)
  }

  /// The id of a page's article; archives of before know some by the address that was fetched.
  private func id(of page: CaptureStore.Page, _ address: ArticleAddress) throws -> String {
    let former = ArticleAddress(page: page.url, own: nil).id
    guard former != address.id else { return former }
    let isFormer = try archive.read { try !$0.holds(id: address.id) && $0.holds(id: former) }
    return isFormer ? former : address.id
  }

  /// A time of capture in seconds since 1970; of one that can't be read, the present.
  private static func seconds(_ time: String) -> Int {
    let beginning = "1970-01-01T00:00:00Z"
    // Seconds may have fractions.
    let text = time.utf8.count > 20 ? time.prefix(19) + "Z" : time[...]
    let seconds =
      Instant.seconds(from: beginning, to: String(text))
      ?? Instant.seconds(from: beginning, to: Instant.now())
    return seconds.map { Int($0) } ?? 0
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
