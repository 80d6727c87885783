internal import ArabicQuantities
internal import NewsModel
internal import Recording

/// Writes rows of lists as CSV (RFC 4180) with a header line; columns are a promise to programs.
enum RecordCSV {
  static let articleHeader = [
    "id", "source", "url", "published", "title", "byline", "opening", "statements", "outlooks",
    "events",
  ]
  static let statementHeader =
    originHeader + [
      "content", "speaker", "speaker_name", "role", "source_class", "cue", "stance", "loaded",
      "mode", "chain",
    ]
  static let outlookHeader =
    originHeader + [
      "outcome", "marker", "holder_name", "kind", "likelihood", "band_low", "band_high",
      "condition", "condition_kind", "horizon",
    ]
  static let eventHeader =
    originHeader + [
      "trigger", "type", "mode", "context", "actor", "recipient", "place", "date",
      "date_precision", "killed_low", "killed_best", "killed_high", "killed_said_by",
      "injured_low", "injured_best", "injured_high", "injured_said_by", "status",
      "decision", "decided_by", "id",
    ]
  static let sourceHeader = ["name", "articles", "first_published", "last_published"]
  static let editHeader = [
    "article", "source", "url", "from", "to", "seen_at", "kind", "dates", "announced", "stealth",
    "published",
    "modified", "title",
  ]
  static let ledgerHeader = [
    "entry", "state", "article", "record", "source", "published", "title", "outcome", "marker",
    "holder_name", "kind", "likelihood", "band_low", "band_high", "condition", "condition_kind",
    "horizon", "rule_from", "rule_until", "verdict", "decided_by", "decided_day", "reason",
  ]
  private static let originHeader = ["article", "record", "source", "published", "title"]

  static func cells(_ row: ArticleHeading) -> [String?] {
    [
      row.id, row.source, row.url, row.published, row.title, row.byline, row.opening,
      String(row.statements), String(row.outlooks), String(row.events),
    ]
  }

  static func cells(_ row: StatementRow) -> [String?] {
    let statement = row.statement
    return cells(row.origin) + [
      row.content, row.speaker, statement.speakerName, statement.role,
      statement.sourceClass?.rawValue, row.cue, statement.stance.rawValue,
      statement.isLoaded ? "true" : "false", statement.mode.rawValue, joined(statement.chain),
    ]
  }

  static func cells(_ row: OutlookRow) -> [String?] {
    let outlook = row.outlook
    return cells(row.origin) + [
      row.outcome, row.marker, outlook.holderName, outlook.kind.rawValue,
      outlook.likelihood.rawValue, outlook.band.map { String($0.lowerBound) },
      outlook.band.map { String($0.upperBound) }, row.condition,
      outlook.conditionKind?.rawValue, row.horizon,
    ]
  }

  static func cells(_ row: EventRow) -> [String?] {
    let event = row.event
    return cells(row.origin)
      + [
        row.trigger, event.type.rawValue, event.mode, joined(event.context), joined(row.actors),
        joined(row.recipients), row.place, event.date?.description, event.datePrecision?.rawValue,
      ] + cells(event.killed) + cells(event.injured) + [
        event.status.rawValue, row.standing?.state.rawValue, joined(row.standing?.coders ?? []),
        row.id.description,
      ]
  }

  static func cells(_ row: EditRow) -> [String?] {
    let (change, newer) = (row.change, row.change.newer)
    return [
      row.article, row.source, row.url, String(change.older.version), String(newer.version),
      String(newer.addedAt), change.kind.rawValue, change.dates.rawValue,
      change.isAnnounced ? "true" : "false", change.isStealth ? "true" : "false", newer.published,
      newer.modified, newer.title,
    ]
  }

  static func cells(_ row: LedgerCase) -> [String?] {
    let (entry, wording) = (row.entry, row.entry.wording)
    return [
      String(entry.number), row.state(on: .today).rawValue, entry.article.id,
      entry.index.map { String($0) }, entry.article.source, entry.article.published,
      entry.article.title, wording.outcome, wording.marker, wording.holderName,
      wording.kind.rawValue, wording.likelihood.rawValue,
      wording.band.map { String($0.lowerBound) }, wording.band.map { String($0.upperBound) },
      wording.condition, wording.conditionKind?.rawValue, wording.horizon,
      row.rule?.days.lowerBound.description, row.rule?.days.upperBound.description,
      row.decision?.verdict.rawValue, row.decision?.decidedBy, row.decision?.day.description,
      row.decision?.reason,
    ]
  }

  static func cells(_ row: SourceSummary) -> [String?] {
    [row.name, String(row.articles), row.first?.description, row.last?.description]
  }

  /// One line with its line end.
  ///
  /// A cell that a spreadsheet would run as a formula gets a `'` in front.
  static func line(_ cells: [String?]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell ?? "", to: &bytes)
    }
    return bytes + [0x0D, 0x0A]
  }

  private static func append(_ cell: String, to bytes: inout [UInt8]) {
    let utf8 = Array(cell.utf8)
    let isFormula = utf8.first.map { Array("=+-@\t\r".utf8).contains($0) } ?? false
    let isNumber = Int(cell) != nil
    let special = Array(",\"\r\n".utf8)
    let guarded = isFormula && !isNumber ? [UInt8(ascii: "'")] + utf8 : utf8
    guard guarded.contains(where: special.contains) else {
      bytes += guarded
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in guarded {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func cells(_ origin: RecordOrigin) -> [String?] {
    [origin.article, String(origin.index), origin.source, origin.published, origin.title]
  }

  private static func cells(_ count: CasualtyCount?) -> [String?] {
    [
      count.map { String($0.low) }, count.map { String($0.best) },
      count?.high.map { String($0) }, count?.saidBy,
    ]
  }

  private static func joined(_ values: [String]) -> String? {
    values.isEmpty ? nil : values.joined(separator: "; ")
  }
}
