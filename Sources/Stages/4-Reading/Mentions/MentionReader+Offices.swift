import ArabicWords
import NewsModel

/// Offices and roles: `وزير الدفاع`, `المتحدث باسم قوات التحالف`, and whose they are.
extension MentionReader {
  /// Adds the offices, and gives each to the person in apposition to it.
  mutating func addOffices() {
    var i = 0
    while i < analysis.count {
      guard let office = office(at: i) else {
        i += 1
        continue
      }
      let body = body(of: office)
      let holder = holder(of: office)
      if let holder { give(office, of: body, toNameAt: holder) }
      let isTitle = office.count == 1 && flags(office.lowerBound).contains(.title)
      if office.count > 1 || (holder != nil && !isTitle) {
        append(
          MentionDraft(
            tokens: office, type: .office, confidence: 0.7, role: nil, organisation: body))
      }
      if let body, bodies(in: body) == nil, body.count > 1 {
        append(MentionDraft(tokens: body, type: .organisation, confidence: 0.5))
      }
      i = office.upperBound
    }
  }

  /// The office that begins at a token: from its head over what belongs to it, up to a personal name.
  private func office(at i: Int) -> Range<Int>? {
    guard !flags(i).isDisjoint(with: [.office, .title]), features.tokens[i].shape == .arabic,
      name(at: i).map({ $0.type != .person }) ?? true,
      features.tokens[i].prefix == 0 || features.tokens[i].clitic == 1,
      // `الطريق الرئيسي`: an adjective.
      !(analysis.words[i].hasArticle && analysis.hasEnding(i, "ي")
        && analysis.words[i - 1].hasArticle)
    else { return nil }
    let limit = min(analysis.sentence(i).upperBound, i + 14)
    let phrase = analysis.nounPhrase(at: i, limit: limit)
    var end = max(phrase?.tokens.upperBound ?? i + 1, i + 1)
    if let name = phrase?.name, name.lowerBound > i { end = min(end, name.lowerBound) }
    for k in i + 1..<max(end, i + 1) where name(at: k)?.type == .person {
      end = k
      break
    }
    while end > i + 1, features.tokens[end - 1].shape == .mark { end -= 1 }
    return i..<end
  }

  /// The token at which the name of the office's holder begins: directly behind it, or before it with a
  /// comma between.
  private func holder(of office: Range<Int>) -> Int? {
    if let person = name(at: office.upperBound), person.type == .person,
      person.tokens.lowerBound == office.upperBound
    {
      return office.upperBound
    }
    var before = office.lowerBound - 1
    if before >= 0, analysis.isWord(before, "وهو") || analysis.isWord(before, "وهي") { before -= 1 }
    let isSetOff = analysis.isComma(before) || analysis.isMark(before, 0x28)
    if isSetOff { before -= 1 }
    guard let person = name(at: before), person.type == .person,
      isSetOff || features.tokens[office.lowerBound].hasArticle || office.count > 1,
      features.tokens[office.lowerBound].prefix == 0
    else { return nil }
    return person.role == nil || person.role.map({ isTitle($0) }) == true ? before : nil
  }

  private func isTitle(_ role: Range<Int>) -> Bool {
    role.allSatisfy { flags($0).contains(.title) || features.tokens[$0].shape == .mark }
  }

  /// The body that an office belongs to: a name in it, else what a word for a body opens (`قوات التحالف`).
  private func body(of office: Range<Int>) -> Range<Int>? {
    let rest = office.lowerBound + 1..<max(office.upperBound, office.lowerBound + 1)
    if let name = bodies(in: rest) { return name.tokens }
    guard
      let head = rest.first(where: { analysis.has($0, .body) || flags($0).contains(.organisation) }
      ),
      !features.tokens[head].hasArticle || head > office.lowerBound + 1
    else { return nil }
    return head..<office.upperBound
  }

  /// Adds words that stand for what was named before: `الوزير`, `المتحدث`, `التنظيم`, `الحركة`.
  mutating func addDescriptions() {
    for i in 0..<analysis.count where features.tokens[i].hasArticle && name(at: i) == nil {
      let flags = flags(i)
      let isBare = !isQualified(i)
      if isBare, flags.contains(.office) {
        append(
          MentionDraft(tokens: i..<i + 1, type: .person, confidence: 0.6, isDescription: true))
      } else if isBare, !flags.isDisjoint(with: [.organisation, .group]) {
        append(
          MentionDraft(tokens: i..<i + 1, type: .organisation, confidence: 0.6, isDescription: true)
        )
      }
    }
  }

  /// Whether a word that belongs to the description follows: an adjective with the article, or a name.
  private func isQualified(_ i: Int) -> Bool {
    guard i + 1 < analysis.count, features.tokens[i + 1].shape == .arabic else { return false }
    let next = features.tokens[i + 1]
    return next.hasArticle && next.prefix == 0 || name(at: i + 1)?.type == .person
      || analysis.isWord(i + 1, "باسم")
  }
}
