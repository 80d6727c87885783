import ArabicScript
import ArabicWords

/// What the words and marks around a name tell of the place that it may stand for.
struct NameSurroundings {
  /// What tells that a name that is a common word too stands for a place here.
  enum Sign {
    /// Nothing does.
    case none
    /// It is all of a hashtag.
    case hashtag
    /// It stands in a list beside a place, or behind a word that names of places stand behind.
    case place
    /// It stands behind `في` as units of administration and regions do (`في العقبة`).
    case unit
  }

  let text: TokenizedText
  let names: EntryNames

  /// The ranks that the word of kind before a name allows, a bit each; 0 if there is none.
  ///
  /// The bit `several` is set behind a word for several of a kind, which goes on over the names that `و` joins
  /// (`محافظات مأرب وعمران وحجة`). Quotation marks may stand between, and the mark of a hashtag.
  func kind(of hit: EntryNames.Hit, after before: EntryNames.Hit?) -> UInt16 {
    guard let last = wordBefore(hit) else { return 0 }
    let kind = kind(at: last) & ~NameSurroundings.near
    if kind != 0 { return kind }
    var start = hit.tokens.lowerBound
    if text.isQuotationMark(start - 1) { start -= text.keyLength(start - 2) == 2 ? 2 : 1 }
    guard let before, before.kind & NameSurroundings.several != 0,
      before.tokens.upperBound <= start, text.letter(start, 0) == 0x648
    else { return 0 }
    let isNext = (before.tokens.upperBound..<start).allSatisfy { text.isQuotationMark($0) }
    return isNext ? before.kind : 0
  }

  /// What tells that a name stands for a place; `before` and `behind` are the names next to it.
  func sign(
    of hit: EntryNames.Hit, _ before: EntryNames.Hit?, _ behind: EntryNames.Hit?
  ) -> Sign {
    // Two letters before a word are mostly its own (`ووحدة` is not `حدة`).
    let start = Int(text.tokens[hit.tokens.lowerBound].start)
    guard hit.span.start - start <= 2, !isKindItself(hit) else { return .none }
    if isHashtag(hit) { return .hashtag }
    if isBehindNear(hit), text.hasArticle(hit.tokens.lowerBound) || !goesOn(hit) { return .place }
    if let before, !before.isAmbiguous, isPlace(before), isList(before, hit) || isWay(before, hit) {
      return .place
    }
    if let behind, !behind.isAmbiguous, isPlace(behind), isList(hit, behind) || isWay(hit, behind) {
      return .place
    }
    return isWithin(hit) ? .unit : .none
  }

  /// Whether a name stands behind a word that names of places stand behind and that tells nothing of how large they are.
  func isBehindNear(_ hit: EntryNames.Hit) -> Bool {
    wordBefore(hit).map { kind(at: $0) & NameSurroundings.near != 0 } ?? false
  }

  /// Whether an adjective with the article or the like goes on with a name (`المملكة القابضة`).
  func goesOn(_ hit: EntryNames.Hit) -> Bool {
    let next = hit.tokens.upperBound
    return next < text.count && text.tokens[next].kind == .word && text.tokens[next].gap == .space
      && text.hasArticle(next)
  }

  /// Whether a name stands in a list beside that of a country in which none of its bearers is (`مصر وعمان`).
  func isBesideCountry(
    _ hit: EntryNames.Hit, _ before: EntryNames.Hit?, _ behind: EntryNames.Hit?
  ) -> Bool {
    if let before, isOtherCountry(before, than: hit), isList(before, hit) { return true }
    if let behind, isOtherCountry(behind, than: hit), isList(hit, behind) { return true }
    return false
  }

  // MARK: - Hits

  private func isPlace(_ hit: EntryNames.Hit) -> Bool {
    names.names[hit.name].targets.contains { names.targets[Int($0)].rank >= 0 }
  }

  private func isOtherCountry(_ hit: EntryNames.Hit, than other: EntryNames.Hit) -> Bool {
    let country = names.names[hit.name].country
    return country >= 0
      && names.names[hit.name].targets.allSatisfy { names.targets[Int($0)].rank == 0 }
      && names.names[other.name].targets.allSatisfy {
        !names.targets[Int($0)].countries.contains(country)
      }
  }

  /// Whether the name is itself a word of kind with the article (`المدينة`, `الشمال`).
  private func isKindItself(_ hit: EntryNames.Hit) -> Bool {
    let i = hit.tokens.lowerBound
    guard hit.tokens.count == 1 else { return false }
    return (0..<3).contains { letters in
      let hasArticle =
        text.hasArticle(i, letter: letters)
        || text.letter(i, letters) == 0x644 && text.letter(i, letters + 1) == 0x644
      return hasArticle
        && [0, 4].contains {
          text.look(up: i, in: NameSurroundings.kinds, prefix: 2 * letters + $0) >= 0
        }
    }
  }

