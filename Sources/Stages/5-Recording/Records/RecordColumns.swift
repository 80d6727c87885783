internal import ArabicQuantities
internal import GRDB
internal import NewsModel

/// How a record stands in the columns of its table; one order for writing and reading.
protocol RecordColumns {
  /// The columns behind `article, position, time, source`.
  static var columns: [String] { get }
  /// Reads a record whose columns begin at `index`.
  init(_ row: Row, at index: Int) throws
  /// Appends the values of `columns`.
  func append(to values: RowWriter)
}

extension NewsModel.Statement: RecordColumns {
  static let columns = [
    "content_start", "content_end", "speaker_start", "speaker_end", "speaker_name", "speaker_entry",
    "role", "source_class", "cue_start", "cue_end", "stance", "is_loaded", "mode", "chain",
    "in_title",
    "rule",
  ]

  init(_ row: Row, at index: Int) throws {
    self.init(
      content: try row.requiredSpan(index), speaker: try row.span(index + 2),
      speakerName: row[index + 4], speakerEntry: row[index + 5], role: row[index + 6],
      sourceClass: try row.optionalValue(index + 7), cue: try row.span(index + 8),
      stance: try row.value(index + 10), isLoaded: row[index + 11], mode: try row.value(index + 12),
      chain: try row.strings(index + 13), inTitle: row[index + 14], rule: row[index + 15])
  }

  func append(to values: RowWriter) {
    values.append(content)
    values.append(speaker)
    values.append(speakerName)
    values.append(speakerEntry)
    values.append(role)
    values.append(sourceClass?.rawValue)
    values.append(cue)
    values.append(stance.rawValue)
    values.append(isLoaded)
    values.append(mode.rawValue)
    values.append(jsonArray(chain))
    values.append(inTitle)
    values.append(rule)
  }
}

extension Outlook: RecordColumns {
  static let columns = [
    "outcome_start", "outcome_end", "marker_start", "marker_end", "holder_name", "kind",
    "likelihood",
    "band_low", "band_high", "condition_start", "condition_end", "condition_kind", "horizon_start",
    "horizon_end", "statement", "in_title", "rule",
  ]

  init(_ row: Row, at index: Int) throws {
    let low: Int? = row[index + 7]
    let high: Int? = row[index + 8]
    var band: ClosedRange<Int>?
    if let low, let high, low <= high { band = low...high }
    self.init(
      outcome: try row.requiredSpan(index), marker: try row.span(index + 2),
      holderName: row[index + 4], kind: try row.value(index + 5),
      likelihood: try row.value(index + 6), band: band, condition: try row.span(index + 9),
      conditionKind: try row.optionalValue(index + 11), horizon: try row.span(index + 12),
      statement: row[index + 14], inTitle: row[index + 15], rule: row[index + 16])
  }

  func append(to values: RowWriter) {
    values.append(outcome)
    values.append(marker)
    values.append(holderName)
    values.append(kind.rawValue)
    values.append(likelihood.rawValue)
    values.append(band?.lowerBound)
    values.append(band?.upperBound)
    values.append(condition)
    values.append(conditionKind?.rawValue)
    values.append(horizon)
    values.append(statement)
    values.append(inTitle)
    values.append(rule)
  }
}

extension Event: RecordColumns {
  static let columns = [
    "trigger_start", "trigger_end", "type", "mode", "context", "place_start", "place_end",
    "place_entry", "date", "date_precision", "killed_low", "killed_best", "killed_high",
    "killed_said_by", "injured_low", "injured_best", "injured_high", "injured_said_by", "status",
    "statement", "in_title", "rule", "other_killed", "other_injured", "confidence",
  ]

  /// Reads all but actors and recipients, which stand in a table of their own.
  init(_ row: Row, at index: Int) throws {
    func count(_ index: Int) -> CasualtyCount? {
      guard let low = row[index] as Int?, let best = row[index + 1] as Int? else { return nil }
      return CasualtyCount(low: low, best: best, high: row[index + 2], saidBy: row[index + 3])
    }
    let date: String? = row[index + 8]
    self.init(
      trigger: try row.requiredSpan(index), type: try row.value(index + 2), mode: row[index + 3],
      context: try row.strings(index + 4), place: try row.span(index + 5),
      placeEntry: row[index + 7], date: date.flatMap { CalendarDay(iso: $0) },
      datePrecision: try row.optionalValue(index + 9), killed: count(index + 10),
      injured: count(index + 14), otherKilled: try row.claims(index + 22),
      otherInjured: try row.claims(index + 23), status: try row.value(index + 18),
      statement: row[index + 19], inTitle: row[index + 20], confidence: row[index + 24],
      rule: row[index + 21])
  }

  func append(to values: RowWriter) {
    values.append(trigger)
    values.append(type.rawValue)
    values.append(mode)
    values.append(jsonArray(context))
    values.append(place)
    values.append(placeEntry)
    values.append(date?.description)
    values.append(datePrecision?.rawValue)
    values.append(killed)
    values.append(injured)
    values.append(status.rawValue)
    values.append(statement)
    values.append(inTitle)
    values.append(rule)
    values.append(jsonArray(otherKilled))
    values.append(jsonArray(otherInjured))
    values.append(confidence)
  }
}
