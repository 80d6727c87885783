import ArabicWords

// Which part of a noun phrase is a personal name, and which describes.

extension TextAnalysis {
  /// Splits a phrase into description and name.
  ///
  /// A name stands at the end behind an office (`وزير الدفاع الأمريكي آشتون كارتر`), at the start
  /// before one (`ناصر الحاسي المتحدث باسم القوات`), or between a title and an office (`الشيخ فالح
  /// الشبلي المتحدث باسم المكون`).
  func split(_ range: Range<Int>) -> NounPhrase {
    if isPunctuation(range.lowerBound) { return NounPhrase(tokens: range, name: nil, role: range) }
    guard let name = nameRun(in: range), !isNameWithin(range, name), !isOfKin(range, name) else {
      return NounPhrase(tokens: range, name: nil, role: range)
    }
    let before = range.lowerBound..<name.lowerBound
    let after = name.upperBound..<range.upperBound
    let isTitled = before.allSatisfy { has($0, .title) && !has($0, .body) || isPunctuation($0) }
    let role = trimmed(isTitled && !after.isEmpty ? after : before.isEmpty ? after : before)
    return NounPhrase(tokens: range, name: name, role: role.isEmpty ? nil : role)
  }

  /// Whether the name is that of the one whose kin or friend is spoken of (`والد سالم الحيدري`).
  private func isOfKin(_ range: Range<Int>, _ name: Range<Int>) -> Bool {
    name.lowerBound == range.lowerBound + 1 && has(range.lowerBound, .kin)
      && !words[range.lowerBound].hasArticle
  }

  /// The run of words that is a personal name: the first of two words or more, else a single word
  /// that stands alone, behind a title, or at the end behind an office.
  private func nameRun(in range: Range<Int>) -> Range<Int>? {
    var single: Range<Int>?
    var i = range.lowerBound
    while i < range.upperBound {
      var end = nameEnd(from: i, in: range)
      if end == i {
        i += 1
        continue
      }
      var run = i..<end
      // `رئيس إقليم كردستان سالم الحيدري`: the person begins farther on.
      if persons[i] == nil,
        let person = run.lazy.compactMap({ self.persons.beginning(at: $0) }).first,
        person.count > 1, person.upperBound <= range.upperBound
      {
        run = person
        end = person.upperBound
      }
      // `زعيمة حزب ميريتس زهافا جلئون`: the first word names the body.
      if run.count >= 3, run.lowerBound > range.lowerBound, has(run.lowerBound - 1, .body),
        !words[run.lowerBound - 1].hasArticle,
        has(range.lowerBound, [.official, .title]), !has(run.lowerBound, .name)
      {
        return run.dropFirst()
      }
      if run.count >= 2,
        run.contains(where: { has($0, .name) }) || isBehindOffice(i, range)
          || run == range && isComma(run.upperBound) && has(run.upperBound + 1, .official)
          || run.lowerBound == range.lowerBound && run.upperBound < range.upperBound
            && words[run.upperBound - 1].hasArticle && has(run.upperBound, .official)
      {
        if !isOwnName(run, range) { return behindTitle(run, range) ?? run }
      } else if run.count == 1, single == nil, isSingleName(run, range) {
        single = run
      }
      i = end
    }
    return single
  }

  /// The name behind a title farther on, where the run before it names the place or body of an office (`قائد شرطة ذي قار
  /// العميد سالم الحيدري`).
  private func behindTitle(_ run: Range<Int>, _ range: Range<Int>) -> Range<Int>? {
    guard has(range.lowerBound, .official), run.lowerBound > range.lowerBound,
      persons[run.lowerBound] == nil,
      let title = Range(run.upperBound, upTo: range.upperBound - 1).first(where: {
        has($0, .title) && words[$0].hasArticle
      })
    else { return nil }
    let end = nameEnd(from: title + 1, in: range)
    return end > title + 1 ? title + 1..<end : nil
  }

  /// The end of the run of name words from `i`; `i` itself if none begins there.
  private func nameEnd(from i: Int, in range: Range<Int>) -> Int {
    guard isNameWord(i), !isQualifier(i),
      !words[i].hasArticle || i == range.lowerBound || has(i - 1, .title) || isMark(i - 1, 0x2E)
    else { return i }
    if words[i].hasArticle, words[i].classes.isEmpty, i + 1 < range.upperBound, isNameWord(i + 1),
      !words[i + 1].hasArticle
    {
      return i
    }
    var end = i + 1
    if let person = persons.beginning(at: i) {
      end = min(person.upperBound, range.upperBound)
    }
    while end < range.upperBound {
      if words[end - 1].hasArticle, !words[end].hasArticle, !has(end, .joint),
        end - 1 > i && !isWord(end - 1, "الدين")
          && !(isWord(end - 2, "عبد") && isNameWord(end) && !isQualifier(end))
          || has(end, .noun) && !endsShortName(end, from: i, in: range) && !isWord(end - 2, "بن")
      {
        break
      }
      if isInitial(end), end + 2 < range.upperBound {
        end += 3
        continue
      }
      // `سالم الحيدري العرض`: a family name with the article ends the name but for another one.
      if words[end - 1].hasArticle, end - 1 > i, words[end].hasArticle, !has(end, .name),
        !hasEnding(end, "ي")
      {
        break
      }
      guard
        isFamilyName(end) || isNameWord(end) && !words[end].hasArticle && !isQualifier(end)
          || isPlaceInName(end, from: i)
      else {
        break
      }
      end += 1
    }
    return end
  }

