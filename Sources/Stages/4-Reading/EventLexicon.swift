import ArabicScript
import ArabicWords
import NewsModel

/// The triggers of events in all their forms, and the classes of words around them.
///
/// A class, so that whoever keeps one keeps a reference.
final class EventLexicon: Sendable {
  /// What is known of one spelling.
  struct Entry: Sendable {
    var classes: EventWord = []
    var forms: [EventForm] = []
  }

  let triggers: [EventTrigger]
  /// For each trigger the first one of the same lemma.
  let lemmaOf: [Int]
  let entries: [Entry]
  let table: WordTable
  /// Verbs in the past as of one man, folded (`دخل`).
  let pasts: WordTable
  let places: PlaceLexicon
  let meanings: EventMeanings
  let confidence: EventConfidence
  let placeChoice: PlaceChoice
  let partyChoice: SidedChoice<PartyFeatureKind>
  let countChoice: SidedChoice<CountFeatureKind>
  let recordChoice: RecordChoice
  let triggerChoice: TriggerChoice
  let argumentWords: ArgumentWords
  /// The pieces of text that the choices weigh.
  let vocabulary: PieceVocabulary
  let roles: RoleLexicon

  /// The lexicon that Marsad ships.
  static let standard = EventLexicon()

  init(triggerWeights: DataFile = DataFile("reading/event-trigger-weights.tsv")) {
    var builder = EventLexiconBuilder()
    for row in DataFile("reading/events.tsv").rows { builder.addTrigger(row) }
    for row in DataFile("reading/event-words.tsv").rows { builder.addWords(row) }
    for row in DataFile("places/countries.tsv").rows { builder.addCountry(row) }
    triggers = builder.triggers + EventType.allCases.map { EventTrigger(generalOf: $0) }
    var lemmas: [String: Int] = [:]
    for (index, trigger) in triggers.enumerated() where lemmas[trigger.lemma] == nil {
      lemmas[trigger.lemma] = index
    }
    lemmaOf = triggers.map { lemmas[$0.lemma, default: 0] }
    entries = builder.entries
    table = builder.table
    let folding = Folding(.search)
    pasts = WordTable(
      DataFile("words/verbs.tsv").rows.map { (folding.folded(utf8: Array($0[0].utf8)), 0) })
    places = PlaceLexicon()
    meanings = EventMeanings()
    confidence = EventConfidence()
    placeChoice = PlaceChoice()
    partyChoice = SidedChoice(
      DataFile("reading/event-party-weights.tsv"), PartyRole.allCases.map(\.rawValue))
    countChoice = SidedChoice(
      DataFile("reading/event-count-weights.tsv"), CountRole.allCases.map(\.rawValue))
    recordChoice = RecordChoice(triggers)
    var vocabulary = PieceVocabulary()
    triggerChoice = TriggerChoice(triggerWeights, &vocabulary)
    argumentWords = ArgumentWords(&vocabulary)
    self.vocabulary = vocabulary
    roles = RoleLexicon()
  }
}

extension EventLexicon {
  /// The index of the trigger that stands for all words of a type that no line tells.
  func generalTrigger(of type: EventType) -> Int {
    triggers.count - EventType.allCases.count + (EventType.allCases.firstIndex(of: type) ?? 0)
  }
}

/// What events know of one token.
struct EventToken: Sendable {
  /// The index of the entry, or -1.
  var entry: Int32 = -1
  var hasConjunction = false
  var prefix = WordInfo.Prefix.none
  var hasArticle = false
}

extension EventLexicon {
  /// What is known of the tokens, by the numbers of their spellings.
  func tokens(
    _ text: TokenizedText, numbers: [Int32], _ memory: inout SpellingMemo<EventToken>
  ) -> [EventToken] {
    memory.learn(numbers) { token(text, $0) }
    return numbers.map { memory[$0] }
  }

  /// What is known of a token: its own spelling, else the word within conjunction, preposition and article.
  private func token(_ text: TokenizedText, _ i: Int) -> EventToken {
    var token = EventToken()
    guard text.tokens[i].kind == .word else { return token }
    token.entry = text.look(up: i, in: table)
    if token.entry >= 0 { return token }
    let first = text.letter(i, 0)
    let letters = text.keyLength(i) / 2
    // و ف; of words of three letters only `وشن`, not `فشل`
    if first == 0x648 && letters > 2 || first == 0x641 && letters > 3 {
      token.hasConjunction = true
      if findInside(text, i, 1, &token) { return token }
      token.hasConjunction = false
    }
    _ = findInside(text, i, 0, &token)
    return token
  }

