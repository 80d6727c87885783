import ArabicWords

// Where a noun phrase ends though nouns go on.

extension TextAnalysis {
  /// Whether the word cannot belong to the phrase before it: an indefinite noun behind the bare name of a kind
  /// of body (`بث التنظيم شريطا`), a plural of men behind an adjective of things (`الدول الغربية المسلحين`), `any`.
  func endsBeforeObject(_ i: Int, from start: Int) -> Bool {
    let word = words[i]
    if isWord(i, "اي") || isWord(i, "ايه") { return true }
    // `تتهم دول الخليج قطر`, `تتهم السعودية تحديدا`, `اتهمت قوة الواحات كتائب`
    if words[i - 1].hasArticle, !word.hasArticle, !word.hasConjunction, word.prefix == .none,
      !word.has([.name, .joint, .title]),
      has(i, .place)
        && !(isWord(i - 1, "العاصمه") || isWord(i - 1, "المدينه") || isWord(i - 1, "الجاره"))
        || isIndefiniteAccusative(i) || has(i, .body)
    {
      return true
    }
    // `أعلن تحالف «قوى الحرية» عصيانا`
    if isPunctuation(i - 1), isIndefiniteAccusative(i) { return true }
    if endsName(before: i, from: start) || endsDescription(before: i, from: start)
      || endsDocument(before: i, from: start) || endsPurpose(before: i, from: start) || isShouted(i)
    {
      return true
    }
    // `حث رئيس الوزراء أعضاء المجلس`, `حملت الحكومة المتمردين`: those who are many are the object.
    if words[i - 1].hasArticle, word.has(.many), !word.hasConjunction, word.prefix == .none {
      return true
    }
    if i == start + 1, words[start].hasArticle, has(start, .body), hasEnding(start, "ه"),
      word.hasArticle, hasEnding(i, "ين"), !word.hasConjunction
    {
      return true
    }
    if i == start + 1, words[start].hasArticle, has(start, [.body, .media]), !word.hasArticle,
      !word.hasConjunction, word.prefix == .none, !word.has([.name, .joint, .place])
    {
      return true
    }
    // `اتهمت دمشق أنقرة`
    if i == start + 1, has(start, .place), !words[start].hasArticle, !word.hasArticle,
      has(i, [.place, .body]), !word.hasConjunction, word.prefix == .none,
      !has(start, [.body, .official, .title, .name, .noun]), !has(i, [.name, .nationality])
    {
      return true
    }
    // `اتهمت باكستان الهند`: behind a country only its adjective belongs to it.
    if has(i - 1, .place), !words[i - 1].hasArticle, !has(i - 1, .noun), word.hasArticle,
      !(has(i - 1, .name) && i - 1 > start && has(i - 2, [.name, .title, .joint])),
      !word.hasConjunction, word.prefix == .none, !hasEnding(i, "ي"), !hasEnding(i, "يه"),
      has(i, [.place, .body, .noun])
    {
      return true
    }
    // `رفضت الحكومة العنف`, `دعت الوزارة الأميركية الأطراف`: an adjective would agree.
    let isBehindFeminine =
      i == start + 1 && words[start].hasArticle && has(start, [.body, .media])
      || hasEnding(start, "ه") && words[i - 1].hasArticle && hasEnding(i - 1, "يه")
    if isBehindFeminine, word.hasArticle,
      !word.hasConjunction, word.prefix == .none, !word.has([.name, .title, .official]),
      hasEnding(start, "ه") || hasEnding(start, "ات"), !hasEnding(i, "ه"), !hasEnding(i, "ي"),
      !hasEnding(i, "ا")
    {
      return true
    }
    return word.hasArticle && words[i - 1].hasArticle && hasEnding(i, "ين")
      && hasEnding(i - 1, "يه")
  }

  /// Whether the word is no part of any phrase before it: what one draws or turns, or a verb though a noun is spelt like it.
  func isVerbOrThing(_ i: Int, from start: Int) -> Bool {
    let word = words[i]
    // `لفتت الصحف الانتباه إلى`
    if word.has(.thing), word.hasArticle { return true }
    // `مسؤول في الوزارة مطلع على الملف`
    if isWord(i, "مطلع") || isWord(i, "مطلعه"), isWord(i + 1, "علي") { return true }
    // `لكن مصدرا عسكريا نفى`: behind indefinite accusatives.
    return hasEnding(start, "ا") && hasEnding(i - 1, "ا") && !words[start].hasArticle
      && has(start, [.source, .official]) && !hasEnding(i, "ا") && cue(i) != nil
      && word.prefix == .none
  }

