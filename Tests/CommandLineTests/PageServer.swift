import NIOCore
import NIOPosix

/// A site on this machine, of pages that do not change.
final class PageServer: Sendable {
  let port: Int
  private let task: Task<Void, any Error>

  /// Starts a site.
  ///
  /// - Parameter pages: What stands at each path; at others there is nothing.
  /// - Returns: The running site.
  /// - Throws: If no port is free.
  static func start(_ pages: [String: String]) async throws -> PageServer {
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let task = Task {
      try await withThrowingDiscardingTaskGroup { group in
        try await channel.executeThenClose { connections in
          for try await connection in connections {
            group.addTask { try? await serve(connection, pages) }
          }
        }
      }
    }
    return PageServer(channel.channel.localAddress?.port ?? 0, task)
  }

  private init(_ port: Int, _ task: Task<Void, any Error>) {
    self.port = port
    self.task = task
  }

  deinit { task.cancel() }

  /// The address of a path.
  func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  private static func serve(
    _ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>, _ pages: [String: String]
  ) async throws {
    try await connection.executeThenClose { inbound, outbound in
      var head = ""
      for try await part in inbound {
        head += String(buffer: part)
        guard head.contains("\r\n\r\n") else { continue }
        let path = head.split(separator: " ").dropFirst().first.map(String.init) ?? "/"
        let page = pages[path] ?? ""
        let status = pages[path] == nil ? "404 Not Found" : "200 OK"
        let answer = """
          HTTP/1.1 \(status)\r\nContent-Type: text/html\r\nContent-Length: \(page.utf8.count)\r\n\
          Connection: close\r\n\r\n\(page)
          """
        try await outbound.write(ByteBuffer(string: answer))
        return
      }
    }
  }
}
