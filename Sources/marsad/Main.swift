import CommandLine
import Glibc

/// Parses, runs, and ends with the status that the command gives.
@main
struct Main {
  static func main() async {
    exit(await MarsadCommand.run(arguments: Array(Swift.CommandLine.arguments.dropFirst())))
  }
}
