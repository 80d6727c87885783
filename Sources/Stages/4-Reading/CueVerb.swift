import ArabicScript
import NewsModel

/// A verb that attributes speech, as `Data/reading/cues.tsv` describes it.
struct CueVerb: Sendable {
  let lemma: String
  let stance: Stance
  /// Whether the content may stand behind `أن`, a colon or in quotation marks.
  let takesClause: Bool
  /// Whether the content may be a noun behind the speaker.
  let takesNoun: Bool
  /// Whether it claims responsibility for a noun.
  let takesClaim: Bool
  /// Whether a prayer may follow (`دعا الله أن`).
  let takesPrayer: Bool
  /// Whether a question may follow (`تساءل لماذا`).
  let takesQuestion: Bool
  /// Whether it passes words on (`نقل عن`).
  let passesOn: Bool
  /// Whether it tells from whom one learnt something (`علمت الصحيفة من مصدر أن`).
  let learns: Bool
  /// Prepositions before the content, folded; `ب` and `ل` are prefixes.
  let prepositions: [[UInt8]]
  let takesB: Bool
  let takesL: Bool
  /// Prepositions that stand only before `أن` (`راهن على أن`, `رد بأن`), folded.
  let clausePrepositions: [[UInt8]]
  /// Whether the one addressed stands between speaker and preposition.
  let hasAddressee: Bool
  /// Whether the truth is left open.
  let isLoaded: Bool
  /// Whether the verb counts only with a clause, a colon or a quotation.
  let isWeak: Bool
  /// Whether a weak verb also counts with a noun that names a deed.
  let takesDeed: Bool
  /// Whether it counts only with a colon or a quotation.
  let needsColon: Bool
  /// Whether the object is what is named and a predicate follows (`وصفه بأنه`).
  let namesObject: Bool
  /// Whether a document stands as its speaker behind `في` (`جاء في البيان أن`).
  let standsInDocument: Bool
  /// Whether the present without a subject is impersonal (`يعتقد أن`).
  let isImpersonal: Bool
}

/// One form of a cue verb.
struct CueForm: Sendable {
  enum Kind: UInt8, Sendable { case past, present, participle, verbalNoun }

  /// The index of the verb.
  let verb: Int
  let kind: Kind
  /// The gender of the speaker as the form shows it.
  let isFeminine: Bool
  let isPlural: Bool
  /// Whether the form carries an object pronoun (`وصفه`) or, of a verbal noun, a possessive (`قوله`).
  let hasPronoun: Bool
}

/// The cue verbs and all their forms, folded for search.
struct CueLexicon: Sendable {
  private(set) var verbs: [CueVerb] = []
  private(set) var forms: [(spelling: [UInt8], form: CueForm)] = []
  private let folding = Folding(.search)

  /// Reads cues from data files in the form of `Data/reading/cues.tsv`.
  init(_ files: [DataFile]) {
    for file in files { for row in file.rows { add(row) } }
  }

  /// What is wrong with a line of a cue file; `nil` if it is in the form.
  static func fault(in row: DataFile.Row) -> String? {
    guard (7...8).contains(row.fields.count) else {
      return "a cue has 7 or 8 fields separated by tabs, this line has \(row.fields.count)"
    }
    if row[0].isEmpty { return "the first field (the past form) is empty" }
    if Stance(rawValue: row[5]) == nil { return "'\(row[5])' is no stance" }
    return nil
  }

