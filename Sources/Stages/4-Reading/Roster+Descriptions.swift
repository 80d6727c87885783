import ArabicScript
import ArabicWords

// Those who are described and not named.

extension Roster {
  mutating func described(_ phrase: NounPhrase) -> Int {
    let first = phrase.tokens.lowerBound
    let head = analysis.isPunctuation(first) && phrase.tokens.count > 1 ? first + 1 : first
    // `ذات المصدر`
    if phrase.tokens.count > 1, analysis.has(first, .selfWord), analysis.words[first + 1].hasArticle
    {
      let known = members.count
      let member = described(analysis.split(first + 1..<phrase.tokens.upperBound))
      if member == known { members[member].name = describe(phrase) }
      return member
    }
    let key = sameHead(head)
    let isDefinite = isDefinite(phrase)
    let isDocument = analysis.has(head, .document) && !analysis.has(head, [.body, .official])
    let words = phrase.tokens.filter { !analysis.isPunctuation($0) }.map { analysis.headKey($0) }
    for i in members.indices.reversed() {
      let member = members[i]
      if member.heads.contains(key), isDefinite || !member.isNamed && member.keys == words {
        let extra = Set(words.dropFirst()).subtracting(["نفسه", "نفسها", "ذاته", "ذاتها"])
        if !member.isNamed, !extra.isEmpty, member.keys.count > 1, !shareStem(extra, member.keys) {
          continue
        }
        if phrase.tokens.count > member.keys.count, !member.isNamed, !isDocument,
          !analysis.words[head].hasArticle,
          !phrase.tokens.contains(where: { analysis.has($0, .selfWord) })
        {
          members[i].name = describe(phrase)
          members[i].keys = words
        }
        return i
      }
    }
    if let source = sameSource(phrase, key) { return source }
    if let full = fullBody(phrase, key) { return described(full) }
    if isDocument, let issuer = issuer(phrase) { return issuer }
    if isDocument, phrase.tokens.count == 1, analysis.words[head].hasArticle,
      let issuer = issuerBefore(head, key)
    {
      return issuer
    }
    if isDocument, isDefinite || phrase.tokens.count == 1,
      let last = members.lastIndex(where: { !$0.isNamed })
    {
      members[last].heads.insert(key)
      return last
    }
    let sourceClass = WordClass.sourceClasses.first { entry in
      phrase.tokens.contains { analysis.has($0, entry.value) }
    }
    members.append(
      Member(
        name: describe(phrase), keys: words, heads: partHeads(phrase, key), role: nil,
        isFeminine: nil,
        isPlural: analysis.hasEnding(head, "ون") || analysis.hasEnding(head, "ين")
          || ["مصادر", "سكان", "شهود", "تقارير"].contains(key),
        isNamed: false, isDocument: isDocument,
        sourceClass: isSource(head) ? sourceClass.map { String($0.name.dropFirst(6)) } : nil))
    return members.count - 1
  }

  /// The body that a bare kind with the article takes up, named in full before (`التنظيم` for `تنظيم الراية`): the nearest.
  private func fullBody(_ phrase: NounPhrase, _ key: String) -> NounPhrase? {
    let head = phrase.tokens.lowerBound
    guard phrase.tokens.count == 1, analysis.words[head].hasArticle,
      analysis.has(head, [.body, .media]), !analysis.has(head, .bodies)
    else { return nil }
    for at in stride(from: head - 1, through: 0, by: -1)
    where analysis.has(at, [.body, .media]) && !analysis.words[at].hasArticle
      && analysis.headKey(at) == key
    {
      let start = analysis.bodies[at]?.lowerBound ?? at
      guard start == at,
        let full = analysis.nounPhrase(at: at, limit: analysis.sentence(at).upperBound),
        full.tokens.count > 1
      else { continue }
      return full
    }
    return nil
  }

  /// The heads by which a description may be taken up: `إحدى الصحف` also by `الصحيفة`.
  private func partHeads(_ phrase: NounPhrase, _ key: String) -> Set<String> {
    guard ["احدي", "احد", "عدد", "بعض", "مجموعه"].contains(key), phrase.tokens.count > 1,
      let part = phrase.tokens.dropFirst().first(where: { !analysis.has($0, .preposition) })
    else { return [key] }
    return [key, sameHead(part)]
  }

