import ArabicQuantities
import ArabicScript
import NewsModel

/// The span of the first occurrence of `piece`.
func span(_ piece: String, in text: String) -> TextRange {
  let bytes = Array(text.utf8)
  let wanted = Array(piece.utf8)
  for start in 0...(bytes.count - wanted.count)
  where Array(bytes[start..<start + wanted.count]) == wanted {
    return TextRange(start, start + wanted.count)
  }
  preconditionFailure("no \(piece) in \(text)")
}

/// An article without records.
func plain(
  _ id: String, _ text: String, title: String = "", source: String? = "المرصد الصحفي",
  published: String? = "2015-07-21T13:02:02"
) -> (article: Article, reading: Reading) {
  let article = Article(
    id: id, source: source, url: "https://example.org/\(id)", published: published, title: title,
    byline: "كاتب", text: text)
  return (article, emptyReading(id))
}

func emptyReading(_ id: String, version: String = "1") -> Reading {
  Reading(
    id: id, reader: ReaderVersion(name: "marsad", version: version), language: "ar",
    textSHA256: String(repeating: "0", count: 64))
}

/// An article of which everything that a reading may hold is recorded.
func full(
  _ id: String, published: String? = "2015-07-21 13:02:02", source: String? = "جريدة الأفق",
  version: String = "1"
) -> (article: Article, reading: Reading) {
  let text = """
    عودة محتملة للتنظيم
    دمشق (وكالة الأفق) - قال المتحدث باسم التحالف سامي النجار إن عودة التنظیم إلى سوریا تبقى احتمالا \
    حقيقيا ما لم يستمر الضغط.
    وقتل 12 مدنيا في غارة شنتها طائرات على بلدة النخيل أمس.
    """
  let article = Article(
    id: id, source: source, url: "https://example.org/\(id)", published: published,
    title: "عودة محتملة للتنظيم", byline: "سلمى", text: text)
  func at(_ piece: String) -> TextRange { span(piece, in: text) }
  var reading = emptyReading(id, version: version)
  reading.titleAt = at("عودة محتملة للتنظيم")
  reading.credit = Credit(name: "وكالة الأفق", span: at("وكالة الأفق"))
  reading.dateline = Dateline(place: "دمشق", span: at("دمشق"))
  reading.mentions = [
    Mention(
      span: at("سامي النجار"), type: .person, entry: "p1", name: "سامي النجار",
      nameEn: "Sami al-Najjar", role: "المتحدث باسم التحالف", confidence: 0.75),
    Mention(span: at("سوریا"), type: .place, name: "سوريا"),
  ]
  reading.statements = [
    Statement(
      content: at("عودة التنظیم إلى سوریا تبقى احتمالا حقيقيا ما لم يستمر الضغط"),
      speaker: at("سامي النجار"), speakerName: "سامي النجار", speakerEntry: "p1",
      role: "المتحدث باسم التحالف", sourceClass: .military, cue: at("قال"), stance: .say,
      isLoaded: true, mode: .indirect, chain: ["وكالة \"الأفق\"", "مصدر"], rule: "cue-say"),
    Statement(
      content: at("الضغط"), speakerName: "مصدر أمني", stance: .warn, mode: .direct, inTitle: true),
  ]
  reading.outlooks = [
    Outlook(
      outcome: at("عودة التنظیم إلى سوریا"), marker: at("احتمالا"), holderName: "سامي النجار",
      kind: .warning, likelihood: .possible, band: 20...45, condition: at("يستمر الضغط"),
      conditionKind: .unless, horizon: at("أمس"), statement: 0, rule: "possible"),
    Outlook(outcome: at("يستمر الضغط"), marker: nil, kind: .forecast, likelihood: .unstated),
  ]
  reading.events = [
    Event(
      trigger: at("غارة"), type: .assault, mode: "aerial", context: ["military"],
      actor: [at("طائرات")], recipient: [at("12 مدنيا"), at("مدنيا")], place: at("بلدة النخيل"),
      placeEntry: "g9", date: CalendarDay(year: 2015, month: 7, day: 20), datePrecision: .day,
      killed: CasualtyCount(low: 12, best: 12, high: 15, saidBy: "الدفاع المدني"),
      injured: CasualtyCount(low: 1, best: 2, high: nil), statement: 0, rule: "assault"),
    Event(trigger: at("عودة"), type: .mobilize, status: .hypothetical, inTitle: true),
  ]
  reading.quantities = [Quantity(span: at("12"), value: 12.5, unit: "مدنيا", of: "قتلى")]
  reading.times = [
    TimeReference(span: at("أمس"), value: "2015-07-20", type: "DATE", precision: "day")
  ]
  reading.notes = [
    Note(range: at("سوریا"), message: "a note"), Note(message: "a note on the whole"),
  ]
  return (article, reading)
}
