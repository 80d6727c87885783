internal import ArgumentParser
internal import NewsModel

/// How a list is written.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, jsonl, geojson
}

/// One row of a list, with a name for each of its values.
struct ListRow {
  /// What a field holds.
  enum Value {
    case text(String?)
    case integer(Int?)
    /// A number between 0 and 1, written with three decimals.
    case number(Double?)
    case flag(Bool)
    case list([String])
  }

  /// The fields in their order; the same names in each row of a list.
  var fields: KeyValuePairs<String, Value>
  /// The row for people: lines, the first at the margin.
  var lines: [String]
  /// Where it lies on a map.
  var point: PlacePoints.Point?

  /// The row as one JSON object and a line end.
  var json: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes + [0x0A]
  }

  /// The row as a feature of GeoJSON (RFC 7946); one without a point has no geometry.
  var feature: [UInt8] {
    var writer = JSONWriter()
    writer.object { out in
      out.key("type")
      out.string("Feature")
      out.key("geometry")
      if let point {
        out.object { out in
          out.key("type")
          out.string("Point")
          out.key("coordinates")
          out.array { out in
            out.number(point.longitude)
            out.number(point.latitude)
          }
        }
      } else {
        out.null()
      }
      out.key("properties")
      write(to: &out)
    }
    return writer.bytes
  }

  /// Writes the row as one JSON object.
  func write(to out: inout JSONWriter) {
    out.object { out in
      for (name, value) in fields {
        out.key(name)
        switch value {
        case .text(let text): out.stringOrNull(text)
        case .integer(let number?): out.integer(number)
        case .integer(nil), .number(nil): out.null()
        case .number(let number?): out.number((number * 1000).rounded() / 1000)
        case .flag(let flag): out.boolean(flag)
        case .list(let items): out.array { out in for item in items { out.string(item) } }
        }
      }
    }
  }

  /// The row as comma-separated values (RFC 4180).
  var csv: String { ListRow.csv(fields.map { ListRow.cell($0.value) }) }

  /// The names of the fields as comma-separated values.
  var csvHead: String { ListRow.csv(fields.map(\.key)) }

  private static func cell(_ value: Value) -> String {
    switch value {
    case .text(let text): text ?? ""
    case .integer(let number): number.map(String.init) ?? ""
    case .number(let number): number.map { String(($0 * 1000).rounded() / 1000) } ?? ""
    case .flag(let flag): flag ? "true" : "false"
    case .list(let items): items.joined(separator: "; ")
    }
  }

  private static func csv(_ cells: [String]) -> String {
    cells.map { cell in
      let needsQuotes = cell.utf8.contains { "\",\r\n".utf8.contains($0) }
      guard needsQuotes else { return cell }
      let doubled = cell.split(separator: "\"", omittingEmptySubsequences: false)
      return "\"" + doubled.joined(separator: "\"\"") + "\""
    }.joined(separator: ",") + "\r\n"
  }
}

/// Writes the rows of a list as they come.
struct ListOutput: ~Copyable {
  private let format: ListFormat
  private var output = StandardOutput()
  private(set) var count = 0

  init(_ format: ListFormat) { self.format = format }

  mutating func write(_ row: ListRow) throws {
    switch format {
    case .jsonl: try output.write(row.json)
    case .geojson:
      try output.write(count == 0 ? "{\"type\":\"FeatureCollection\",\"features\":[\n" : ",\n")
      try output.write(row.feature)
    case .csv: try output.write((count == 0 ? row.csvHead : "") + row.csv)
    case .text:
      for (number, line) in row.lines.enumerated() {
        try output.write((number == 0 ? "" : "  ") + line + "\n")
      }
      try output.write("\n")
    }
    count += 1
  }

  /// Ends the list; tells on standard error how many more there are.
  ///
  /// - Throws: The status for nothing found if there was no row.
  mutating func finish(total: String) throws {
    if format == .geojson, count > 0 { try output.write("\n]}\n") }
    try output.flush()
    if count == 0 {
      StandardStreams.report("marsad: nothing found")
      throw ExitStatus.nothingFound.exitCode
    }
    StandardStreams.report("marsad: \(count) of \(total)")
  }
}