  /// Whether a place's name stands in a personal name behind a title (`العميد علي ردمان قحطان`).
  private func isPlaceInName(_ i: Int, from start: Int) -> Bool {
    has(i, .place) && !has(i, .nationality) && has(start - 1, .title)
      && !words[i].hasArticle && words[i].prefix == .none && !words[i].hasConjunction
  }

  /// Whether a word that is a noun too ends a name of two words that is the whole phrase (`محمد صافي`).
  private func endsShortName(_ end: Int, from start: Int, in range: Range<Int>) -> Bool {
    range == start..<end + 1 && end == start + 1 && has(start, .name) && !words[end].hasArticle
      && !has(end, [.deed, .time, .body, .official, .title, .media, .document, .place])
  }

  private func isBehindOffice(_ i: Int, _ range: Range<Int>) -> Bool {
    i > range.lowerBound && has(range.lowerBound, [.official, .title])
  }

  /// Whether the run names the body before it and no person (`حركة حماس`, `وكالة دوجان`, `رئيس «إف بي آي»`).
  private func isOwnName(_ run: Range<Int>, _ range: Range<Int>) -> Bool {
    if run.lowerBound == range.lowerBound + 2, isPunctuation(run.lowerBound - 1),
      !isComma(run.lowerBound - 1), has(range.lowerBound, .official),
      !words[range.lowerBound].hasArticle, persons[run.lowerBound] == nil
    {
      return true
    }
    // `سكان في بلدة عين أزلاغ`
    if run.lowerBound > range.lowerBound, has(run.lowerBound - 1, .settlement),
      !words[run.lowerBound - 1].hasArticle
    {
      return true
    }
    return run.lowerBound > range.lowerBound && has(run.lowerBound - 1, [.body, .media])
      && (!has(range.lowerBound, [.official, .title])
        || isWord(run.lowerBound - 2, "باسم") && !words[run.lowerBound - 1].hasArticle
          && run.count <= 2 && !run.contains { has($0, .name) })
  }

  private func isSingleName(_ run: Range<Int>, _ range: Range<Int>) -> Bool {
    let i = run.lowerBound
    if range.count == 1 { return has(i, .name) || !has(i, .noun) }
    if i == range.lowerBound {
      return !has(i, .noun) && has(i + 1, [.title, .official]) || has(i, .name) && !has(i, .noun)
    }
    if has(i - 1, [.body, .media]) || isOwnName(run, range) { return false }
    if has(i - 1, .title) || isPunctuation(i - 1) { return true }
    return run.upperBound == range.upperBound && has(range.lowerBound, [.official, .title])
      && has(i, .name) && !has(i, .noun)
  }

  /// Whether a word with the article may end a name (`صلاح الدين`, `ناصر الحاسي`).
  func isFamilyName(_ i: Int) -> Bool {
    guard text.tokens[i].kind == .word else { return false }
    if isWord(i, "الله") { return has(i - 1, .name) }
    if isWord(i - 1, "عبد"), words[i].prefix == .none { return words[i].hasArticle }
    if isWord(i, "الدين") {
      return !words[i - 1].hasArticle && words[i - 1].prefix == .none
        && (has(i - 1, .name) || words[i - 1].classes.isEmpty)
    }
    let word = words[i]
    // Behind a title and a given name an adjective of nationality is a family name (`اللواء منصور التركي`).
    // So it is behind two names (`محمد شياع السوداني`).
    let isBehindTwo =
      has(i - 2, .name) && isNameWord(i - 1) && !words[i - 1].hasArticle && !has(i - 2, .place)
      || isWord(i - 2, "عبد") && words[i - 1].hasArticle
    if word.has(.nationality), !(has(i - 1, .name) && has(i - 2, .title)), !isBehindTwo {
      return false
    }
    return word.hasArticle && word.prefix == .none && !word.hasConjunction
      && !word.has([.title, .official, .body, .media, .document, .deed])
      && (!word.has(.source) || has(i - 1, .name))
      && !hasEnding(i, "ين") && !hasEnding(i, "ون") && !hasEnding(i, "ات")
      && (!word.has(.noun) || has(i - 1, [.joint, .name]) && !hasEnding(i, "يه"))
      && (has(i - 1, [.name, .joint]) || isWord(i - 2, "عبد")
        || word.classes.isEmpty && words[i - 1].classes.isEmpty && !words[i - 1].hasArticle
          && isNameWord(i - 1))
  }

  /// Whether an unknown word qualifies the office before it and is no name (`الخارجية الفرنسي`).
  func isQualifier(_ i: Int) -> Bool {
    words[i].has([.noun, .deed]) && !words[i].has(.name)
  }
}
