import ArabicWords
import NewsModel

// Names that neither the model nor the lists know, told by the word of kind before them.

extension MentionReader {
  /// Adds places and armed groups whose names nothing knows but that stand behind their kind (`بلدة تين أزلاغ`, `تنظيم راية
  /// الصحراء`), and completes names of which only the first word is known (`قرية تل العوسج`).
  mutating func addUnlisted() {
    var groups = GroupHeads()
    for i in 0..<analysis.count where features.tokens[i].shape == .arabic {
      if settlement(at: i) {
        addPlace(behind: i)
      } else if isUnlistedHead(i), let name = groupName(from: i), isGroup(name, &groups) {
        cover(MentionDraft(tokens: name, type: .group, confidence: 0.6))
      }
    }
  }

  // MARK: - Places

  /// Whether a word for a settlement stands there, whose name follows.
  private func settlement(at i: Int) -> Bool {
    analysis.has(i, .settlement) && !analysis.words[i].hasArticle && nameAt(i) < 0
  }

  private mutating func addPlace(behind i: Int) {
    guard i + 1 < analysis.count, analysis.sentenceOf[i] == analysis.sentenceOf[i + 1] else {
      return
    }
    let first = i + 1
    if let known = name(at: first) {
      guard known.type == .place, known.tokens == first..<first + 1,
        features.tokens[first].place == 0, goesOn(first + 1)
      else { return }
      extend(nameAt(first), to: first..<first + 2)
      return
    }
    // `بلدة جرف الحناء`: a noun of which another goes on, which no adjective can.
    guard
      isUnknown(first) && !analysis.hasEnding(first, "ا") && !analysis.hasEnding(first, "ه")
        || isIndefinite(first) && goesOn(first + 1)
    else { return }
    cover(
      MentionDraft(
        tokens: first..<(goesOn(first + 1) ? first + 2 : first + 1), type: .place, confidence: 0.5))
  }

  /// Whether a word with the article or one of which nothing is known goes on with a name.
  private func goesOn(_ i: Int) -> Bool {
    guard i < analysis.count, nameAt(i) < 0, features.tokens[i].shape == .arabic,
      features.tokens[i].prefix == 0, analysis.sentenceOf[i] == analysis.sentenceOf[i - 1],
      analysis.text.tokens[i].gap != .line
    else { return false }
    let word = analysis.words[i]
    guard !word.hasConjunction, word.prefix == .none else { return false }
    if word.hasArticle {
      return !analysis.hasEnding(i, "ه") && !word.has([.time, .nationality, .deed])
    }
    return isUnknown(i)
  }

  /// Whether a noun without the article stands there, and no adjective in teh marbuta.
  private func isIndefinite(_ i: Int) -> Bool {
    let word = analysis.words[i]
    return features.tokens[i].shape == .arabic && features.tokens[i].prefix == 0 && nameAt(i) < 0
      && word.cue < 0 && word.prefix == .none && !word.hasConjunction && !word.hasArticle
      && !word.has([
        .preposition, .that, .clause, .relative, .negation, .time, .pronoun, .demonstrative,
        .presentVerb, .pastVerb, .official, .body, .deed, .count,
      ]) && !analysis.hasEnding(i, "ه")
  }

  /// Whether nothing is known of a word.
  private func isUnknown(_ i: Int) -> Bool {
    let token = features.tokens[i]
    let word = analysis.words[i]
    return token.shape == .arabic && token.prefix == 0 && token.facts.isEmpty && nameAt(i) < 0
      && word.classes.isEmpty && word.cue < 0 && word.outlook < 0 && word.prefix == .none
      && !word.hasConjunction && !word.hasArticle && analysis.text.keyLength(i) >= 6
  }

  // MARK: - Groups

  /// Whether a word for an armed group opens a name here.
  private func isUnlistedHead(_ i: Int) -> Bool {
    flags(i).contains(.group) && !features.tokens[i].hasArticle && nameAt(i) < 0
      && analysis.text.tokens[i].kind == .word
  }