  /// The member for `المصدر نفسه` where none is described as a source: who spoke last without a
  /// personal name, else who spoke last.
  private func sameSource(_ phrase: NounPhrase, _ key: String) -> Int? {
    guard key == "مصدر", analysis.words[phrase.tokens.lowerBound].hasArticle,
      phrase.tokens.count == 1
        || analysis.has(phrase.tokens.lowerBound + 1, [.selfWord, .demonstrative])
    else { return nil }
    return members.lastIndex { !$0.isNamed } ?? members.indices.last
  }

  /// Whether a word of one and a word of the other begin alike (`طبي`, `طبية`).
  private func shareStem(_ a: Set<String>, _ b: [String]) -> Bool {
    a.contains { x in b.contains { $0.prefix(3) == x.prefix(3) } }
  }

  /// The member that issued a document (`بيان للجيش`, `بيان وزارة الداخلية`), with the document as
  /// a further head.
  private mutating func issuer(_ phrase: NounPhrase) -> Int? {
    var start = phrase.tokens.lowerBound + 1
    while start < phrase.tokens.upperBound,
      analysis.has(start, [.preposition, .document]) || analysis.has(start, .issued)
        || (analysis.hasEnding(start, "ي") || analysis.hasEnding(start, "يه"))
          && (!analysis.has(start, .speakerHead) || isAdjective(start, of: phrase))
          && analysis.words[start].prefix == .none
        // `بيان مقتضب للوزارة`
        || analysis.words[start].classes.isEmpty && start + 1 < phrase.tokens.upperBound
          && analysis.words[start + 1].prefix == .l
    {
      start += 1
    }
    guard start < phrase.tokens.upperBound,
      analysis.has(start, [.body, .media, .official])
        // Behind a definite document a definite word is its adjective (`البيان المشترك`).
        || analysis.words[start].hasArticle
          && (analysis.words[start].prefix == .l
            || !analysis.words[phrase.tokens.lowerBound].hasArticle)
    else { return nil }
    let head =
      sameHead(phrase.tokens.lowerBound)
    let rest = analysis.split(start..<phrase.tokens.upperBound)
    let index = rest.name.map { named($0, rest) } ?? described(rest)
    members[index].heads.insert(head)
    return index
  }

  /// Who issued the document that is taken up (`البيان` behind `جاء ذلك في بيان صادر عن الوزارة`): the nearest one of its
  /// kind without the article tells.
  private mutating func issuerBefore(_ i: Int, _ key: String) -> Int? {
    for at in stride(from: i - 1, through: max(0, i - 120), by: -1)
    where analysis.has(at, .document) && !analysis.words[at].hasArticle && sameHead(at) == key {
      guard
        let phrase = analysis.nounPhrase(at: at, limit: analysis.sentence(at).upperBound)
          ?? analysis.prefixedPhrase(at: at, limit: analysis.sentence(at).upperBound)
      else { continue }
      if let issuer = issuer(phrase) { return issuer }
    }
    return nil
  }

  /// Whether a word describes an indefinite document, though people are called so too (`تقارير إعلامية`).
  private func isAdjective(_ i: Int, of phrase: NounPhrase) -> Bool {
    i == phrase.tokens.lowerBound + 1 && !analysis.words[i - 1].hasArticle
      && !analysis.words[i].hasArticle
      && !(i + 1 < phrase.tokens.upperBound && analysis.words[i + 1].hasArticle)
  }

  private func isSource(_ head: Int) -> Bool { analysis.has(head, [.source, .official]) }

  /// The words of a description, from the bare `ل` of an issuer on without it.
  private func describe(_ phrase: NounPhrase) -> String {
    var first = phrase.tokens.lowerBound
    if phrase.tokens.count > 1, analysis.has(first, .title), !analysis.has(first, .official),
      !analysis.words[first].hasArticle
    {
      first += 1
    }
    var text = analysis.nominative(first..<phrase.tokens.upperBound)
    if analysis.words[first].prefix == .l {
      text = text.hasPrefix("لل") ? "ا" + text.dropFirst(1) : String(text.dropFirst(1))
    } else if analysis.words[first].hasConjunction, !analysis.words[first].classes.isEmpty {
      text = String(text.dropFirst(1))
    }
    return text
  }
}
