internal import ArabicQuantities
internal import NewsModel
internal import Recording

/// Reads a list part by part, each row in the bytes that a file or the API shows.
struct ListReader: Sendable {
  /// In what form rows are wanted.
  enum Form: Sendable { case json, csv }

  /// A part of a list.
  struct Part: Sendable {
    /// The rows; JSON without line ends, CSV with.
    let rows: [[UInt8]]
    /// Where the next part begins; `nil` behind the last one.
    let next: ListPosition?
    let total: BoundedCount?
  }

  /// The names of the CSV columns.
  let header: [String]
  /// Reads a part: how many rows at most, from where, in what form.
  let part: @Sendable (ArchiveView, Int, ListPosition?, Form) throws -> Part

  /// Makes the reader of a list under the filters of an address.
  init(_ list: RecordList, _ request: SiteRequest) throws(Problem) {
    let fields = FilterFields(request: request)
    switch list {
    case .articles:
      let filter = try fields.articles()
      header = RecordCSV.articleHeader
      part = { view, limit, before, form in
        Part(try view.latest(filter, limit: limit, before: before), form)
      }
    case .statements:
      let filter = try fields.statements()
      header = RecordCSV.statementHeader
      part = { view, limit, before, form in
        Part(try view.statements(filter, limit: limit, before: before), form)
      }
    case .outlooks:
      let filter = try fields.outlooks()
      header = RecordCSV.outlookHeader
      part = { view, limit, before, form in
        Part(try view.outlooks(filter, limit: limit, before: before), form)
      }
    case .events:
      let filter = try fields.events()
      header = RecordCSV.eventHeader
      part = { view, limit, before, form in
        Part(try view.events(filter, limit: limit, before: before), form)
      }
    case .edits:
      let filter = try fields.edits()
      header = RecordCSV.editHeader
      part = { view, limit, before, form in
        Part(try view.edits(filter, limit: limit, before: before), form)
      }
    case .ledger:
      let filter = try fields.ledger(today: .today)
      header = RecordCSV.ledgerHeader
      part = { view, limit, before, form in
        Part(try view.ledger(filter, limit: limit, before: before), form)
      }
    case .sources:
      header = RecordCSV.sourceHeader
      part = { view, _, _, form in
        Part(rows: try view.sources().map { $0.bytes(form) }, next: nil, total: nil)
      }
    }
  }
}

extension ListReader.Part {
  fileprivate init<Row: ListedRow>(_ page: ListPage<Row>, _ form: ListReader.Form) {
    self.init(rows: page.rows.map { $0.bytes(form) }, next: page.next, total: page.total)
  }
}

/// A row that can be shown to programs.
private protocol ListedRow: Sendable, Hashable {
  func write(to out: inout JSONWriter)
  var cells: [String?] { get }
}

extension ListedRow {
  fileprivate func bytes(_ form: ListReader.Form) -> [UInt8] {
    switch form {
    case .csv: return RecordCSV.line(cells)
    case .json:
      var out = JSONWriter()
      write(to: &out)
      return out.bytes
    }
  }
}

extension ArticleHeading: ListedRow {
  fileprivate func write(to out: inout JSONWriter) { RecordJSON.write(self, to: &out) }
  fileprivate var cells: [String?] { RecordCSV.cells(self) }
}

extension StatementRow: ListedRow {
  fileprivate func write(to out: inout JSONWriter) { RecordJSON.write(self, to: &out) }
  fileprivate var cells: [String?] { RecordCSV.cells(self) }
}

extension OutlookRow: ListedRow {
  fileprivate func write(to out: inout JSONWriter) { RecordJSON.write(self, to: &out) }
  fileprivate var cells: [String?] { RecordCSV.cells(self) }
}

extension EventRow: ListedRow {
  fileprivate func write(to out: inout JSONWriter) { RecordJSON.write(self, to: &out) }
  fileprivate var cells: [String?] { RecordCSV.cells(self) }
}

extension EditRow: ListedRow {
  fileprivate func write(to out: inout JSONWriter) { VersionJSON.write(self, to: &out) }
  fileprivate var cells: [String?] { RecordCSV.cells(self) }
}

extension LedgerCase: ListedRow {
  fileprivate func write(to out: inout JSONWriter) { LedgerJSON.write(self, .today, to: &out) }
  fileprivate var cells: [String?] { RecordCSV.cells(self) }
}

extension SourceSummary: ListedRow {
  fileprivate func write(to out: inout JSONWriter) { RecordJSON.write(self, to: &out) }
  fileprivate var cells: [String?] { RecordCSV.cells(self) }
}
