package import ArgumentParser
internal import NewsModel
internal import Reading

/// The command `marsad`.
package struct MarsadCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "marsad",
    abstract: "An observatory for Arabic reporting on conflict and extremism.",
    discussion: """
      Exit status: 0 done, 1 nothing found, 2 the command line can't be understood, 3 some of the \
      input could not be read, 4 the surroundings failed (disk, network, database).
      """,
    version: "marsad \(Reader.version.version)",
    subcommands: [
      SourcesCommand.self, GatherCommand.self, FeedCommand.self, ExtractCommand.self,
      ReadCommand.self,
      AddCommand.self, SearchCommand.self, SearchesCommand.self, ShowCommand.self,
      StatementsCommand.self, OutlooksCommand.self, EventsCommand.self, StoriesCommand.self,
      EditsCommand.self, DecisionsCommand.self,
      GroupCommand.self, ActorsCommand.self, PlacesCommand.self, CandidatesCommand.self,
      ConfirmCommand.self, MergeCommand.self, SplitCommand.self, RenameCommand.self,
      UndoCommand.self, WatchCommand.self,
      LedgerCommand.self, PressureCommand.self, BriefCommand.self,
      ScoreCommand.self, CheckEventsCommand.self, ImportCommand.self, ExportCommand.self,
      TimestampCommand.self,
      VerifyCommand.self, IndexCommand.self,
      ServeCommand.self,
    ])

  /// Makes the command; the argument parser fills it.
  package init() {}

  /// Runs the command that the process's arguments name.
  ///
  /// - Returns: The status with which the process should end.
  package static func run(arguments: [String]) async -> Int32 {
    StandardStreams.ignoreClosedPipes()
    do {
      var command = try parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return ExitStatus.done.rawValue
    } catch let failure as CommandFailure {
      StandardStreams.report("marsad: \(failure.message)")
      return failure.status.rawValue
    } catch is StandardOutput.Closed {
      return ExitStatus.done.rawValue
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return tell(error)
    }
  }

  /// Help and version go to standard output, what is wrong with the arguments to standard error.
  private static func tell(_ error: any Error) -> Int32 {
    let message = fullMessage(for: error)
    if exitCode(for: error).isSuccess {
      var output = StandardOutput()
      try? output.write(message + "\n")
      try? output.flush()
      return ExitStatus.done.rawValue
    }
    StandardStreams.report(message)
    return ExitStatus.usage.rawValue
  }
}
