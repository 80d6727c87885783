internal import Glibc
internal import Hummingbird
internal import Logging
internal import NIOCore
package import Recording

/// The web server: listens on one address until it is told to stop.
package struct Server: Sendable {
  private let site: Site
  private let host: String
  private let port: Int

  /// Makes a server; it listens when it is run.
  ///
  /// The host is a name or an address of this machine; the port is 1 to 65,535, or 0 for any that is
  /// free. `store` is the folder of captures, `nil` for none, `address` scheme and host under which others see the site. With a `coder` there is a desk, at which that person
  /// decides on events.
  package init(
    archive: Archive, store: String? = nil, coder: String? = nil, host: String, port: Int,
    address: String? = nil
  ) {
    site = Site(
      archive: archive, store: store, desk: coder.map { Desk(coder: $0, host: host) },
      address: address)
    self.host = host
    self.port = port
  }

  /// Listens and answers until the process is asked to end (SIGINT, SIGTERM); then finishes what it is
  /// answering and returns.
  ///
  /// - Parameter whenListening: Is given the address (`http://127.0.0.1:8080`).
  /// - Throws: `ServerError` if it can't listen.
  package func run(whenListening: @escaping @Sendable (String) -> Void) async throws {
    var logger = Logger(label: "marsad")
    logger.logLevel = .error
    let host = host
    let application = Application(
      responder: site,
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: "marsad"),
      onServerRunning: { channel in
        whenListening(Server.address(host: host, port: channel.localAddress?.port ?? 0))
      },
      logger: logger)
    do {
      try await application.runService()
    } catch let error as IOError {
      throw ServerError(host: host, port: port, systemError: error.errnoCode)
    } catch is SocketAddressError.UnknownHost {
      throw ServerError(host: host, port: port, systemError: nil)
    }
  }

  private static func address(host: String, port: Int) -> String {
    host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
  }
}

/// Why the server can't listen.
package struct ServerError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The host and port that were asked for.
  package let host: String
  package let port: Int
  /// The system's error number; `nil` if the host is not known.
  package let systemError: Int32?

  /// What went wrong and what helps, on one line.
  package var description: String {
    switch systemError {
    case EADDRINUSE:
      "port \(port) on \(host) is taken; stop what listens there or choose another with --port"
    case EACCES:
      "port \(port) on \(host) is reserved; choose one from 1024 on with --port"
    case EADDRNOTAVAIL, nil:
      "\(host) is no address of this machine; choose one with --host (127.0.0.1 for this machine only)"
    case let number?:
      "can't listen on port \(port) of \(host) (system error \(number)); choose others with --host and --port"
    }
  }
}
