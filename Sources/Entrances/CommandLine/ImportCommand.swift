internal import Archiving
internal import ArgumentParser
internal import NewsModel

/// `marsad import`: captures out of WARC and WACZ files into a store of captures.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take the captures of WARC and WACZ files into a store, byte for byte.",
    discussion: """
      The store is a folder of WARC files and a custody log; it is made if there is none. What it \
      holds already, by address and content, is noted as a revisit. A damaged record is told of \
      and costs itself only. A WACZ file's WARC files are read in place; one that has not the \
      hash value that the file states is told of, and what can be read of it is taken.

      Examples:
        marsad import crawl.warc.gz --store captures
        marsad import collection.wacz --store captures
        marsad import *.warc.gz --store /srv/captures
      """)

  @Argument(help: "WARC files, packed with gzip or plain, and WACZ files.")
  var files: [String]

  @Option(help: "The folder of the store.")
  var store: String

  func run() async throws {
    let captures = try await CaptureStore.opened(at: store)
    var counts = (new: 0, unchanged: 0, damaged: 0)
    for file in files {
      do {
        if WACZReader.isZip(path: file) {
          let collection = try WACZReader(path: file)
          for part in collection.parts {
            if try !collection.isAsStated(part) {
              counts.damaged += 1
              StandardStreams.report(
                "marsad: \(file), \(part.name): not the bytes that datapackage.json states")
            }
            let reader = try collection.reader(of: part)
            await importRecords(reader, "\(file), \(part.name)", captures, &counts)
          }
        } else {
          await importRecords(WARCReader(try MappedFile(path: file)), file, captures, &counts)
        }
      } catch {
        counts.damaged += 1
        StandardStreams.report("marsad: \(ImportCommand.sentence(error, file))")
      }
    }
    var output = StandardOutput()
    try output.write(
      "kept \(counts.new) captures, unchanged \(counts.unchanged), failed \(counts.damaged)\n")
    try output.flush()
    if counts.damaged > 0 { throw ExitStatus.input.exitCode }
  }

  private func importRecords(
    _ records: WARCReader, _ name: String, _ captures: CaptureStore,
    _ counts: inout (new: Int, unchanged: Int, damaged: Int)
  ) async {
    var reader = records
    var assembly = CaptureAssembly(origin: .imported)
    while await take(&reader, into: &assembly, file: name, &counts.damaged) {
      for capture in assembly.takeDone() { await keep(capture, captures, &counts) }
    }
    for capture in assembly.finish() { await keep(capture, captures, &counts) }
  }

  private static func sentence(_ error: any Error, _ file: String) -> String {
    switch error {
    case let fault as FileFault: fault.sentence
    case let fault as WACZError: "\(file): \(fault.sentence)"
    default: "\(file): \(error)"
    }
  }

  /// Hands the next record on; `false` at the end of the file.
  private func take(
    _ reader: inout WARCReader, into assembly: inout CaptureAssembly, file: String,
    _ damaged: inout Int
  ) async -> Bool {
    do throws(WARCError) {
      guard let record = try reader.next() else { return false }
      assembly.take(record)
    } catch {
      damaged += 1
      StandardStreams.report("marsad: \(file): \(error.sentence)")
    }
    return true
  }

  private func keep(
    _ capture: Capture, _ store: CaptureStore,
    _ counts: inout (new: Int, unchanged: Int, damaged: Int)
  ) async {
    do {
      switch try await store.keep(capture) {
      case .new: counts.new += 1
      case .unchanged: counts.unchanged += 1
      }
    } catch {
      counts.damaged += 1
      let reason = (error as? FileFault)?.sentence ?? "\(error)"
      StandardStreams.report("marsad: \(capture.url): \(reason)")
    }
  }
}
