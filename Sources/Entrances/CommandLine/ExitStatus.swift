internal import ArgumentParser

/// How `marsad` ends; a promise to scripts.
package enum ExitStatus: Int32, Sendable {
  /// All was done. Also when whoever reads the output stops reading.
  case done = 0
  /// Nothing was found.
  case nothingFound = 1
  /// The command line can't be understood.
  case usage = 2
  /// Some of the input could not be read; the rest was.
  case input = 3
  /// The surroundings failed: disk, network, database.
  case world = 4

  /// The status as the argument parser throws it.
  var exitCode: ExitCode { ExitCode(rawValue) }
}

/// What ends a command, with the sentence that the user is told.
struct CommandFailure: Error {
  let status: ExitStatus
  /// What went wrong and what helps, on one line.
  let message: String
}