  /// The head with what its name is: a genitive, perhaps of two words, and adjectives with the article.
  private func groupName(from i: Int) -> Range<Int>? {
    var end = i + 1
    while end < min(i + 5, analysis.count), nameAt(end) < 0, features.tokens[end].shape == .arabic,
      analysis.sentenceOf[end] == analysis.sentenceOf[i], analysis.text.tokens[end].gap != .line
    {
      let word = analysis.words[end]
      guard features.tokens[end].prefix == 0, !word.hasConjunction, word.prefix == .none,
        !word.has([
          .preposition, .that, .clause, .relative, .negation, .time, .pronoun, .demonstrative,
        ]),
        analysis.cue(end) == nil
      else { break }
      // Behind a definite word goes on only another.
      if analysis.words[end - 1].hasArticle, !word.hasArticle { break }
      if word.has([.pastVerb, .presentVerb]), !word.has([.noun, .name]) { break }
      end += 1
    }
    guard end - i >= 2, analysis.words[end - 1].hasArticle || isUnknown(end - 1) else { return nil }
    return i..<end
  }

  /// Whether the words name a group and no deed (`تنظيم الدورة`): armed people stand before them, or the article
  /// comes back to it by its kind (`التنظيم`).
  private func isGroup(_ name: Range<Int>, _ heads: inout GroupHeads) -> Bool {
    let words = name.map { key($0, isFirst: $0 == name.lowerBound) }
    if heads.names.contains(words) { return true }
    let isOfFighters = analysis.has(name.lowerBound - 1, .fighters)
    guard
      isOfFighters
        || isDistinct(name) && tellsOfAttacks(&heads) && definite(&heads).contains(words[0])
    else { return false }
    heads.names.insert(words)
    return true
  }

  /// Whether a name of three words or more is none of what things do (`حركة دخول الشاحنات`, `حركة النقل الخارجي`).
  private func isDistinct(_ name: Range<Int>) -> Bool {
    let (second, third) = (name.lowerBound + 1, name.lowerBound + 2)
    return name.count >= 3 && !analysis.has(second, .deed) && !analysis.hasVerbalNounShape(second)
      && !(analysis.words[second].hasArticle && isRelational(third))
  }

  /// Whether a word ends as adjectives of relation do (`الخارجي`, `الخارجية`), and not in alef maksura (`الكبرى`).
  private func isRelational(_ i: Int) -> Bool {
    let end = Int(analysis.text.tokens[i].end)
    let isMaksura = analysis.text.utf8[end - 2] == 0xD9 && analysis.text.utf8[end - 1] == 0x89
    return analysis.hasEnding(i, "يه") || analysis.hasEnding(i, "ي") && !isMaksura
  }

  /// Whether the article speaks of attacks.
  private func tellsOfAttacks(_ heads: inout GroupHeads) -> Bool {
    if let known = heads.tellsOfAttacks { return known }
    let found = (0..<analysis.count).contains {
      analysis.has($0, .attack) || analysis.has($0, .harm)
    }
    heads.tellsOfAttacks = found
    return found
  }

  /// The words with the article behind which no other goes on with them.
  private func definite(_ heads: inout GroupHeads) -> Set<UInt64> {
    if let known = heads.definite { return known }
    let found = Set(
      (0..<analysis.count).filter {
        analysis.words[$0].hasArticle
          && !(analysis.words[$0 + 1].hasArticle && analysis.words[$0 + 1].prefix == .none)
      }.map { key($0, isFirst: true) })
    heads.definite = found
    return found
  }

  private func key(_ i: Int, isFirst: Bool) -> UInt64 {
    analysis.text.hash(i, from: keyStart(i, isFirst: isFirst), to: analysis.text.keyLength(i))
  }
}

/// The groups of an article that no list knows.
private struct GroupHeads {
  /// Their names, each as the hashes of its words.
  var names: Set<[UInt64]> = []
  /// The hashes of words with the article, without it.
  var definite: Set<UInt64>?
  /// Whether it speaks of attacks; `nil` until that is asked.
  var tellsOfAttacks: Bool?
}
