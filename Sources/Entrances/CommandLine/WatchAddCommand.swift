internal import ArgumentParser
internal import NewsModel
internal import Recording
internal import Watching

extension WatchCommand {
  /// The command `marsad watch add`.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep a question with the detector that judges its series.",
      discussion: """
        An article is counted if it has an event that has happened with all of --actor, --place and \
        --type, a statement with all of --speaker and --stance, and all of --words. Without \
        --baseline the detector looks back as far as its publication says.

        With --edits the watch counts nothing: each edit of such an article that was not announced, its text \
        changed and the dates that its source states not, is an alarm of its own.

        Detectors: \(Detector.allCases.map(\.rawValue).joined(separator: ", ")).

        Examples:
          marsad watch add "القصف في تعز" --type ASSAULT --place "تعز" --per week --detector earsC2
          marsad watch add "تعديلات الضفاف" --edits --source "جريدة الضفاف" --least 3
          marsad watch add threats --stance threaten --per day --detector earsC1 --baseline 28 --alpha 0.01
        """)

    @Argument(help: "What the watch is called.")
    var name: String

    @Flag(help: "Raise an alarm of each edit that was not announced.")
    var edits = false

    @Option(help: "The outlet, spelt as in the archive.")
    var source: String?

    @Option(help: "Words of an event's actor or recipient, or an entry's id.")
    var actor: String?

    @Option(help: "Words of an event's place, or an entry's id.")
    var place: String?

    @Option(help: "A PLOVER type of events; may be given several times.")
    var type: [EventType] = []

    @Option(help: "Words of a statement's speaker, or an entry's id.")
    var speaker: String?

    @Option(help: "A stance of statements; may be given several times.")
    var stance: [Stance] = []

    @Option(help: "Words of the title or text, all of which must occur.")
    var words: String?

    @Option(help: "day, week (from Monday on) or month.")
    var per: WatchStep = .week

    @Option(help: "The detector.")
    var detector = Detector.earsC2.rawValue

    @Option(help: "How many periods before the judged one are compared with.")
    var baseline: Int?

    @Option(help: "The error rate of a period, of one side, for detectors that have one.")
    var alpha: Double?

    @Option(
      help:
        "The fewest independent stories, with --edits changed words, that may be an alarm. (default: 3, with --edits 1)"
    )
    var least: Int?

    @OptionGroup var location: ArchiveLocation

    func validate() throws {
      if let least, least < 1 { throw ValidationError("--least must be at least 1") }
      if name.allSatisfy(\.isWhitespace) || name.utf8.count > Watch.nameLimit {
        throw ValidationError("a watch's name has 1 to 200 bytes")
      }
      if Int(name) != nil { throw ValidationError("a number is no name of a watch; add a word") }
      if edits {
        if baseline != nil || alpha != nil || per != .week || detector != Detector.earsC2.rawValue {
          throw ValidationError(
            "--edits judges no counts; leave out --per, --detector, --baseline and --alpha")
        }
        return
      }
      if question.isEmpty {
        throw ValidationError(
          "a watch needs a question: --source, --actor, --place, --type, --speaker, --stance or --words; or --edits"
        )
      }
      do throws(WatchingProblem) { try watch().check() } catch {
        throw ValidationError(error.sentence)
      }
    }

    func run() async throws {
      try await location.withArchive(.readWrite) { archive in
        guard let number = try archive.add(try watch()) else {
          throw CommandFailure(
            status: .input,
            message: "a watch is named \(withoutControls(name)) already; choose another name, or"
              + " remove that one with marsad watch remove")
        }
        StandardStreams.announce("watch \(number) added; marsad watch run judges it")
      }
    }

    private var question: WatchQuestion {
      var question = WatchQuestion()
      question.actor = actor
      question.source = source
      question.place = place
      question.types = Set(type)
      question.speaker = speaker
      question.stances = Set(stance)
      question.words = words
      return question
    }

    private func watch() throws(WatchingProblem) -> Watch {
      if edits {
        return Watch(name: name, question: question, step: .day, method: .edits(least: least ?? 1))
      }
      let usual = try Detector(named: detector).usualBaseline(periodsInYear: per.periodsInYear)
      let method = WatchMethod(
        detector: detector, baseline: baseline ?? usual, alpha: alpha, least: least ?? 3)
      return Watch(name: name, question: question, step: per, method: method)
    }
  }
}
