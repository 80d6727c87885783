internal import AsyncHTTPClient
internal import Crypto
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NewsModel
internal import Serving

/// Hands alarms to one receiver.
protocol AlarmSender: Sendable {
  /// Sends an alarm, and returns once the receiver has confirmed it.
  func send(_ alarm: Alarm) async throws(DeliveryFailure)
}

/// Sends alarms to one receiver, signed as the Standard Webhooks specification (1.0) has it.
///
/// `webhook-signature` is `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. `webhook-id`,
/// repeated as `Idempotency-Key`, is the alarm's key: the same however often it is sent.
struct WebhookSender: AlarmSender {
  private let url: String
  private let secret: SymmetricKey
  private let timeout: Int64

  /// Makes a sender.
  ///
  /// - Parameters:
  ///   - url: The receiver's address.
  ///   - secret: What both ends know; behind `whsec_` it is in base64.
  ///   - timeout: The seconds that an answer may take.
  init(url: String, secret: String, timeout: Int) {
    let prefix = "whsec_"
    let decoded =
      secret.hasPrefix(prefix) ? Data(base64Encoded: String(secret.dropFirst(prefix.count))) : nil
    self.url = url
    self.secret = SymmetricKey(data: decoded ?? Data(secret.utf8))
    self.timeout = Int64(timeout)
  }

  /// Sends an alarm, and returns once the receiver has confirmed it by a status from 200 to 299.
  ///
  /// Redirects are not followed: the body is meant for this receiver.
  func send(_ alarm: Alarm) async throws(DeliveryFailure) {
    let body = AlarmJSON.object(alarm)
    let timestamp = String(Int(Date().timeIntervalSince1970))
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    request.headers.add(name: "User-Agent", value: "Marsad")
    request.headers.add(name: "Idempotency-Key", value: alarm.key)
    request.headers.add(name: "webhook-id", value: alarm.key)
    request.headers.add(name: "webhook-timestamp", value: timestamp)
    request.headers.add(name: "webhook-signature", value: signature(alarm.key, timestamp, body))
    request.body = .bytes(body)
    let status: UInt
    do {
      var configuration = HTTPClient.Configuration()
      configuration.redirectConfiguration = .disallow
      let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
      do {
        status = try await client.execute(request, timeout: .seconds(timeout)).status.code
        try await client.shutdown()
      } catch {
        try? await client.shutdown()
        throw error
      }
    } catch {
      throw DeliveryFailure("can't be reached (\(error)); it will be tried again")
    }
    guard (200...299).contains(status) else {
      throw DeliveryFailure("answered \(status) and not 200 to 299; it will be tried again")
    }
  }

  private func signature(_ key: String, _ timestamp: String, _ body: [UInt8]) -> String {
    let content = Array("\(key).\(timestamp).".utf8) + body
    let code = HMAC<SHA256>.authenticationCode(for: content, using: secret)
    return "v1,\(Data(code).base64EncodedString())"
  }
}
