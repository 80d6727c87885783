import ArabicWords
import NewsModel

extension EventReader {
  /// PLOVER's mode: the trigger's own, or for an assault the weapon that stands near it.
  func mode(of draft: EventDraft) -> String? {
    guard draft.type == draft.trigger.type else { return nil }
    if draft.trigger.frame == .refuse || draft.type == .request || draft.type == .threaten {
      return contentMode(of: draft) ?? draft.trigger.mode
    }
    if draft.trigger.mode == "arrest", draft.trigger.needs.contains(.seize),
      draft.recipients.isEmpty
    {
      return "seize"
    }
    guard draft.type == .assault, !draft.trigger.frame.isHarm || draft.trigger.mode == nil else {
      return draft.trigger.mode
    }
    if let mode = draft.trigger.mode, mode != "explosives", mode != "destroy" { return mode }
    let clause = scene.clause(draft.at)
    let range =
      max(
        clause.lowerBound, draft.at - 6)..<min(analysis.sentence(draft.at).upperBound, draft.at + 9)
    let weapon = range.lazy.map { analysis.text.look(up: $0, in: Self.weaponWords) }
      .filter { $0 != WordTable.none }.min()
    if let weapon { return Self.weapons[Int(weapon)].mode }
    return draft.trigger.mode
  }

  /// The mode that the words behind a verbal act tell: the first of its type's that stands there.
  func contentMode(of draft: EventDraft) -> String? {
    let end = min(draft.at + 18, analysis.sentence(draft.at).upperBound)
    guard draft.at + 1 < end else { return nil }
    for j in draft.at + 1..<end {
      let bits = scene.lexicon.meanings.modeBits(analysis.text, j)
      guard bits != 0 else { continue }
      let found = scene.lexicon.meanings.modes.first {
        $0.type == draft.trigger.type && $0.bit & bits != 0
      }
      if let found { return found.name }
    }
    return nil
  }

  /// PLOVER's contexts, told by words of the event's clause and near its trigger.
  func contexts(of draft: EventDraft) -> [String] {
    let clause = scene.clause(draft.at)
    let sentence = analysis.sentence(draft.at)
    let start = max(sentence.lowerBound, min(clause.lowerBound, draft.at - 8), draft.at - 20)
    let end = min(sentence.upperBound, max(clause.upperBound, draft.at + 9), draft.at + 21)
    let meanings = scene.lexicon.meanings
    var bits: UInt64 = 0
    for i in start..<end { bits |= meanings.contextBits(analysis.text, i) }
    return meanings.contexts.indices.filter { bits & (1 << UInt64($0)) != 0 }
      .map { meanings.contexts[$0] }
  }

  private static let weapons: [(words: [String], mode: String)] = [
    (["انتحاري", "الانتحاري", "انتحاريه", "الانتحاريه", "انتحاريان", "نفسه"], "suicide-attack"),
    (
      [
        "طاءرات", "الطيران", "طيران", "جويه", "الجويه", "جوي", "المقاتلات", "مقاتلات", "مروحيات",
        "طاءره",
      ], "aerial"
    ),
    (
      [
        "مدفعيه", "المدفعيه", "صاروخي", "صواريخ", "هاون", "الهاون", "قذاءف", "كاتيوشا", "الصواريخ",
        "بالصواريخ", "صاروخيه",
      ], "heavy-weapons"
    ),
    (
      ["مفخخه", "عبوه", "ناسفه", "قنبله", "بقنبله", "لغم", "قنابل", "ملغومه", "المفخخه", "بسياره"],
      "explosives"
    ),
    (["الرصاص", "رصاص", "بالرصاص", "برصاص", "رصاصه", "بالاسلحه"], "firearms"),
  ]
  /// The words of the weapons, each with the place of its mode.
  private static let weaponWords = WordTable(
    weapons.enumerated().flatMap { place, weapon in
      weapon.words.map { (Array($0.utf8), Int32(place)) }
    })
}
