internal import ArgumentParser
internal import Extracting
internal import FoundationEssentials

/// `marsad extract`: pages in, articles out.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Take the articles out of HTML pages: title, body, byline, times.",
    discussion: """
      One JSON object a page and line, in the order of the arguments, with the fields that \
      marsad read takes. A page without text is no error: its notes say what is missing. Files \
      that can't be read are told of on standard error; the others go on, and the exit status is 3.

      Examples:
        marsad extract page.html --url https://outlet.example/2026/01/02/report
        marsad extract page.html --format text
        marsad extract *.html | marsad read -
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl, text
  }

  @Argument(help: ArgumentHelp("HTML files; - is standard input.", valueName: "page"))
  var pages: [String] = ["-"]

  @Option(help: "The page's address, for one page.")
  var url: String?

  @Option(help: "The encoding that the server declared.")
  var charset: String?

  @Option(help: "jsonl: one article a line. text: the title, an empty line, the body.")
  var format: Format = .jsonl

  func validate() throws {
    if url != nil, pages.count > 1 { throw ValidationError("--url goes with one page") }
  }

  func run() async throws {
    let extractor = Extractor()
    var output = StandardOutput()
    var failed = 0
    for page in pages {
      guard let bytes = contents(of: page) else {
        failed += 1
        StandardStreams.report("marsad: \(page): can't be read; check the path and its rights")
        continue
      }
      let article = extractor.extract(bytes, url: url, charset: charset)
      if article.notes.contains(.binary) {
        failed += 1
        StandardStreams.report("marsad: \(page): no HTML but binary data; name a page")
        continue
      }
      switch format {
      case .jsonl: try output.write(article.json + [0x0A])
      case .text: try output.write("\(article.title)\n\n\(article.text)\n")
      }
    }
    try output.flush()
    if failed > 0 { throw ExitStatus.input.exitCode }
  }

  private func contents(of page: String) -> [UInt8]? {
    let path = page == "-" ? "/dev/stdin" : page
    return (try? Data(contentsOf: URL(filePath: path))).map(Array.init)
  }
}
