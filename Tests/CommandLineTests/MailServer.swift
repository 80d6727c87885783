import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A mail server on this machine that takes letters, or refuses them, and keeps what it took.
final class MailServer: Sendable {
  let port: Int
  private let letters: Letters
  private let task: Task<Void, any Error>

  private final class Letters: Sendable {
    let all = Mutex<[String]>([])
    let attempts = Mutex(0)
  }

  /// The letters taken so far, each as it came.
  var received: [String] { letters.all.withLock { $0 } }

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - refuses: Gets the number of the letter from 0; whether it is refused for now.
  ///   - holds: Gets the number of a letter that was taken; whether that is never confirmed.
  /// - Returns: The running server.
  /// - Throws: If no port is free.
  static func start(
    refuses: @escaping @Sendable (Int) -> Bool = { _ in false },
    holds: @escaping @Sendable (Int) -> Bool = { _ in false }
  ) async throws
    -> MailServer
  {
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let letters = Letters()
    let task = Task {
      try await withThrowingDiscardingTaskGroup { group in
        try await channel.executeThenClose { connections in
          for try await connection in connections {
            group.addTask { try? await serve(connection, letters, refuses, holds) }
          }
        }
      }
    }
    return MailServer(channel.channel.localAddress?.port ?? 0, letters, task)
  }

  private init(_ port: Int, _ letters: Letters, _ task: Task<Void, any Error>) {
    self.port = port
    self.letters = letters
    self.task = task
  }

  deinit { task.cancel() }

  private static func serve(
    _ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>, _ letters: Letters,
    _ refuses: @Sendable (Int) -> Bool, _ holds: @Sendable (Int) -> Bool
  ) async throws {
    try await connection.executeThenClose { inbound, outbound in
      func say(_ line: String) async throws {
        try await outbound.write(ByteBuffer(string: "\(line)\r\n"))
      }
      try await say("220 mail.example.org ready")
      var text = ""
      var isLetter = false
      for try await part in inbound {
        text += String(buffer: part)
        while true {
          if isLetter {
            guard let end = text.range(of: "\r\n.\r\n") else { break }
            let letter = String(text[..<end.lowerBound])
            text = String(text[end.upperBound...])
            isLetter = false
            let number = letters.all.withLock {
              $0.append(letter)
              return $0.count - 1
            }
            if holds(number) { try await Task.sleep(for: .seconds(600)) }
            try await say("250 taken")
            continue
          }
          guard let end = text.range(of: "\r\n") else { break }
          let line = String(text[..<end.lowerBound])
          text = String(text[end.upperBound...])
          switch line.prefix(4).uppercased() {
          case "EHLO":
            try await say("250-mail.example.org\r\n250-SIZE 1000000\r\n250 AUTH PLAIN LOGIN")
          case "AUTH":
            // The user and the password are marsad and secret.
            try await say(
              line == "AUTH PLAIN AG1hcnNhZABzZWNyZXQ=" ? "235 welcome" : "535 no such user")
          case "DATA":
            isLetter = true
            try await say("354 go on")
          case "RCPT":
            let number = letters.attempts.withLock {
              $0 += 1
              return $0 - 1
            }
            try await say(refuses(number) ? "451 later" : "250 fine")
          case "QUIT":
            try await say("221 bye")
            return
          default: try await say("250 fine")
          }
        }
      }
    }
  }
}
