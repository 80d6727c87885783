internal import Archiving
internal import ArgumentParser
internal import AsyncHTTPClient
internal import FoundationEssentials
internal import NIOCore
internal import NIOHTTP1

/// `marsad timestamp`: an authority's word for when a store's custody log was as it is.
struct TimestampCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timestamp",
    abstract: "Have a time-stamping authority sign the custody log's last line.",
    discussion: """
      The authority (RFC 3161) gets the hash value of the log's last line, nothing else; since each \
      line holds the hash value of the line before, its signed answer is about the whole log. It is \
      checked and kept in the store as custody-LINE.tsr, and marsad verify checks it again. \
      Without --roots it is not checked whether the signer's certificate leads to one you trust.

      Examples:
        marsad timestamp captures --authority https://tsa.example/tsr
        marsad timestamp captures --authority https://tsa.example/tsr --roots tsa-root.pem
      """)

  @Argument(help: "The folder of the store.")
  var store: String

  @Option(help: "The authority's address.")
  var authority: String

  @Option(help: "Certificates that are trusted, in PEM.")
  var roots: String?

  @Option(help: "The seconds that an answer may take.")
  var timeout = 30

  /// The longest answer that is taken, in bytes.
  private static let limit = 1 << 20

  func run() async throws {
    guard CaptureStore.isStore(store) else {
      throw CommandFailure(
        status: .input, message: "\(store): no custody log here; name the folder of a store")
    }
    var output = StandardOutput()
    do {
      let log = try StampedLog(folder: store)
      guard let last = log.last else {
        throw CommandFailure(status: .input, message: "\(store): the custody log has no lines yet")
      }
      if log.stamps.contains(where: { $0.line == last.line }) {
        try output.write("line \(last.line) has a time stamp\n")
        return try output.flush()
      }
      let request = TimeStampRequest(for: last.bytes)
      let stamp = try TimeStamp(response: try await answer(to: request))
      try stamp.check(against: request)
      try await TimestampCommand.check(stamp, roots)
      let file = try log.keep(stamp)
      try output.write("line \(last.line): \(stamp.time), \(stamp.authority); kept in \(file)\n")
      try note(log)
    } catch let fault as TimeStampFault {
      throw CommandFailure(status: .world, message: "\(authority): \(fault.sentence)")
    } catch let fault as FileFault {
      throw CommandFailure(status: .world, message: fault.sentence)
    }
    try output.flush()
  }

  /// Has the custody log tell of the stamp; while another process writes, that waits until the store is opened next.
  private func note(_ log: StampedLog) throws {
    do {
      try log.note(by: CaptureStore.software, at: CaptureStore.clock())
    } catch let fault as FileFault where fault.doing == .locking {
      StandardStreams.report(
        "marsad: \(store): another process writes there; the custody log tells of the stamp when the store is opened next"
      )
    } catch let fault as CustodyFault {
      throw CommandFailure(
        status: .world,
        message: "\(store): line \(fault.line) of the custody log: \(fault.sentence)")
    }
  }

  /// Checks that a stamp's signer leads to a trusted certificate, if a file names some.
  ///
  /// - Throws: `CommandFailure` if it does not.
  static func check(_ stamp: TimeStamp, _ roots: String?) async throws {
    guard let roots else { return }
    guard let text = try? String(contentsOfFile: roots, encoding: .utf8) else {
      throw CommandFailure(
        status: .input, message: "\(roots): can't be read; check the path and its rights")
    }
    guard try await stamp.isTrusted(by: text) else {
      throw CommandFailure(
        status: .world,
        message:
          "\(stamp.authority): leads to no certificate of \(roots) that held at \(stamp.time)")
    }
  }

  private func answer(to query: TimeStampRequest) async throws -> [UInt8] {
    var request = HTTPClientRequest(url: authority)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/timestamp-query")
    request.headers.add(name: "User-Agent", value: "Marsad")
    request.body = .bytes(query.der)
    let client = HTTPClient(eventLoopGroupProvider: .singleton)
    do {
      let response = try await client.execute(request, timeout: .seconds(Int64(timeout)))
      let body = try await response.body.collect(upTo: TimestampCommand.limit)
      try await client.shutdown()
      guard response.status == .ok else {
        throw CommandFailure(
          status: .world, message: "\(authority): answered \(response.status.code), not 200")
      }
      return Array(body.readableBytesView)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      try? await client.shutdown()
      throw CommandFailure(
        status: .world, message: "\(authority): can't be reached (\(error)); try again later")
    }
  }
}
