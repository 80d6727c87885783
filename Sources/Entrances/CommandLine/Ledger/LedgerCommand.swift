internal import ArabicQuantities
internal import ArgumentParser
internal import NewsModel
internal import Recording
internal import Serving

/// `marsad ledger`: the outlooks on record, how each resolved, and how well each holder's fare.
struct LedgerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Hold what was warned of and forecast against what was reported afterwards.",
    discussion: """
      Each outlook of the archive has an entry. A person writes a rule for it, or accepts a proposed \
      one: which events would make it come true, until when, and by which events its condition is \
      known. marsad ledger evidence gathers those events, counted in independent stories; a person \
      decides. Rules and decisions are added and never changed; the newest counts.

      Examples:
        marsad ledger list --state open
        marsad ledger propose 17
        marsad ledger propose 17 --accept --by "سلمى"
        marsad ledger rule 17 --by "سلمى" --type ASSAULT --actor islamic-state --until 2025-12-31
        marsad ledger evidence 17
        marsad ledger decide 17 came-true --by "سلمى" --on 2025-09-14 --reason "three attacks in August"
        marsad ledger scores --by holder
      """,
    subcommands: [
      List.self, Show.self, Propose.self, Rule.self, Evidence.self, Decide.self, Decisions.self,
      Scores.self,
    ],
    defaultSubcommand: List.self)

  /// Finds an entry.
  ///
  /// - Throws: `CommandFailure` if there is none.
  static func entry(_ number: Int, _ view: ArchiveView) throws -> LedgerCase {
    guard let found = try view.ledgerCase(number) else {
      throw CommandFailure(
        status: .nothingFound,
        message: "the ledger has no entry \(number); marsad ledger list tells them")
    }
    return found
  }

  /// Checks the name under which something is written down.
  static func check(by name: String) throws {
    if name.allSatisfy(\.isWhitespace) || name.utf8.count > 200 {
      throw ValidationError("--by names who decides, in 1 to 200 bytes")
    }
  }
}

/// Which outlooks of the ledger are meant.
struct LedgerChoice: ParsableArguments {
  @Option(help: "Words of the name of whose outlook it is.")
  var holder: String?

  @Option(help: "Words of the outcome or the condition.")
  var words: String?

  @Option(help: "Only of this kind; may be given several times.")
  var kind: [OutlookKind] = []

  @Option(help: "Only with this likelihood; may be given several times.")
  var likelihood: [Likelihood] = []

  @Flag(inversion: .prefixedNo, help: "Only those with a condition, or only those without.")
  var conditional: Bool?

  /// The filter.
  func filter(_ options: ListOptions, today: CalendarDay) -> LedgerFilter {
    var filter = LedgerFilter(today: today)
    filter.outlooks.holder = holder
    filter.outlooks.words = words
    filter.outlooks.kinds = Set(kind)
    filter.outlooks.likelihoods = Set(likelihood)
    filter.outlooks.hasCondition = conditional
    filter.outlooks.source = options.source
    filter.outlooks.since = options.since
    filter.outlooks.until = options.until
    return filter
  }
}
