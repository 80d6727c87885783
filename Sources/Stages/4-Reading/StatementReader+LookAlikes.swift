import ArabicScript
import ArabicWords
import NewsModel

// Words that are spelt like verbs of speech, or such verbs that tell of none.

extension StatementReader {
  /// Whether the verb tells what someone may say (`في حال أصرت القوى على`), or what is thought of those before it (`هاجم مسلحون
  /// يرجح أنهم من التنظيم`).
  func isSupposed(_ i: Int, _ form: CueForm, _ sentence: Range<Int>) -> Bool {
    if analysis.isWord(i - 1, "حال") || analysis.isWord(i - 1, "حاله"), analysis.isWord(i - 2, "في")
    {
      return true
    }
    return form.kind == .present && !form.isFeminine
      && analysis.cue(i)?.verb.isImpersonal == true
      && (analysis.isWord(i + 1, "انهم") || analysis.isWord(i + 1, "انها")
        || analysis.isWord(i + 1, "انه"))
      && !analysis.words[i].hasConjunction && !analysis.isPunctuation(i - 1)
      && i > sentence.lowerBound && !analysis.words[i - 1].hasArticle
      && !analysis.has(i - 1, [.clause, .name, .place, .time])
  }

  /// Whether what is spelt like the verb tells of no speech: `بيان اطلعت عليه الوكالة`, `إضراب دعا إليه الاتحاد`, `آمر
  /// القوة`.
  func isOtherWord(_ i: Int) -> Bool {
    switch analysis.cue(i)?.verb.lemma {
    case "أطلع": analysis.isWord(i + 1, "عليه") || analysis.isWord(i + 1, "عليها")
    case "دعا": analysis.isWord(i + 1, "اليه") || analysis.isWord(i + 1, "اليها")
    case "أمر": analysis.text.beginsWithMadda(i)
    default: false
    }
  }

  /// Whether `عبر` is a preposition (`عبر تقديم المعلومات`, `كتب عبر حسابه: «... عن ...»`) and no verb: no `عن` follows before what
  /// is said, or a medium or a comma stands around it.
  func isByMeans(_ i: Int, _ sentence: Range<Int>) -> Bool {
    if analysis.hasShadda(i) {
      return analysis.isWord(i + 1, "عنه") || analysis.isWord(i + 1, "عنها")
    }
    // `من جهته، عبر الوزير عن`
    let isBehindOpening = (1...4).contains(i - sentence.lowerBound) && opensClause(i - 1)
    if analysis.isComma(i - 1) && !isBehindOpening
      || i > sentence.lowerBound && analysis.cue(i - 1) != nil
    {
      return true
    }
    // `عبر حدودها`, `عبر وكالة الأنباء`
    if i + 1 < sentence.upperBound,
      analysis.hasOwnPronoun(i + 1)
        || analysis.has(i + 1, .media) && !analysis.words[i + 1].hasArticle
    {
      return true
    }
    return !Range(i + 1, upTo: min(i + 24, sentence.upperBound)).prefix {
      !analysis.isMark($0, 0x3A) && analysis.quotation(openedAt: $0) == nil
        // `عبر سالم الحيدري كاتب عام نقابة ... عن`: far off only where no other clause begins.
        && ($0 < i + 12 || !analysis.isComma($0) && analysis.verbGender($0) == nil)
    }.contains { analysis.isWord($0, "عن") }
  }

  /// Whether the word belongs to a name (`صالح آل طالب`, `علي بن أبي طالب`) or a compound.
  func isInName(_ i: Int) -> Bool {
    if analysis.has(i + 1, .joint), analysis.cue(i - 1) != nil || analysis.isWord(i - 1, "ال") {
      return true
    }
    if analysis.isWord(i - 1, "ال"), analysis.has(i - 2, .name) { return true }
    return analysis.isWord(i - 1, "بن") || analysis.isWord(i - 1, "ابي")
      || analysis.isWord(i - 1, "ابو")
  }

  /// Whether the verb tells how someone spoke and not what he said: `مسؤولون اشترطوا عدم نشر أسمائهم`, `الذي رفض
  /// الكشف عن هويته`.
  func tellsHowOneSpoke(_ i: Int) -> Bool {
    if analysis.isWord(i + 1, "عدم") {
      return Self.disclosures.contains { analysis.isWord(i + 2, $0) }
    }
    if analysis.tellsOnWhichTerms(i, limit: analysis.count) { return true }
    return analysis.has(i - 1, .relative)
      && Self.disclosures.contains { analysis.isWord(i + 1, $0) }
  }

  private static let disclosures: [StaticString] = [
    "الكشف", "كشف", "ذكر", "الافصاح", "نشر", "تسميته",
  ]

  /// Whether `بين` is the preposition of a range or of two (`ما بين 12 و15`, `بين الرقمين`).
  func isBetween(_ i: Int) -> Bool {
    guard analysis.isWord(i, "بين"), !analysis.hasShadda(i) else { return false }
    // `عقد بين الوزير ومستشار الرئيس «لم يحمل جديدا»`: no particle or colon follows.
    if !Range(i + 1, upTo: min(i + 24, analysis.sentence(i).upperBound)).contains(where: {
      analysis.has($0, .that) || analysis.isMark($0, 0x3A)
    }) {
      return true
    }
    return analysis.isWord(i - 1, "ما")
      || analysis.text.tokens[min(i + 1, analysis.count - 1)].kind == .number
      || analysis.has(i + 1, .count) || analysis.hasEnding(i + 1, "ين")
  }
}
