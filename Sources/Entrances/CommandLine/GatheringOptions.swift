internal import Archiving
internal import ArgumentParser
internal import Gathering
internal import NewsModel
internal import Reading

/// What commands that fetch have in common.
struct GatheringOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder of captures; it is made if there is none.", valueName: "folder"))
  var store: String

  @Option(
    help: "Seconds between two requests to one host, at least; robots.txt may ask for up to 60.")
  var delay: Double = 1

  @Option(help: "Seconds that one answer may take.")
  var timeout: Int = 60

  @Option(help: "The longest answer that is taken, in MiB.")
  var limit: Int = 32

  @Option(help: "An address where servers' operators find who asks, sent with each request.")
  var contact: String?

  @Option(
    help: ArgumentHelp(
      "A proxy that all requests go through.",
      discussion: """
        Hosts are checked here as far as their names are known here. Names that only the proxy can look up it \
        must check itself: it should refuse addresses of private networks, or stand where there are none.
        """, valueName: "host:port"))
  var proxy: String?

  @Flag(help: "Also ask hosts in private networks and this machine.")
  var allowPrivate = false

  func validate() throws {
    if delay < 0 { throw ValidationError("--delay must not be negative") }
    if timeout < 1 { throw ValidationError("--timeout must be at least 1") }
    if !(1...1024).contains(limit) { throw ValidationError("--limit must be 1 to 1024") }
    if proxy != nil, proxyAddress == nil {
      throw ValidationError("--proxy is host:port, as in proxy.example:3128")
    }
  }

  private var proxyAddress: (host: String, port: Int)? {
    guard let proxy, let colon = proxy.lastIndex(of: ":"), colon > proxy.startIndex,
      let port = Int(proxy[proxy.index(after: colon)...]), (1...65_535).contains(port)
    else { return nil }
    return (String(proxy[..<colon]), port)
  }

  /// Works with a fetcher and closes it.
  func withFetcher<Value>(_ body: (Fetcher) async throws -> Value) async throws -> Value {
    var limits = FetchLimits()
    limits.bytes = limit << 20
    limits.seconds = timeout
    limits.allowsPrivateNetworks = allowPrivate
    let fetcher = Fetcher(
      version: Reader.version.version, contact: contact, limits: limits, proxy: proxyAddress,
      delay: delay)
    do {
      let value = try await body(fetcher)
      await fetcher.close()
      return value
    } catch {
      await fetcher.close()
      throw error
    }
  }

  /// Opens the store.
  func openStore() async throws -> CaptureStore { try await CaptureStore.opened(at: store) }

  /// Opens the list of sources.
  func openBook() throws -> SourceBook {
    do throws(SourceBook.Fault) { return try SourceBook(folder: store) } catch {
      throw CommandFailure(status: .world, message: "\(error.path) \(error.reason)")
    }
  }
}

extension SourceBook {
  /// Writes the book, or tells the user why it can't be.
  func saveOrFail() throws {
    do throws(SourceBook.Fault) { try save() } catch {
      throw CommandFailure(status: .world, message: "\(error.path) \(error.reason)")
    }
  }
}

extension CaptureStore {
  /// The program and version, as captures and collections name them.
  static let software = "marsad \(Reader.version.version)"

  /// Opens a store; what is wrong with it becomes what the user is told.
  static func opened(at folder: String) async throws -> CaptureStore {
    do {
      return try await CaptureStore.open(
        folder: folder, software: software)
    } catch let fault as FileFault {
      let remedy =
        fault.doing == .locking ? "" : "; name a folder for the store in which you may write"
      throw CommandFailure(status: .world, message: fault.sentence + remedy)
    } catch let fault as CustodyFault {
      throw CommandFailure(
        status: .world,
        message: """
          \(folder): line \(fault.line) of the custody log breaks its chain; nothing is added to it. \
          marsad verify tells what changed
          """)
    }
  }
}
