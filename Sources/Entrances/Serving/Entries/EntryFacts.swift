internal import NewsModel
internal import Reading
internal import Recording

/// What registry, gazetteer and people tell of an entry, as a list of facts.
struct EntryFacts {
  private let sheet: EntrySheet
  private let parts: PageParts

  init(_ sheet: EntrySheet, _ parts: PageParts) {
    self.sheet = sheet
    self.parts = parts
  }

  private var say: Wording { parts.say }
  private var profile: EntryProfile { sheet.profile }

  var html: HTML {
    var rows: [(String, HTML)] = [("entry.id", "<code>\(profile.id)</code>")]
    if !profile.otherNames.isEmpty { rows.append(("entry.names", parts.names(profile.otherNames))) }
    if let actor = profile.actor { rows += facts(of: actor) }
    if let place = profile.place { rows += facts(of: place) }
    let children = KnownEntries.standard.children(of: profile.id)
    if !children.isEmpty {
      let links = children.map { "<li>\(link($0.id))</li>" as HTML }
      rows.append(
        (
          "entry.parts",
          """
          <details><summary>\(say.number(children.count))</summary><ul class="names">\(links)</ul></details>
          """
        ))
    }
    if !profile.merged.isEmpty {
      let ids = profile.merged.map { "<code>\($0)</code>" as HTML }
      rows.append(("entry.merged", ids.joined(by: HTML(text: say["record.separator"]))))
    }
    let items = rows.map { key, value -> HTML in "<dt>\(say[key])</dt><dd>\(value)</dd>" }
    return "<dl class=\"facts\">\(items)</dl>\n"
  }

  private func facts(of actor: RegistryEntry) -> [(String, HTML)] {
    var rows: [(String, HTML)] = []
    let codes = [actor.actor, actor.sector].filter { !$0.isEmpty }
    if !codes.isEmpty {
      rows.append(("entry.codes", "<code>\(codes.joined(separator: " "))</code>"))
    }
    if let parent = actor.parent { rows.append(("entry.parent", link(parent))) }
    if !actor.from.isEmpty || !actor.until.isEmpty {
      let period =
        "\(actor.from.isEmpty ? "…" : actor.from)–\(actor.until.isEmpty ? "…" : actor.until)"
      rows.append(("entry.period", "<bdi>\(say.inDigits(period))</bdi>"))
    }
    if !actor.wikidata.isEmpty {
      let address = "https://www.wikidata.org/wiki/\(PercentEncoding.encoded(actor.wikidata))"
      rows.append(
        (
          "entry.wikidata",
          "<a href=\"\(address)\" rel=\"noreferrer noopener\"><bdi>\(actor.wikidata)</bdi></a>"
        ))
    }
    return rows
  }

  private func facts(of place: GazetteerEntry) -> [(String, HTML)] {
    let known = KnownEntries.standard
    var chain = place.countries.compactMap { known.country($0)?.id }.filter { $0 != place.id }
      .map(link)
    if !place.admin1.isEmpty {
      let unit = known.unit(place.admin1, in: place.countries)
      chain.append(unit.map { link($0.id) } ?? HTML.outside(place.admin1))
    }
    var rows: [(String, HTML)] = []
    if !chain.isEmpty { rows.append(("entry.within", chain.joined(by: " › "))) }
    rows.append(("entry.precision", HTML(text: say["precision.\(place.precision.rawValue)"])))
    if let latitude = place.latitude, let longitude = place.longitude {
      rows.append(
        ("entry.coordinates", "<bdi>\(say.inDigits("\(latitude), \(longitude)"))</bdi>"))
    }
    if let population = place.population {
      rows.append(("entry.population", HTML(text: say.number(population))))
    }
    if !place.pcode.isEmpty { rows.append(("entry.pcode", "<code>\(place.pcode)</code>")) }
    rows.append(("entry.source", "<bdi>\(place.source)</bdi>"))
    return rows
  }

  private func link(_ id: String) -> HTML {
    parts.entryLink(id, HTML.outside(sheet.book.name(id, in: parts.request.language) ?? id))
  }
}
