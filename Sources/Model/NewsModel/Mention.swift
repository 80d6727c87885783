public import ArabicScript

/// A span that names an actor, a place or a person.
public struct Mention: Sendable, Hashable {
  /// Where it stands.
  public var span: TextRange
  /// What it names.
  public var type: MentionType
  /// The entry of the registry or gazetteer; `nil` if it is not linked.
  public var entry: String?
  /// The fullest name that the article gives for it, without titles.
  public var name: String
  /// The entry's English name.
  public var nameEn: String?
  /// The office or role that the article gives for it.
  public var role: String?
  /// The body that the role belongs to (`قوات التحالف` of `المتحدث باسم قوات التحالف`).
  public var organisation: String?
  /// The number of the cluster: mentions of one article that name the same have the same number, counted
  /// from 0 in the order in which they are first mentioned.
  public var cluster: Int?
  /// How sure the reader is, 0 to 1.
  public var confidence: Double

  /// Makes a mention.
  public init(
    span: TextRange, type: MentionType, entry: String? = nil, name: String,
    nameEn: String? = nil, role: String? = nil, organisation: String? = nil, cluster: Int? = nil,
    confidence: Double = 1
  ) {
    self.span = span
    self.type = type
    self.entry = entry
    self.name = name
    self.nameEn = nameEn
    self.role = role
    self.organisation = organisation
    self.cluster = cluster
    self.confidence = confidence
  }
}

/// What a mention names.
public enum MentionType: String, Sendable, Hashable, CaseIterable {
  case person, organisation, group, place, facility, office, nationality
}
