internal import ArabicNames
package import NewsModel
package import Reading
package import Recording

/// One entry with all that registry, gazetteer and people's decisions tell of it.
package struct EntryProfile: Sendable, Hashable {
  package let id: String
  package let realm: EntryRealm
  /// What it is, in a word (`group`, `town`).
  package let kind: String
  /// The main name as people gave it, or else the registry's or the gazetteer's.
  package let name: String
  package let nameEn: String?
  /// All other names, each once: Arabic ones first, then others; those of entries merged into it too.
  package let otherNames: [String]
  /// Its line in the registry, if it has one.
  package let actor: RegistryEntry?
  /// Its line in the gazetteer, if it has one.
  package let place: GazetteerEntry?
  /// The ids of the entries that were merged into it.
  package let merged: [String]
}

/// The entries of registry, gazetteer and archive, as people decided.
package struct EntryBook: Sendable {
  package let resolution: EntryResolution
  private let known: KnownEntries

  /// Opens the book of an archive.
  package init(_ view: ArchiveView) throws {
    self.init(try view.entryResolution(), .standard)
  }

  init(_ resolution: EntryResolution, _ known: KnownEntries) {
    self.resolution = resolution
    self.known = known
  }

  /// What an entry is of; `nil` if there is none of this id.
  package func realm(of id: String) -> EntryRealm? {
    resolution.own[id]?.realm ?? known.realm(of: id)
  }

  /// The name of what an id stands for, in a language; `nil` if there is no such entry.
  package func name(_ id: String, in language: PageLanguage) -> String? {
    ownName(resolution.entry(id), in: language)
  }

  /// The name of an entry itself, whatever it was merged into.
  func ownName(_ id: String, in language: PageLanguage) -> String? {
    if let given = resolution.mainName(of: id) {
      if language == .arabic { return given.name }
      return given.nameEn ?? known.name(id, in: language) ?? given.name
    }
    return known.name(id, in: language)
  }

  /// What an id stands for; `nil` if there is no such entry.
  package func profile(_ id: String) -> EntryProfile? {
    let id = resolution.entry(id)
    guard let realm = realm(of: id), let name = name(id, in: .arabic) else { return nil }
    let (actor, place) = (known.actor(id), known.place(id))
    let merged = resolution.merged(into: id)
    var names: [String] = []
    for source in [id] + merged { names += allNames(of: source) }
    let nameEn = self.name(id, in: .english)
    var seen: Set<String> = [name, nameEn ?? ""]
    return EntryProfile(
      id: id, realm: realm,
      kind: actor?.kind.rawValue ?? place?.kind ?? resolution.own[id]?.type.rawValue ?? "",
      name: name, nameEn: nameEn == name ? nil : nameEn,
      otherNames: names.filter { seen.insert($0).inserted }, actor: actor, place: place,
      merged: merged)
  }

  /// The names that registry, gazetteer and people give an entry of its own right.
  private func allNames(of id: String) -> [String] {
    known.names(of: id) + resolution.givenNames[id, default: []]
  }

  /// The ids of all entries of a realm that stand for themselves: own ones first, then in the order of the
  /// files.
  package func ids(_ realm: EntryRealm) -> [String] {
    let own = resolution.own.values.filter { $0.realm == realm }.map(\.id)
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    return (own + known.ids(realm)).filter { resolution.entry($0) == $0 }
  }

  /// The ids of the entries of a realm that a name in any spelling may mean: those that have its words in a
  /// name, else those whose names are spelt almost alike in either script.
  package func find(_ words: String, _ realm: EntryRealm) -> [String] {
    let wanted = NameSearch(words)
    var found = known.ids(named: wanted, realm)
    found += resolution.givenNames.keys.sorted().filter { id in
      self.realm(of: id) == realm && allNames(of: id).contains { wanted.isIn($0) }
    }
    if resolution.own[words]?.realm == realm { found.append(words) }
    if found.isEmpty { found = known.alike(words, realm, least: 0.7) }
    return distinct(found)
  }

  /// The ids of at most three entries of a realm whose name is spelt almost like one: those that people made
  /// first, then the likeliest.
  package func suggestions(_ name: String, _ realm: EntryRealm) -> [String] {
    let key = NameKey(name)
    let own = resolution.own.values.filter { $0.realm == realm }.map(\.id).sorted().filter { id in
      // One word's key is that of many others.
      allNames(of: id).contains {
        $0 == name || key.description.contains(".") && NameKey($0) == key
      }
    }
    return Array(distinct(own + known.alike(name, realm, least: 0.8)).prefix(3))
  }

  /// What ids stand for, each once.
  private func distinct(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.map(resolution.entry).filter { seen.insert($0).inserted }
  }
}
