internal import ArgumentParser
internal import Foundation

extension SMTPServer.Security: ExpressibleByArgument {}

/// Through which mail server letters go.
struct SMTPOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The mail server that letters are handed to, as host or host:port.", valueName: "host"))
  var smtp: String?

  @Option(help: ArgumentHelp("The address that letters come from.", valueName: "address"))
  var mailFrom: String?

  @Option(help: ArgumentHelp("The mail server's user.", valueName: "name"))
  var smtpUser: String?

  @Option(
    help: ArgumentHelp(
      "A file with the user's password. (default: $MARSAD_SMTP_PASSWORD)", valueName: "file"),
    completion: .file())
  var smtpPasswordFile: String?

  @Option(help: "starttls, tls (from the first byte on), or none, for a server on this machine.")
  var smtpSecurity: SMTPServer.Security = .startTLS

  @Option(
    help: ArgumentHelp(
      "Certificates (PEM) to trust in place of the system's.", valueName: "file"),
    completion: .file())
  var smtpCertificates: String?

  /// The mail server.
  ///
  /// - Parameter timeout: The seconds that handing over a letter may take.
  /// - Returns: Where it is and how it is spoken to.
  /// - Throws: `ValidationError` or `CommandFailure` that says what is missing.
  func server(timeout: Int) throws -> SMTPServer {
    guard let smtp else {
      throw ValidationError("letters need a mail server: --smtp host:port, and --mail-from")
    }
    let (host, port) = try place(smtp)
    var server = SMTPServer(
      host: host, port: port, security: smtpSecurity, certificates: smtpCertificates,
      timeout: timeout)
    if let smtpUser {
      if smtpSecurity == .none, !server.isLocal {
        throw ValidationError(
          "a password is not sent unprotected to another machine; give --smtp-security starttls or tls"
        )
      }
      server.credentials = SMTPServer.Credentials(user: smtpUser, password: try password())
    }
    return server
  }

  /// Who letters come from.
  func sender() throws -> MailAddress {
    guard let mailFrom else {
      throw ValidationError("letters need an address of theirs: --mail-from")
    }
    guard let address = MailAddress(mailFrom) else {
      throw ValidationError("--mail-from \(mailFrom) is no address; write marsad@example.org")
    }
    return address
  }

  private func place(_ text: String) throws -> (host: String, port: Int) {
    let usual = smtpSecurity == .tls ? 465 : smtpSecurity == .startTLS ? 587 : 25
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    // More than one colon is an address of version 6 without a port.
    guard parts.count == 2 else { return (text, usual) }
    guard let port = Int(parts[1]), (1...65_535).contains(port), !parts[0].isEmpty else {
      throw ValidationError("--smtp \(text) is no host:port; write mail.example.org:587")
    }
    return (String(parts[0]), port)
  }

  private func password() throws -> String {
    guard let file = smtpPasswordFile else {
      guard let set = ProcessInfo.processInfo.environment["MARSAD_SMTP_PASSWORD"] else {
        throw ValidationError("--smtp-user needs --smtp-password-file or $MARSAD_SMTP_PASSWORD")
      }
      return set
    }
    guard let data = FileManager.default.contents(atPath: file),
      let text = String(data: data, encoding: .utf8)
    else {
      throw CommandFailure(
        status: .input, message: "\(file): can't be read; check the path and its rights")
    }
    return text.trimmingCharacters(in: .newlines)
  }
}
