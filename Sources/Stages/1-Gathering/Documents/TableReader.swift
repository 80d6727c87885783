internal import NewsModel

/// Reads tables as spreadsheets write them (RFC 4180): a header line with names, then an article a row.
///
/// Cells are set off by whichever of comma, semicolon and tab is most frequent in the header, for
/// spreadsheets of several languages write semicolons. Each row becomes a JSON object under the header's names.
struct TableReader {
  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var line = 1

  /// Prepares to read a table in any encoding that Arabic tables are met in.
  init(_ bytes: [UInt8], file: String) {
    self.bytes = DocumentText.utf8(bytes)
    self.file = file
  }

  /// The rows; one that can't be read is a problem among the others.
  consuming func items() throws(DocumentFault) -> [GatheredItem] {
    let separator = self.separator
    guard let first = try row(separator) else { throw .noHeader }
    let names = first.cells.map { $0.trimmingSpace() }
    guard names.contains(where: { !$0.isEmpty }),
      Set(names.filter { !$0.isEmpty }).count
        == names.count(where: { !$0.isEmpty })
    else { throw .noHeader }
    var items: [GatheredItem] = []
    while position < bytes.count {
      let start = line
      do throws(DocumentFault) {
        guard let row = try row(separator) else { break }
        if row.cells.allSatisfy({ $0.trimmingSpace().isEmpty }) { continue }
        guard row.cells.count <= names.count else {
          throw .tooManyCells(found: row.cells.count, names: names.count)
        }
        items.append(record(names, row.cells, line: start))
      } catch {
        items.append(
          .problem(GatheringProblem(file: file, line: start, reason: .document(error))))
      }
    }
    if items.isEmpty { items.append(.problem(GatheringProblem(file: file, reason: .emptyArticle))) }
    return items
  }

  private func record(_ names: [String], _ cells: [String], line: Int) -> GatheredItem {
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
