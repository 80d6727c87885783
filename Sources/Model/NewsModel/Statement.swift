public import ArabicScript

/// Who said what.
public struct Statement: Sendable, Hashable {
  /// What is said, without the cue and without outer quotation marks.
  public var content: TextRange
  /// The shortest mention in the sentence that names the speaker.
  public var speaker: TextRange?
  /// Who it is, resolved within the article, without titles.
  public var speakerName: String
  /// The registry entry of the speaker.
  public var speakerEntry: String?
  /// The speaker's office as the article gives it (`المتحدث باسم التحالف`).
  public var role: String?
  /// The class of a speaker without a name.
  public var sourceClass: SourceClass?
  /// The word that attributes.
  public var cue: TextRange?
  /// What the cue says of the speech.
  public var stance: Stance
  /// Whether the cue leaves the truth open (`زعم`, `ادعى`): the reporter's doubt.
  public var isLoaded: Bool
  /// Word for word, reported, or both.
  public var mode: StatementMode
  /// Those through whom the words came, outermost first (`وكالة`, `مصدر`).
  public var chain: [String]
  /// Whether it stands in the title.
  public var inTitle: Bool
  /// The name of the rule that made the record.
  public var rule: String

  /// Makes a statement.
  public init(
    content: TextRange, speaker: TextRange? = nil, speakerName: String,
    speakerEntry: String? = nil, role: String? = nil, sourceClass: SourceClass? = nil,
    cue: TextRange? = nil, stance: Stance = .say, isLoaded: Bool = false, mode: StatementMode,
    chain: [String] = [], inTitle: Bool = false, rule: String = ""
  ) {
    self.content = content
    self.speaker = speaker
    self.speakerName = speakerName
    self.speakerEntry = speakerEntry
    self.role = role
    self.sourceClass = sourceClass
    self.cue = cue
    self.stance = stance
    self.isLoaded = isLoaded
    self.mode = mode
    self.chain = chain
    self.inTitle = inTitle
    self.rule = rule
  }
}

/// How speech is given.
public enum StatementMode: String, Sendable, Hashable, CaseIterable {
  /// Quoted word for word.
  case direct
  /// Reported.
  case indirect
  /// Reported with quoted pieces.
  case mixed
}

/// What a cue says of the speech.
public enum Stance: String, Sendable, Hashable, CaseIterable {
  case say, affirm, claim, deny, warn, threaten, accuse, demand, praise, condemn, promise
  /// Declines to comment (`لم يفصح`).
  case refuse
}

/// The class of a source that the article does not name.
public enum SourceClass: String, Sendable, Hashable, CaseIterable {
  case security, military, medical, local, diplomatic, official, eyewitness, media, other
}