  /// Whether the word tells what the body at `start` is for and so is part of its name (`الشبكة السورية لحقوق الإنسان`).
  func isPurpose(_ i: Int, from start: Int) -> Bool {
    words[start].hasArticle && has(start, [.body, .media]) && words[i].prefix == .l
      && Self.purposes.contains { isWord(i, $0) } && i + 1 < count && words[i + 1].hasArticle
      && words[i + 1].prefix == .none && (start..<i).allSatisfy { words[$0].hasArticle }
  }

  /// What bodies are for, by their names.
  private static let purposes: [StaticString] = ["لحقوق", "لشءون", "لقوي", "لرعايه", "لاغاثه"]

  /// Whether the words before the token tell what the body at `start` is for, by one noun or by two, and it is another noun
  /// (`دعا المرصد السوري لحقوق الإنسان الأطراف إلى`).
  private func endsPurpose(before i: Int, from start: Int) -> Bool {
    guard i >= start + 3, words[start].hasArticle, has(start, .body), words[i].hasArticle,
      !words[i].hasConjunction,
      words[i - 1].prefix == .l && words[i - 1].hasArticle || isPurpose(i - 2, from: start)
    else { return false }
    if has(i, [.body, .source, .many]) || hasEnding(i, "ات") || hasEnding(i, "ين") { return true }
    // `المجتمع الدولي`: a noun with its adjective.
    return !hasEnding(i, "ي") && !hasEnding(i, "ه") && i + 1 < count && words[i + 1].hasArticle
      && hasEnding(i + 1, "ي")
  }

  /// Whether an indefinite thing stands behind a definite plural of men (`أطلق المحتجون هتافات`).
  private func isShouted(_ i: Int) -> Bool {
    words[i - 1].hasArticle && hasEnding(i - 1, "ون") && !words[i].hasArticle
      && !words[i].hasConjunction && words[i].prefix == .none && !has(i, [.name, .joint])
  }

  /// Whether a definite document ends before the word: only its adjective belongs to it (`اتهم البيان روسيا`, `أكد البيان
  /// انتهاك الهدنة`).
  private func endsDocument(before i: Int, from start: Int) -> Bool {
    guard i == start + 1, words[start].hasArticle, has(start, .document),
      !has(start, [.body, .source]), !has(i, .selfWord)
    else { return false }
    return !words[i].hasArticle
      || !hasEnding(i, "ي") && !hasEnding(i, "يه") && has(i, [.body, .official])
  }

