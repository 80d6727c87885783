import ArabicWords

/// What reading knows of one token.
struct WordInfo: Sendable {
  /// A preposition written as a prefix.
  enum Prefix: UInt8, Sendable { case none, b, l, k }

  var classes: WordClass = []
  /// The index of the cue form, or -1.
  var cue: Int32 = -1
  /// The index of what it does for outlooks, or -1.
  var outlook: Int32 = -1
  /// Whether `و` or `ف` is prefixed.
  var hasConjunction = false
  var prefix = Prefix.none
  var hasArticle = false
  /// Whether a possessive or object pronoun is attached.
  var hasPronoun = false

  func has(_ wordClass: WordClass) -> Bool { !classes.isDisjoint(with: wordClass) }

  /// Takes the word for part of a personal name, unless it is one of those that stand beside names.
  ///
  /// - Parameters:
  ///   - isFirst: Whether the name begins with it.
  ///   - isWhole: Whether no letter of it is a conjunction or preposition (`فيديريكو`).
  mutating func becomeName(isFirst: Bool, isWhole: Bool) {
    let beside: WordClass = [.title, .official, .body, .media, .joint, .source]
    let other: WordClass = [.place, .nationality, .pastVerb, .presentVerb]
    guard cue < 0, has(.name) || !has(isFirst ? beside.union(other) : beside) else { return }
    classes.subtract(other.union([.noun, .deed]))
    classes.insert(.name)
    if isWhole { (hasConjunction, prefix) = (false, .none) }
  }
}

/// What reading knows of the tokens of a text, by their index; of a token that is not there, nothing.
struct WordList: Sendable {
  private let infos: [WordInfo]

  init(_ infos: [WordInfo]) { self.infos = infos }

  subscript(i: Int) -> WordInfo { infos.indices.contains(i) ? infos[i] : WordInfo() }
}

extension ReadingLexicon {
  /// What is known of the tokens: of each its own entry, else that of the word within its clitics.
  ///
  /// The order of trials prefers what is spelt out in the data files over any segmentation.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - numbers: For each token the number of its spelling.
  ///   - memory: What is known of spellings from earlier texts.
  /// - Returns: What is known of each token.
  func infos(
    _ text: TokenizedText, numbers: [Int32], _ memory: inout SpellingMemo<WordInfo>
  ) -> [WordInfo] {
    memory.learn(numbers) { text.tokens[$0].kind == .word ? segmented(text, $0) : WordInfo() }
    var infos = numbers.map { memory[$0] }
    for i in infos.indices where infos[i].cue >= 0 {
      if isSpeltAsNoun(text, i, cues.forms[Int(infos[i].cue)].form) { infos[i].cue = -1 }
    }
    return infos
  }

  /// Whether the last letter shows that a form spelt like a verb of speech is a noun: teh marbuta
  /// where the verb has a pronoun (`حملة`), yeh where it has alef maksura (`رأي`, `نفي`).
  private func isSpeltAsNoun(_ text: TokenizedText, _ i: Int, _ form: CueForm) -> Bool {
    guard form.kind == .past || form.kind == .present else { return false }
    let end = Int(text.tokens[i].end)
    guard end >= 2, text.utf8[end - 2] == 0xD8 || text.utf8[end - 2] == 0xD9 else { return false }
    // `عدّ` behind و is no promise.
    if text.utf8[end - 2] == 0xD9, text.utf8[end - 1] == 0x91, cues.verbs[form.verb].lemma == "وعد"
    {
      return true
    }
    if form.hasPronoun { return text.utf8[end - 2] == 0xD8 && text.utf8[end - 1] == 0xA9 }
    return form.kind == .past && !form.isFeminine && !form.isPlural
      && text.utf8[end - 2] == 0xD9 && text.utf8[end - 1] == 0x8A
      && cues.verbs[form.verb].lemma.hasSuffix("ى")
  }

  private func segmented(_ text: TokenizedText, _ i: Int) -> WordInfo {
    var info = WordInfo()
    let first = text.letter(i, 0)
    if find(text, i, 0, 0, &info) {
      // Listed only as a marker of outlooks: what else it is, the word within its clitics tells.
      if info.classes.isEmpty, info.cue < 0 {
        var inner = WordInfo()
        if findNoun(text, i, 0, &inner), inner.cue < 0 {
          inner.outlook = info.outlook
          return inner
        }
      }
      // Listed only as what kind of source it tells of (`الأهالي`): the rest, the word within its clitics tells.
      if info.cue < 0, first == 0x627, text.letter(i, 1) == 0x644,
        info.classes.isSubset(of: .kindsOfSources)
      {
        var inner = WordInfo()
        if findNoun(text, i, 0, &inner), inner.cue < 0 {
          inner.classes.formUnion(info.classes)
          inner.outlook = info.outlook
          return inner
        }
      }
      info.hasArticle =
        first == 0x627 && text.letter(i, 1) == 0x644
        && text.keyLength(i) >= 10 && !text.beginsWithHamza(i)
        && !info.has([.that, .preposition, .clause, .relative, .negation, .demonstrative])
      guard info.classes == .name else { return info }
      if first == 0x628 {  // ب before a deed (`بشن`) is no name
        var inner = WordInfo(prefix: .b)
        return find(text, i, 2, 0, &inner) && inner.has(.deed) ? inner : info
      }
      guard first == 0x648 || first == 0x641 else { return info }
      var inner = WordInfo(hasConjunction: true)
      return find(text, i, 2, 0, &inner) && inner.classes != .name ? inner : info
    }
    var at = 0
    if first == 0x648 || first == 0x641 {  // و ف
      info.hasConjunction = true
      if find(text, i, 2, 0, &info) { return info }
      at = 1
    }
    if findNoun(text, i, at, &info) { return info }
    if at == 1 {
      info.hasConjunction = false
      if findNoun(text, i, 0, &info) { return info }
      info.hasConjunction = true
    }
    if at == 1 && text.keyLength(i) < 10 { info.hasConjunction = false }
    tellPrefix(text, i, info.hasConjunction ? 1 : 0, &info)
    return info
  }