  /// Whether the name is all of a hashtag.
  private func isHashtag(_ hit: EntryNames.Hit) -> Bool {
    let mark = hit.tokens.lowerBound - 1
    let end = Int(text.tokens[hit.tokens.upperBound - 1].end)
    return isMark(mark, 0x23) && text.tokens[hit.tokens.lowerBound].gap == .none
      && (end >= text.utf8.count || text.utf8[end] != 0x5F)
  }

  /// Whether the name has the article and stands behind `في` or `ب`, and no adjective goes on with it.
  private func isWithin(_ hit: EntryNames.Hit) -> Bool {
    let first = hit.tokens.lowerBound
    let isWritten = text.letter(first, 0) == 0x628 && text.letter(first, 1) == 0x627
    let isBehind =
      first > 0 && text.letter(first, 0) == 0x627 && text.isKey(first - 1, "في")
      && text.tokens[first].gap != .line
    guard isWritten || isBehind, !goesOn(hit) else { return false }
    return text.letter(first, isWritten ? 2 : 1) == 0x644
  }

  /// Whether two names are the ends of a way (`من العقبة إلى معان`).
  private func isWay(_ one: EntryNames.Hit, _ other: EntryNames.Hit) -> Bool {
    let (first, between) = (one.tokens.lowerBound, one.tokens.upperBound)
    return other.tokens.lowerBound == between + 1 && text.isKey(between, "الي") && first > 0
      && text.isKey(first - 1, "من")
  }

  /// Whether only commas, dashes, `و` and the like stand between two names, and one of them does.
  private func isList(_ one: EntryNames.Hit, _ other: EntryNames.Hit) -> Bool {
    let between = one.tokens.upperBound..<other.tokens.lowerBound
    let first = other.tokens.lowerBound
    let hasPrefix = Int(text.tokens[first].start) < other.span.start
    let isJoined = hasPrefix && text.letter(first, 0) == 0x648
    // `، بدأنا` is no `دأنا`, nor `وكشف` a `كشف`.
    guard !hasPrefix || isJoined && (other.tokens.count > 1 || text.keyLength(first) >= 10) else {
      return false
    }
    guard between.count <= 3, isJoined || !between.isEmpty,
      between.allSatisfy({ isJoint($0) }),
      (between.lowerBound...first).allSatisfy({ text.tokens[$0].gap != .line })
    else { return false }
    return isJoined || between.contains { !text.isQuotationMark($0) }
  }

  /// Whether a token joins the parts of a list or marks one of them.
  private func isJoint(_ i: Int) -> Bool {
    if text.tokens[i].kind == .word { return text.isKey(i, "و") }
    return text.isQuotationMark(i) || NameSurroundings.joints.contains { isMark(i, $0) }
      || text.isKey(i, "،") || text.isKey(i, "–")
  }

  private func isMark(_ i: Int, _ mark: UInt8) -> Bool {
    i >= 0 && text.tokens[i].kind == .punctuation && text.utf8[Int(text.tokens[i].start)] == mark
  }

  // MARK: - Words of kind

  /// The token before a name, but for quotation marks, brackets and the mark of a hashtag.
  private func wordBefore(_ hit: EntryNames.Hit) -> Int? {
    var last = hit.tokens.lowerBound - 1
    while last >= 0, text.isQuotationMark(last) || isMark(last, 0x23) || isMark(last, 0x28) {
      last -= 1
    }
    return last >= 0 ? last : nil
  }

  /// What a token is as a word of kind, behind conjunction and prepositions; 0 if it is none.
  private func kind(at token: Int) -> UInt16 {
    var letters = 0
    while true {
      let kind = text.look(up: token, in: NameSurroundings.kinds, prefix: 2 * letters)
      if kind >= 0 { return UInt16(kind) }
      guard EntryNames.isClitic(text.letter(token, letters)), text.letter(token, letters) != 0x643
      else { return 0 }
      letters += 1
    }
  }

  /// The bit of words for parts of towns.
  static let quarter: UInt16 = 0x80
  private static let several: UInt16 = 0x100
  private static let near: UInt16 = 0x200
  /// `#`, `,`, `-`, `/`, `(`, `)`.
  private static let joints: [UInt8] = [0x23, 0x2C, 0x2D, 0x2F, 0x28, 0x29]

  /// Words of kind, folded, and the ranks that they allow, a bit each, with `several` and `near`.
  private static let kinds = WordTable(
    DataFile("registry/place-kinds.tsv").rows.map { row in
      let ranks = row[1].split(separator: "|").compactMap { Int32($0) }
      let start: Int32 =
        switch row[2] {
        case "several": Int32(several)
        case "near": Int32(near)
        default: 0
        }
      return (
        Folding(.search).folded(utf8: Array(row[0].utf8)), ranks.reduce(start) { $0 | 1 << $1 }
      )
    })
}