  /// Whether what describes who speaks is over: a verb that tells of them follows, things that cannot belong to a definite
  /// word, or a body behind officials.
  private func endsDescription(before i: Int, from start: Int) -> Bool {
    let word = words[i]
    guard word.prefix == .none, !word.hasConjunction else { return false }
    // `مسؤول محلي طلب عدم ذكر اسمه`, `محاسب سابق عمل مع الجبهة`
    if isWish(i) { return true }
    if isWord(i, "عمل"), has(i + 1, .preposition) { return true }
    // `اتهم الجيش الإسرائيلي حماس`
    if words[i - 1].hasArticle, has(i - 1, .nationality), word.has(.body), !word.hasArticle {
      return true
    }
    // `ناشد شيوخ قبائل مأرب قوات التحالف`
    if i > start + 1, has(i - 1, .place), !has(i - 1, .name), isConstructHead(i - 2),
      word.has(.bodies)
    {
      return true
    }
    if isOtherBody(i, from: start) { return true }
    // `حمل مصدر أمني الحكومة المسؤولية`, `طالب ثلاثة مسؤولين أميركيين الأمم المتحدة`: behind an indefinite adjective nothing
    // definite belongs to the phrase.
    if i > start + 1, word.hasArticle, !words[i - 1].hasArticle,
      isWord(i - 1, "عيان")
        || (has(start, [.source, .count]) || has(i - 1, .nationality))
          && (hasEnding(i - 1, "ي") || hasEnding(i - 1, "يه") || hasEnding(i - 1, "يين")
            || hasEnding(i - 1, "يون"))
    {
      return true
    }
    // `وصف الحيدري القرار بأنه خطأ`
    if i == start + 1, words[start].hasArticle, word.hasArticle, word.has(.rule),
      !hasEnding(i, "ي"),
      words[start].classes.subtracting(.name).isEmpty || has(start, .official)
    {
      return true
    }
    // `رفض نواب الحزب القانون`
    if i > start + 1, word.has(.rule), word.hasArticle, words[i - 1].hasArticle, !hasEnding(i, "ي"),
      has(start, [.official, .many, .body])
    {
      return true
    }
    // `التقى الوزير المصري نظيره الأردني`
    if has(i, .counterpart) { return true }
    // `فرضت رابطة الدول عقوبات`: behind a definite word no indefinite plural of things belongs to it.
    if words[i - 1].hasArticle, !word.hasArticle, hasEnding(i, "ات"),
      !word.has([.name, .joint, .title, .official, .body, .media])
    {
      return true
    }
    // `يتهم معارضون الرئيس`: behind a plural with its ending and no article only an adjective goes on.
    if i == start + 1, isNominativePlural(start), !words[start].hasArticle,
      has(start, [.official, .source]), !has(start, .name), !hasEnding(i, "ون"),
      !isWord(i, "باسم")
    {
      return true
    }
    // `حمل مسؤولون محليون تنظيم الراية المسؤولية`
    return i > start + 1 && hasEnding(i - 1, "ون") && !words[i - 1].hasArticle
      && !hasEnding(i, "ون") && (word.hasArticle || word.has([.body, .place, .deed, .document]))
  }

  /// Whether a body begins at the word that cannot belong to the one before it.
  func isOtherBody(_ i: Int, from start: Int) -> Bool {
    let word = words[i]
    // `حملت حركة حماس الحكومة المسؤولية`
    if i == start + 2, has(start, .body), isConstructHead(start), !words[i - 1].hasArticle,
      !hasEnding(i - 1, "يه"), has(i - 1, [.body, .name]), word.hasArticle, word.has(.body),
      !hasEnding(i, "ي"),
      !hasEnding(i, "يه")
    {
      return true
    }
    // `اتهمت منظمة هيومن رايتس ووتش قوات الأمن`: behind foreign words no body without the article belongs to the first.
    if i > start + 2, isConstructHead(start), words[i - 1].classes.isEmpty,
      words[i - 2].classes.isEmpty, word.has(.body), !word.hasArticle
    {
      return true
    }
    guard words[i - 1].hasArticle else { return false }
    // `اتهم الجيش الإسرائيلي حماس`
    if !word.hasArticle {
      return i > start + 1 && has(i - 1, .nationality) && has(start, .body)
        && bodies.beginning(at: i) != nil
    }
    guard word.has(.body) || bodies.beginning(at: i) != nil, !word.has(.nationality),
      !hasEnding(i, "ي"), !hasEnding(i, "يه")
    else { return false }
    // `اتهمت الحكومة اليمنية الجماعة الحوثية`, `حملت منظمة العفو الدولية الحكومة المسؤولية`: behind an adjective no other
    // body belongs to the first; nor behind a definite genitive (`حمل محافظ المدينة الحكومة المسؤولية`), nor one of the
    // other gender (`حمل الائتلاف المعارض الحكومة المسؤولية`).
    if i > start + 1,
      hasEnding(i - 1, "ي") || hasEnding(i - 1, "يه") || isConstructHead(i - 2)
        || endsInTehMarbuta(i) != endsInTehMarbuta(i - 1)
    {
      return true
    }
    // `حمل المجلس الحكومة المسؤولية`, `طالبت عائلات المخطوفين السلطات`
    return i == start + 1 && has(start, .body) || hasEnding(i - 1, "ين") || hasEnding(i - 1, "ون")
  }

  /// Whether a verb tells what a source wishes for himself (`مصدر أمني، فضل عدم الكشف عن هويته،`).
  func isWish(_ i: Int) -> Bool {
    if isWord(i, "رفض") || isWord(i, "رفضت") {
      return isWord(i + 1, "الكشف") || isWord(i + 1, "كشف") || isWord(i + 1, "ذكر")
        || isWord(i + 1, "الافصاح")
    }
    return has(i, .wishing)
      && (has(i + 1, [.deed, .that, .negation]) || isWord(i + 1, "عدم") || isWord(i + 1, "الا"))
  }

