internal import ArgumentParser
internal import Foundation
internal import Gathering
internal import NewsModel
internal import Reading

/// `marsad read`: articles in, readings out; no archive.
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read articles and write what they say: statements, outlooks, events.",
    discussion: """
      A pure function: equal articles give equal readings, in the order of the input, whatever \
      --jobs is. Records that can't be read are told of on standard error; the others go on, and \
      the exit status is 3.

      Examples:
        marsad read article.txt --format report
        marsad read news.jsonl.gz --map text=content,published=date_extracted > readings.jsonl
        marsad read article.txt --explain --without participle --cues my-cues.tsv
        marsad read news.jsonl.gz --kinds statements,outlooks > readings.jsonl
        zcat news.jsonl.gz | marsad read - --jobs 2
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl, report
  }

  @OptionGroup var input: InputOptions

  @Option(help: "jsonl: one reading a line, for programs. report: for people.")
  var format: Format = .jsonl

  @Flag(help: "Name the rule that made each record.")
  var explain = false

  @Option(
    name: .customLong("cues"),
    help: ArgumentHelp(
      "Add cues from a file in the form of Data/reading/cues.tsv; may be repeated.",
      valueName: "file"))
  var cueFiles: [String] = []

  @Option(
    help: ArgumentHelp(
      "Switch off a rule, by what its name begins with as --explain shows it; may be repeated.",
      valueName: "rule"))
  var without: [String] = []

  @OptionGroup var kinds: RecordKindList

  func run() async throws {
    let reader = Reader(rules: try rules(), kinds: try kinds.all(), explains: explain)
    let (format, explain) = (format, explain)
    let style = ReadingReport.Style(isBold: StandardStreams.isTerminal(1), isExplained: explain)
    var output = StandardOutput()
    var log = GatheringLog()
    try await ArticlePipeline(input).run { article in
      let reading = reader.read(article)
      switch format {
      case .jsonl: return reading.json(text: article.text, explained: explain) + [0x0A]
      case .report: return Array(ReadingReport(article, reading, style).text.utf8)
      }
    } deliver: { outcomes, _ in
      for outcome in outcomes {
        switch outcome.result {
        case .success(let bytes): try output.write(bytes)
        case .failure(let problem): log.add(problem)
        }
        log.add(outcome.remarks, file: outcome.file, line: outcome.line)
      }
      try output.flush()
    }
    log.summarise()
    if log.status != .done { throw log.status.exitCode }
  }

  /// The shipped rules with the user's changes.
  private func rules() throws -> ReadingRules {
    var cues: [(name: String, text: String)] = []
    for path in cueFiles {
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw ValidationError(
          "--cues: \(path) can't be read as UTF-8 text; name a file that exists")
      }
      cues.append((path, text))
    }
    do {
      return try ReadingRules(cues: cues, switchedOff: without)
    } catch {
      throw ValidationError("--cues: \(error)")
    }
  }
}
