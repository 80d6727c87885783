internal import Foundation
internal import NIOCore

/// What is said to a mail server, and what it answers.
struct SMTPConversation {
  private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  private let timeout: Int
  /// What came and isn't read yet.
  private var buffer: [UInt8] = []

  /// The longest answer that is read, in bytes.
  private static let limit = 64 << 10

  init(
    _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
    _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>, _ timeout: Int
  ) {
    self.inbound = inbound
    self.outbound = outbound
    self.timeout = timeout
  }

  /// Greets the server, and gives what it offers in capitals, such as `STARTTLS` and `AUTH PLAIN`.
  mutating func hello() async throws -> Set<String> {
    let lines = try await command("EHLO localhost", 2)
    return Set(lines.dropFirst().map { $0.uppercased() })
  }

  /// Says who hands letters over, by whichever of the two usual ways is offered.
  mutating func logIn(_ credentials: SMTPServer.Credentials, _ offers: Set<String>) async throws {
    let ways = offers.filter { $0.hasPrefix("AUTH") }.flatMap { $0.split(separator: " ") }
    func encoded(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
    if ways.contains("PLAIN") {
      let secret = encoded("\u{0}\(credentials.user)\u{0}\(credentials.password)")
      _ = try await command("AUTH PLAIN \(secret)", 2, isSecret: true)
    } else if ways.contains("LOGIN") {
      _ = try await command("AUTH LOGIN", 3)
      _ = try await command(encoded(credentials.user), 3, isSecret: true)
      _ = try await command(encoded(credentials.password), 2, isSecret: true)
    } else {
      throw DeliveryFailure(
        "the mail server takes no user and password here (AUTH PLAIN or LOGIN); leave --smtp-user out, or"
          + " give another --smtp-security")
    }
  }

  /// Sends a line and reads the answer, whose first digit must be the one expected.
  mutating func command(
    _ line: String, _ expected: Int, isSecret: Bool = false
  ) async throws -> [String] {
    try await write(Array("\(line)\r\n".utf8))
    return try await reply(expected, to: isSecret ? "the password" : line)
  }

  /// Sends bytes; where the connection is closed, throws what closed it, which the side of the answers is told.
  mutating func write(_ bytes: [UInt8]) async throws {
    do {
      try await outbound.write(ByteBuffer(bytes: bytes))
    } catch {
      while try await inbound.next(isolation: #isolation) != nil {}
      throw error
    }
  }

  /// Reads an answer, and gives its lines without their codes.
  mutating func reply(_ expected: Int, to line: String = "the connection") async throws -> [String]
  {
    var lines: [String] = []
    while true {
      let text = try await self.line()
      lines.append(String(text.dropFirst(4)))
      guard let code = Int(text.prefix(3)), text.utf8.count >= 3 else {
        throw DeliveryFailure(
          "the mail server answers '\(withoutControls(text))', which is no SMTP")
      }
      if text.dropFirst(3).first == "-" { continue }
      guard code / 100 == expected else {
        throw DeliveryFailure(
          "the mail server answers \(line) with \(withoutControls(text)); it will be tried again")
      }
      return lines
    }
  }

  /// Refuses what was said before the connection was secured, which anybody may have slipped in.
  func requireSilence() throws {
    guard buffer.isEmpty else {
      throw DeliveryFailure("the mail server goes on talking after STARTTLS; nothing is sent")
    }
  }

  private mutating func line() async throws -> String {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = buffer[..<end].filter { $0 != 0x0D }
        buffer.removeSubrange(...end)
        return String(decoding: line, as: UTF8.self)
      }
      guard buffer.count < Self.limit, let next = try await inbound.next(isolation: #isolation)
      else {
        throw DeliveryFailure(
          "the mail server ends the conversation, or did not answer within \(timeout) seconds; it will be"
            + " tried again")
      }
      buffer += next.readableBytesView
    }
  }

  /// The letter with a second point before lines that begin with one (RFC 5321, 4.5.2), ending in a line's end.
  static func stuffed(_ letter: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(letter.count + 2)
    var isLineStart = true
    for byte in letter {
      if isLineStart, byte == UInt8(ascii: ".") { result.append(byte) }
      result.append(byte)
      isLineStart = byte == 0x0A
    }
    if !isLineStart { result += [0x0D, 0x0A] }
    return result
  }
}