  /// Whether a verb tells the name of the one before it (`أحد السكان، ويدعى سالم الحيدري،`).
  func isNaming(_ i: Int) -> Bool {
    has(i, .naming) && isNameWord(i + 1)
  }

  /// Whether a verb tells on which terms a source spoke (`مصدر، تحدث للوكالة شريطة عدم الكشف عن هويته،`).
  func tellsOnWhichTerms(_ i: Int, limit: Int) -> Bool {
    // `، مشترطا حجب اسمه،`, `طالبا عدم كشف هويته`
    if cue(i)?.form.kind == .participle, isWord(i + 1, "حجب") || isWord(i + 1, "عدم"),
      Range(i + 2, upTo: min(limit, i + 5)).contains(where: { j in
        isWord(j, "اسمه") || isWord(j, "اسمها") || isWord(j, "هويته") || isWord(j, "هويتها")
      })
    {
      return true
    }
    return (verbGender(i) != nil || cue(i) != nil)
      && Range(i + 1, upTo: min(limit, i + 8)).prefix { !isComma($0) }.contains {
        (isWord($0, "شريطه") || isWord($0, "بشرط") || isWord($0, "شرط")) && isWord($0 + 1, "عدم")
      }
  }

  /// Whether a personal name ends the phrase before the word: behind a family name with the article no word without
  /// it goes on (`النجيفي صمت`), behind any name no deed or body with it (`سالم الحيدري الحكومة`).
  private func endsName(before i: Int, from start: Int) -> Bool {
    let word = words[i]
    guard !word.hasConjunction, word.prefix == .none,
      !word.has([.name, .joint, .title, .official, .nationality])
    else { return false }
    if word.hasArticle {
      // `اتهم سالم الحيدري المتظاهرين`
      if hasEnding(i, "ين"), text.keyLength(i) >= 12, let name = split(start..<i).name {
        return name.upperBound == i && name.count >= 2
      }
      guard word.has([.deed, .body, .attack]), !hasEnding(i, "ي"), !hasEnding(i, "يه") else {
        return false
      }
    } else if !words[i - 1].hasArticle || word.has(.place) {
      return false
    }
    return split(start..<i).name?.upperBound == i
  }

  /// Whether the name is that of someone in the description of others: of an unnamed source (`مسؤول كبير في إدارة
  /// الرئيس سالم الحيدري`) or of several.
  func isNameWithin(_ range: Range<Int>, _ name: Range<Int>) -> Bool {
    // `وزراء الخارجية والممثل الأعلى سالم الحيدري`: one of several.
    if has(range.lowerBound, .many),
      (range.lowerBound..<name.lowerBound).contains(where: { words[$0].hasConjunction })
    {
      return true
    }
    return isNameOfInner(range, name)
  }

  private func isNameOfInner(_ range: Range<Int>, _ name: Range<Int>) -> Bool {
    !words[range.lowerBound].hasArticle && has(range.lowerBound, [.source, .official])
      && name.lowerBound > range.lowerBound + 2 && has(name.lowerBound - 1, .official)
      && words[name.lowerBound - 1].hasArticle
      && (range.lowerBound + 1..<name.lowerBound).contains { isWord($0, "في") || isWord($0, "من") }
  }

  /// Whether a word says how many of those behind `من` (`العديد من الدول`).
  func isQuantity(_ i: Int) -> Bool {
    isWord(i, "العديد") || isWord(i, "والعديد") || isWord(i, "الكثير") || isWord(i, "والكثير")
      || isWord(i, "وعدد")
  }

  /// Whether the word names an outlet right behind its kind, whatever else it is spelt like (`موقع ترك برس`).
  func isNameOfMedia(_ i: Int, from start: Int) -> Bool {
    i == start + 1 && has(start, .media) && !words[start].hasArticle && has(i, .pastVerb)
      && cue(i) == nil && words[i].prefix == .none && !words[i].hasConjunction
      && i + 1 < count && text.tokens[i + 1].kind == .word && words[i + 1].classes.isEmpty
  }
}
