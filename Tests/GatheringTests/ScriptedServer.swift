import Foundation
import NIOCore
import NIOPosix

/// A server on this machine that answers as a test says, byte for byte.
final class ScriptedServer: Sendable {
  /// What the server does once a request has come.
  enum Step: Sendable {
    case send(String)
    case bytes([UInt8])
    case wait(Double)
    /// Sends the same bytes again and again until the other end is tired of it.
    case repeating([UInt8])
  }

  let port: Int
  private let host: String
  private let task: Task<Void, any Error>

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - host: The address of this machine under which it can be reached.
  ///   - answer: Called with the request's path and head; the connection is closed after the steps. As a proxy it is
  ///     called with the host and port that it is to connect to before the path.
  /// - Returns: The running server.
  /// - Throws: If no port is free.
  static func start(
    host: String = "127.0.0.1",
    _ answer: @escaping @Sendable (_ path: String, _ head: String) -> [Step]
  ) async throws -> ScriptedServer {
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(host: host, port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let task = Task {
      try await withThrowingDiscardingTaskGroup { group in
        try await channel.executeThenClose { connections in
          for try await connection in connections {
            group.addTask { try? await ScriptedServer.serve(connection, answer) }
          }
        }
      }
    }
    return ScriptedServer(host: host, port: channel.channel.localAddress?.port ?? 0, task)
  }

  private init(host: String, port: Int, _ task: Task<Void, any Error>) {
    self.host = host
    self.port = port
    self.task = task
  }

  deinit { task.cancel() }

  /// The address of a path.
  func url(_ path: String) -> String {
    "http://\(host.contains(":") ? "[\(host)]" : host):\(port)\(path)"
  }

  private static func serve(
    _ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>,
    _ answer: @Sendable (String, String) -> [Step]
  ) async throws {
    try await connection.executeThenClose { inbound, outbound in
      var head = ""
      var target = ""
      for try await part in inbound {
        head += String(buffer: part)
        // The first words of TLS have no such end.
        guard head.contains("\r\n\r\n") || head.hasPrefix("\u{16}\u{3}") else { continue }
        let path = target + (head.split(separator: " ").dropFirst().first ?? "/")
        if head.hasPrefix("CONNECT ") {
          (target, head) = (path, "")
          try await outbound.write(ByteBuffer(string: "HTTP/1.1 200 OK\r\n\r\n"))
          continue
        }
        for step in answer(path, head) {
          switch step {
          case .send(let text): try await outbound.write(ByteBuffer(string: text))
          case .bytes(let bytes): try await outbound.write(ByteBuffer(bytes: bytes))
          case .wait(let seconds): try await Task.sleep(for: .seconds(seconds))
          case .repeating(let bytes):
            while true { try await outbound.write(ByteBuffer(bytes: bytes)) }
          }
        }
        return
      }
    }
  }
}

extension ScriptedServer.Step {
  /// A whole answer.
  static func answer(
    _ status: String, _ fields: [String] = [], _ body: [UInt8] = []
  ) -> [ScriptedServer.Step] {
    let head = (["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + fields).joined(
      separator: "\r\n")
    return [.send(head + "\r\n\r\n"), .bytes(body)]
  }
}
