public import ArabicScript

/// All that one version of the reader found in one article.
///
/// A reading is replaceable and never edited; people's decisions are kept beside it.
public struct Reading: Sendable, Hashable {
  /// The article's id.
  public var id: String
  /// The reader's name and version.
  public var reader: ReaderVersion
  /// The text's language as an ISO 639-1 code; `und` if it can't be told.
  public var language: String
  /// SHA-256 of the text's UTF-8 bytes, as 64 hexadecimal digits.
  public var textSHA256: String
  /// Where the title stands in the text, if the text opens with it.
  public var titleAt: TextRange?
  /// The outlet or agency that is credited.
  public var credit: Credit?
  /// The place from which it is reported.
  public var dateline: Dateline?
  /// Actors, persons and places named, in the order of the text.
  public var mentions: [Mention] = []
  /// Who said what, in the order of the text.
  public var statements: [Statement] = []
  /// What may, will or would happen, in the order of the text.
  public var outlooks: [Outlook] = []
  /// What happened, in the order of the text.
  public var events: [Event] = []
  /// Numbers given.
  public var quantities: [Quantity] = []
  /// Times given.
  public var times: [TimeReference] = []
  /// What the reader noticed about the text itself.
  public var notes: [Note] = []

  /// Makes a reading without records.
  public init(id: String, reader: ReaderVersion, language: String, textSHA256: String) {
    self.id = id
    self.reader = reader
    self.language = language
    self.textSHA256 = textSHA256
  }
}

/// The name and version of a reader.
public struct ReaderVersion: Sendable, Hashable {
  /// The program's name.
  public let name: String
  /// Its version; readings of different versions may differ.
  public let version: String

  /// Makes a reader's version.
  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

/// The outlet or agency that an article credits.
public struct Credit: Sendable, Hashable {
  /// Its name as the article gives it.
  public var name: String
  /// Where it stands.
  public var span: TextRange

  /// Makes a credit.
  public init(name: String, span: TextRange) {
    self.name = name
    self.span = span
  }
}

/// The place from which an article is reported.
public struct Dateline: Sendable, Hashable {
  /// The place as the article gives it.
  public var place: String
  /// Where it stands.
  public var span: TextRange

  /// Makes a dateline.
  public init(place: String, span: TextRange) {
    self.place = place
    self.span = span
  }
}

/// A number that the article gives.
public struct Quantity: Sendable, Hashable {
  /// Where it stands.
  public var span: TextRange
  /// The number.
  public var value: Double
  /// The unit as worded (`قتيلا`, `كيلومترا`).
  public var unit: String?
  /// What is counted.
  public var of: String?

  /// Makes a quantity.
  public init(span: TextRange, value: Double, unit: String? = nil, of: String? = nil) {
    self.span = span
    self.value = value
    self.unit = unit
    self.of = of
  }
}

/// A time that the article gives, as a TIMEX3 value.
public struct TimeReference: Sendable, Hashable {
  /// Where it stands.
  public var span: TextRange
  /// TIMEX3 value (`2015-08-06`, `P2W`).
  public var value: String
  /// TIMEX3 type: DATE, TIME, DURATION or SET.
  public var type: String
  /// How exactly it is known (`day`, `month`).
  public var precision: String

  /// Makes a time reference.
  public init(span: TextRange, value: String, type: String, precision: String) {
    self.span = span
    self.value = value
    self.type = type
    self.precision = precision
  }
}

/// What a stage noticed about a text.
public struct Note: Sendable, Hashable {
  /// What it is about; `nil` for the whole text.
  public var range: TextRange?
  /// What was noticed, in English.
  public var message: String

  /// Makes a note.
  public init(range: TextRange? = nil, message: String) {
    self.range = range
    self.message = message
  }
}
