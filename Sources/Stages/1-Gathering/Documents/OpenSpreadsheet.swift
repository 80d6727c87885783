/// Reads the rows of the first sheet of an OpenDocument spreadsheet (ODF 1.3, part 3, 9: tables).
///
/// Formulas count by the value that was kept with them, days and times as they are kept, in ISO 8601. Comments are left out.
enum OpenSpreadsheet {
  /// The most copies of a repeated cell that are filled in; files repeat empty cells up to a sheet's edge.
  private static let copyLimit = 256

  /// The filled rows of a spreadsheet; `nil` if the archive holds none.
  static func rows(in archive: ZipArchive) throws(DocumentFault) -> [Spreadsheet.Row]? {
    guard let content = try archive.content("content.xml") else { return nil }
    if let manifest = try archive.content("META-INF/manifest.xml"),
      let root = XMLElement.document(xml: manifest), isEncrypted(root)
    {
      throw .encrypted
    }
    guard
      let sheet = XMLElement.document(xml: content)?.child("body")?.child("spreadsheet")?
        .child("table")
    else { return nil }
    var rows: [Spreadsheet.Row] = []
    var number = 1
    add(sheet, to: &rows, &number)
    return rows
  }

  private static func isEncrypted(_ manifest: XMLElement) -> Bool {
    manifest.children.contains { $0.child("encryption-data") != nil }
  }

  /// Adds the rows within an element; those of headings and groups stand in elements of their own.
  ///
  /// A row that is repeated is the same article again, and is read once.
  private static func add(
    _ parent: XMLElement, to rows: inout [Spreadsheet.Row], _ number: inout Int
  ) {
    for child in parent.children {
      switch child.name {
      case "table-row":
        let cells = cells(of: child)
        if !cells.isEmpty { rows.append((number, cells)) }
        number += min(count(child["number-rows-repeated"]), Spreadsheet.rowLimit)
      case "table-header-rows", "table-rows", "table-row-group": add(child, to: &rows, &number)
      default: break
      }
    }
  }

  private static func cells(of row: XMLElement) -> [Int: String] {
    var cells: [Int: String] = [:]
    var column = 0
    for cell in row.children where ["table-cell", "covered-table-cell"].contains(cell.name) {
      let copies = min(count(cell["number-columns-repeated"]), Spreadsheet.columnLimit - column)
      let text = value(of: cell).trimmingSpace()
      if !text.isEmpty {
        for copy in 0..<min(copies, copyLimit) { cells[column + copy] = text }
      }
      column += copies
    }
    return cells
  }

  private static func count(_ attribute: String?) -> Int {
    max(1, attribute.flatMap { Int($0) } ?? 1)
  }

  private static func value(of cell: XMLElement) -> String {
    switch cell["value-type"] {
    case "date": cell["date-value"] ?? ""
    case "float", "percentage", "currency": cell["value"] ?? ""
    case "boolean": cell["boolean-value"] ?? ""
    default:
      cell["string-value"]
        ?? cell.children.filter { $0.name == "p" }.map(text).joined(separator: "\n")
    }
  }

  /// A paragraph, in which spaces, tabs and ends of lines are elements.
  private static func text(of element: XMLElement) -> String {
    var text = ""
    element.visitPieces { piece in
      switch piece {
      case .text(let part): text += part
      case .child(let child):
        switch child.name {
        case "s": text += String(repeating: " ", count: min(count(child["c"]), copyLimit))
        case "tab": text += "\t"
        case "line-break": text += "\n"
        case "annotation": break
        default: text += self.text(of: child)
        }
      }
    }
    return text
  }
}
