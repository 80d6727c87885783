import ArabicScript
import ArabicWords

/// What endings tell of a noun's place in its clause.
///
/// Arabic writes case in plurals, duals and indefinite accusatives only; where it is written it decides
/// who acts and who suffers, whatever the order of the words.
extension EventScene {
  /// Whether the entity stands in the accusative, so that it is no subject (`استهدفت الغارة عددا من`).
  func isAccusative(_ entity: EventEntity) -> Bool {
    let i = entity.tokens.lowerBound
    // `أصاب سبعة آخرين`
    if entity.relation == .none, entity.isNumbered, entity.tokens.count > 1,
      analysis.isWord(entity.tokens.upperBound - 1, "اخرين")
    {
      return true
    }
    guard entity.relation == .none, analysis.text.tokens[i].kind == .word,
      !analysis.has(i, [.name, .place])
    else { return false }
    if analysis.isIndefiniteAccusative(i) { return true }
    return analysis.hasEnding(i, "ين") && has(i, [.person, .armed, .dual])
  }

  /// Whether the token is a plural or dual in `ن`, which no genitive follows.
  func isClosedPlural(_ i: Int) -> Bool {
    guard i >= 0, !hasArticle(i), !analysis.has(i, [.name, .place]) else { return false }
    return analysis.hasEnding(i, "ان") && has(i, .dual)
      || (analysis.hasEnding(i, "ون") || analysis.hasEnding(i, "ين"))
        && has(i, [.person, .armed, .nationality])
  }

  /// Whether the token is written with an alef maksura, which folding makes a yeh (`الفوضى`).
  func endsInAlefMaksura(_ i: Int) -> Bool {
    let (utf8, end) = (analysis.text.utf8, Int(analysis.text.tokens[i].end))
    return end >= 2 && utf8[end - 2] == 0xD9 && utf8[end - 1] == 0x89
  }

  /// Whether the token is written with a nunation, which no verb has (`طالباً`).
  func isWrittenNoun(_ i: Int) -> Bool { marks(i).contains { $0.mark <= 0x8D } }

  /// Whether the token is written with a damma that only the passive has (`طُردت`, `استُهدف`).
  func isWrittenPassive(_ i: Int) -> Bool {
    let waw: [UInt8] = [0xD9, 0x88]
    return marks(i).contains { mark in
      mark.mark == 0x8F
        && !analysis.text.utf8[(mark.at + 2)..<Int(analysis.text.tokens[i].end)].starts(with: waw)
    }
  }

  /// Whether the token is written with two short vowels or more, as verses are.
  func isVocalized(_ i: Int) -> Bool {
    i >= 0 && i < count && marks(i).count >= 2
  }

  /// The marks U+064B to U+0652 of a token: where each begins and its second byte.
  private func marks(_ i: Int) -> [(at: Int, mark: UInt8)] {
    let utf8 = analysis.text.utf8
    let token = analysis.text.tokens[i]
    var result: [(at: Int, mark: UInt8)] = []
    var at = Int(token.start)
    while at + 1 < Int(token.end) {
      if utf8[at] == 0xD9, (0x8B...0x92).contains(utf8[at + 1]) {
        result.append((at, utf8[at + 1]))
      }
      at += 1
    }
    return result
  }
}
