internal import NewsModel
internal import Recording

/// The page of watches, with the newest alarms.
struct WatchesPage: Sendable {
  let watches: [Watch]
  let alarms: [Alarm]
  private let sources: [SourceSummary]

  /// Reads what the page shows.
  init(_ view: ArchiveView) throws {
    watches = try view.watches()
    alarms = try view.alarms(includesSilent: false, limit: 20)
    sources = try view.sources()
  }

  func html(_ parts: PageParts, _ desk: Desk?) -> HTML {
    let say = parts.say
    let rows = watches.map { watch -> HTML in
      """
      <li class="article-row">
      <h3 dir="auto"><a href="\(parts.address(.watch(watch.number)))">\(watch.name)</a></h3>
      <p class="meta">\(parts.question(watch.question))</p>
      <p class="found">\(parts.method(watch))\(parts.silence(watch))</p>
      </li>

      """
    }
    let list: HTML =
      watches.isEmpty
      ? parts.empty("watches.empty")
      : "<p class=\"total\">\(say.count(watches.count, "watch"))</p><ul class=\"rows\">\(rows)</ul>"
    let content: HTML = """
      <h1>\(say["watches.title"])</h1>
      <p class="lead">\(say["watches.lead"])</p>
      \(list)
      \(desk.map { WatchForms(parts, $0).addOfEdits(sources) } ?? "<p class=\"notice\">\(say["watch.edits.how"])</p>")
      <section><h2 id="alarms">\(say["alarms.title"])</h2>
      \(parts.alarmFeeds())
      \(alarms.isEmpty ? parts.empty("alarms.empty") : parts.alarmList(alarms, namesWatch: true, desk))
      </section>
      """
    return PageFrame(parts).page(title: say["watches.title"], name: "watches", content)
  }
}
