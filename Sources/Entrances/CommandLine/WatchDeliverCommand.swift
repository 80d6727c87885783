internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Recording
internal import Serving

extension WatchCommand {
  /// The command `marsad watch deliver`.
  struct Deliver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Send alarms to a webhook or by mail, until the receiver confirms each.",
      discussion: """
        Alarms are sent as JSON, the oldest first, with webhook-id, webhook-timestamp and \
        webhook-signature (HMAC-SHA256) as in the Standard Webhooks specification. webhook-id and \
        Idempotency-Key are the alarm's key: if Marsad or the connection fails before the \
        confirmation is kept, the alarm comes once more under the same key, and a receiver that \
        keeps keys takes it once. Silent alarms are not sent.

        A letter goes through the mail server of --smtp; its Message-ID is made of the alarm's key in the same way. \
        The password stands in a file or in $MARSAD_SMTP_PASSWORD.

        Examples:
          marsad watch deliver --to https://desk.example/alarms --secret-file webhook.secret
          marsad watch deliver --to mailto:desk@example.org --smtp mail.example.org --mail-from marsad@example.org
        """)

    @Option(
      help: ArgumentHelp(
        "The receiver: an address that begins with https://, or mailto: and an address of mail.",
        valueName: "url"))
    var to: String

    @Option(
      help: ArgumentHelp(
        "A file with what both ends know, 24 bytes or more; whsec_ stands before base64.",
        valueName: "file"), completion: .file())
    var secretFile: String?

    @Option(help: "ar or en: the language of letters.")
    var lang: PageLanguage = .arabic

    @Option(
      help: ArgumentHelp("Where marsad serve is seen, for links in letters.", valueName: "url"))
    var site: String?

    @OptionGroup(title: "Mail") var mail: SMTPOptions

    @Option(help: ArgumentHelp("How long an answer may take.", valueName: "seconds"))
    var timeout = 30

    @OptionGroup var location: ArchiveLocation

    func validate() throws {
      let scheme = URL(string: to)?.scheme?.lowercased()
      if scheme == "mailto" {
        if MailAddress(to) == nil {
          throw ValidationError("--to \(to) is no address of mail; write mailto:desk@example.org")
        }
        _ = try mail.sender()
      } else if scheme != "https" && scheme != "http" || URL(string: to)?.host() == nil {
        throw ValidationError(
          "--to must be an address that begins with https:// or http://, or mailto: and an address of mail"
        )
      } else if secretFile == nil {
        throw ValidationError(
          "a webhook needs --secret-file, by which the receiver knows the sender")
      }
      if !(1...600).contains(timeout) { throw ValidationError("--timeout is 1 to 600 seconds") }
    }

    func run() async throws {
      let sender = try sender()
      try await location.withArchive(.readWrite) { archive in
        var (delivered, failed) = (0, 0)
        for alarm in try archive.undelivered(to: to) {
          try archive.noteTry(of: alarm, to: to)
          do throws(DeliveryFailure) {
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

    private func sender() throws -> any AlarmSender {
      if let secretFile, MailAddress(to) == nil || !to.hasPrefix("mailto:") {
        return WebhookSender(url: to, secret: try secret(secretFile), timeout: timeout)
      }
      guard let receiver = MailAddress(to) else {
        throw ValidationError("--to \(to) is no address of mail; write mailto:desk@example.org")
      }
      return AlarmMailer(
        client: SMTPClient(try mail.server(timeout: timeout)), from: try mail.sender(),
        to: receiver, language: lang, site: site)
    }

    private func secret(_ secretFile: String) throws -> String {
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
