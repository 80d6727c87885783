import ArabicWords
import NewsModel

/// Who stands where around a trigger.
enum EventFrame: String, CaseIterable, Sendable {
  /// The subject does it to the object (`قصف`).
  case act
  /// The subject does it to what stands behind a preposition (`هجوم على`).
  case on
  /// The subject kills the object; without an object it is killed.
  case kill
  /// The subject is killed (`مقتل`).
  case harm
  /// The subject is hurt (`إصابة`).
  case hurt
  /// The subject destroys the object, which belongs to someone.
  case ruin
  /// The subject takes a place, from someone.
  case take
  /// The subject takes the object, a place, from someone.
  case retake
  /// The subject drives the object out of a place.
  case drive
  /// A place falls into someone's hands.
  case fall
  /// All parties do it to each other.
  case fight
  /// All parties meet.
  case meet
  /// The subject visits the object.
  case visit
  /// The subject gives something to someone.
  case give
  /// The subject does it alone.
  case move
  /// It happens, by nobody named.
  case event
  /// The subject lends itself to a deed that follows; no event of its own.
  case light
  /// The subject protests.
  case prot
  /// A verbal act towards the object.
  case say
  /// Praise of someone or of what someone did.
  case praise
  /// Blame of someone or of what someone did.
  case blame
  /// A demand made of someone.
  case ask
  /// A refusal.
  case refuse
  /// The subject receives the object, who visits it.
  case host

  /// The frame by whose weights it is chosen.
  var weighed: EventFrame { self == .host ? .meet : self }

  /// Whether it is an act of words.
  var isVerbal: Bool {
    switch self {
    case .say, .praise, .blame, .ask, .refuse: true
    default: false
    }
  }

  /// What the deeds of a type are mostly like.
  init(deedsOf type: EventType) {
    self =
      switch type {
      case .agree, .consult, .cooperate: .meet
      case .support: .praise
      case .aid: .give
      case .retreat, .mobilize: .move
      case .request: .ask
      case .accuse: .blame
      case .reject: .refuse
      case .threaten: .say
      case .protest: .prot
      case .concede, .sanction, .coerce, .assault: .act
      }
  }

  /// Whether it is done by speaking or meeting, as spokesmen do too.
  var isOfWords: Bool { isVerbal || self == .meet || self == .visit || self == .host }

  /// Whether someone is killed or hurt by it.
  var isHarm: Bool { self == .harm || self == .hurt || self == .kill }
}

/// What must stand near a trigger.
struct EventNeeds: OptionSet, Sendable {
  let rawValue: UInt16

  static let armed = EventNeeds(rawValue: 1)
  static let political = EventNeeds(rawValue: 2)
  static let person = EventNeeds(rawValue: 4)
  static let war = EventNeeds(rawValue: 8)
  static let bomb = EventNeeds(rawValue: 16)
  static let weapon = EventNeeds(rawValue: 32)
  static let truce = EventNeeds(rawValue: 64)
  static let weak = EventNeeds(rawValue: 128)
  static let seize = EventNeeds(rawValue: 256)
  static let advance = EventNeeds(rawValue: 512)
  static let adjacent = EventNeeds(rawValue: 1024)
  static let relief = EventNeeds(rawValue: 2048)
  static let target = EventNeeds(rawValue: 4096)
  static let far = EventNeeds(rawValue: 8192)

  static let byName: [String: EventNeeds] = [
    "armed": .armed, "political": .political, "person": .person, "war": .war, "bomb": .bomb,
    "weapon": .weapon, "truce": .truce, "weak": .weak, "seize": .seize, "advance": .advance,
    "adjacent": .adjacent, "relief": .relief, "target": .target, "far": .far,
  ]
}

/// One line of `Data/reading/events.tsv`: a word that names an event, with its reading.
///
/// A class, so that whoever keeps one keeps a reference.
final class EventTrigger: Sendable {
  let lemma: String
  let type: EventType
  let mode: String?
  let frame: EventFrame
  let needs: EventNeeds
  /// Words one of which must stand behind, folded; empty if none must.
  let next: WordTable
  /// Whether `next` lists what qualifies a noun, so that the trigger holds two words.
  let isQualified: Bool
  /// Words that must not stand behind, folded.
  let not: WordTable
  /// Whether it is one of the words for one and the same attack.
  let isAnyAttack: Bool
  /// A sentence in which it stands.
  let example: String
  /// The line in the data file; 0 of a type's own trigger, which has none.
  let line: Int

  /// Whether it stands for all words of its type that no line tells.
  var isGeneral: Bool { line == 0 }

