internal import ArgumentParser
internal import NewsModel
internal import Recording

/// `marsad watch`: saved questions with their series and alarms.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Keep questions, count independent stories by day, week or month, raise alarms.",
    discussion: """
      A watch is a saved question. marsad watch run groups what is new, counts the independent \
      stories that answer it by period, judges the newest periods that are over, and keeps an alarm \
      once for each watch and period. A table of counts is judged without an archive by \
      marsad watch FILE.

      Examples:
        marsad watch add "القصف في تعز" --type ASSAULT --place "تعز" --per week --detector earsC2
        marsad watch run
        marsad watch show "القصف في تعز"
        marsad watch alarms --format jsonl
        marsad watch explain KEY
        marsad watch groups groups.tsv
        marsad watch snooze "القصف في تعز" --until 2026-01-31
        marsad watch weekly.csv --detector farringtonFlexible --from 209
      """,
    subcommands: [
      Add.self, List.self, Remove.self, Show.self, Run.self, Alarms.self, Explain.self,
      Acknowledge.self, Mute.self, Unmute.self, Snooze.self, Groups.self, Deliver.self, Judge.self,
    ],
    defaultSubcommand: Judge.self)
}

/// Which watch a command works on.
struct WatchName: ParsableArguments {
  @Argument(help: ArgumentHelp("A watch's name or number.", valueName: "watch"))
  var named: String

  /// Finds the watch.
  ///
  /// - Throws: `CommandFailure` if there is none.
  func watch(in archive: Archive) throws -> Watch {
    try WatchName.watch(named, in: archive)
  }

  /// Finds a watch by its name or number.
  static func watch(_ named: String, in archive: Archive) throws -> Watch {
    let watch = try archive.read { view in
      try view.watch(named: named) ?? Int(named).flatMap { try view.watch($0) }
    }
    guard let watch else {
      throw CommandFailure(
        status: .nothingFound,
        message: "no watch is named \(withoutControls(named)); marsad watch list tells them")
    }
    return watch
  }
}
