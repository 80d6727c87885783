internal import ArgumentParser
internal import Gathering
internal import Glibc

/// What commands that take articles have in common.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files or folders with articles; - is standard input.",
      discussion: """
        Plain text (first line the title, the rest the text), a JSON object or array, or JSON \
        Lines; tables (CSV, or the first sheet of .xlsx or .ods, with a line of names), mails (.eml, .mbox), .docx, \
        PDF, and channels exported from Telegram (result.json); each also packed with gzip. Of a folder: all .txt, .json, .jsonl, .ndjson, \
        .csv, .tsv, .xlsx, .ods, .eml, .mbox, .docx and .pdf files.
        """,
      valueName: "input"),
    completion: .file())
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Which input field holds which article field: ours=theirs, with commas between.",
      discussion: """
        Ours are id, source, url, published, modified, title, byline and text; theirs may be a path such as \
        meta.date. Fields that are not mapped are looked for under our names.
        """,
      valueName: "fields"))
  var map: FieldMapping = FieldMapping()

  @Option(
    name: .customLong("input"),
    help:
      "What the input is: auto, text, json, jsonl, csv, xlsx, ods, telegram, eml, mbox, docx or pdf. auto goes by the file's name and start."
  )
  var format: ArticleRecords.Format = .auto

  @Option(help: "How many articles are read side by side.")
  var jobs: Int = ProcessorCount.value

  func validate() throws {
    if inputs.isEmpty, StandardStreams.isTerminal(0) {
      throw ValidationError("name a file or folder with articles, or - for standard input")
    }
    if jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }

  /// The inputs named, standard input if there are none.
  var articleInputs: ArticleInputs { ArticleInputs(arguments: inputs.isEmpty ? ["-"] : inputs) }
}

/// The number of processors that this process may use.
enum ProcessorCount {
  static let value = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}

extension ArticleRecords.Format: ExpressibleByArgument {}

extension FieldMapping: ExpressibleByArgument {
  package init?(argument: String) {
    guard let mapping = try? FieldMapping(parsing: argument) else { return nil }
    self = mapping
  }

  package var defaultValueDescription: String { "each under our name" }
}