  init(
    lemma: String, type: EventType, mode: String?, frame: EventFrame, needs: EventNeeds,
    next: Set<[UInt8]>, isQualified: Bool, not: Set<[UInt8]>, example: String, line: Int
  ) {
    self.lemma = lemma
    self.type = type
    self.mode = mode
    self.frame = frame
    self.needs = needs
    self.next = WordTable(next.map { ($0, 0) })
    self.isQualified = isQualified
    self.not = WordTable(not.map { ($0, 0) })
    isAnyAttack = EventTrigger.attacks.contains(lemma)
    self.example = example
    self.line = line
  }

  /// The trigger that stands for all words of a type that no line tells.
  convenience init(generalOf type: EventType) {
    self.init(
      lemma: "\(type)", type: type, mode: nil, frame: EventFrame(deedsOf: type), needs: [],
      next: [],
      isQualified: false, not: [], example: "", line: 0)
  }

  private static let attacks: Set<String> = [
    "هاجم", "فجر", "انفجر", "أطلق", "عمل", "حادث", "عملية", "اعتدى", "مهاجمة", "كمين", "استهدف",
  ]
}

/// One form of a trigger.
struct EventForm: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case past, present, future, passive, noun, participle
  }

  let trigger: Int
  let kind: Kind
  /// Whether an object or possessive pronoun is attached.
  let hasPronoun: Bool
  let isPlural: Bool
  let isFeminine: Bool
  /// Whether it is a verb of `we`.
  let isFirstPerson: Bool
  /// Whether the past may also be read as a passive.
  let mayBePassive: Bool

  var isVerb: Bool { kind != .noun && kind != .participle }
}

/// What events need to know of a word apart from its being a trigger.
struct EventWord: OptionSet, Sendable {
  let rawValue: UInt64

  static let armed = EventWord(rawValue: 1 << 0)
  static let person = EventWord(rawValue: 1 << 1)
  static let weapon = EventWord(rawValue: 1 << 2)
  static let bomb = EventWord(rawValue: 1 << 3)
  static let sport = EventWord(rawValue: 1 << 4)
  static let accident = EventWord(rawValue: 1 << 5)
  static let crime = EventWord(rawValue: 1 << 6)
  static let health = EventWord(rawValue: 1 << 7)
  static let market = EventWord(rawValue: 1 << 8)
  static let figurative = EventWord(rawValue: 1 << 9)
  /// Verbs that lend their subject to a deed as its maker.
  static let lendsActor = EventWord(rawValue: 1 << 10)
  /// Verbs that lend their subject to a deed as the one it is done to.
  static let lendsVictim = EventWord(rawValue: 1 << 11)
  /// Those of them that do so through a preposition.
  static let lendsBehindPreposition = EventWord(rawValue: 1 << 43)
  static let lendsPlace = EventWord(rawValue: 1 << 12)
  static let happens = EventWord(rawValue: 1 << 13)
  static let aims = EventWord(rawValue: 1 << 14)
  static let causes = EventWord(rawValue: 1 << 15)
  static let plan = EventWord(rawValue: 1 << 16)
  static let negates = EventWord(rawValue: 1 << 17)
  static let future = EventWord(rawValue: 1 << 18)
  static let background = EventWord(rawValue: 1 << 19)
  static let month = EventWord(rawValue: 1 << 21)
  static let dual = EventWord(rawValue: 1 << 22)
  static let smallPlace = EventWord(rawValue: 1 << 23)
  static let townPlace = EventWord(rawValue: 1 << 24)
  static let largePlace = EventWord(rawValue: 1 << 25)
  static let direction = EventWord(rawValue: 1 << 26)
  static let facility = EventWord(rawValue: 1 << 27)
  /// Verbs and particles that carry another verb.
  static let auxiliary = EventWord(rawValue: 1 << 20)
  /// Words that stand for a place named before.
  static let vague = EventWord(rawValue: 1 << 30)
  /// A country.
  static let state = EventWord(rawValue: 1 << 28)
  /// An adjective or noun of a nationality.
  static let nationality = EventWord(rawValue: 1 << 29)

  /// Nouns of doing that lend their genitive to a deed.
  static let lendsGenitive = EventWord(rawValue: 1 << 32)
  /// Words that tell how many of a group.
  static let quantifier = EventWord(rawValue: 1 << 33)
  /// Units of time, length and repetition.
  static let measure = EventWord(rawValue: 1 << 34)

  /// Words behind a preposition that are nobody.
  static let idle = EventWord(rawValue: 1 << 35)

