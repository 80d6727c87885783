internal import ArabicQuantities
internal import Foundation
internal import Gathering

/// One event of a data set coded by people.
struct CodedEvent {
  /// The line of the file on which it begins, from 1.
  let line: Int
  let day: CalendarDay
  let country: String
  /// The first-level unit's name; empty if the data set doesn't know it.
  let admin1: String
  /// The district's name; empty if the data set doesn't know it.
  let admin2: String
  /// The event's type in the data set's own words.
  let type: String
}

/// The events of a file that UCDP or ACLED exported.
///
/// Columns as their codebooks name them: UCDP Georeferenced Event Dataset (GED) version 23.1, ACLED Codebook 2023.
struct CodedEventTable {
  /// Whose export it is, told by its columns.
  enum DataSet: String {
    case ucdp = "UCDP GED"
    case acled = "ACLED"

    /// The columns that are needed.
    var columns: [String] {
      switch self {
      case .ucdp:
        [
          "id", "type_of_violence", "country", "adm_1", "adm_2", "date_start", "date_end",
          "where_prec",
        ]
      case .acled: ["event_id_cnty", "event_date", "event_type", "country", "admin1", "admin2"]
      }
    }
  }

  let dataSet: DataSet
  let events: [CodedEvent]
  /// What is wrong with rows that were left out, each with file, line and remedy.
  let problems: [String]

  /// Reads a file.
  ///
  /// - Throws: `CommandFailure` if it can't be read, or its columns are those of neither data set.
  init(_ file: String) throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw CommandFailure(
        status: .input, message: "\(file): can't be read; check the path and its rights")
    }
    let contents: (names: [String], rows: [TableReader.Row])
    do throws(GatheringProblem) {
      contents = try TableReader(Array(data), file: file).table()
    } catch {
      throw CommandFailure(status: .input, message: error.message)
    }
    let (names, rows) = contents
    dataSet = try CodedEventTable.dataSet(names, file)
    var events: [CodedEvent] = []
    var problems: [String] = []
    for row in rows {
      switch row {
      case .problem(let problem): problems.append(problem.message)
      case .cells(let cells, let line):
        do throws(BadRow) {
          events.append(
            try dataSet == .ucdp
              ? CodedEventTable.ucdp(cells, line) : CodedEventTable.acled(cells, line))
        } catch {
          problems.append("\(file):\(line): \(error.sentence)")
        }
      }
    }
    self.events = events
    self.problems = problems
  }

  private struct BadRow: Error { let sentence: String }

  private static func dataSet(_ names: [String], _ file: String) throws -> DataSet {
    let kind: DataSet =
      names.contains("event_id_cnty") || names.contains("event_date") ? .acled : .ucdp
    let missing = kind.columns.filter { !names.contains($0) }
    guard missing.isEmpty else {
      throw CommandFailure(
        status: .input,
        message:
          "\(file):1: no column \(missing.joined(separator: ", ")); this must be an export of UCDP GED"
          + " (\(DataSet.ucdp.columns.joined(separator: ", "))) or of ACLED"
          + " (\(DataSet.acled.columns.joined(separator: ", "))) with its own names of columns")
    }
    return kind
  }

  private static func ucdp(_ cells: [String: String], _ line: Int) throws(BadRow) -> CodedEvent {
    let first = try day("date_start", cells)
    let last = try day("date_end", cells)
    guard first.components.year == last.components.year,
      first.components.month == last.components.month
    else {
      throw BadRow(
        sentence:
          "from \(first) to \(last) is more than one month, and is left out, for it can't be"
          + " counted by month")
    }
    // 5 and more: of the place no unit below the country is known.
    let precision = Int(cells["where_prec"] ?? "") ?? 0
    return CodedEvent(
      line: line, day: first, country: try text("country", cells),
      admin1: precision > 5 ? "" : cells["adm_1"] ?? "",
      admin2: precision > 3 ? "" : cells["adm_2"] ?? "", type: cells["type_of_violence"] ?? "")
  }

  private static func acled(_ cells: [String: String], _ line: Int) throws(BadRow) -> CodedEvent {
    CodedEvent(
      line: line, day: try day("event_date", cells), country: try text("country", cells),
      admin1: cells["admin1"] ?? "", admin2: cells["admin2"] ?? "",
      type: cells["event_type"] ?? "")
  }

  private static func text(_ name: String, _ cells: [String: String]) throws(BadRow) -> String {
    guard let value = cells[name], !value.isEmpty else {
      throw BadRow(sentence: "\(name) is empty; fill it in, or take the row out")
    }
    return value
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// A day as the data sets write it: `2015-08-06`, with a time behind it or not, or `06 August 2015`.
  private static func day(_ name: String, _ cells: [String: String]) throws(BadRow) -> CalendarDay {
    let value = cells[name] ?? ""
    if let day = CalendarDay(iso: String(value.prefix(10))) { return day }
    let parts = value.split(separator: " ")
    if parts.count == 3, let number = Int(parts[0]), let year = Int(parts[2]),
      let month = months.firstIndex(of: parts[1].lowercased()),
      let day = CalendarDay(year: year, month: month + 1, day: number)
    {
      return day
    }
    throw BadRow(
      sentence: "\(name) '\(withoutControls(value))' is no day; write 2015-08-06 or 06 August 2015")
  }
}
