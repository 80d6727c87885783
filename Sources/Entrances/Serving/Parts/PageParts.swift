internal import ArabicQuantities
internal import NewsModel
internal import Recording

/// What pages are made with: the request, the wording, and small pieces that all pages share.
struct PageParts: Sendable {
  let request: SiteRequest
  let say: Wording
  /// Who decides at the desk; `nil` where there is none.
  let coder: String?
  /// Marks what a search looks for; `nil` where nothing is searched.
  var marker: (@Sendable (String) -> MarkedText)?

  init(_ request: SiteRequest, coder: String? = nil) {
    self.request = request
    self.coder = coder
    say = Wording(request.language)
  }

  /// Text with what is searched for set off.
  func marked(_ text: String) -> HTML { marker.map { HTML($0(text)) } ?? HTML(text: text) }

  /// The address of a page in the language of this one.
  func address(
    _ route: Route, _ query: QueryItems = QueryItems(), fragment: String? = nil
  ) -> String {
    Link.address(route, in: request.language, query, fragment: fragment)
  }

  /// A day of publication; the whole time as given is its hint.
  func published(_ text: String?) -> HTML {
    guard let text, let day = CalendarDay(iso: text) else {
      return "<span class=\"muted\">\(say["list.no_date"])</span>"
    }
    return "<time datetime=\"\(text)\" title=\"\(text)\">\(say.day(day))</time>"
  }

  /// A day, if it is known.
  func day(_ day: CalendarDay?) -> HTML {
    guard let day else { return "<span class=\"muted\">\(say["list.no_date"])</span>" }
    return "<time datetime=\"\(day.description)\">\(say.day(day))</time>"
  }

  /// The outlet.
  func source(_ name: String?) -> HTML {
    name.map { HTML.outside($0) } ?? "<span class=\"muted\">\(say["list.no_source"])</span>"
  }

  /// The title as the whole content of an element with `dir="auto"`, which takes its direction.
  ///
  /// An isolate would hide the text from `dir="auto"`.
  func heading(_ title: String) -> HTML { HTML(text: title.isEmpty ? say["list.no_title"] : title) }

  /// The title among other text, or that there is none.
  func title(_ title: String) -> HTML {
    title.isEmpty
      ? "<span class=\"muted\">\(say["list.no_title"])</span>" : HTML.outside(title)
  }

  /// A count of a list, above it.
  func total(_ total: BoundedCount, _ noun: String) -> HTML {
    "<p class=\"total\">\(say.count(total.value, noun, orMore: total.isLowerBound))</p>"
  }

  /// The link to the next part of a list, and back to its beginning.
  func pager(_ route: Route, next: ListPosition?) -> HTML {
    let isFirst = request.query["before"] == nil
    if isFirst, next == nil { return .nothing }
    let newest: HTML =
      isFirst
      ? "<span></span>"
      : """
      <a href="\(address(route, request.query.without("before")))">\(say["list.newer"])</a>
      """
    let older: HTML? = next.map {
      """
      <a rel="next" class="button" href="\(address(route, request.query.setting("before", $0.description)))">\(say["list.older"])</a>
      """
    }
    return "<nav class=\"pager\">\(newest)\(older)</nav>"
  }

  /// The links to a list as files.
  func exports(_ list: RecordList) -> HTML {
    let query = request.query.without("before")
    let links = ExportFormat.allCases.map { format -> HTML in
      let address = Link.address(.export(list, format), in: .arabic, query)
      return "<a href=\"\(address)\" download=\"marsad-\(list.rawValue).\(format.rawValue)\">"
        + "<bdi>\(format.name)</bdi></a>"
    }
    return "<p class=\"exports\">\(say["list.export"]): \(links.joined(by: " · "))</p>"
  }

  /// That a list shows nothing.
  func empty(_ key: String = "list.empty") -> HTML { "<p class=\"empty\">\(say[key])</p>" }
}
