import ArabicQuantities
import ArabicScript
import NewsModel
import Recording

/// What a mention of an invented article is.
struct NamedPiece {
  let piece: String
  let type: MentionType
  var entry: String?
  var name: String?
  var role: String?
  /// What it is of an event that the article tells, if it is.
  var side: ActorFinderSide?
}

/// The side of the event on which a name stands.
enum ActorFinderSide { case actor, recipient, place, speaker }

/// An invented article in which names stand as given: an attack by the actor on the recipient in the place, and a
/// statement of the speaker that runs to the end of the text.
func reporting(
  _ id: String, _ text: String, _ pieces: [NamedPiece], published: String = "2025-03-10",
  source: String = "وكالة السرو", version: String = "1"
) -> (article: Article, reading: Reading) {
  let article = Article(
    id: id, source: source, url: nil, published: published, title: "خبر \(id)", byline: nil,
    text: text)
  var reading = emptyReading(id, version: version)
  reading.mentions = pieces.map { piece in
    Mention(
      span: span(piece.piece, in: text), type: piece.type, entry: piece.entry,
      name: piece.name ?? piece.piece, role: piece.role)
  }.sorted { $0.span.start < $1.span.start }
  func of(_ side: ActorFinderSide) -> [NamedPiece] { pieces.filter { $0.side == side } }
  if text.contains("هاجم") {
    var event = Event(trigger: span("هاجم", in: text), type: .assault)
    event.actor = of(.actor).map { span($0.piece, in: text) }
    event.recipient = of(.recipient).map { span($0.piece, in: text) }
    event.place = of(.place).first.map { span($0.piece, in: text) }
    event.placeEntry = of(.place).first?.entry
    reading.events = [event]
  }
  if let speaker = of(.speaker).first {
    let content = TextRange(span("إن", in: text).end + 1, text.utf8.count)
    reading.statements = [
      Statement(
        content: content, speaker: span(speaker.piece, in: text),
        speakerName: speaker.name ?? speaker.piece, speakerEntry: speaker.entry,
        role: speaker.role, mode: .indirect)
    ]
  }
  return (article, reading)
}

/// Invented reports: a group under two entries and one more spelling, a spokesman in two spellings, a witness.
enum InventedEntries {
  /// The realm of an id, as the registry would know it.
  static func realm(_ id: String) -> EntryRealm? {
    if id.hasPrefix("group-") { return .actor }
    return id.hasPrefix("place-") ? .place : nil
  }

  static let reports: [(article: Article, reading: Reading)] = [
    reporting(
      "a", "هاجم لواء السنديان قرية عين الغار أمس.",
      [
        NamedPiece(piece: "لواء السنديان", type: .group, entry: "group-oak", side: .actor),
        NamedPiece(piece: "عين الغار", type: .place, entry: "place-spring", side: .place),
      ]),
    reporting(
      "b", "هاجم لواء الصنوبر حاجز حرس السهول عند عين الغار.",
      [
        NamedPiece(piece: "لواء الصنوبر", type: .group, entry: "group-pine", side: .actor),
        NamedPiece(piece: "حرس السهول", type: .group, side: .recipient),
        NamedPiece(piece: "عين الغار", type: .place, entry: "place-spring", side: .place),
      ], published: "2025-03-18", source: "جريدة الأفق"),
    reporting(
      "c", "قال المتحدث تورفن هالدرسون إن لواء السنديان أقوى من حرس السهول.",
      [
        NamedPiece(
          piece: "تورفن هالدرسون", type: .person, role: "المتحدث", side: .speaker),
        NamedPiece(piece: "لواء السنديان", type: .group, entry: "group-oak"),
        NamedPiece(piece: "حرس السهول", type: .group),
      ], published: "2025-03-20"),
    reporting(
      "d", "قال Torfen Halderson إن السنديان انسحب، وشهد على ذلك سامي الفارع.",
      [
        NamedPiece(piece: "Torfen Halderson", type: .person, side: .speaker),
        NamedPiece(piece: "السنديان", type: .group, entry: "group-oak"),
        NamedPiece(piece: "سامي الفارع", type: .person),
      ], published: "2025-03-21", source: "جريدة الأفق"),
  ]
}

extension Archive {
  /// Decides in the name of an invented coder.
  @discardableResult
  func decide(_ act: EntryDecision.Act) throws -> KeptEntryDecision {
    try decide(
      EntryDecision(act, by: "سلمى", reason: "مثال"), knowing: InventedEntries.realm)
  }
}
