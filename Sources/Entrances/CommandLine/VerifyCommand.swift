internal import Archiving
internal import ArgumentParser
internal import Foundation

/// `marsad verify`: whether the captures of a store are as they were kept.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hash all captures of a store again and name what changed.",
    discussion: """
      Checks the chain of the custody log, the bytes of each record and the content of each \
      capture. The last line's hash value, noted elsewhere, tells later whether lines were cut \
      off the end. Time stamps of marsad timestamp are checked too: their signatures, and with \
      --roots the certificates behind them. Of a WARC file, the digests that its records state are \
      checked. Exit status 1 if anything is not as it was.

      Examples:
        marsad verify captures
        marsad verify captures --roots tsa-root.pem
        marsad verify /srv/captures
        marsad verify crawl.warc.gz
      """)

  @Argument(help: "The folder of the store, or a WARC file.")
  var store: String

  @Option(help: "Certificates of time-stamping authorities that are trusted, in PEM.")
  var roots: String?

  func run() async throws {
    let file = try? URL(filePath: store).resourceValues(forKeys: [.isRegularFileKey])
    if file?.isRegularFile == true { return try verifyFile() }
    let verification: Verification
    do {
      verification = try Verification(folder: store)
    } catch let fault as FileFault {
      throw CommandFailure(status: .world, message: fault.sentence)
    }
    if verification.findings == [.missingLog] {
      throw CommandFailure(
        status: .input, message: "\(store): no custody log here; name the folder of a store")
    }
    var output = StandardOutput()
    for finding in verification.findings { try output.write(finding.sentence + "\n") }
    let (stamps, faults) = try await stampLines()
    for line in faults + stamps { try output.write(line + "\n") }
    try output.write(
      """
      \(verification.captureCount) captures, \(verification.byteCount) bytes, \
      \(verification.findings.count + faults.count) findings
      last line \(verification.head)

      """)
    try output.flush()
    if !verification.findings.isEmpty || !faults.isEmpty {
      throw ExitStatus.nothingFound.exitCode
    }
  }

  /// Reads a WARC file, whoever wrote it, and checks the digests that its records state.
  private func verifyFile() throws {
    var reader: WARCReader
    do {
      reader = WARCReader(try MappedFile(path: store))
    } catch {
      throw CommandFailure(status: .world, message: error.sentence)
    }
    var output = StandardOutput()
    var (records, stated, findings) = (0, 0, 0)
    var isAtEnd = false
    while !isAtEnd {
      do throws(WARCError) {
        guard let record = try reader.next() else {
          isAtEnd = true
          continue
        }
        records += 1
        guard let digest = record.fields["WARC-Block-Digest"],
          let holds = RecordDigest.matches(digest, record.block)
        else { continue }
        stated += 1
        if !holds {
          findings += 1
          let url = record.targetURL.map { withoutControls($0) } ?? "no address"
          try? output.write(
            "byte \(record.range.lowerBound), \(url): not the digest that it states\n")
        }
      } catch {
        findings += 1
        try? output.write("\(error.sentence)\n")
      }
    }
    try output.write("\(records) records, \(stated) with a digest, \(findings) findings\n")
    try output.flush()
    if records == 0 {
      throw CommandFailure(
        status: .input,
        message: "\(store): no record of a WARC file here; name a WARC file or a store")
    }
    if findings > 0 { throw ExitStatus.nothingFound.exitCode }
  }

  /// What is to be said of the time stamps: those that hold, and those that don't.
  private func stampLines() async throws -> (stamps: [String], faults: [String]) {
    var stamps: [String] = []
    var faults: [String] = []
    let log = try StampedLog(folder: store)
    for stamp in log.stamps {
      do {
        let found = try log.checked(stamp)
        try await TimestampCommand.check(found, roots)
        let trust = roots == nil ? "; the certificate was not checked, name --roots" : ""
        stamps.append(
          "line \(stamp.line) was there at \(found.time), says \(found.authority)\(trust)")
      } catch let fault as TimeStampFault {
        faults.append("\(stamp.file): \(fault.sentence)")
      } catch let failure as CommandFailure where failure.status == .world {
        faults.append("\(stamp.file): \(failure.message)")
      }
    }
    return (stamps, faults)
  }
}
