internal import ArabicQuantities
internal import NewsModel
internal import Reading
internal import Recording

/// The page of one actor or place: what it is called, how often and as what it is named, what it does and
/// says, what is said and done of it; at the desk, what a person may decide on it.
struct EntryPage {
  let sheet: EntrySheet
  let parts: PageParts
  /// Who may decide on this page; `nil` for nobody.
  let desk: Desk?

  private var say: Wording { parts.say }
  private var profile: EntryProfile { sheet.profile }
  private var language: PageLanguage { parts.request.language }

  func html() -> HTML {
    let isArabic = language == .arabic
    let name = isArabic ? profile.name : profile.nameEn ?? profile.name
    let other = isArabic ? profile.nameEn : profile.nameEn == nil ? nil : profile.name
    let subtitle: HTML? = other.map { "<p class=\"lead\">\(HTML.outside($0))</p>\n" }
    let merged: HTML? =
      sheet.asked == profile.id
      ? nil
      : """
      <p class="notice">\(say["entry.merged_away", ["id": "\u{2068}\(sheet.asked)\u{2069}"]])</p>

      """
    let content: HTML = """
      <h1 dir="auto">\(name)</h1>
      \(subtitle)\(merged)<p class="tags">\(parts.tag(parts.entryKind(profile.kind)))</p>
      <div class="event-columns entry-columns">
      <div>\(EntryFacts(sheet, parts).html)</div>
      <div>\(PlaceMap(profile, parts).map { map($0) })\(figures)</div>
      </div>
      \(series)\(spellings)\(roles)\(EntryRecords(sheet, parts).html)
      \(desk.map { EntryForms(sheet, parts, $0).html })\(decisions)
      <p class="more">\(pressure)<a href="\(Link.address(.apiEntry(profile.id, profile.realm), in: .arabic))">\(say["entry.json"])</a></p>
      """
    return PageFrame(parts).page(title: name, name: "entry", content)
  }

  private func map(_ map: PlaceMap) -> HTML {
    """
    <figure class="series map"><svg class="chart place-map" \(map.attributes) role="img" aria-label="\(say["entry.map", ["name": profile.name]])" direction="ltr">\(map.drawing)</svg>
    <figcaption>\(say["entry.map.lead"])</figcaption></figure>

    """
  }

  /// The way to what an actor does beside what is done against it.
  private var pressure: HTML? {
    guard profile.realm == .actor else { return nil }
    let query = QueryItems().setting("actor", profile.id)
    return "<a href=\"\(parts.address(.pressure, query))\">\(say["pressure.title"])</a> · "
  }

  private var figures: HTML {
    let rows = sheet.rows.map { row -> HTML in
      let tally = row.tally
      let label = say["entry.figure.\(row.name)"]
      let list = parts.address(.list(row.list), row.query)
      let records: HTML =
        tally.records == 0
        ? HTML(text: say.number(0)) : "<a href=\"\(list)\">\(say.number(tally.records))</a>"
      let cells = [tally.reports, tally.copies, tally.stories].map { value -> HTML in
        "<td class=\"number\">\(say.number(value))</td>"
      }
      return """
        <tr><th scope="row">\(label)</th><td class="number">\(records)</td>\(cells)</tr>

        """
    }
    return """
      <section><h2>\(say["entry.figures"])</h2>
      <table class="figures-table"><thead><tr><th scope="col"></th><th scope="col" class="number">\(say["entry.records"])</th>\
      <th scope="col" class="number">\(say["entry.reports"])</th><th scope="col" class="number">\(say["entry.copies"])</th>\
      <th scope="col" class="number">\(say["entry.stories"])</th></tr></thead>
      <tbody>\(rows)</tbody></table>
      <p class="muted">\(say["entry.figures.lead"])</p></section>

      """
  }