  private func findInside(_ text: TokenizedText, _ i: Int, _ at: Int, _ token: inout EventToken)
    -> Bool
  {
    func find(_ letters: Int) -> Bool {
      guard text.keyLength(i) - 2 * letters >= 4 else { return false }
      token.entry = text.look(up: i, in: table, prefix: 2 * letters)
      return token.entry >= 0
    }
    if at > 0, find(at) { return true }
    let a = text.letter(i, at)
    let b = text.letter(i, at + 1)
    if a == 0x627, b == 0x644, !(at == 0 && text.beginsWithHamza(i)) {  // ال
      token.hasArticle = true
      if find(at + 2) { return true }
      token.hasArticle = false
      return false
    }
    let prefix: WordInfo.Prefix = a == 0x628 ? .b : a == 0x644 ? .l : a == 0x643 ? .k : .none
    guard prefix != .none else { return false }
    token.prefix = prefix
    token.hasArticle = true
    if prefix == .l, b == 0x644, find(at + 2) { return true }  // لل
    if b == 0x627, text.letter(i, at + 2) == 0x644, find(at + 3) { return true }  // بال
    token.hasArticle = false
    if find(at + 1) { return true }
    token.prefix = .none
    return false
  }
}

/// Makes the forms of the triggers.
struct EventLexiconBuilder {
  private(set) var triggers: [EventTrigger] = []
  private(set) var entries: [EventLexicon.Entry] = []
  private(set) var table = WordTable()
  private let folding = Folding(.search)
  private let pronouns = ["ه", "ها", "هم", "هما"]

  mutating func addWords(_ row: DataFile.Row) {
    guard let wordClass = EventWord.byName[row[0]] else { return }
    let takesAccusative = !wordClass.isDisjoint(with: [.armed, .person, .facility])
    for word in row[1].split(separator: " ") {
      add(String(word), wordClass)
      if takesAccusative, let last = word.last, !"اةنىيء".contains(last) || word.hasSuffix("ي") {
        add(word + "ا", wordClass)
      }
    }
  }

  /// Adds a country's names of one word and its nationality.
  mutating func addCountry(_ row: DataFile.Row) {
    for name in ([row[2]] + row[3].split(separator: "|").map(String.init)) where !name.contains(" ")
    {
      add(name, .state)
    }
    for word in row[13].split(separator: "|") where !word.contains(" ") {
      add(String(word), .nationality)
      if word.hasSuffix("ون") { add(word.dropLast(2) + "ين", .nationality) }
    }
    for capital in row[14].split(separator: "|") where !capital.contains(" ") {
      add(String(capital), .state)
    }
  }

  private mutating func add(_ word: String, _ wordClass: EventWord) {
    entries[entry(word)].classes.insert(wordClass)
  }

  mutating func addTrigger(_ row: DataFile.Row) {
    guard let type = EventType(rawValue: row[5]), let frame = EventFrame(rawValue: row[7]) else {
      return
    }
    var needs: EventNeeds = []
    var next: Set<[UInt8]> = []
    var not: Set<[UInt8]> = []
    var isQualified = false
    var list = 0
    for piece in row[8].split(separator: ",").map(String.init) {
      var word = piece
      if word.hasPrefix("next=") {
        list = 1
        word = String(word.dropFirst(5))
      }
      if word.hasPrefix("nextadj=") {
        list = 1
        isQualified = true
        word = String(word.dropFirst(8))
      }
      if word.hasPrefix("not=") {
        list = 2
        word = String(word.dropFirst(4))
      }
      if let need = EventNeeds.byName[word] {
        needs.insert(need)
      } else if list == 1 {
        next.insert(fold(word))
      } else if list == 2 {
        not.insert(fold(word))
      }
    }
    triggers.append(
      EventTrigger(
        lemma: row[0] == "-" ? row[3] : row[0], type: type, mode: row[6] == "-" ? nil : row[6],
        frame: frame, needs: needs, next: next, isQualified: isQualified, not: not, example: row[9],
        line: row.line))
    addForms(row, triggers.count - 1)
  }

