internal import ArabicQuantities
internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Recording
internal import Serving

extension PageLanguage: ExpressibleByArgument {}

/// `marsad brief`: what is new, as a letter.
struct BriefCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Write what is new: stories, alarms, conditional outlooks, decisions of the ledger.",
    discussion: """
      Stories are those first told on one of the days, with most independent reports first; decisions \
      those written down on one of them. Silent alarms are left out.

      The PDF is printed by a browser of this machine (Chromium or Chrome). By mail a brief goes as text and HTML, with \
      the document of --format docx or pdf; to a receiver the same days go once, unless --again is given.

      Examples:
        marsad brief --lang ar > brief.md
        marsad brief --per day --format docx > brief.docx
        marsad brief --per week --format pdf --to mailto:desk@example.org --smtp mail.example.org \
          --mail-from marsad@example.org
        marsad brief --since 2025-08-01 --until 2025-08-07 --lang en --format html > brief.html
        marsad brief --lang ar --site http://127.0.0.1:8080
      """)

  /// How it is written.
  enum Form: String, ExpressibleByArgument, CaseIterable { case markdown, html, pdf, docx }

  /// How many days it looks back.
  enum Span: String, ExpressibleByArgument, CaseIterable { case day, week }

  @Option(help: "day or week: how many days, up to the last, if --since isn't given.")
  var per: Span = .week

  @Option(help: "The first day. (default: by --per)")
  var since: CalendarDay?

  @Option(help: "The last day. (default: yesterday, UTC)")
  var until: CalendarDay?

  @Option(help: "ar or en.")
  var lang: PageLanguage = .arabic

  @Option(help: "markdown, html, pdf or docx.")
  var format: Form = .markdown

  @Option(help: ArgumentHelp("Where marsad serve is seen, for links.", valueName: "url"))
  var site: String?

  @Option(help: ArgumentHelp("The browser that prints the PDF.", valueName: "program"))
  var browser: String?

  @Option(
    help: ArgumentHelp("Send it by mail instead: mailto: and an address.", valueName: "address"))
  var to: String?

  @Flag(help: "Send it though the receiver had the same days already.")
  var again = false

  @OptionGroup(title: "Mail") var mail: SMTPOptions
  @OptionGroup var location: ArchiveLocation

  private var days: (first: CalendarDay, last: CalendarDay) {
    let last = until ?? CalendarDay.today.advanced(by: -1)
    return (since ?? (per == .day ? last : last.advanced(by: -6)), last)
  }

  func validate() throws {
    if days.first > days.last {
      throw ValidationError(
        "--since \(days.first) lies behind the last day \(days.last); give an earlier day")
    }
    if let site, !site.hasPrefix("http://"), !site.hasPrefix("https://") {
      throw ValidationError("--site must be an address that begins with https:// or http://")
    }
    if let to {
      if MailAddress(to) == nil {
        throw ValidationError("--to \(to) is no address of mail; write mailto:desk@example.org")
      }
      _ = try mail.sender()
    }
  }

  func run() async throws {
    try await location.withArchive(to == nil ? .read : .readWrite) { archive in
      let brief = try await archive.read { try Brief(of: days.first...days.last, $0) }
      if let receiver = to.flatMap({ MailAddress($0) }) {
        try await send(brief, to: receiver, archive)
        return
      }
      var output = StandardOutput()
      try output.write(try bytes(brief))
      try output.flush()
    }
  }

  private func bytes(_ brief: Brief) throws -> [UInt8] {
    switch format {
    case .markdown: Array(brief.markdown(in: lang, site: site).utf8)
    case .html: Array(brief.html(in: lang, site: site).utf8)
    case .docx: brief.docx(in: lang, site: site)
    case .pdf: try BrowserPrinter(browser).pdf(of: brief.html(in: lang, site: site))
    }
  }

  /// Sends the brief unless the receiver has it.
  private func send(_ brief: Brief, to receiver: MailAddress, _ archive: Archive) async throws {
    let delivery = BriefDelivery(receiver: receiver.text, days: brief.days, language: lang.rawValue)
    if !again, try await archive.read({ try $0.isDelivered(delivery) }) {
      StandardStreams.report(
        "marsad: \(receiver.text) has the brief of these days already; --again sends it once more")
      return
    }
    let client = SMTPClient(try mail.server(timeout: 60))
    // The same days to the same receiver are the same letter.
    let key = "brief.\(brief.days.lowerBound).\(brief.days.upperBound).\(lang.rawValue)"
    var letter = Letter(
      from: try mail.sender(), to: receiver, subject: brief.title(in: lang), key: key,
      text: brief.markdown(in: lang, site: site), html: brief.html(in: lang, site: site))
    let kinds: [Form: String] = [
      .pdf: "application/pdf",
      .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ]
    if let kind = kinds[format] {
      letter.attachments = [
        Letter.Attachment(
          name: "\(key).\(format.rawValue)", mediaType: kind, bytes: try bytes(brief))
      ]
    }
    try archive.noteTry(of: delivery)
    do throws(DeliveryFailure) {
      try await client.send(letter)
    } catch {
      throw CommandFailure(status: .world, message: "\(receiver.text): \(error.sentence)")
    }
    try archive.noteDelivery(of: delivery)
    StandardStreams.report("marsad: the brief is delivered to \(receiver.text)")
  }
}
