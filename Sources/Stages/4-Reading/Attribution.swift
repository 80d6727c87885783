import ArabicScript
import ArabicWords

/// A nominal attribution: `بحسب X`, `وفقا لـX`, `نقلا عن X`, `على حد تعبيره`, `حسب ما أعلن X`.
struct Attribution: Sendable {
  /// The tokens of the cue.
  let cue: Range<Int>
  /// The token at which the speaker begins; `nil` if the speaker is a pronoun.
  let speaker: Int?
}

extension TextAnalysis {
  /// The attribution whose cue begins at the token.
  func attribution(at i: Int) -> Attribution? {
    guard has(i, .attributive), i + 1 < count else { return nil }
    if isWord(i, "علي") || isWord(i, "وعلي"), i + 2 < count, isWord(i + 1, "حد") {
      return isWord(i + 2, "تعبيره") || isWord(i + 2, "تعبيرها") || isWord(i + 2, "قوله")
        || isWord(i + 2, "قولها") || isWord(i + 2, "تعبيرهم") || isWord(i + 2, "قولهم")
        || isWord(i + 2, "وصفه") || isWord(i + 2, "وصفها")
        ? Attribution(cue: i..<i + 3, speaker: nil)
        : isWord(i + 2, "تعبير") || isWord(i + 2, "قول") || isWord(i + 2, "وصف")
          ? Attribution(cue: i..<i + 3, speaker: i + 3) : nil
    }
    // `على ما أوضح الوزير`
    if isWord(i, "علي"), isWord(i + 1, "ما"), let (form, verb) = cue(i + 2), form.kind == .past,
      !form.hasPronoun, verb.takesClause
    {
      return named(cue: i..<i + 3, speaker: i + 3)
    }
    if isWord(i, "نقلا") || isWord(i, "ونقلا"), isWord(i + 1, "عن") {
      return named(cue: i..<i + 2, speaker: i + 2)
    }
    if isWord(i, "بحسب") || isWord(i, "حسب") || isWord(i, "وفق") || isWord(i, "وبحسب")
      || isWord(i, "وحسب") || isWord(i, "ووفق") || isWord(i, "وفقا") || isWord(i, "ووفقا")
      || isWord(i, "فبحسب") || isWord(i, "فوفقا") || isWord(i, "طبقا") || isWord(i, "وطبقا")
      || isWord(i, "استنادا") || isWord(i, "حسبما")
      || isWord(i, "وحسبما") || isWord(i, "وفقما")
    {
      return behindManner(i)
    }
    return nil
  }

  /// What follows `بحسب` and its like: a verb of speech with its subject, a pronoun, or the speaker.
  private func behindManner(_ i: Int) -> Attribution? {
    var next = i + 1
    if isWord(next, "الي") || isWord(next, "ل") { next += 1 }
    guard next < count else { return nil }
    // `ووفقا له، رصد المركز`
    if isWord(next, "له") || isWord(next, "لها") || isWord(next, "لهم") {
      return Attribution(cue: i..<next + 1, speaker: nil)
    }
    // `استنادا إلى معلومات استخبارية، تمكنت القوة`: why something was done, not who says it.
    if isWord(i, "استنادا"), has(next, .document) || isWord(next, "معلومات") { return nil }
    var hasWhat = isWord(i, "حسبما") || isWord(i, "وحسبما") || isWord(i, "وفقما")
    if isWord(next, "ما") || isWord(next, "لما") {
      hasWhat = true
      next += 1
    }
    guard next < count else { return nil }
    if !hasWhat, lexicon.isWhatWithCue(text, next) { hasWhat = true }
    if hasWhat {
      guard
        cue(next) != nil || has(next, [.pastVerb, .presentVerb])
          || words[next].classes.isEmpty && hasEnding(next, "ت")
          || lexicon.isWhatWithCue(text, next)
      else { return nil }
      var speaker = next + 1
      // `بحسب ما جاء على لسان المتحدث`
      if isWord(speaker, "علي"), isWord(speaker + 1, "لسان") { speaker += 2 }
      while speaker < count,
        has(speaker, .time)
          || Self.pronouns.contains(where: { isWord(speaker, $0) })
      { speaker += 1 }
      return named(cue: i..<next + 1, speaker: speaker)
        ?? Attribution(cue: i..<next + 1, speaker: nil)
    }
    if let (form, _) = cue(next), form.kind == .verbalNoun, form.hasPronoun {
      return Attribution(cue: i..<next + 1, speaker: nil)
    }
    if isWord(next, "تعبيره") || isWord(next, "تعبيرها") || isWord(next, "رايه")
      || isWord(next, "تصريحاته")
    {
      return Attribution(cue: i..<next + 1, speaker: nil)
    }
    if Self.sayings.contains(where: { isWord(next, $0) }) {
      return named(cue: i..<next + 1, speaker: next + 1)
    }
    if let (form, _) = cue(next), form.kind == .past, form.hasPronoun, has(next, .noun) == false {
      return named(cue: i..<next + 1, speaker: next + 1)
    }
    return named(cue: i..<i + 1, speaker: next)
  }

  /// What someone says, before the one whose it is (`حسب رواية شهود`).
  private static let sayings: [StaticString] = [
    "قول", "تعبير", "راي", "وصف", "روايه", "روايات", "شهاده", "شهادات", "اقوال",
  ]

  /// Prepositions with pronouns behind the verb of `بحسب ما`.
  private static let pronouns: [StaticString] = ["عنه", "به", "منه", "فيه", "له"]

  /// The attribution to the phrase at `speaker`, if such a phrase can speak.
  private func named(cue: Range<Int>, speaker: Int) -> Attribution? {
    // `وفقا لقاعدة بيانات الشبكة`
    if speaker + 1 < count, isWord(speaker, "لقاعده") || isWord(speaker, "قاعده"),
      has(speaker + 1, .document)
    {
      return Attribution(cue: cue, speaker: speaker + 1)
    }
    guard speaker < count, !has(speaker, .rule),
      canOpenPhrase(speaker) || words[speaker].prefix == .l
    else { return nil }
    if has(speaker, [.speakerHead, .title, .name, .place, .forces])
      || isPunctuation(speaker) || has(speaker, .count) && has(speaker + 1, [.source, .official])
    {
      return Attribution(cue: cue, speaker: speaker)
    }
    let isPlain = words[speaker].classes.isEmpty
    return isPlain ? Attribution(cue: cue, speaker: speaker) : nil
  }
}