  private mutating func addForms(_ row: DataFile.Row, _ trigger: Int) {
    let isSame = row[2] == "="
    if row[0] != "-", row[1] != "-" || row[3] == "-" || row[2] != "-" {
      addPast(row[0], .past, trigger, mayBePassive: isSame)
    }
    if row[2] != "-", !isSame { addPast(row[2], .passive, trigger, mayBePassive: false) }
    if row[1] != "-" { addPresent(row[1], trigger, mayBePassive: isSame) }
    for noun in row[3].split(separator: " ") where noun != "-" {
      let word = String(noun)
      add(word, .noun, trigger, plural: word.hasSuffix("ات"))
      let open = word.hasSuffix("ة") ? word.dropLast() + "ت" : word
      for pronoun in pronouns + ["نا"] { add(open + pronoun, .noun, trigger, pronoun: true) }
    }
    if row[4] != "-" {
      for ending in ["", "ا", "ة", "ون", "ين", "ات", "ان", "تان", "و", "ي"] {
        add(
          row[4] + ending, .participle, trigger, plural: ending.count == 2, feminine: ending == "ة")
      }
    }
  }

  private mutating func addPast(
    _ base: String, _ kind: EventForm.Kind, _ trigger: Int, mayBePassive: Bool
  ) {
    let isWeak = base.hasSuffix("ى") || base.hasSuffix("ا")
    let stem = isWeak ? String(base.dropLast()) : base
    let long = isWeak ? stem + "ا" : base
    add(base, kind, trigger, passive: mayBePassive)
    add(stem + "ت", kind, trigger, feminine: true, passive: mayBePassive)
    add(stem + "وا", kind, trigger, plural: true, passive: mayBePassive)
    add(stem + "تا", kind, trigger, feminine: true, passive: mayBePassive)
    add(isWeak ? stem + "يا" : base + "ا", kind, trigger, plural: true, passive: mayBePassive)
    for pronoun in pronouns {
      add(long + pronoun, kind, trigger, pronoun: true)
      add(stem + "ت" + pronoun, kind, trigger, pronoun: true, feminine: true)
      add(stem + "و" + pronoun, kind, trigger, pronoun: true, plural: true)
    }
  }

  private mutating func addPresent(_ base: String, _ trigger: Int, mayBePassive: Bool) {
    let isWeak = base.hasSuffix("ي") || base.hasSuffix("و")
    let stem = isWeak ? String(base.dropLast()) : base
    for prefix in ["ي", "ت", "ن"] {
      let (feminine, first) = (prefix == "ت", prefix == "ن")
      for (future, kind) in [("", EventForm.Kind.present), ("س", .future)] {
        add(
          future + prefix + base, kind, trigger, feminine: feminine, first: first,
          passive: mayBePassive)
        add(future + prefix + stem + "ون", kind, trigger, plural: true, passive: mayBePassive)
        add(future + prefix + stem + "وا", kind, trigger, plural: true, passive: mayBePassive)
        add(future + prefix + base + "ان", kind, trigger, plural: true, passive: mayBePassive)
        for pronoun in pronouns {
          add(
            future + prefix + base + pronoun, kind, trigger, pronoun: true, feminine: feminine,
            first: first)
        }
      }
    }
  }

  private mutating func add(
    _ word: String, _ kind: EventForm.Kind, _ trigger: Int, pronoun: Bool = false,
    plural: Bool = false, feminine: Bool = false, first: Bool = false, passive: Bool = false
  ) {
    let i = entry(word)
    if entries[i].forms.contains(where: { $0.trigger == trigger && $0.kind == kind }) { return }
    let form = EventForm(
      trigger: trigger, kind: kind, hasPronoun: pronoun, isPlural: plural, isFeminine: feminine,
      isFirstPerson: first, mayBePassive: passive)
    // `إصابة` is folded like `أصابه`: the noun is read first.
    let verb = entries[i].forms.firstIndex { $0.trigger == trigger && $0.isVerb && $0.hasPronoun }
    let isIntransitive = [.take, .on, .fight, .move, .meet, .prot, .fall].contains(
      triggers[trigger].frame)
    if kind == .noun, !pronoun || isIntransitive, let verb {
      entries[i].forms.insert(form, at: verb)
    } else {
      entries[i].forms.append(form)
    }
  }

  private mutating func entry(_ word: String) -> Int {
    let i = Int(table.add(fold(word), Int32(entries.count)))
    if i == entries.count { entries.append(EventLexicon.Entry()) }
    return i
  }

  private func fold(_ text: String) -> [UInt8] { folding.folded(utf8: Array(text.utf8)) }
}
