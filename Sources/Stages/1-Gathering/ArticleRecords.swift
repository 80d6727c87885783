/// The records of all inputs, in order, as they come.
package struct ArticleRecords {
  /// What there is next.
  package enum Next: Sendable {
    /// At least one item.
    case batch([GatheredItem])
    /// Nothing yet; to go on means to wait.
    case waiting
    case end
  }

  /// How the user says that the input is laid out.
  package enum Format: String, Sendable, CaseIterable {
    /// Told by the file's ending and its first byte.
    case auto
    case text, json, jsonl
    /// A table, `result.json` of a channel, a mail, a document of word processors.
    case csv, xlsx, ods, telegram, eml, mbox, docx, pdf
  }

  private let inputs: [ArticleInputs.Input]
  private let format: Format
  private var upcoming = 0
  private var bytes: InputBytes?
  private var splitter: RecordSplitter?
  /// The document that is read as a whole, as far as it is there.
  private var document: (kind: DocumentKind, file: String, bytes: [UInt8])?
  /// The path of a file of which nothing has been read yet.
  private var unread: String?
  private let totalCount: Int?
  private var finishedCount = 0

  /// Prepares to read the inputs; each is opened when its turn comes.
  package init(_ inputs: ArticleInputs, format: Format = .auto) {
    self.inputs = inputs.inputs
    self.format = format
    totalCount = inputs.byteCount
  }

  /// Which part of the inputs has been read, 0 to 1; `nil` if it can't be told.
  package var fractionRead: Double? {
    guard let totalCount, totalCount > 0 else { return nil }
    return min(1, Double(finishedCount + (bytes?.packedCount ?? 0)) / Double(totalCount))
  }

  /// Reads on.
  ///
  /// A problem that ends one input is an item; the next input follows.
  ///
  /// - Parameter mayWait: Whether to wait for input that is not there yet.
  /// - Returns: The items of one piece of input; never an empty batch.
  package mutating func next(mayWait: Bool) -> Next {
    var items: [GatheredItem] = []
    while items.isEmpty {
      if bytes == nil {
        guard upcoming < inputs.count else { return .end }
        open(inputs[upcoming], &items)
        upcoming += 1
        continue
      }
      if !mayWait, let isReady = bytes?.isReady(), !isReady { return .waiting }
      readChunk(&items)
    }
    return .batch(items)
  }

  private mutating func open(_ input: ArticleInputs.Input, _ items: inout [GatheredItem]) {
    switch input {
    case .problem(let problem): items.append(.problem(problem))
    case .standardInput:
      bytes = InputBytes.standardInput(name: input.name)
      prepare(file: input.name, path: "")
    case .file(let path):
      do {
        bytes = try InputBytes(path: path, name: path)
        prepare(file: path, path: path)
      } catch {
        items.append(.problem(error))
      }
    }
  }

  private mutating func prepare(file: String, path: String) {
    let kind = kind(of: path)
    document = kind.map { ($0, file, []) }
    unread = path
    splitter = kind == nil ? RecordSplitter(file: file, layout: layout(of: path)) : nil
  }

  private func kind(of path: String) -> DocumentKind? {
    switch format {
    case .auto: DocumentKind(path: path)
    case .csv: .table
    case .xlsx, .ods: .spreadsheet
    case .telegram: .telegram
    case .eml: .mail
    case .mbox: .mailbox
    case .docx: .word
    case .pdf: .pdf
    case .text, .json, .jsonl: nil
    }
  }

  /// Takes a piece of a document; one that is too long is given up.
  private mutating func take(document chunk: [UInt8]) throws(GatheringProblem) {
    guard let open = document else { return }
    guard open.bytes.count + chunk.count <= DocumentKind.limit else {
      document = nil
      throw GatheringProblem(file: open.file, reason: .tooLong(limit: DocumentKind.limit))
    }
    document?.bytes += chunk
  }

  /// Takes a JSON file that begins as an export of Telegram's for one, whatever its name is.
  private mutating func lookAtStart(_ chunk: [UInt8]) {
    guard let path = unread else { return }
    unread = nil
    guard document == nil, format == .auto, ArticleInputs.hasEnding("json", path),
      TelegramExport.opens(chunk)
    else { return }
    document = (.telegram, path, [])
    splitter = nil
  }

  private mutating func readChunk(_ items: inout [GatheredItem]) {
    do throws(GatheringProblem) {
      var chunk: [UInt8] = []
      switch try bytes?.read(into: &chunk) ?? .end {
      case .bytes:
        lookAtStart(chunk)
        try take(document: chunk)
        splitter?.take(chunk, &items)
      case .end:
        splitter?.finish(&items)
        if let document { items += document.kind.items(of: document.bytes, file: document.file) }
        document = nil
        finishedCount += bytes?.packedCount ?? 0
        bytes = nil
      }
    } catch {
      items.append(.problem(error))
      bytes = nil
      document = nil
    }
  }

  private func layout(of path: String) -> RecordSplitter.Layout {
    switch format {
    case .text: return .text
    case .jsonl: return .lines
    case .json, .csv, .xlsx, .ods, .telegram, .eml, .mbox, .docx, .pdf: return .unknown
    case .auto:
      if ArticleInputs.hasEnding("txt", path) { return .text }
      let isLines = ["jsonl", "ndjson"].contains { ArticleInputs.hasEnding($0, path) }
      return isLines ? .lines : .unknown
    }
  }
}
