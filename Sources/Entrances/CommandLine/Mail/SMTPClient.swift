internal import Foundation
internal import NIOCore
internal import NIOPosix
internal import NIOSSL

/// The mail server that letters are handed to.
struct SMTPServer: Sendable {
  /// How what is said to the server is kept secret.
  enum Security: String, Sendable, CaseIterable {
    /// Asked for on the open connection (RFC 3207); nothing is sent where the server doesn't offer it.
    case startTLS = "starttls"
    /// From the first byte on.
    case tls
    /// Not at all.
    case none
  }

  /// Who hands the letters over.
  struct Credentials: Sendable {
    let user: String
    let password: String
  }

  var host: String
  var port: Int
  var security: Security
  /// `nil` if the server asks for none.
  var credentials: Credentials?
  /// A file of certificates (PEM) that are trusted in place of the system's.
  var certificates: String?
  /// The seconds that handing over one letter may take.
  var timeout: Int

  /// Whether the server is on this machine.
  var isLocal: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}

/// Hands letters to a mail server (RFC 5321).
struct SMTPClient: Sendable {
  private let server: SMTPServer

  init(_ server: SMTPServer) { self.server = server }

  /// Hands a letter over, and returns once the server has taken it.
  func send(_ letter: Letter) async throws(DeliveryFailure) {
    do {
      try await converse(letter)
    } catch let failure as DeliveryFailure {
      throw failure
    } catch is NIOSSLExtraError {
      throw DeliveryFailure(
        "\(server.host):\(server.port) is not trusted, as its certificate is for another name; give --smtp the name in"
          + " the certificate, and it will be tried again")
    } catch is NIOSSLError {
      throw DeliveryFailure(
        "\(server.host):\(server.port) is not trusted, or speaks no TLS; --smtp-certificates names the certificates to"
          + " trust, and it will be tried again")
    } catch {
      throw DeliveryFailure(
        "\(server.host):\(server.port) can't be reached (\(error)); it will be tried again")
    }
  }

  private func converse(_ letter: Letter) async throws {
    let server = server
    let context = server.security == .none ? nil : try SMTPClient.context(server)
    let connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .connectTimeout(.seconds(Int64(server.timeout)))
      .connect(host: server.host, port: server.port) { channel in
        channel.eventLoop.makeCompletedFuture {
          if server.security == .tls, let context {
            try SMTPClient.secure(channel, context, server.host)
          }
          return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let channel = connection.channel
    let limit = channel.eventLoop.scheduleTask(in: .seconds(Int64(server.timeout))) {
      channel.close(promise: nil)
    }
    defer { limit.cancel() }
    try await connection.executeThenClose { inbound, outbound in
      var talk = SMTPConversation(inbound.makeAsyncIterator(), outbound, server.timeout)
      _ = try await talk.reply(2)
      var offers = try await talk.hello()
      if server.security == .startTLS, let context {
        guard offers.contains("STARTTLS") else {
          throw DeliveryFailure(
            "\(server.host) offers no STARTTLS, and nothing is sent unprotected; give --smtp-security tls, or none"
              + " for a server on this machine")
        }
        _ = try await talk.command("STARTTLS", 2)
        try talk.requireSilence()
        try await channel.eventLoop.submit {
          try SMTPClient.secure(channel, context, server.host)
        }.get()
        offers = try await talk.hello()
      }
      if let credentials = server.credentials {
        try await talk.logIn(credentials, offers)
      }
      _ = try await talk.command("MAIL FROM:<\(letter.from.text)>", 2)
      _ = try await talk.command("RCPT TO:<\(letter.to.text)>", 2)
      _ = try await talk.command("DATA", 3)
      try await talk.write(
        SMTPConversation.stuffed(letter.bytes(at: Int(Date().timeIntervalSince1970))))
      _ = try await talk.command(".", 2)
      // The letter is taken; a server that closes without a word loses nothing.
      _ = try? await talk.command("QUIT", 2)
    }
  }

  private static func context(_ server: SMTPServer) throws -> NIOSSLContext {
    var configuration = TLSConfiguration.makeClientConfiguration()
    if let certificates = server.certificates { configuration.trustRoots = .file(certificates) }
    return try NIOSSLContext(configuration: configuration)
  }

  private static func secure(_ channel: any Channel, _ context: NIOSSLContext, _ host: String)
    throws
  {
    // An address is no name that a certificate is asked for by.
    let isAddress = (try? SocketAddress(ipAddress: host, port: 0)) != nil
    let handler = try NIOSSLClientHandler(context: context, serverHostname: isAddress ? nil : host)
    try channel.pipeline.syncOperations.addHandler(handler, position: .first)
  }
}

/// Why something was not delivered, in words.
struct DeliveryFailure: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
