internal import Archiving
internal import ArgumentParser
internal import NewsModel

/// `marsad import`: captures out of WARC files into a store of captures.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take the captures of WARC files into a store, byte for byte.",
    discussion: """
      The store is a folder of WARC files and a custody log; it is made if there is none. What it \
      holds already, by address and content, is noted as a revisit. A damaged record is told of \
      and costs itself only.

      Examples:
        marsad import crawl.warc.gz --store captures
        marsad import *.warc.gz --store /srv/captures
      """)

  @Argument(help: "WARC files, packed with gzip or plain.")
  var files: [String]

  @Option(help: "The folder of the store.")
  var store: String

  func run() async throws {
    let captures = try await CaptureStore.opened(at: store)
    var counts = (new: 0, unchanged: 0, damaged: 0)
    for file in files {
      do throws(FileFault) {
        var reader = WARCReader(try MappedFile(path: file))
        var assembly = CaptureAssembly(origin: .imported)
        while await take(&reader, into: &assembly, file: file, &counts.damaged) {
          for capture in assembly.takeDone() { await keep(capture, captures, &counts) }
        }
        for capture in assembly.finish() { await keep(capture, captures, &counts) }
      } catch {
        counts.damaged += 1
        StandardStreams.report("marsad: \(error.sentence)")
      }
    }
    var output = StandardOutput()
    try output.write(
      "kept \(counts.new) captures, unchanged \(counts.unchanged), failed \(counts.damaged)\n")
    try output.flush()
    if counts.damaged > 0 { throw ExitStatus.input.exitCode }
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
