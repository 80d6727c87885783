import ArabicScript
import ArabicWords
import NewsModel

extension EventScene {
  /// Names of places that the rules of the clause take for none: of those who act or suffer (`ألقت تونس القبض`), behind a
  /// noun (`زيارة الدوحة`, `سقوط الموصل`), those that the model of mentions finds, and words behind a preposition of place
  /// that no list knows (`في كيلوا`).
  ///
  /// Whether one of them is the place of an event, only the choice of places tells.
  func otherPlaces(besides places: [PlaceMention], _ named: [FoundName]) -> [PlaceMention] {
    var list: [PlaceMention] = []
    var namedAt = [Int32](repeating: -1, count: count)
    for (index, name) in named.enumerated().reversed() {
      namedAt[name.tokens.lowerBound] = Int32(index)
    }
    var next = 0
    var i = 0
    while i < count {
      defer { i += 1 }
      while next < places.count, places[next].tokens.upperBound <= i { next += 1 }
      if next < places.count, places[next].tokens.contains(i) { continue }
      var model: PlaceMention?
      if namedAt[i] >= 0 {
        let name = named[Int(namedAt[i])]
        model = PlaceMention(
          tokens: name.tokens, entry: nil, rank: 4, prefixLetters: name.prefixLetters,
          isByRule: false)
      }
      guard let place = listedName(i) ?? model ?? guessedPlace(i), !isOfOthers(place) else {
        continue
      }
      list.append(place)
      i = place.tokens.upperBound - 1
    }
    return list
  }

  /// Whether a place stands in the name of a body (`قوات سوريا الديمقراطية`), or is who did what a relative clause tells
  /// (`طائرات أطلقتها روسيا`).
  private func isOfOthers(_ place: PlaceMention) -> Bool {
    let first = place.tokens.lowerBound
    if let body = analysis.bodies[first], body.lowerBound < first, has(body.lowerBound, .armed) {
      return true
    }
    return place.rank < 2 && place.prefixLetters == 0 && first > 0
      && analysis.words[first - 1].hasPronoun && analysis.verbGender(first - 1) != nil
  }

  /// A name of the gazetteer, wherever it stands.
  private func listedName(_ i: Int) -> PlaceMention? {
    if let (name, length, prefix) = listed(i) {
      if prefix == 0, name.rank < 2 {
        return PlaceMention(
          tokens: i..<i + length, entry: name.entry, rank: name.rank, isByRule: false)
      }
      if name.isAmbiguous && !isInside(i - 1) || length == 1 && completesName(i, name) {
        return nil
      }
      return PlaceMention(
        tokens: i..<i + length, entry: name.entry, rank: name.rank, prefixLetters: prefix,
        isByRule: false)
    }
    guard analysis.text.tokens[i].kind == .word, analysis.text.letter(i, 0) == 0x644,
      !analysis.has(i, .name),
      let (index, length) = placeName(i, prefix: 1)
    else { return nil }
    let name = lexicon.places.names[Int(index)]
    return name.isAmbiguous
      ? nil
      : PlaceMention(
        tokens: i..<i + length, entry: name.entry, rank: name.rank, prefixLetters: 1,
        isByRule: false)
  }

  /// Whether a word behind a noun or name is an adjective or part of that name (`الحصار الخانق`, `عبدالله السند`).
  private func completesName(_ i: Int, _ name: PlaceLexicon.Name) -> Bool {
    guard i > 0, name.rank >= 2, analysis.text.tokens[i].gap != .line else { return false }
    if hasArticle(i), hasArticle(i - 1), !has(i - 1, .placeHead) { return true }
    return name.rank >= 3 && analysis.has(i - 1, .name) && !analysis.has(i - 1, [.place, .noun])
  }

  /// A word that no list knows behind `في` or `داخل`, with one more that may complete it.
  private func guessedPlace(_ i: Int) -> PlaceMention? {
    guard isUnknown(i), isInside(i - 1) else { return nil }
    let isLonger = i + 1 < analysis.sentence(i).upperBound && isUnknown(i + 1) && !hasArticle(i + 1)
    return PlaceMention(
      tokens: i..<i + (isLonger ? 2 : 1), entry: nil, rank: 4, isByRule: false)
  }

  private func isInside(_ i: Int) -> Bool {
    i >= 0 && analysis.text.keyLength(i) <= 8 && analysis.text.tokens[i + 1].gap != .line
      && (analysis.isJoined(i, "في") || analysis.isWord(i, "داخل") || analysis.isWord(i, "ب"))
  }

  private func isUnknown(_ i: Int) -> Bool {
    analysis.text.tokens[i].kind == .word && analysis.text.keyLength(i) >= 6
      && analysis.words[i].classes.subtracting([.name, .place]).isEmpty && tokens[i].entry < 0
      && !isVerb(i) && number(at: i) == nil && !isRelationAdjective(i) && !hasConjunction(i)
  }
}