  private var series: HTML {
    guard let chart = EntryChart(sheet, parts) else { return .nothing }
    let keys = [("stories", "entry.stories"), ("reports", "entry.reports")].map {
      "<span class=\"key \($0.0)\">\(say[$0.1])</span>" as HTML
    }
    return """
      <section><h2>\(say["entry.series"])</h2>
      <figure class="series">\(ChartCanvas.both { chart.svg(on: $0) })
      <figcaption>\(keys.joined(by: " ")) <span>\(say["entry.series.lead"])</span></figcaption></figure></section>

      """
  }

  private var spellings: HTML {
    guard !sheet.figures.spellings.isEmpty else { return .nothing }
    let items = sheet.figures.spellings.map { spelling -> HTML in
      let query = QueryItems().setting("entry", profile.id).setting("spelling", spelling.name)
      return """
        <li>\(HTML.outside(spelling.name)) <a href="\(parts.address(.list(.articles), query))">\(say.count(spelling.reports, "report"))</a> \
        <span class="muted">\(say.count(spelling.mentions, "mention"))</span></li>

        """
    }
    return folded("entry.spellings", "<ul class=\"names\">\(items)</ul>", items.count)
  }

  private var roles: HTML {
    guard !sheet.figures.roles.isEmpty else { return .nothing }
    let items = sheet.figures.roles.map { role -> HTML in
      let body: HTML? = role.organisation.map {
        " <span class=\"muted\">\(HTML.outside($0))</span>"
      }
      let days = role.days.map { HTML(text: say.days($0)) } ?? parts.day(nil)
      return """
        <li>\(days) <a href="\(parts.address(.article(id: role.article)))">\(HTML.outside(role.role))</a>\(body) \
        <span class="muted">\(say.count(role.reports, "report")) · \(say.count(role.stories, "independent_story"))</span></li>

        """
    }
    return folded("entry.roles", "<ul class=\"time-line\">\(items)</ul>", items.count)
  }

  /// A section that is open while it is short.
  private func folded(_ key: String, _ list: HTML, _ count: Int) -> HTML {
    let isOpen: HTML = count <= 12 ? " open" : ""
    return """
      <section><details\(isOpen)><summary><h2>\(say[key]) <span class="count">\(say.number(count))</span></h2></summary>
      \(list)</details></section>

      """
  }

  private var decisions: HTML {
    let list: HTML =
      sheet.decisions.isEmpty
      ? "<p class=\"muted\">\(say["entry.undecided"])</p>"
      : "<ol class=\"decisions\">\(sheet.decisions.map { parts.entryDecision($0, sheet.book, desk) })</ol>"
    return "<section id=\"decisions\"><h2>\(say["entry.decisions"])</h2>\(list)</section>\n"
  }
}

extension PageParts {
  /// What an entry is, in the page's language.
  func entryKind(_ kind: String) -> String { say.ifKnown("entry.kind.\(kind)") ?? kind }

  /// The link to the page of an entry.
  func entryLink(_ id: String, _ words: HTML) -> HTML {
    let realm = KnownEntries.standard.realm(of: id) ?? .actor
    return "<a class=\"to-entry\" href=\"\(address(.entry(id, realm)))\">\(words)</a>"
  }

  /// A name, with the link to its entry if it has one.
  func named(_ name: String, _ entry: String?) -> HTML {
    entry.map { entryLink($0, HTML.outside(name)) } ?? HTML.outside(name)
  }

  /// Names with the links to their entries.
  func namedAll(_ names: [String], _ entries: [String?]) -> HTML {
    names.enumerated().map { index, name in
      named(name, entries.indices.contains(index) ? entries[index] : nil)
    }.joined(by: HTML(text: say["record.separator"]))
  }

  /// The reports, copies and independent stories of something, in words.
  func tally(_ tally: RecordTally) -> String {
    [
      say.count(tally.reports, "report"), say.count(tally.copies, "copy"),
      say.count(tally.stories, "independent_story"),
    ].joined(separator: " · ")
  }
}
