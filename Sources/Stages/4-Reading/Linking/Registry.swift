public import ArabicScript

/// One actor that Marsad knows: a state's organ, a group, an organisation, an office-holder.
public struct RegistryEntry: Sendable, Hashable {
  /// The id, a readable slug (`syr-army`); it never changes.
  public let id: String
  /// What it is.
  public let kind: RegistryKind
  /// The neutral main name in Arabic.
  public let name: String
  /// The other Arabic names that reports give it, friendly and hostile.
  public let aliases: [String]
  /// The English name.
  public let nameEn: String
  /// Names in other languages and scripts, where usual.
  public let otherNames: [String]
  /// The country that it belongs to or acts in, as PLOVER's actor code (ISO 3166-1 alpha-3); empty if none.
  public let actor: String
  /// PLOVER's sector code (`GOV`, `MIL`, `REB`); empty if none.
  public let sector: String
  /// The Wikidata id where it is certain; empty otherwise.
  public let wikidata: String
  /// The id of the entry that it is part of or belongs to; `nil` if none.
  public let parent: String?
  /// When it came into being or into office (`2015`, `2015-10`, `2015-10-10`); empty if not given.
  public let from: String
  /// When it ended or left office; empty if not given.
  public let until: String

  /// Whether it was there on a day (`2015-08-01`), by the precision that the period has.
  public func exists(on day: String) -> Bool {
    (from.isEmpty || day.prefix(from.count) >= from)
      && (until.isEmpty || day.prefix(until.count) <= until)
  }
}

/// What an entry of the registry is.
public enum RegistryKind: String, Sendable, Hashable, CaseIterable {
  case organ, military, police, intelligence, parliament, court, group, organisation, agency, outlet
  case party, person
}

/// A line of a registry file that can't be used.
public struct RegistryError: Error, Equatable, CustomStringConvertible {
  /// The file's name.
  public let file: String
  /// The line's number, from 1.
  public let line: Int
  /// What is wrong with it, and what helps.
  public let fault: String

  /// The fault with its place.
  public var description: String { "\(file), line \(line): \(fault)" }
}

/// The actors that Marsad knows, from `Data/registry`.
public struct Registry: Sendable {
  /// The entries in the order of the files.
  public let entries: [RegistryEntry]
  private let index: [String: Int]

  /// The files that Marsad ships.
  static let fileNames = ["states", "groups", "organisations", "media", "persons"]

  /// The registry that Marsad ships.
  public static let standard: Registry = {
    do {
      return try Registry(fileNames.map { DataFile("registry/\($0).tsv") })
    } catch {
      preconditionFailure("the shipped registry has a fault: \(error)")
    }
  }()

  /// Loads files in the form of `Data/registry`: id, kind, name_ar, aliases_ar, name_en, other_names,
  /// actor, sector, wikidata, parent, from, to; names of one field separated by `|`.
  ///
  /// A name that two entries share is no fault; the article's context tells which is meant.
  ///
  /// - Throws: `RegistryError` at the first line that is not in the form, whose id is taken, whose
  ///   parent is unknown, or that is its own ancestor.
  public init(_ files: [DataFile]) throws(RegistryError) {
    var entries: [RegistryEntry] = []
    var places: [(file: String, line: Int)] = []
    var index: [String: Int] = [:]
    for file in files {
      for row in file.rows {
        let entry = try Registry.entry(row, file: file.name)
        if let first = index[entry.id] {
          throw RegistryError(
            file: file.name, line: row.line,
            fault: "the id '\(entry.id)' stands already in \(places[first].file), line "
              + "\(places[first].line); give one of them another id")
        }
        index[entry.id] = entries.count
        entries.append(entry)
        places.append((file.name, row.line))
      }
    }
    self.entries = entries
    self.index = index
    for (i, entry) in entries.enumerated() {
      if let fault = lineFault(of: entry) {
        throw RegistryError(file: places[i].file, line: places[i].line, fault: fault)
      }
    }
  }

  /// The entry with an id.
  public subscript(id: String) -> RegistryEntry? { index[id].map { entries[$0] } }

  /// The entries whose name, alias or id holds all words of `text`, in any spelling.
  public func entries(named text: String) -> [RegistryEntry] {
    let folding = Folding(.search)
    let words = folding.folded(text).lowercased().split(separator: " ")
    return entries.filter { entry in
      ([entry.name, entry.nameEn, entry.id] + entry.aliases + entry.otherNames).contains { name in
        let folded = folding.folded(name).lowercased()
        return words.allSatisfy { folded.contains($0) }
      }
    }
  }

  private func lineFault(of entry: RegistryEntry) -> String? {
    var seen: Set<String> = [entry.id]
    var next = entry.parent
    while let parent = next {
      guard let found = self[parent] else {
        return "the parent '\(parent)' is no id of the registry; add it or leave the field empty"
      }
      if !seen.insert(parent).inserted {
        return "'\(entry.id)' is its own ancestor through '\(parent)'; empty one of the parents"
      }
      next = found.parent
    }
    return nil
  }

  private static func entry(
    _ row: DataFile.Row, file: String
  ) throws(RegistryError) -> RegistryEntry {
    func fault(_ text: String) -> RegistryError {
      RegistryError(file: file, line: row.line, fault: text)
    }
    guard row.fields.count == 12 else {
      throw fault(
        "12 fields separated by tabs are needed, there are \(row.fields.count); empty ones count")
    }
    guard let kind = RegistryKind(rawValue: row[1]) else {
      let kinds = RegistryKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault("'\(row[1])' is no kind; it is one of \(kinds)")
    }
    guard !row[0].isEmpty, row[0].utf8.allSatisfy({ isSlug($0) }) else {
      throw fault("the id '\(row[0])' may hold small letters, digits and hyphens only")
    }
    guard !row[2].isEmpty, !row[4].isEmpty else {
      throw fault("the entry '\(row[0])' needs a name in Arabic and one in English")
    }
    for date in [row[10], row[11]] where !isDate(date) {
      throw fault("'\(date)' is no date; write 2015, 2015-10 or 2015-10-10")
    }
    return RegistryEntry(
      id: row[0], kind: kind, name: row[2], aliases: row.pieces(3), nameEn: row[4],
      otherNames: row.pieces(5), actor: row[6], sector: row[7], wikidata: row[8],
      parent: row[9].isEmpty ? nil : row[9], from: row[10], until: row[11])
  }

  private static func isSlug(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  private static func isDate(_ text: String) -> Bool {
    let shape = text.utf8.map { (0x30...0x39).contains($0) ? UInt8(ascii: "9") : $0 }
    return ["", "9999", "9999-99", "9999-99-99"].contains(String(decoding: shape, as: UTF8.self))
  }
}
