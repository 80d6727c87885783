/// What reading needs to know of a word form; a form may be of several classes.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64

  /// `أن`, `إن`, `بأن`, with or without pronoun.
  static let that = WordClass(rawValue: 1 << 0)
  static let preposition = WordClass(rawValue: 1 << 1)
  /// A word that opens another clause.
  static let clause = WordClass(rawValue: 1 << 2)
  static let relative = WordClass(rawValue: 1 << 3)
  static let negation = WordClass(rawValue: 1 << 4)
  static let pronoun = WordClass(rawValue: 1 << 5)
  static let demonstrative = WordClass(rawValue: 1 << 6)
  /// A word that dates the speech.
  static let time = WordClass(rawValue: 1 << 7)
  /// `مصدر`, `مصادر`.
  static let source = WordClass(rawValue: 1 << 8)
  /// A person by function.
  static let official = WordClass(rawValue: 1 << 9)
  /// An institution, party, force.
  static let body = WordClass(rawValue: 1 << 10)
  static let media = WordClass(rawValue: 1 << 11)
  static let document = WordClass(rawValue: 1 << 12)
  /// A title or rank that is no part of a name.
  static let title = WordClass(rawValue: 1 << 13)
  /// A noun that names a deed or state.
  static let deed = WordClass(rawValue: 1 << 14)
  /// What an order or plan is made after, so no speaker.
  static let rule = WordClass(rawValue: 1 << 15)
  /// A word of personal names.
  static let name = WordClass(rawValue: 1 << 16)
  /// A joint inside names (`بن`, `أبو`).
  static let joint = WordClass(rawValue: 1 << 17)
  /// `نفسه`.
  static let selfWord = WordClass(rawValue: 1 << 18)
  static let pastVerb = WordClass(rawValue: 1 << 19)
  static let presentVerb = WordClass(rawValue: 1 << 20)
  static let noun = WordClass(rawValue: 1 << 21)
  /// A verb form with the prefix of the future.
  static let future = WordClass(rawValue: 1 << 22)

  /// The name of a country, town or region.
  static let place = WordClass(rawValue: 1 << 23)
  /// An adjective of nationality.
  static let nationality = WordClass(rawValue: 1 << 24)

  static let sourceClasses: [(name: String, value: WordClass)] = [
    ("class-security", WordClass(rawValue: 1 << 32)),
    ("class-military", WordClass(rawValue: 1 << 33)),
    ("class-medical", WordClass(rawValue: 1 << 34)),
    ("class-local", WordClass(rawValue: 1 << 35)),
    ("class-diplomatic", WordClass(rawValue: 1 << 36)),
    ("class-official", WordClass(rawValue: 1 << 37)),
    ("class-eyewitness", WordClass(rawValue: 1 << 38)),
    ("class-media", WordClass(rawValue: 1 << 39)),
  ]

  /// All classes of sources without a name.
  static let kindsOfSources = WordClass(rawValue: 0xFF << 32)

  /// Forces of the army and the police, and what is theirs.
  static let forces: WordClass = [WordClass(rawValue: 1 << 32), WordClass(rawValue: 1 << 33)]

  /// A deed that one claims responsibility for.
  static let attack = WordClass(rawValue: 1 << 25)
  /// A pronoun of honour (`سموه`).
  static let epithet = WordClass(rawValue: 1 << 26)
  /// A kind of thing whose name may stand in quotation marks (`مدينة`, `عملية`).
  static let named = WordClass(rawValue: 1 << 27)
  /// A verbal noun of speech (`إعلان`, `دعوات`).
  static let speechNoun = WordClass(rawValue: 1 << 28)
  /// A word that opens a nominal attribution (`بحسب`).
  static let attributive = WordClass(rawValue: 1 << 29)
  /// What one declines to do (`مناقشة`).
  static let refusal = WordClass(rawValue: 1 << 30)

  /// What one draws or turns to something and what never speaks (`الانتباه`).
  static let thing = WordClass(rawValue: 1 << 41)

  /// A month by name.
  static let month = WordClass(rawValue: 1 << 42)
  /// A word of number from three on, or of an uncertain number (`سبع`, `عشرات`).
  static let count = WordClass(rawValue: 1 << 43)

  /// A document or occasion in which someone says what follows (`بيان`, `تصريح`).
  static let notice = WordClass(rawValue: 1 << 44)

  /// Many people by function, before those they belong to (`أعضاء المجلس`).
  static let many = WordClass(rawValue: 1 << 45)

  /// Several bodies, of which a verb before them is feminine (`دعت الدول`).
  static let bodies = WordClass(rawValue: 1 << 47)

  /// Verbs of coming back or out to say something (`عاد ليقول`).
  static let returning = WordClass(rawValue: 1 << 48)

  /// A kind of settlement, whose name follows (`بلدة`).
  static let settlement = WordClass(rawValue: 1 << 49)

  /// Verbs of what a source wishes for himself (`مسؤول طلب عدم ذكر اسمه`).
  static let wishing = WordClass(rawValue: 1 << 50)

  /// Whom one meets as an equal (`نظيره`).
  static let counterpart = WordClass(rawValue: 1 << 51)

  /// Words that take all of a kind together (`سائر الدول`).
  static let every = WordClass(rawValue: 1 << 52)

  /// Those who fight for a group, before its name (`عناصر تنظيم الراية`).
  static let fighters = WordClass(rawValue: 1 << 53)

  /// Kin and friends, before the name of the one whose they are (`والد سالم`).
  static let kin = WordClass(rawValue: 1 << 54)

  /// What tells that a document was issued; by whom stands behind `عن` (`بيان صادر عن`).
  static let issued = WordClass(rawValue: 1 << 55)

  /// What tells behind `ب` who leads a body (`بزعامة`).
  static let led = WordClass(rawValue: 1 << 56)

  /// Where and on which occasion one speaks (`في ختام اللقاء`, `خلال زيارته`).
  static let occasion = WordClass(rawValue: 1 << 57)

  /// Verbs that tell the name of the one before them (`ويدعى سالم الحيدري`).
  static let naming = WordClass(rawValue: 1 << 58)

  /// `but` with the pronoun that is the subject of its clause (`لكنها نفت`).
  static let butOne = WordClass(rawValue: 1 << 59)

  /// Those who stand `عن` others (`النائب عن الكتلة`).
  static let representative = WordClass(rawValue: 1 << 46)

  /// The first word of a name of several words that is spelt like a word of grammar (`بان كي مون`).
  static let compound = WordClass(rawValue: 1 << 40)

  /// Words of grammar and of speech, which are no names even where a name is spelt alike.
  static let grammar: WordClass = [
    .that, .preposition, .clause, .relative, .negation, .pronoun, .demonstrative, .time, .title,
    .source, .document, .media, .deed,
  ]

  /// Nouns that head a description of one who speaks.
  static let speakerHead: WordClass = [.source, .official, .body, .media, .document]

  /// The classes by their names in `Data/reading/words.tsv`.
  static let byName: [String: WordClass] = {
    var result: [String: WordClass] = [
      "that": .that, "preposition": .preposition, "clause": .clause, "relative": .relative,
      "negation": .negation, "pronoun": .pronoun, "demonstrative": .demonstrative, "time": .time,
      "source": .source, "official": .official, "body": .body, "media": .media,
      "document": .document, "title": .title, "deed": .deed, "rule": .rule, "joint": .joint,
      "attack": .attack, "refusal": .refusal, "attributive": .attributive,
      "speech-noun": .speechNoun, "thing": .thing, "epithet": .epithet, "named": .named,
      "self": .selfWord, "name": .name, "past": .pastVerb, "present": .presentVerb, "noun": .noun,
      "month": .month, "count": .count, "notice": .notice,
      "many": .many, "bodies": .bodies, "returning": .returning,
      "settlement": .settlement, "wishing": .wishing, "counterpart": .counterpart, "every": .every,
      "fighters": .fighters, "kin": .kin, "issued": .issued, "led": .led,
      "representative": .representative, "occasion": .occasion, "naming": .naming,
      "but-one": .butOne,
    ]
    for (name, value) in sourceClasses { result[name] = value }
    return result
  }()
}
