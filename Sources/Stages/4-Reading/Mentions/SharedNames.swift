import ArabicScript
import ArabicWords
import NewsModel

/// Words that alone are more often something else than the name they are spelt like, and what tells that the name is meant.
///
/// Loaded from `Data/mentions/shared.tsv`.
struct SharedNames: Sendable {
  private struct Rule: Sendable {
    /// The type of the mentions that are doubted; `nil` for all.
    let type: MentionType?
    /// Words in other names of the article that tell that the name is meant, folded.
    let evidence: Set<[UInt8]>
  }

  /// What Marsad ships.
  static let standard = SharedNames(DataFile("mentions/shared.tsv"))

  private let rules: [Rule]
  /// For each word the numbers of its rules.
  private let rulesOf: [[UInt8]: [Int]]

  init(_ file: DataFile) {
    let folding = Folding(.search)
    var rules: [Rule] = []
    var rulesOf: [[UInt8]: [Int]] = [:]
    func words(_ text: some StringProtocol) -> [[UInt8]] {
      text.split(separator: " ").map { folding.folded(utf8: Array($0.utf8)) }
    }
    for row in file.rows {
      for word in words(row[1]) { rulesOf[word, default: []].append(rules.count) }
      rules.append(
        Rule(
          type: MentionType(rawValue: row[0]),
          evidence: Set(words(row[2]))))
    }
    self.rules = rules
    self.rulesOf = rulesOf
  }

  /// Whether a word alone may be no mention of the type.
  func doubts(_ word: ArraySlice<UInt8>, _ type: MentionType) -> Bool {
    rulesOf[Array(word)]?.contains { rules[$0].type ?? type == type } ?? false
  }

  /// Whether a word alone is a mention of the type, by the other words that stand in names of the article.
  func allows(_ word: ArraySlice<UInt8>, _ type: MentionType, among others: Set<[UInt8]>) -> Bool {
    rulesOf[Array(word)]?.allSatisfy {
      rules[$0].type ?? type != type || !rules[$0].evidence.isDisjoint(with: others)
    } ?? true
  }
}

extension MentionReader {
  /// Takes out names of one word that are more likely something else here.
  mutating func dropShared() {
    let shared = SharedNames.standard
    let doubted = drafts.indices.filter {
      drafts[$0].tokens.count == 1 && shared.doubts(word(drafts[$0]), drafts[$0].type)
    }
    guard !doubted.isEmpty else { return }
    var others: Set<[UInt8]> = []
    var inLonger: Set<[UInt8]> = []
    for (index, draft) in drafts.enumerated() where !doubted.contains(index) {
      for i in draft.tokens {
        let word = Array(analysis.text.key(i))
        others.insert(word)
        if draft.tokens.count > 1 { inLonger.insert(word) }
      }
    }
    let dropped = Set(
      doubted.filter {
        let (word, type) = (word(drafts[$0]), drafts[$0].type)
        return !inLonger.contains(Array(word)) && !shared.allows(word, type, among: others)
      })
    drop(dropped)
  }

  /// The folded word of a name of one token, without conjunction and prepositions.
  private func word(_ draft: MentionDraft) -> ArraySlice<UInt8> {
    let i = draft.tokens.lowerBound
    return analysis.text.key(i).dropFirst(Int(features.tokens[i].prefix))
  }
}
