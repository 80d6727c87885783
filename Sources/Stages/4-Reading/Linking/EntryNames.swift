import ArabicScript
import ArabicWords
import NewsModel

/// All names of the registry and the gazetteer, ready to be found in a text.
struct EntryNames: Sendable {
  /// A name and those that bear it.
  struct Name: Sendable {
    /// The folded words behind the first.
    let rest: [[UInt8]]
    /// The indices of the targets that bear it.
    var targets: [Int32]
    /// Whether the name alone is no evidence of any of them.
    let isAmbiguous: Bool
  }

  /// A name found in a text.
  struct Hit: Sendable {
    let tokens: Range<Int>
    /// The name's bytes, without conjunctions and prepositions written together with it.
    let span: TextRange
    let targets: [Int32]
    var isAmbiguous: Bool
  }

  /// The names of all that Marsad ships.
  static let standard = EntryNames(.standard, .standard)

  let targets: [LinkTarget]
  private let names: [[Name]]
  private let table: WordTable

  init(_ registry: Registry, _ gazetteer: Gazetteer) {
    var builder = Builder()
    for entry in registry.entries {
      builder.add(LinkTarget(entry), names: [entry.name] + entry.aliases)
    }
    for entry in gazetteer.entries {
      builder.add(
        LinkTarget(entry, folding: builder.folding), names: [entry.name] + entry.aliases)
    }
    targets = builder.targets
    names = builder.names.map { $0.sorted { $0.rest.count > $1.rest.count } }
    table = WordTable(builder.words)
  }

  private struct Builder {
    let folding = Folding(.search)
    var targets: [LinkTarget] = []
    var names: [[Name]] = []
    var words: [(spelling: [UInt8], value: Int32)] = []
    private var index: [[UInt8]: Int] = [:]
    private let ambiguous: Set<String>

    init() {
      let folding = folding
      ambiguous = Set(DataFile("places/ambiguous.txt").rows.map { folding.folded($0[0]) })
    }

    mutating func add(_ target: LinkTarget, names: [String]) {
      let number = Int32(targets.count)
      targets.append(target)
      for name in names {
        let folded = folding.folded(name)
        let parts = folded.split(separator: " ").map { Array($0.utf8) }
        guard let first = parts.first, first.count >= 4 else { continue }
        let isAmbiguous =
          target.type == .place
          && (ambiguous.contains(folded) || parts.count == 1 && first.count < 6)
        let rest = Array(parts.dropFirst())
        add(first, rest, number, isAmbiguous)
        if first.starts(with: Array("ال".utf8)) {
          add(Array("لل".utf8) + first.dropFirst(4), rest, number, isAmbiguous)
        }
      }
    }

    private mutating func add(
      _ first: [UInt8], _ rest: [[UInt8]], _ target: Int32, _ isAmbiguous: Bool
    ) {
      let at: Int
      if let known = index[first] {
        at = known
      } else {
        at = names.count
        index[first] = at
        words.append((first, Int32(at)))
        names.append([])
      }
      if let i = names[at].firstIndex(where: { $0.rest == rest }) {
        if !names[at][i].targets.contains(target) { names[at][i].targets.append(target) }
      } else {
        names[at].append(Name(rest: rest, targets: [target], isAmbiguous: isAmbiguous))
      }
    }
  }

  /// The names in a text, the longest at each place, none within another.
  func hits(in text: TokenizedText) -> [Hit] {
    var result: [Hit] = []
    var i = 0
    while i < text.count {
      if let hit = hit(text, i) {
        result.append(hit)
        i = hit.tokens.upperBound
      } else {
        i += 1
      }
    }
    return result
  }

  /// The longest name that begins in token `i`, behind at most two letters of conjunction and
  /// preposition.
  private func hit(_ text: TokenizedText, _ i: Int) -> Hit? {
    guard text.tokens[i].kind == .word else { return nil }
    var best: Hit?
    for prefix in 0...2 {
      if prefix > 0, !isClitic(text.letter(i, prefix - 1)) { break }
      let first = text.look(up: i, in: table, prefix: 2 * prefix)
      guard first >= 0, let name = names[Int(first)].first(where: { matches($0, text, i) }) else {
        continue
      }
      let count = 1 + name.rest.count
      if let best, best.tokens.count >= count { continue }
      if prefix > 0, count == 1, text.keyLength(i) - 2 * prefix < 8 { continue }
      best = Hit(
        tokens: i..<i + count, span: text.dropping(prefix, from: text.range(i..<i + count)),
        targets: name.targets, isAmbiguous: name.isAmbiguous)
    }
    return best
  }

  private func matches(_ name: Name, _ text: TokenizedText, _ i: Int) -> Bool {
    name.rest.indices.allSatisfy { k in
      i + 1 + k < text.count && text.key(i + 1 + k).elementsEqual(name.rest[k])
    }
  }

  /// Whether a letter is و ف ب ل ك.
  private func isClitic(_ letter: UInt32) -> Bool {
    [0x648, 0x641, 0x628, 0x644, 0x643].contains(letter)
  }
}
