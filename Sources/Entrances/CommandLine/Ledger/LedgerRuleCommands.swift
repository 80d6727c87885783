internal import ArabicQuantities
internal import ArgumentParser
internal import NewsModel
internal import Recording
internal import Serving
internal import Watching

extension LedgerCommand {
  /// The command `marsad ledger propose`.
  struct Propose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Derive an entry's rule from its own words, and say from which.",
      discussion: """
        Types, actor and place come from the events and names that the reader found in the outcome and \
        the condition, else from the words of Data/watching/outcome-words.tsv; the last day comes \
        from the horizon, else it is 90 days after the article. What isn't told stays open. \
        --accept keeps the rule in a person's name.

        Examples:
          marsad ledger propose 17 18 19
          marsad ledger propose 17 --accept --by "سلمى"
        """)

    @Argument(help: ArgumentHelp("Entries' numbers.", valueName: "entry"))
    var entries: [Int]

    @Flag(help: "Keep the proposed rules.")
    var accept = false

    @Option(help: ArgumentHelp("Who accepts them.", valueName: "name"))
    var by: String?

    @OptionGroup var location: ArchiveLocation

    func validate() throws {
      if entries.isEmpty { throw ValidationError("name at least one entry; marsad ledger list") }
      if accept {
        guard let by else { throw ValidationError("--accept needs --by: who accepts the rule") }
        try LedgerCommand.check(by: by)
      }
    }

    func run() async throws {
      try await location.withArchive(accept ? .readWrite : .read) { archive in
        var output = StandardOutput()
        var failed = 0
        for number in entries {
          let (one, clues) = try archive.read { view in
            (try LedgerCommand.entry(number, view), try view.clues(ofEntry: number))
          }
          guard let clues else {
            failed += 1
            StandardStreams.report(
              "marsad: entry \(number): the newest reading does not find it, or its article has no"
                + " day; write a rule with marsad ledger rule \(number)")
            continue
          }
          let proposal = RuleProposal(clues)
          try output.write(
            ([one.headline] + proposal.rule.lines).joined(separator: "\n  ") + "\n\n")
          if !proposal.isComplete {
            failed += 1
            StandardStreams.report(
              "marsad: entry \(number): its words don't tell which events, of whom or where; write a rule with marsad"
                + " ledger rule \(number) --type …")
          } else if accept, let by {
            var rule = proposal.rule
            rule.writtenBy = by
            _ = try archive.add(rule, entry: number)
          }
        }
        try output.flush()
        if failed > 0 { throw ExitStatus.input.exitCode }
      }
    }
  }

  /// The command `marsad ledger rule`.
  struct Rule: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the rule by which an entry resolves; earlier ones stay on record.",
      discussion: """
        The outcome is known by events with all of --type, --actor, --recipient and --place from \
        --from until --until, told by at least --least independent stories; with --absence it comes \
        true if there are fewer. The options that begin with --if- say the same of the condition. An \
        actor is an id that marsad actors lists, or words of a name.

        Examples:
          marsad ledger rule 17 --by "سلمى" --type ASSAULT --actor islamic-state --until 2025-12-31
          marsad ledger rule 17 --by "سلمى" --type ASSAULT --actor "راية الصحراء" --until 2025-12-31 \
        --if-type COERCE --if-recipient "راية الصحراء" --if-absence
        """)

    @Argument(help: ArgumentHelp("An entry's number.", valueName: "entry"))
    var entry: Int

    @Option(help: ArgumentHelp("Who writes it.", valueName: "name"))
    var by: String

    @Option(help: "A PLOVER type of the outcome's events; may be given several times.")
    var type: [EventType] = []

    @Option(help: "Who does it: an entry's id, or words of a name.")
    var actor: String?

    @Option(help: "To whom it is done.")
    var recipient: String?

    @Option(help: "Where: an entry's id, or words of a name.")
    var place: String?

    @Option(help: "The first day that counts. (default: the day after the article's)")
    var from: CalendarDay?

    @Option(help: ArgumentHelp("The last day that counts.", valueName: "yyyy-mm-dd"))
    var until: CalendarDay

    @Option(help: "The fewest independent stories.")
    var least = 1

    @Flag(help: "It comes true if there are fewer stories than that.")
    var absence = false

    @Option(help: "A PLOVER type of the condition's events; may be given several times.")
    var ifType: [EventType] = []

    @Option(help: "Who does what the condition names.")
    var ifActor: String?

    @Option(help: "To whom it is done.")
    var ifRecipient: String?

    @Option(help: "Where.")
    var ifPlace: String?

    @Option(help: "The fewest independent stories of the condition.")
    var ifLeast = 1

    @Flag(help: "The condition holds if there are fewer stories than that.")
    var ifAbsence = false

    @OptionGroup var location: ArchiveLocation

    func validate() throws {
      try LedgerCommand.check(by: by)
      if outcome.isEmpty {
        throw ValidationError("a rule needs events: --type, --actor, --recipient or --place")
      }
      if least < 1 || ifLeast < 1 { throw ValidationError("--least and --if-least are 1 or more") }
      if condition.isEmpty, ifAbsence || ifLeast > 1 {
        throw ValidationError("--if-least and --if-absence need --if-type or another of its like")
      }
    }

    func run() async throws {
      try await location.withArchive(.readWrite) { archive in
        let one = try archive.read { try LedgerCommand.entry(entry, $0) }
        guard let first = from ?? one.entry.article.day?.advanced(by: 1) else {
          throw CommandFailure(
            status: .input, message: "entry \(entry)'s article has no day; give --from")
        }
        guard first <= until else {
          throw CommandFailure(
            status: .input,
            message: "--until \(until) lies before the first day \(first); give a later day, or"
              + " another --from")
        }
        let rule = ResolutionRule(
          outcome: outcome, condition: condition.isEmpty ? nil : condition, days: first...until,
          writtenBy: by)
        _ = try archive.add(rule, entry: entry)
        StandardStreams.announce(
          "entry \(entry) has a rule; marsad ledger evidence \(entry) gathers what answers it")
      }
    }

    private var outcome: EventQuestion {
      question(type, actor, recipient, place, least: least, isAbsence: absence)
    }

    private var condition: EventQuestion {
      question(ifType, ifActor, ifRecipient, ifPlace, least: ifLeast, isAbsence: ifAbsence)
    }

    private func question(
      _ types: [EventType], _ actor: String?, _ recipient: String?, _ place: String?, least: Int,
      isAbsence: Bool
    ) -> EventQuestion {
      var question = EventQuestion()
      question.types = Set(types)
      question.actor = actor
      question.recipient = recipient
      question.place = place
      question.least = least
      question.isAbsence = isAbsence
      return question
    }
  }

  /// The command `marsad ledger decide`.
  struct Decide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep a person's decision on how an entry resolved; the newest counts.",
      discussion: """
        Verdicts: came-true, did-not, condition-not-met, cant-tell.

        Example:
          marsad ledger decide 17 did-not --by "سلمى" --on 2025-12-31 --reason "no attack reported"
        """)

    @Argument(help: ArgumentHelp("An entry's number.", valueName: "entry"))
    var entry: Int

    @Argument(
      help: "One of \(LedgerDecision.Verdict.allCases.map(\.rawValue).joined(separator: ", ")).")
    var verdict: LedgerDecision.Verdict

    @Option(help: ArgumentHelp("Who decides.", valueName: "name"))
    var by: String

    @Option(
      help: ArgumentHelp(
        "The day on which it came true, or could be said not to have.", valueName: "yyyy-mm-dd"))
    var on: CalendarDay

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var location: ArchiveLocation

    func validate() throws {
      try LedgerCommand.check(by: by)
      if reason.allSatisfy(\.isWhitespace) || reason.utf8.count > 2_000 {
        throw ValidationError("--reason says why, in 1 to 2,000 bytes")
      }
    }

    func run() async throws {
      try await location.withArchive(.readWrite) { archive in
        let one = try archive.read { try LedgerCommand.entry(entry, $0) }
        if let day = one.entry.article.day, on < day {
          throw CommandFailure(
            status: .input,
            message: "--on \(on) lies before the article's day \(day); give the day on which the"
              + " outlook resolved")
        }
        if verdict == .conditionNotMet, one.entry.wording.condition == nil,
          one.rule?.condition == nil
        {
          throw CommandFailure(
            status: .input,
            message: "entry \(entry) has no condition, neither in its words nor in its rule; choose"
              + " another verdict, or write the condition with marsad ledger rule")
        }
        let decision = LedgerDecision(
          entry: entry, verdict: verdict, decidedBy: by, day: on, reason: reason)
        _ = try archive.add(decision)
        StandardStreams.announce("entry \(entry): \(decision.sentence)")
      }
    }
  }
}
