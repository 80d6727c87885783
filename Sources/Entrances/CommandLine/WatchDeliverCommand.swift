internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Recording

extension WatchCommand {
  /// The command `marsad watch deliver`.
  struct Deliver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Send alarms to a webhook, signed, until the receiver confirms each.",
      discussion: """
        Alarms are sent as JSON, the oldest first, with webhook-id, webhook-timestamp and \
        webhook-signature (HMAC-SHA256) as in the Standard Webhooks specification. webhook-id and \
        Idempotency-Key are the alarm's key: if Marsad or the connection fails before the \
        confirmation is kept, the alarm comes once more under the same key, and a receiver that \
        keeps keys takes it once. Silent alarms are not sent.

        Example:
          marsad watch deliver --to https://desk.example/alarms --secret-file webhook.secret
        """)

    @Option(help: ArgumentHelp("The receiver's address.", valueName: "url"))
    var to: String

    @Option(
      help: ArgumentHelp(
        "A file with what both ends know, 24 bytes or more; whsec_ stands before base64.",
        valueName: "file"), completion: .file())
    var secretFile: String

    @Option(help: ArgumentHelp("How long an answer may take.", valueName: "seconds"))
    var timeout = 30

    @OptionGroup var location: ArchiveLocation

    func validate() throws {
      let scheme = URL(string: to)?.scheme?.lowercased()
      if scheme != "https" && scheme != "http" || URL(string: to)?.host() == nil {
        throw ValidationError("--to must be an address that begins with https:// or http://")
      }
      if !(1...600).contains(timeout) { throw ValidationError("--timeout is 1 to 600 seconds") }
    }

    func run() async throws {
      let sender = WebhookSender(url: to, secret: try secret(), timeout: timeout)
      try await location.withArchive(.readWrite) { archive in
        var (delivered, failed) = (0, 0)
        for alarm in try archive.undelivered(to: to) {
          try archive.noteTry(of: alarm, to: to)
          do throws(WebhookSender.Failure) {
            try await sender.send(alarm)
          } catch {
            // Those behind it would fail as well; the order is kept.
            StandardStreams.report("marsad: \(withoutControls(to)): \(error.sentence)")
            failed = 1
            break
          }
          try archive.noteDelivery(of: alarm, to: to)
          delivered += 1
        }
        StandardStreams.report("marsad: \(delivered) alarms delivered")
        if failed > 0 { throw ExitStatus.world.exitCode }
      }
    }

    private func secret() throws -> String {
      guard let data = FileManager.default.contents(atPath: secretFile),
        let text = String(data: data, encoding: .utf8)
      else {
        throw CommandFailure(
          status: .input, message: "\(secretFile): can't be read; check the path and its rights")
      }
      let secret = text.trimmingCharacters(in: .whitespacesAndNewlines)
      guard secret.utf8.count >= 24 else {
        throw CommandFailure(
          status: .input,
          message:
            "\(secretFile): the secret is shorter than 24 bytes; openssl rand -hex 24 makes one"
        )
      }
      return secret
    }
  }
}
