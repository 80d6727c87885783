internal import NewsModel
internal import Reading
internal import Recording

/// A list of entries as read out of an address.
struct EntryFields: Sendable {
  let realm: EntryRealm
  /// A name in any spelling.
  let words: String?
  let kind: String?
  /// An ISO 3166-1 alpha-3 code.
  let country: String?
  /// Whether entries that no article names are shown too.
  let showsAll: Bool
  /// The number of the page, from 1.
  let page: Int
  /// The entries on a page.
  let limit: Int

  /// Reads `q`, `kind`, `country`, `show`, `limit` and `page`.
  init(_ realm: EntryRealm, _ request: SiteRequest) throws(Problem) {
    let fields = FilterFields(request: request)
    self.realm = realm
    words = try fields.text("q")
    kind = try fields.oneOf("kind", EntryFields.kinds(realm))
    country = try fields.text("country")
    showsAll = try fields.oneOf("show", ["named", "all"]) == "all"
    page = try fields.number("page", 1...StoryFields.pageLimit) ?? 1
    limit = try fields.number("limit", 1...APIAnswers.rowLimit) ?? 30
  }

  /// The kinds that entries of a realm have.
  static func kinds(_ realm: EntryRealm) -> [String] {
    switch realm {
    case .actor: RegistryKind.allCases.map(\.rawValue)
    case .place: Set(Gazetteer.standard.entries.map(\.kind)).sorted()
    }
  }
}

/// The page of actors or of places: those that most articles name first.
struct EntriesPage: Sendable {
  /// An entry with how often it is named.
  struct Row: Sendable {
    let profile: EntryProfile
    let tally: RecordTally
  }

  let fields: EntryFields
  let rows: [Row]
  let total: Int

  /// Reads what the page shows.
  init(_ fields: EntryFields, _ view: ArchiveView) throws {
    self.fields = fields
    let book = try EntryBook(view)
    let reports = try view.reportsByEntry()
    let found = fields.words.map { book.find($0, fields.realm) } ?? book.ids(fields.realm)
    let chosen = found.enumerated().filter { _, id in
      (fields.showsAll || fields.words != nil || reports[id] != nil)
        && EntriesPage.fits(id, fields, book)
    }
    let sorted = chosen.sorted {
      (-reports[$0.element, default: 0], $0.offset) < (-reports[$1.element, default: 0], $1.offset)
    }
    total = sorted.count
    rows = try sorted.dropFirst((fields.page - 1) * fields.limit).prefix(fields.limit)
      .compactMap { _, id in
        guard let profile = book.profile(id) else { return nil }
        return Row(profile: profile, tally: try view.mentionTally(ofEntry: id))
      }
  }

  private static func fits(_ id: String, _ fields: EntryFields, _ book: EntryBook) -> Bool {
    guard fields.kind != nil || fields.country != nil else { return true }
    guard let profile = book.profile(id) else { return false }
    if let kind = fields.kind, profile.kind != kind { return false }
    guard let country = fields.country?.uppercased() else { return true }
    return profile.actor?.actor == country || profile.place?.countries.contains(country) ?? false
  }

  func html(_ parts: PageParts) -> HTML {
    let say = parts.say
    let realm = fields.realm
    let kinds = EntryFields.kinds(realm).map { (value: $0, label: parts.entryKind($0)) }
    let search: HTML = """
      <form class="wide-search" method="get" action="\(parts.address(.entries(realm)))"><div class="fields">
      <label class="field"><span>\(say["entries.q"])</span><input type="search" name="q" value="\(fields.words ?? "")"\(parts.direction(of: fields.words)) maxlength="\(FilterFields.textLimit)"></label>
      \(parts.choice("kind", label: say["entry.kind"], [("", say["filter.all"])] + kinds))
      \(parts.choice("show", label: say["entries.show"], [("named", say["entries.show.named"]), ("all", say["entries.show.all"])]))
      </div><p class="actions"><button type="submit">\(say["filter.apply"])</button></p></form>
      """
    let list: HTML =
      rows.isEmpty
      ? parts.empty()
      : """
      <p class="total">\(say.count(total, realm == .actor ? "actor" : "place"))</p>
      <ul class="rows">\(rows.map { row($0, parts) })</ul>
      \(parts.pages(.entries(realm), page: fields.page, hasNext: fields.page * fields.limit < total))
      """
    let candidates: HTML? =
      realm == .actor
      ? "<p><a href=\"\(parts.address(.candidates))\">\(say["candidates.title"])</a> · <a href=\"\(parts.address(.entryDecisions))\">\(say["entry_decisions.title"])</a></p>\n"
      : nil
    let title = say["entries.\(realm.rawValue).title"]
    let content: HTML = """
      <h1>\(title)</h1>
      <p class="lead">\(say["entries.\(realm.rawValue).lead"])</p>
      \(candidates)\(search)
      \(list)
      """
    return PageFrame(parts).page(title: title, name: "entries", content)
  }

  private func row(_ row: Row, _ parts: PageParts) -> HTML {
    let profile = row.profile
    let isArabic = parts.request.language == .arabic
    let name = isArabic ? profile.name : profile.nameEn ?? profile.name
    let other = isArabic ? profile.nameEn : profile.nameEn == nil ? nil : profile.name
    let second: HTML? = other.map { " <span class=\"muted\">\(HTML.outside($0))</span>" }
    let countries = profile.place?.countries ?? [profile.actor?.actor ?? ""]
    let facts = ([parts.entryKind(profile.kind)] + countries.prefix(3)).filter { !$0.isEmpty }
    return """
      <li class="article-row"><h3>\(parts.entryLink(profile.id, HTML.outside(name)))\(second)</h3>
      <p class="meta">\(parts.names(Array(facts)))</p>
      <p class="found">\(parts.tally(row.tally))</p></li>

      """
  }
}

extension PageParts {
  /// The links to the pages before and behind one.
  func pages(_ route: Route, page: Int, hasNext: Bool) -> HTML {
    let hasNext = hasNext && page < StoryFields.pageLimit
    if page == 1, !hasNext { return .nothing }
    func link(_ page: Int, _ key: String, _ rel: String) -> HTML {
      let query = request.query.setting("page", String(page))
      return "<a class=\"button\" rel=\"\(rel)\" href=\"\(address(route, query))\">\(say[key])</a>"
    }
    return """
      <nav class="pager">\(page > 1 ? link(page - 1, "list.previous", "prev") : "<span></span>")
      <span>\(say["list.page", ["n": say.number(page)]])</span>
      \(hasNext ? link(page + 1, "list.next", "next") : "<span></span>")</nav>
      """
  }
}
