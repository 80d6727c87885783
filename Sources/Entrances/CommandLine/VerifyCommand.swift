internal import Archiving
internal import ArgumentParser

/// `marsad verify`: whether the captures of a store are as they were kept.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hash all captures of a store again and name what changed.",
    discussion: """
      Checks the chain of the custody log, the bytes of each record and the content of each \
      capture. The last line's hash value, noted elsewhere, tells later whether lines were cut \
      off the end. Exit status 1 if anything is not as it was.

      Examples:
        marsad verify captures
        marsad verify /srv/captures
      """)

  @Argument(help: "The folder of the store.")
  var store: String

  func run() async throws {
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
    try output.write(
      """
      \(verification.captureCount) captures, \(verification.byteCount) bytes, \
      \(verification.findings.count) findings
      last line \(verification.head)

      """)
    try output.flush()
    if !verification.findings.isEmpty { throw ExitStatus.nothingFound.exitCode }
  }
}
