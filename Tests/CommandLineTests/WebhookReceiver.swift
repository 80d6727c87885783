import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A receiver of webhooks on this machine: keeps what comes, and answers after a while.
final class WebhookReceiver: Sendable {
  /// One request: fields by their names in small letters, and the body.
  struct Delivery: Sendable, Equatable {
    var fields: [String: String]
    var body: String
  }

  let port: Int
  private let deliveries: Deliveries
  private let task: Task<Void, any Error>

  /// What has come so far.
  private final class Deliveries: Sendable {
    let all = Mutex<[Delivery]>([])
  }

  var received: [Delivery] { deliveries.all.withLock { $0 } }

  /// Starts a receiver.
  ///
  /// - Parameter answer: Gets the number of the request from 0; the seconds to wait and the status.
  /// - Returns: The running receiver.
  /// - Throws: If no port is free.
  static func start(
    _ answer: @escaping @Sendable (Int) -> (wait: Double, status: Int)
  ) async throws -> WebhookReceiver {
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let deliveries = Deliveries()
    let task = Task {
      try await withThrowingDiscardingTaskGroup { group in
        try await channel.executeThenClose { connections in
          for try await connection in connections {
            group.addTask { try? await serve(connection, deliveries, answer) }
          }
        }
      }
    }
    return WebhookReceiver(channel.channel.localAddress?.port ?? 0, deliveries, task)
  }

  private init(_ port: Int, _ deliveries: Deliveries, _ task: Task<Void, any Error>) {
    self.port = port
    self.deliveries = deliveries
    self.task = task
  }

  deinit { task.cancel() }

  private static func serve(
    _ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>, _ deliveries: Deliveries,
    _ answer: @Sendable (Int) -> (wait: Double, status: Int)
  ) async throws {
    try await connection.executeThenClose { inbound, outbound in
      var bytes: [UInt8] = []
      for try await part in inbound {
        bytes += Array(part.readableBytesView)
        guard let delivery = whole(bytes) else { continue }
        let number = deliveries.all.withLock {
          $0.append(delivery)
          return $0.count - 1
        }
        let (wait, status) = answer(number)
        try await Task.sleep(for: .seconds(wait))
        let text = "HTTP/1.1 \(status) x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        try await outbound.write(ByteBuffer(string: text))
        return
      }
    }
  }

  /// The request, if all of it has come.
  private static func whole(_ bytes: [UInt8]) -> Delivery? {
    guard let end = Data(bytes).firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
    var fields: [String: String] = [:]
    for line in head.components(separatedBy: "\r\n").dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields[line[..<colon].lowercased()] =
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    let body = bytes[end.upperBound...]
    guard body.count == fields["content-length"].flatMap({ Int($0) }) else { return nil }
    return Delivery(fields: fields, body: String(decoding: body, as: UTF8.self))
  }
}
