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

      Examples:
        marsad brief --lang ar > brief.md
        marsad brief --since 2025-08-01 --until 2025-08-07 --lang en --format html > brief.html
        marsad brief --lang ar --site http://127.0.0.1:8080
      """)

  /// How it is written.
  enum Form: String, ExpressibleByArgument, CaseIterable { case markdown, html }

  @Option(help: "The first day. (default: six days before the last)")
  var since: CalendarDay?

  @Option(help: "The last day. (default: yesterday, UTC)")
  var until: CalendarDay?

  @Option(help: "ar or en.")
  var lang: PageLanguage = .arabic

  @Option(help: "markdown or html.")
  var format: Form = .markdown

  @Option(help: ArgumentHelp("Where marsad serve is seen, for links.", valueName: "url"))
  var site: String?

  @OptionGroup var location: ArchiveLocation

  private var days: (first: CalendarDay, last: CalendarDay) {
    let last = until ?? CalendarDay.today.advanced(by: -1)
    return (since ?? last.advanced(by: -6), last)
  }

  func validate() throws {
    if days.first > days.last {
      throw ValidationError(
        "--since \(days.first) lies behind the last day \(days.last); give an earlier day")
    }
    if let site, !site.hasPrefix("http://"), !site.hasPrefix("https://") {
      throw ValidationError("--site must be an address that begins with https:// or http://")
    }
  }

  func run() async throws {
    try await location.withArchive(.read) { archive in
      let brief = try archive.read { try Brief(of: days.first...days.last, $0) }
      var output = StandardOutput()
      switch format {
      case .markdown: try output.write(brief.markdown(in: lang, site: site))
      case .html: try output.write(brief.html(in: lang, site: site))
      }
      try output.flush()
    }
  }
}