  private mutating func add(_ row: DataFile.Row) {
    let frames = row[6].split(separator: ",").map(String.init)
    let flags = Set(row[7].split(separator: ",").map(String.init))
    var prepositions: [[UInt8]] = []
    var clausePrepositions: [[UInt8]] = []
    var takesB = false
    var takesL = false
    for frame in frames {
      switch frame {
      case "that", "n", "claim", "-", "نقل", "علم", "الله", "ask", "o": break
      case "ب", "oب": takesB = true
      case "ل": takesL = true
      case _ where frame.hasSuffix(" أن"):
        clausePrepositions.append(fold(String(frame.dropLast(3))))
      default: prepositions.append(fold(frame.hasPrefix("o") ? String(frame.dropFirst()) : frame))
      }
    }
    verbs.append(
      CueVerb(
        lemma: row[0], stance: Stance(rawValue: row[5]) ?? .say,
        takesClause: frames.contains("that"), takesNoun: frames.contains("n"),
        takesClaim: frames.contains("claim"), takesPrayer: frames.contains("الله"),
        takesQuestion: frames.contains("ask"), passesOn: frames.contains("نقل"),
        learns: frames.contains("علم"),
        prepositions: prepositions, takesB: takesB, takesL: takesL,
        clausePrepositions: clausePrepositions,
        hasAddressee: frames.contains { $0.hasPrefix("o") }, isLoaded: flags.contains("loaded"),
        isWeak: flags.contains("weak"), takesDeed: flags.contains("object"),
        needsColon: flags.contains("colon"), namesObject: flags.contains("same"),
        standsInDocument: flags.contains("document"), isImpersonal: flags.contains("impersonal")))
    addForms(of: verbs.count - 1, row)
  }

  /// Makes the forms of a verb: persons and pronouns of past and present, endings of the participle,
  /// possessives of the verbal noun.
  private mutating func addForms(of verb: Int, _ row: DataFile.Row) {
    func add(
      _ spelling: String, _ kind: CueForm.Kind, feminine: Bool = false, plural: Bool = false,
      pronoun: Bool = false
    ) {
      let form = CueForm(
        verb: verb, kind: kind, isFeminine: feminine, isPlural: plural, hasPronoun: pronoun)
      forms.append((fold(spelling), form))
    }
    let objects = ["ه", "ها", "هم", "هما"]
    let past = row[0]
    add(past, .past)
    if past.count > 2 { add(past + "ا", .past, plural: true) }
    add(past + "ت", .past, feminine: true)
    add(past + "تا", .past, feminine: true, plural: true)
    add(past + "وا", .past, plural: true)
    for object in objects {
      add(past + object, .past, pronoun: true)
      add(past + "ت" + object, .past, feminine: true, pronoun: true)
    }
    if row[1] != "-" {
      for (prefix, feminine) in [("ي", false), ("ت", true)] {
        add(prefix + row[1], .present, feminine: feminine)
        add(prefix + row[1] + "ون", .present, plural: true)
        add(prefix + row[1] + "ان", .present, feminine: feminine, plural: true)
        for object in objects {
          add(prefix + row[1] + object, .present, feminine: feminine, pronoun: true)
        }
      }
    }
    if row[2] != "-" {
      add(row[2] + "ا", .participle)
      add(row[2] + "ة", .participle, feminine: true)
      add(row[2] + "ين", .participle, plural: true)
      add(row[2] + "ات", .participle, feminine: true, plural: true)
    }
    if row[3] != "-" {
      let open = row[3].hasSuffix("ة") ? String(row[3].dropLast()) + "ت" : row[3]
      for owner in ["ه", "ها", "هم", "هما"] {
        add(
          open + owner, .verbalNoun, feminine: owner == "ها", plural: owner == "هم", pronoun: true)
      }
    }
    for extra in row[4].split(separator: " ") where extra != "-" {
      let text = String(extra)
      let hasPronoun = objects.contains { text.hasSuffix($0) } && text.count > 3
      let isPresent = text.hasPrefix("ي") || (text.hasPrefix("ت") && !past.hasPrefix("ت"))
      let feminine = text.contains("ت") && !past.contains("ت") || text.hasSuffix("ت")
      let plural = text.hasSuffix("وا") || text.hasSuffix("ون")
      add(
        text, isPresent ? .present : .past, feminine: feminine, plural: plural, pronoun: hasPronoun)
    }
  }

  private func fold(_ text: String) -> [UInt8] { folding.folded(utf8: Array(text.utf8)) }
}
