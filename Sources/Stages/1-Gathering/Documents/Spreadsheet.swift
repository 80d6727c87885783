/// Reads the first sheet of a workbook (ECMA-376, SpreadsheetML) or of an OpenDocument spreadsheet: a row with names, then
/// an article a row.
///
/// Formulas count by the value that was kept with them; days and times that are kept as numbers are written as ISO 8601.
struct Spreadsheet {
  /// The cells of a row by their column, from 0; empty ones are left out.
  typealias Row = (number: Int, cells: [Int: String])

  private let rows: [Row]

  /// The most columns that a sheet can have.
  static let columnLimit = 16_384
  /// The most rows that a sheet can have.
  static let rowLimit = 1 << 20

  /// Reads a workbook.
  init(_ bytes: [UInt8]) throws(DocumentFault) {
    let archive = try ZipArchive(bytes)
    if let open = try OpenSpreadsheet.rows(in: archive) {
      rows = open
    } else {
      rows = try Spreadsheet.rows(in: archive)
    }
  }

  /// The rows of a workbook's first sheet.
  private static func rows(in archive: ZipArchive) throws(DocumentFault) -> [Row] {
    func part(_ name: String) throws(DocumentFault) -> XMLElement? {
      try archive.content(name).flatMap { XMLElement.document(xml: $0) }
    }
    guard let book = try part("xl/workbook.xml"),
      let name = Spreadsheet.firstSheet(book, try part("xl/_rels/workbook.xml.rels")),
      let sheet = try part(name)?.child("sheetdata")
    else { throw .noSpreadsheet }
    let strings = try part("xl/sharedStrings.xml")?.children.map(Spreadsheet.text) ?? []
    let dates = SpreadsheetDates(
      styles: try part("xl/styles.xml"), isFrom1904: book.child("workbookpr")?["date1904"])
    var number = 0
    return sheet.children.filter { $0.name == "row" }.map { row in
      number = row["r"].flatMap { Int($0) } ?? number + 1
      return (number, Spreadsheet.cells(of: row, strings, dates))
    }
  }

  /// The rows as articles' records; one that can't be read is a problem among the others.
  func items(file: String) throws(DocumentFault) -> [GatheredItem] {
    let filled = rows.filter { !$0.cells.isEmpty }
    guard let header = filled.first, let last = header.cells.keys.max() else { throw .noHeader }
    let names = try TableReader.names((0...last).map { header.cells[$0] ?? "" })
    let items = filled.dropFirst().map { row -> GatheredItem in
      if let far = row.cells.keys.max(), far >= names.count {
        return .problem(
          GatheringProblem(
            file: file, line: row.number,
            reason: .document(.tooManyCells(found: far + 1, names: names.count))))
      }
      return TableReader.record(
        names, names.indices.map { row.cells[$0] ?? "" }, file, line: row.number)
    }
    return items.isEmpty
      ? [.problem(GatheringProblem(file: file, reason: .emptyArticle))] : items
  }

  /// The part that holds the first sheet.
  private static func firstSheet(_ book: XMLElement, _ relations: XMLElement?) -> String? {
    guard let id = book.child("sheets")?.children.first?["id"],
      let target = relations?.children.first(where: { $0["id"] == id })?["target"]
    else { return nil }
    return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }

  private static func cells(
    of row: XMLElement, _ strings: [String], _ dates: SpreadsheetDates
  ) -> [Int: String] {
    var cells: [Int: String] = [:]
    var column = -1
    for cell in row.children where cell.name == "c" {
      column = cell["r"].flatMap(Spreadsheet.column) ?? column + 1
      guard column < columnLimit, let text = value(of: cell, strings, dates)?.trimmingSpace(),
        !text.isEmpty
      else { continue }
      cells[column] = text
    }
    return cells
  }

  private static func value(
    of cell: XMLElement, _ strings: [String], _ dates: SpreadsheetDates
  ) -> String? {
    if cell["t"] == "inlineStr" { return cell.child("is").map(text) }
    guard let value = cell.text(of: "v") else { return nil }
    switch cell["t"] {
    case "s": return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil }
    case "e": return nil
    case "b": return value == "1" ? "true" : "false"
    case "str", "d": return value
    default: return dates.time(value, style: cell["s"]) ?? value
    }
  }

  /// A string, of one piece or of several with formats of their own; how it is pronounced is left out.
  private static func text(of string: XMLElement) -> String {
    string.children.reduce(into: "") { text, piece in
      switch piece.name {
      case "t": text += piece.text
      case "r": text += piece.child("t")?.text ?? ""
      default: break
      }
    }
  }

  /// The column of a cell's name, from 0: that of `AB12` is 27.
  private static func column(of name: String) -> Int? {
    var column = 0
    for byte in name.utf8.prefix(4) where byte &- 0x41 < 26 {
      column = column * 26 + Int(byte) - 0x40
    }
    return column > 0 ? column - 1 : nil
  }
}
