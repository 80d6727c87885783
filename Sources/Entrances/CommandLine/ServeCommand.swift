internal import ArgumentParser
internal import Foundation
internal import Recording
internal import Serving

/// `marsad serve`: the archive as pages and as a JSON API.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show an archive in the browser, in Arabic and English.",
    discussion: """
      Prints the address and answers until it is interrupted (Ctrl-C), which ends it with status 0. \
      Nothing is written to the archive, and whoever can reach the address can read all of it.

      Examples:
        marsad serve --archive news.marsad
        marsad serve --archive news.marsad --port 9000
        marsad serve --archive news.marsad --store captures
        marsad serve --archive news.marsad --host 0.0.0.0
      """)

  @OptionGroup var location: ArchiveLocation

  @Option(help: "The address to listen on; 0.0.0.0 for all that this machine has.")
  var host: String = "127.0.0.1"

  @Option(help: "The port to listen on; 0 for any that is free.")
  var port: Int = 8080

  @Option(
    help: ArgumentHelp(
      "The folder of captures, to show how gathering from each source goes.", valueName: "folder"))
  var store: String?

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port must be from 0 to 65535")
    }
    if let store, !FileManager.default.fileExists(atPath: store) {
      throw ValidationError(
        "--store \(store): there is no such folder; marsad sources add makes one")
    }
  }

  func run() async throws {
    try await location.withArchive(.read) { archive in
      do {
        try await Server(archive: archive, store: store, host: host, port: port).run { address in
          StandardStreams.announce("Marsad: \(address)  (Ctrl-C ends it)")
        }
      } catch let error as ServerError {
        throw CommandFailure(status: .world, message: error.description)
      }
    }
  }
}
