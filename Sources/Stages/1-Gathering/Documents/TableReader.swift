internal import NewsModel

/// Reads tables as spreadsheets write them (RFC 4180): a header line with names, then an article a row.
///
/// Cells are set off by whichever of comma, semicolon and tab is most frequent in the header, for
/// spreadsheets of several languages write semicolons. Each row becomes a JSON object under the header's names.
package struct TableReader {
  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var line = 1

  /// One row below the header, or why it can't be read.
  package enum Row: Sendable {
    /// The cells by the header's names, and the number of the row's first line, from 1.
    case cells([String: String], line: Int)
    case problem(GatheringProblem)
  }

  /// Prepares to read a table in any encoding that Arabic tables are met in.
  ///
  /// - Parameters:
  ///   - bytes: The table's bytes.
  ///   - file: What problems call the file.
  package init(_ bytes: [UInt8], file: String) {
    self.bytes = DocumentText.utf8(bytes)
    self.file = file
  }

  /// The names of the header, and the rows below it; one that can't be read is a problem among the others.
  ///
  /// - Throws: `GatheringProblem` if there is no header that names each column once.
  package consuming func table() throws(GatheringProblem) -> (names: [String], rows: [Row]) {
    let file = self.file
    do throws(DocumentFault) {
      let (names, rows) = try contents()
      return (
        names,
        rows.map { row in
          switch row {
          case .success(let row):
            .cells(
              Dictionary(
                zip(names, row.cells).filter { !$0.0.isEmpty },
                uniquingKeysWith: { first, _ in first }),
              line: row.line)
          case .failure(let problem): .problem(problem)
          }
        }
      )
    } catch {
      throw GatheringProblem(file: file, line: 1, reason: .document(error))
    }
  }

  /// The rows as articles' records; one that can't be read is a problem among the others.
  consuming func items() throws(DocumentFault) -> [GatheredItem] {
    let file = self.file
    let (names, rows) = try contents()
    let items = rows.map { row in
      switch row {
      case .success(let row): TableReader.record(names, row.cells, file, line: row.line)
      case .failure(let problem): GatheredItem.problem(problem)
      }
    }
    return items.isEmpty
      ? [.problem(GatheringProblem(file: file, reason: .emptyArticle))] : items
  }

  private consuming func contents() throws(DocumentFault) -> (
    names: [String], rows: [Result<(cells: [String], line: Int), GatheringProblem>]
  ) {
    let separator = self.separator
    guard let first = try row(separator) else { throw .noHeader }
    let names = try TableReader.names(first.cells)
    var rows: [Result<(cells: [String], line: Int), GatheringProblem>] = []
    while position < bytes.count {
      let start = line
      do throws(DocumentFault) {
        guard let row = try row(separator) else { break }
        if row.cells.allSatisfy({ $0.trimmingSpace().isEmpty }) { continue }
        guard row.cells.count <= names.count else {
          throw .tooManyCells(found: row.cells.count, names: names.count)
        }
        rows.append(.success((row.cells, start)))
      } catch {
        rows.append(
          .failure(GatheringProblem(file: file, line: start, reason: .document(error))))
      }
    }
    return (names, rows)
  }

  /// The names of a header's cells, which name each column once; some may be empty.
  static func names(_ cells: [String]) throws(DocumentFault) -> [String] {
    let names = cells.map { $0.trimmingSpace() }
    let filled = names.filter { !$0.isEmpty }
    guard !filled.isEmpty, Set(filled).count == filled.count else { throw .noHeader }
    return names
  }

  /// A row as the record of an article, under the header's names.
  static func record(
    _ names: [String], _ cells: [String], _ file: String, line: Int
  ) -> GatheredItem {
    var writer = JSONWriter()
    writer.object { out in
      for (name, cell) in zip(names, cells) where !name.isEmpty {
        out.key(name)
        out.string(cell)
      }
    }
    return .record(
      ArticleRecord(file: file, line: line, offset: 0, form: .json, bytes: writer.bytes))
  }

  /// The mark between cells, by the header line.
  private var separator: UInt8 {
    let header = bytes.prefix { $0 != 0x0A }
    func count(_ mark: UInt8) -> Int { header.count { $0 == mark } }
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return marks.max { count($0) < count($1) } ?? marks[0]
  }

  /// The next row; `nil` at the end.
  private mutating func row(_ separator: UInt8) throws(DocumentFault) -> (
    cells: [String], line: Int
  )? {
    guard position < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    while true {
      cells.append(try cell(separator))
      guard position < bytes.count else { break }
      let mark = bytes[position]
      position += 1
      if mark == separator { continue }
      if mark == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
      line += 1
      break
    }
    return (cells, start)
  }

  /// The cell at `position`, behind which a mark, a line's end or the file's end stands then.
  private mutating func cell(_ separator: UInt8) throws(DocumentFault) -> String {
    var value: [UInt8] = []
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      let start = line
      position += 1
      while true {
        guard position < bytes.count else { throw .openQuote(line: start) }
        let byte = bytes[position]
        position += 1
        if byte == UInt8(ascii: "\"") {
          guard position < bytes.count, bytes[position] == byte else { break }
          position += 1
        } else if byte == 0x0A {
          line += 1
        }
        value.append(byte)
      }
    }
    while position < bytes.count, bytes[position] != separator, bytes[position] != 0x0A,
      bytes[position] != 0x0D
    {
      value.append(bytes[position])
      position += 1
    }
    return String(decoding: value, as: UTF8.self)
  }
}