  /// Tells the preposition `ب` of a word that no list holds by what can only follow it: the article (`بالعثور`), a hamza
  /// below the alef (`بإجهاض`), a verbal noun of the second or tenth form (`بتفكيك`, `باستهداف`).
  private func tellPrefix(_ text: TokenizedText, _ i: Int, _ at: Int, _ info: inout WordInfo) {
    let letters = text.keyLength(i) / 2
    guard text.letter(i, at) == 0x628, letters - at >= 6 else { return }
    let (b, c) = (text.letter(i, at + 1), text.letter(i, at + 2))
    if b == 0x627, c == 0x644, letters - at >= 7 {
      info.prefix = .b
      info.hasArticle = true
    } else if b == 0x627, c == 0x633, text.letter(i, at + 3) == 0x62A, letters - at >= 8 {
      info.prefix = .b
    } else if b == 0x62A, text.letter(i, letters - 2) == 0x64A, letters - at == 6 {
      info.prefix = .b
    } else if b == 0x627, text.hasHamzaBelow(i, letter: at + 1) {
      info.prefix = .b
    }
  }

  /// Tries article, prepositional prefix and pronoun from letter `at` on.
  private func findNoun(
    _ text: TokenizedText, _ i: Int, _ at: Int, _ info: inout WordInfo
  ) -> Bool {
    let a = text.letter(i, at)
    let b = text.letter(i, at + 1)
    info.hasArticle = false
    info.prefix = .none
    if a == 0x627 && b == 0x644 && !(at == 0 && text.beginsWithHamza(i)) {  // ال
      info.hasArticle = true
      return find(text, i, 2 * at + 4, 0, &info)
    }
    let prefix: WordInfo.Prefix = a == 0x628 ? .b : a == 0x644 ? .l : a == 0x643 ? .k : .none
    if prefix != .none {
      info.prefix = prefix
      if prefix == .l && b == 0x644 {  // لل
        info.hasArticle = true
        if find(text, i, 2 * at + 4, 0, &info) { return true }
        info.hasArticle = false
      }
      if b == 0x627 && text.letter(i, at + 2) == 0x644 {  // بال كال
        info.hasArticle = true
        if find(text, i, 2 * at + 6, 0, &info) { return true }
        info.hasArticle = false
      }
      // `كاجمان` is a name of its own.
      if find(text, i, 2 * at + 2, 0, &info), prefix != .k || info.classes != .name { return true }
      if findWithPronoun(text, i, 2 * at + 2, &info) { return true }
      info.prefix = .none
    }
    return findWithPronoun(text, i, 2 * at, &info)
  }

  /// Whether the token is `ما` and a verb of speech without the space between them (`ماأفاد`).
  func isWhatWithCue(_ text: TokenizedText, _ i: Int) -> Bool {
    guard text.tokens[i].kind == .word, text.letter(i, 0) == 0x645, text.letter(i, 1) == 0x627
    else { return false }
    var info = WordInfo()
    guard find(text, i, 4, 0, &info), info.cue >= 0 else { return false }
    return cues.forms[Int(info.cue)].form.kind == .past
  }

  private func findWithPronoun(
    _ text: TokenizedText, _ i: Int, _ prefix: Int, _ info: inout WordInfo
  ) -> Bool {
    let letters = text.keyLength(i) / 2
    let last = text.letter(i, letters - 1)
    let beforeLast = text.letter(i, letters - 2)
    if last == 0x627, beforeLast == 0x645, text.letter(i, letters - 3) == 0x647,  // هما
      find(text, i, prefix, 6, &info)
    {
      info.hasPronoun = true
      return true
    }
    if last == 0x627 && (beforeLast == 0x647 || beforeLast == 0x646)  // ها نا
      || last == 0x645 && (beforeLast == 0x647 || beforeLast == 0x643)  // هم كم
    {
      if find(text, i, prefix, 4, &info) {
        info.hasPronoun = true
        return true
      }
    }
    if last == 0x647 || last == 0x64A {  // ه ي
      if find(text, i, prefix, 2, &info) {
        info.hasPronoun = true
        return true
      }
    }
    if last == 0x627, find(text, i, prefix, 2, &info) { return true }  // accusative
    return false
  }

  private func find(
    _ text: TokenizedText, _ i: Int, _ prefix: Int, _ suffix: Int, _ info: inout WordInfo
  ) -> Bool {
    guard text.keyLength(i) - prefix - suffix >= 4 || prefix + suffix == 0 else { return false }
    let value = text.look(up: i, in: table, prefix: prefix, suffix: suffix)
    guard value != WordTable.none else { return false }
    let entry = entries[Int(value)]
    info.classes = entry.classes
    info.cue = info.hasArticle ? -1 : entry.cue
    info.outlook = entry.outlook
    return true
  }
}
