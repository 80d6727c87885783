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

        Detectors: \(Detector.allCases.map(\.rawValue).joined(separator: ", ")).

        Examples:
          marsad watch add "القصف في تعز" --type ASSAULT --place "تعز" --per week --detector earsC2
          marsad watch add threats --stance threaten --per day --detector earsC1 --baseline 28 --alpha 0.01
        """)

    @Argument(help: "What the watch is called.")
    var name: String

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

    @Option(help: "The fewest independent stories that may be an alarm.")
    var least = 3

    @OptionGroup var location: ArchiveLocation

    func validate() throws {
      if least < 1 { throw ValidationError("--least must be at least 1") }
      if name.allSatisfy(\.isWhitespace) || name.utf8.count > 200 {
        throw ValidationError("a watch's name has 1 to 200 bytes")
      }
      if Int(name) != nil { throw ValidationError("a number is no name of a watch; add a word") }
      if question.isEmpty {
        throw ValidationError(
          "a watch needs a question: --actor, --place, --type, --speaker, --stance or --words")
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
      question.place = place
      question.types = Set(type)
      question.speaker = speaker
      question.stances = Set(stance)
      question.words = words
      return question
    }

    private func watch() throws(WatchingProblem) -> Watch {
      let usual = try Detector(named: detector).usualBaseline(periodsInYear: per.periodsInYear)
      let method = WatchMethod(
        detector: detector, baseline: baseline ?? usual, alpha: alpha, least: least)
      return Watch(name: name, question: question, step: per, method: method)
    }
  }
}
