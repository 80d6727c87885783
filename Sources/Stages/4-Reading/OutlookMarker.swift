import ArabicScript
import NewsModel

/// A word that makes a claim one on what is to come, as `Data/reading/outlooks.tsv` describes it.
struct OutlookMarker: Sendable {
  enum Class: String, Sendable { case particle, modal, adjective, verb, noun }

  /// What a negation before the marker does.
  enum Negation: Sendable {
    /// There is no outlook.
    case cancels
    /// The outlook stays what it is (`لا تعتزم`).
    case keeps
    case turns(OutlookLikelihood)
  }

  /// Where the outcome stands; see the data file.
  struct Frames: OptionSet, Sendable {
    let rawValue: UInt32
    static let that = Frames(rawValue: 1 << 0)
    static let bare = Frames(rawValue: 1 << 1)
    static let from = Frames(rawValue: 1 << 2)
    static let b = Frames(rawValue: 1 << 3)
    static let l = Frames(rawValue: 1 << 4)
    static let on = Frames(rawValue: 1 << 5)
    static let to = Frames(rawValue: 1 << 6)
    static let `in` = Frames(rawValue: 1 << 7)
    static let verb = Frames(rawValue: 1 << 8)
    static let min = Frames(rawValue: 1 << 9)
    static let noun = Frames(rawValue: 1 << 10)
    static let predicate = Frames(rawValue: 1 << 11)
    static let said = Frames(rawValue: 1 << 12)
    static let speaker = Frames(rawValue: 1 << 13)
    static let aim = Frames(rawValue: 1 << 14)
    static let plot = Frames(rawValue: 1 << 15)
    static let thing = Frames(rawValue: 1 << 16)
    static let able = Frames(rawValue: 1 << 17)
    static let prospect = Frames(rawValue: 1 << 18)
    static let itself = Frames(rawValue: 1 << 19)
    static let deed = Frames(rawValue: 1 << 20)
    static let now = Frames(rawValue: 1 << 21)
    static let happening = Frames(rawValue: 1 << 22)
    static let time = Frames(rawValue: 1 << 23)

    /// The frames by their names in the data file.
    static let byName: [String: Frames] = [
      "that": .that, "n": .bare, "من": .from, "ب": .b, "ل": .l, "على": .on, "الى": .to, "في": .in,
      "verb": .verb, "min": .min, "noun": .noun, "predicate": .predicate, "said": .said,
      "speaker": .speaker, "aim": .aim, "plot": .plot, "thing": .thing, "able": .able,
      "prospect": .prospect, "self": .itself, "deed": .deed,
      "now": .now, "happening": .happening, "time": .time,
    ]

    func has(_ other: Frames) -> Bool { !isDisjoint(with: other) }
  }

  let word: String
  let markerClass: Class
  let likelihood: OutlookLikelihood
  let negation: Negation
  /// The kind; `nil` if the words of the outcome tell it.
  let kind: OutlookKind?
  let frames: Frames
}

/// A particle that opens a condition.
struct ConditionParticle: Sendable {
  /// Its words, folded.
  let words: [[UInt8]]
  let kind: ConditionKind
  /// Whether it counts only together with a marker.
  let isWeak: Bool
  /// Whether a noun that names a deed has to follow.
  let needsEvent: Bool
}

/// What a word can do for an outlook besides marking it.
struct OutlookTraits: OptionSet, Sendable {
  let rawValue: UInt32
  static let asking = OutlookTraits(rawValue: 1 << 0)
  static let question = OutlookTraits(rawValue: 1 << 1)
  static let rhetoric = OutlookTraits(rawValue: 1 << 2)
  static let noFuture = OutlookTraits(rawValue: 1 << 3)
  static let schedule = OutlookTraits(rawValue: 1 << 4)
  static let aim = OutlookTraits(rawValue: 1 << 5)
  static let harm = OutlookTraits(rawValue: 1 << 6)
  static let period = OutlookTraits(rawValue: 1 << 7)
  static let coming = OutlookTraits(rawValue: 1 << 8)
  static let soon = OutlookTraits(rawValue: 1 << 9)
  static let within = OutlookTraits(rawValue: 1 << 10)
  static let clauseBreak = OutlookTraits(rawValue: 1 << 11)
  static let copula = OutlookTraits(rawValue: 1 << 12)
  static let past = OutlookTraits(rawValue: 1 << 13)
  static let happening = OutlookTraits(rawValue: 1 << 14)
  static let cancel = OutlookTraits(rawValue: 1 << 15)
  static let against = OutlookTraits(rawValue: 1 << 16)
  static let pastForm = OutlookTraits(rawValue: 1 << 18)
  /// What one gets for a deed (`جزاءه`).
  static let retribution = OutlookTraits(rawValue: 1 << 19)
  /// Adjectives that say how likely something is (`احتمال حقيقي`).
  static let grade = OutlookTraits(rawValue: 1 << 21)
  /// A word that makes one thing depend on another (`مرهون بـ`).
  static let depends = OutlookTraits(rawValue: 1 << 22)
  /// Who is feared to come back or to spread, words of coming back and spreading, and what one wishes for.
  static let hostile = OutlookTraits(rawValue: 1 << 23)
  static let comeback = OutlookTraits(rawValue: 1 << 24)
  static let wished = OutlookTraits(rawValue: 1 << 25)
  /// A form of a noun with a possessive pronoun; made by rule.
  static let possessed = OutlookTraits(rawValue: 1 << 17)

  /// The traits by the names of their classes in the data file.
  static let byName: [String: OutlookTraits] = [
    "asking": .asking, "question": .question, "rhetoric": .rhetoric, "nofuture": .noFuture,
    "schedule": .schedule, "aim": .aim, "harm": .harm, "period": .period, "coming": .coming,
    "soon": .soon, "within": .within, "break": .clauseBreak, "copula": .copula, "past": .past,
    "happening": .happening, "cancel": .cancel, "against": .against, "pastform": .pastForm,
    "retribution": .retribution, "grade": .grade, "depends": .depends,
    "hostile": .hostile, "comeback": .comeback, "wished": .wished,
  ]
}

/// What one spelling does for outlooks.
struct OutlookWord: Sendable {
  /// The markers it may be a form of, in the order of the data file.
  var markers: [Int32] = []
  /// The conditions it may open, the longest first.
  var conditions: [Int32] = []
  var traits: OutlookTraits = []
}
