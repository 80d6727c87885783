internal import Archiving
internal import ArgumentParser
internal import Foundation
internal import Gathering
internal import NewsModel
internal import Recording

/// `marsad import`: what others have kept into a store of captures, and its articles into the archive.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take web archives, mails, tables and other documents into a store, byte for byte.",
    discussion: """
      The store is a folder of WARC files and a custody log; it is made if there is none. A capture \
      that it holds already, by address, time and content, is not kept again; the same content at a later \
      time is noted as a revisit. Versions of an article stand in the order of their capture, whatever \
      comes in first. A damaged record is told of \
      and costs itself only. A WACZ file's WARC files are read in place; one that has not the \
      hash value that the file states is told of, and what can be read of it is taken.

      All that marsad add reads is kept too, each file as it is: text, JSON, tables (CSV, \
      .xlsx, .ods), mails (.eml, .mbox), .docx, PDF, Telegram's result.json. Of a folder, all such files. With --archive \
      the articles of all that is imported are added to that archive, pages as marsad gather \
      does it and documents as marsad add does; where their fields have other names, leave \
      --archive out and use marsad add --map.

      Examples:
        marsad import crawl.warc.gz mails/ table.csv --store captures --archive news.archive
        marsad import crawl.warc.gz --store captures
        marsad import collection.wacz --store captures
        marsad import *.warc.gz --store /srv/captures
      """)

  @Argument(
    help: "WARC files, packed with gzip or plain, WACZ files, documents, folders of documents.")
  var files: [String]

  @Option(help: "The folder of the store.")
  var store: String

  @Option(help: "The archive to which the articles are added; it is made if there is none.")
  var archive: String?

  func run() async throws {
    let captures = try await CaptureStore.opened(at: store)
    var counts = (new: 0, unchanged: 0, damaged: 0)
    var documents: [String] = []
    for input in ArticleInputs(arguments: files).inputs {
      guard case .file(let file) = input else {
        counts.damaged += 1
        StandardStreams.report("marsad: \(input.name): no file or folder to import from")
        continue
      }
      do {
        if ArticleInputs.isArticleFile(file) {
          documents.append(file)
          try await keepDocument(file, captures, &counts)
        } else if WACZReader.isZip(path: file) {
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
    if let archive { try await addArticles(of: captures, documents, to: archive) }
    if counts.damaged > 0 { throw ExitStatus.input.exitCode }
  }

  /// Keeps a file as it is, unless its bytes are kept already.
  private func keepDocument(
    _ file: String, _ captures: CaptureStore,
    _ counts: inout (new: Int, unchanged: Int, damaged: Int)
  ) async throws {
    let mapped = try MappedFile(path: file)
    let bytes = mapped.withBytes { span in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(span.count)
      for i in span.indices { bytes.append(span[i]) }
      return bytes
    }
    if await captures.holds(contentHash: RecordDigest.sha256(bytes)) {
      counts.unchanged += 1
      return
    }
    let name = file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? file
    let document = Capture(
      url: "file:" + name, time: CaptureStore.clock(), body: bytes, origin: .imported)
    await keep([document], captures, &counts)
  }

  private func addArticles(
    of captures: CaptureStore, _ documents: [String], to archive: String
  ) async throws {
    let location = try ArchiveLocation.parse(["--archive", archive])
    let pages = try await location.withArchive(.create) { archive in
      try await CaptureArticles(store: captures, archive: archive, listings: []).run()
    }
    var output = StandardOutput()
    try output.write(
      "articles of pages: \(pages.sentence)\n")
    try output.flush()
    guard !documents.isEmpty else { return }
    try await AddCommand.parse(["--archive", archive, "--"] + documents).run()
  }

  private func importRecords(
    _ records: WARCReader, _ name: String, _ captures: CaptureStore,
    _ counts: inout (new: Int, unchanged: Int, damaged: Int)
  ) async {
    var reader = records
    var assembly = CaptureAssembly(origin: .imported)
    var waiting: [Capture] = []
    var size = 0
    while await take(&reader, into: &assembly, file: name, &counts.damaged) {
      for capture in assembly.takeDone() {
        waiting.append(capture)
        size += capture.body.count
      }
      if size >= ImportCommand.batchSize {
        await keep(waiting, captures, &counts)
        (waiting, size) = ([], 0)
      }
    }
    await keep(waiting + assembly.finish(), captures, &counts)
  }

  /// After how many bytes of content the disk is waited for.
  private static let batchSize = 4 << 20

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
    _ captures: [Capture], _ store: CaptureStore,
    _ counts: inout (new: Int, unchanged: Int, damaged: Int)
  ) async {
    if captures.isEmpty { return }
    do {
      for kept in try await store.keep(captures) {
        switch kept {
        case .new: counts.new += 1
        case .unchanged, .held: counts.unchanged += 1
        }
      }
    } catch {
      counts.damaged += captures.count
      let reason = (error as? FileFault)?.sentence ?? "\(error)"
      for capture in captures { StandardStreams.report("marsad: \(capture.url): \(reason)") }
    }
  }
}
