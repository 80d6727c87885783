package import ArabicScript

/// What a data file tells of the pages of single sites, where the words for all pages get them wrong.
///
/// A row holds a host, a kind and a word of `class` or `id`, as in `extracting/boilerplate.tsv`.
package struct SiteHints: Sendable {
  /// The words by host, in small letters.
  private var words: [String: [(kind: String, name: String)]] = [:]

  /// Those of `Data/extracting/sites.tsv`.
  package static let shipped = SiteHints(DataFile("extracting/sites.tsv"))

  /// Reads a file of hints.
  package init(_ file: DataFile) {
    for row in file.rows { words[row[0], default: []].append((row[1], row[2])) }
  }

  /// The words for a page: those for all pages, and what is told of its host or one above it.
  func words(for url: String?) -> BoilerplateWords {
    var result = BoilerplateWords.shipped
    var host = url.flatMap(SiteHints.host)
    while let name = host {
      for (kind, word) in words[name] ?? [] { result.add(kind, word) }
      host = name.firstIndex(of: ".").map { String(name[name.index(after: $0)...]) }
    }
    return result
  }

  /// The host of an address, in small letters.
  private static func host(of url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let authority = url[scheme.upperBound...].prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@").last?.prefix { $0 != ":" } ?? ""
    return host.isEmpty ? nil : host.lowercased()
  }
}
