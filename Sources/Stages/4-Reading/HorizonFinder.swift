import ArabicWords

extension TextAnalysis {
  /// The words of a range that say by when: `خلال أسابيع`, `قبل نهاية العام`, `غدا`,
  /// `الأسبوع المقبل`, `في سبتمبر`; the first if there are several.
  func horizon(in range: Range<Int>) -> Range<Int>? {
    var i = range.lowerBound
    while i < range.upperBound {
      if text.tokens[i].kind == .word, let end = horizonEnd(i, range.upperBound) { return i..<end }
      i += 1
    }
    return nil
  }

  private func horizonEnd(_ i: Int, _ limit: Int) -> Int? {
    if has(i, .soon) { return i + 1 }
    if has(i, .within) {
      // `بنسبة 3 في المئة عام 2026`
      guard !isWord(i + 1, "المءه"), !isWord(i + 1, "الماءه"), let end = periodEnd(i + 1, limit)
      else { return nil }
      // `في يوم`, `من عام` alone name no time to come.
      return isWord(i, "في") && end == i + 2 && !isMonth(i + 1) ? nil : end
    }
    guard words[i].hasArticle || isWord(i, "يوم"), has(i, .period), let end = periodEnd(i, limit),
      end > i + 1, (i + 1..<end).contains(where: { has($0, .coming) })
    else { return nil }
    return end
  }

  /// The end of a span of time that begins at `i`: nouns of time, numbers between them, adjectives
  /// of time to come.
  private func periodEnd(_ i: Int, _ limit: Int) -> Int? {
    var end = i
    var hasPeriod = false
    while end < limit, end - i < 7 {
      if has(end, .period) {
        hasPeriod = true
      } else if text.tokens[end].kind == .number || has(end, .coming) && hasPeriod
        || isCountWord(end) && (!hasPeriod || hasUnit(behind: end, limit))
        || isWord(end, "لا") && isWord(end + 1, "تتجاوز") || isWord(end - 1, "لا") && end > i
      {
      } else {
        break
      }
      end += 1
    }
    return hasPeriod ? end : nil
  }

  /// Whether a span of time follows a number at once (`غضون عشرة أيام`).
  private func hasUnit(behind i: Int, _ limit: Int) -> Bool {
    i + 1 < limit && (has(i + 1, .period) || isCountWord(i + 1) && has(i + 2, .period))
  }

  private func isCountWord(_ i: Int) -> Bool {
    has(i, .count) || isWord(i, "بضعه") || isWord(i, "بضع") || isWord(i, "عده") || isWord(i, "اقل")
      || isWord(i, "من")
      || isWord(i, "ثلاثه") || isWord(i, "ثلاث") || isWord(i, "اربعه") || isWord(i, "اربع")
      || isWord(i, "خمسه") || isWord(i, "خمس") || isWord(i, "سته") || isWord(i, "عشره")
  }

  private func isMonth(_ i: Int) -> Bool {
    !words[i].hasArticle && !isWord(i, "يوم") && !isWord(i, "عام") && !isWord(i, "سنه")
      && !isWord(i, "فتره")
      && !isWord(i, "مرحله") && !isWord(i, "نهايه") && !isWord(i, "بدايه")
  }
}
