internal import ArabicQuantities
internal import Gathering

extension PageParts {
  /// The page that tells how gathering from each source goes, what needs a look first.
  func feedsPage(_ feeds: [FeedHealth]) -> HTML {
    let states = FeedHealth.State.allCases
    let counts = states.compactMap { state -> HTML? in
      let count = feeds.count { $0.state == state }
      return count == 0 ? nil : "\(stateTag(state)) \(say.number(count))"
    }
    let cards = states.flatMap { state in feeds.filter { $0.state == state } }.map(feedCard)
    let shown: HTML = """
      <p>\(counts.joined(by: " · "))</p>
      <ul class="cards wide-cards">\(cards)</ul>
      """
    let content: HTML = """
      <h1>\(say["feeds.title"])</h1>
      <p class="lead">\(say["feeds.lead"])</p>
      \(feeds.isEmpty ? empty("feeds.empty") : shown)
      <p class="exports"><a href="\(Link.address(.apiFeeds, in: .arabic))">\(say["feeds.json"])</a></p>
      """
    return PageFrame(self).page(title: say["feeds.title"], name: "feeds", content)
  }

  private func feedCard(_ feed: FeedHealth) -> HTML {
    let source = feed.source
    let limit = say[
      feed.isLimitLearnt ? "feeds.limit.learnt" : "feeds.limit.fixed",
      ["duration": duration(feed.quietLimit)]]
    let name = HTML.outside(source.title ?? source.url)
    let link = Link.outside(source.site ?? source.url).map { address -> HTML in
      "<a href=\"\(address)\" rel=\"noreferrer noopener\">\(name)</a>"
    }
    let quiet: HTML? = feed.quiet.map {
      "\($0 < 60 ? say["feeds.quiet.none"] : duration($0)) <span class=\"muted\">\(limit)</span>"
    }
    let fields: [HTML?] =
      [
        feedField("feeds.last_success", moment(source.lastSuccess)),
        feedField("feeds.last_new", moment(source.lastNew)),
        quiet.map { feedField("feeds.quiet", $0) },
        feed.lag.map { feedField("feeds.lag", HTML(text: duration($0))) },
        feed.overdue.map { feedField("feeds.overdue", HTML(text: duration($0))) },
        feedField("feeds.pages", HTML(text: say.number(source.pages))),
        source.failing.isEmpty
          ? nil : feedField("feeds.failing_pages", HTML(text: say.number(source.failing.count))),
        source.lastError.map { error in
          feedField("feeds.error", "\(say.count(source.failures, "time")): \(fault(source, error))")
        },
      ]
    return """
      <li class="card feed-\(feed.state.rawValue)">
      <p class="card-head">\(stateTag(feed.state)) <b>\(link ?? name)</b></p>
      <p class="meta"><bdi>\(source.url)</bdi></p>
      \((fields + lacks(source.shortfall ?? FeedShortfall())).compactMap { $0 })</li>

      """
  }

  /// What went wrong, in the page's language; as it was written down where the language has no words for it.
  private func fault(_ source: FeedSource, _ error: String) -> HTML {
    guard let fault = source.lastFault, say.ifKnown("feeds.fault.\(fault.key)") != nil else {
      return "<span lang=\"en\" dir=\"ltr\">\(error)</span>"
    }
    return HTML(text: say["feeds.fault.\(fault.key)", with: fault.values])
  }

  /// What the source's document lacked.
  private func lacks(_ shortfall: FeedShortfall) -> [HTML?] {
    let counts = [
      ("feeds.items_left_out", shortfall.itemsLeftOut),
      ("feeds.sitemaps_unread", shortfall.sitemapsUnread),
      ("feeds.sitemaps_left_out", shortfall.sitemapsLeftOut),
    ]
    return counts.map { key, count in
      count == 0 ? nil : feedField(key, HTML(text: say.number(count)))
    } + [shortfall.isCutOff ? feedField("feeds.document", HTML(text: say["feeds.cut_off"])) : nil]
  }

  private func feedField(_ key: String, _ value: HTML) -> HTML {
    "<p class=\"field\"><span class=\"label\">\(say[key])</span> \(value)</p>\n"
  }

  private func stateTag(_ state: FeedHealth.State) -> HTML {
    let tones = [FeedHealth.State.failing: "tone-hostile", .silent: "tone-doubt", .ok: "tone-will"]
    return tag(say["feeds.state.\(state.rawValue)"], tones[state] ?? "")
  }

  /// A time in UTC, or that it never came.
  private func moment(_ time: String?) -> HTML {
    guard let time, let day = CalendarDay(iso: time), let clock = say.timeOfDay(iso: time) else {
      return "<span class=\"muted\">\(say["feeds.never"])</span>"
    }
    return "<time datetime=\"\(time)\">\(say.day(day)) <bdi>\(clock) UTC</bdi></time>"
  }

  /// A span of time in its largest whole unit; from two days on in days.
  private func duration(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: say["duration.moment"]
    case ..<7_200: say.count(seconds / 60, "minute")
    case ..<172_800: say.count(seconds / 3_600, "hour")
    default: say.count(seconds / 86_400, "day")
    }
  }
}