  /// Prepositions with their own pronoun, which govern no word behind them.
  static let bound = EventWord(rawValue: 1 << 37)
  /// Verbs of a crowd.
  static let gathers = EventWord(rawValue: 1 << 38)
  /// Those who govern.
  static let governs = EventWord(rawValue: 1 << 39)
  /// Adjectives that no ending or beginning tells.
  static let adjective = EventWord(rawValue: 1 << 40)
  static let relief = EventWord(rawValue: 1 << 36)
  /// Those killed and those hurt, as they are counted (`قتيلا`, `جريحا`).
  static let killed = EventWord(rawValue: 1 << 41)
  static let hurt = EventWord(rawValue: 1 << 42)
  /// Adjectives that tell how a deed is done (`قصف مدفعي`).
  static let manner = EventWord(rawValue: 1 << 45)
  /// Nouns that only complete a deed's word, so that the one it is done to follows (`إخلاء سبيل`).
  static let carried = EventWord(rawValue: 1 << 44)

  /// Verbs that bring someone to a deed (`دفع ... إلى`).
  static let induces = EventWord(rawValue: 1 << 46)
  /// Those suspected of a deed or charged with it.
  static let suspect = EventWord(rawValue: 1 << 47)
  /// Nouns of putting an end to a deed.
  static let ends = EventWord(rawValue: 1 << 48)
  /// Words between a group and those named of it (`بينهم`).
  static let members = EventWord(rawValue: 1 << 49)
  /// Adjectives of violence that describe a deed and name nobody (`الهجوم المتطرف`).
  static let quality = EventWord(rawValue: 1 << 50)
  /// Prepositions and adverbs behind which stands a noun only.
  static let beforeNoun = EventWord(rawValue: 1 << 52)

  /// Adjectives of times (`في وقت سابق`).
  static let timely = EventWord(rawValue: 1 << 53)
  /// What forces are after (`مواقع`, `أهداف`).
  static let target = EventWord(rawValue: 1 << 54)
  /// Before `الله` in the names of groups.
  static let ofGod = EventWord(rawValue: 1 << 55)

  /// Those who flee, and their flight.
  static let displaced = EventWord(rawValue: 1 << 56)

  /// Who is able to do something or is not.
  static let able = EventWord(rawValue: 1 << 58)

  /// What flies.
  static let aircraft = EventWord(rawValue: 1 << 57)

  /// Adjectives of places that are no names (`حي سكني`).
  static let plainPlace = EventWord(rawValue: 1 << 59)

  /// Agreeing, keeping to it and breaking it (`اتفقا على وقف إطلاق النار`).
  static let accord = EventWord(rawValue: 1 << 60)

  /// What has a top that is no meeting (`قمة جبل`).
  static let mountain = EventWord(rawValue: 1 << 61)

  static let placeHead: EventWord = [.smallPlace, .townPlace, .largePlace]
  static let verb: EventWord = [.lendsActor, .lendsVictim, .lendsPlace, .happens, .aims, .causes]

  static let byName: [String: EventWord] = [
    "armed": .armed, "person": .person, "weapon": .weapon, "bomb": .bomb, "sport": .sport,
    "accident": .accident, "crime": .crime, "health": .health, "market": .market,
    "figurative": .figurative, "lightactor": .lendsActor, "lightprep": .lendsBehindPreposition,
    "lightvictim": .lendsVictim,
    "lightplace": .lendsPlace, "happened": .happens, "aimed": .aims, "caused": .causes,
    "plan": .plan, "able": .able, "negverb": .negates, "future": .future, "background": .background,
    "dual": .dual, "placehead3": .smallPlace, "placehead2": .townPlace, "placehead1": .largePlace,
    "direction": .direction, "month": .month, "aux": .auxiliary, "vague": .vague,
    "lightnoun": .lendsGenitive,
    "quantifier": .quantifier, "idle": .idle, "governs": .governs, "adjective": .adjective,
    "gather": .gathers, "bound": .bound, "relief": .relief, "measure": .measure,
    "manner": .manner, "carried": .carried, "killed": .killed, "hurt": .hurt, "facility": .facility,
    "state": .state,
    "nationality": .nationality, "induces": .induces, "suspect": .suspect, "ends": .ends,
    "members": .members, "quality": .quality,
    "beforenoun": .beforeNoun, "timely": .timely, "target": .target, "god": .ofGod,
    "displaced": .displaced, "aircraft": .aircraft, "plainplace": .plainPlace,
    "accord": .accord, "mountain": .mountain,
  ]
}
