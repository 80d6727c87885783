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
      Whoever can reach the address can read all of the archive. Nothing is written to it, unless there is \
      a coder's desk: with --desk, decisions on events and entries are taken in the name that --coder gives, from this \
      machine only. Each coder starts a server of their own, on the same archive.

      Examples:
        marsad serve --archive news.marsad
        marsad serve --archive news.marsad --port 9000
        marsad serve --archive news.marsad --store captures
        marsad serve --archive news.marsad --host 0.0.0.0 --public-address https://news.example
        marsad serve --archive news.marsad --desk --coder "سلمى"
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

  @Option(
    help: ArgumentHelp(
      "Scheme and host under which others see the site, for the addresses in feeds; else those of each request.",
      valueName: "https://host"))
  var publicAddress: String?

  @Flag(
    help:
      "Open the coder's desk: events are confirmed, corrected, rejected, entries merged and split.")
  var desk = false

  @Option(help: ArgumentHelp("Who decides at the desk.", valueName: "name"))
  var coder: String?

  @Flag(
    help:
      "Let whoever reaches --host decide at the desk, in the name of --coder; else --host must be this machine."
  )
  var deskForNetwork = false

  func validate() throws {
    try validateDesk()
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port must be from 0 to 65535")
    }
    if let publicAddress {
      let url = URL(string: publicAddress)
      guard ["http", "https"].contains(url?.scheme), url?.host()?.isEmpty == false,
        ["", "/"].contains(url?.path()), url?.query() == nil
      else {
        throw ValidationError(
          "--public-address \(publicAddress): no scheme and host; write it like https://news.example"
        )
      }
    }
    if let store, !FileManager.default.fileExists(atPath: store) {
      throw ValidationError(
        "--store \(store): there is no such folder; marsad sources add makes one")
    }
  }

  private func validateDesk() throws {
    guard desk else {
      if coder != nil || deskForNetwork {
        throw ValidationError("--coder and --desk-for-network are of use with --desk only; add it")
      }
      return
    }
    guard let coder, !coder.allSatisfy(\.isWhitespace) else {
      throw ValidationError("--desk needs --coder: every decision bears the name of who made it")
    }
    guard coder.utf8.count <= Archive.coderLimit else {
      throw ValidationError("--coder: a name has at most \(Archive.coderLimit) bytes")
    }
    guard deskForNetwork || Desk.isLoopback(host) else {
      throw ValidationError(
        "--host \(host): the desk is for this machine only (127.0.0.1); add --desk-for-network if whoever reaches it may decide as \(coder)"
      )
    }
  }

  func run() async throws {
    try await location.withArchive(desk ? .readWrite : .read) { archive in
      do {
        let server = Server(
          archive: archive, store: store, coder: coder, host: host, port: port,
          address: publicAddress)
        try await server.run { address in
          StandardStreams.announce("Marsad: \(address)  (Ctrl-C ends it)")
        }
      } catch let error as ServerError {
        throw CommandFailure(status: .world, message: error.description)
      }
    }
  }
}
