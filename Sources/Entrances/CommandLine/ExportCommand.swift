internal import Archiving
internal import ArgumentParser
internal import Extracting
internal import Gathering
internal import NewsModel

/// `marsad export`: the captures of a store as one file for others.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the captures of a store as a WACZ file.",
    discussion: """
      The file (Web Archive Collection Zipped 1.1.1) holds the store's WARC files byte for byte, an \
      index, the list of pages and the custody log, each with its hash value; it opens in any \
      player of web archives, and marsad import takes it back. While another process writes to \
      the store nothing is exported.

      Examples:
        marsad export collection.wacz --store captures
        marsad export collection.wacz --store captures --format wacz
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case wacz }

  @Argument(help: "The file to write; one that is there is replaced.")
  var file: String

  @Option(help: "The folder of the store.")
  var store: String

  @Option(help: "The form of the file.")
  var format: Format = .wacz

  func run() async throws {
    guard CaptureStore.isStore(store) else {
      throw CommandFailure(
        status: .input, message: "\(store): no custody log here; name the folder of a store")
    }
    // An open store is locked: nobody writes to it meanwhile.
    let captures = try await CaptureStore.opened(at: store)
    let extractor = Extractor()
    let folder = store
    let counts: WACZWriter.Counts
    do {
      counts = try await captures.export(to: file) { place in
        guard let capture = try? place.capture(in: folder),
          let content = try? CaptureContent(of: capture, limit: Extractor.limit)
        else { return nil }
        let page = extractor.extract(
          content.bytes, url: capture.url, charset: content.charset)
        return page.title.isEmpty ? nil : page.title
      }
    } catch WACZError.noCaptures {
      throw CommandFailure(
        status: .input, message: "\(store): holds no captures; name the folder of a store")
    } catch let fault as FileFault {
      throw CommandFailure(status: .world, message: fault.sentence)
    } catch let fault as CustodyFault {
      throw CommandFailure(
        status: .input, message: "custody log, line \(fault.line): \(fault.sentence)")
    } catch let fault as WARCError {
      throw CommandFailure(status: .input, message: "\(store): \(fault.sentence)")
    }
    var output = StandardOutput()
    try output.write(
      "\(file): \(counts.captures) captures, \(counts.pages) pages, \(counts.files) WARC files, \(counts.bytes) bytes\n"
    )
    try output.flush()
  }
}
