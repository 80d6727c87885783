package import NewsModel

/// Where a round puts what it fetched, and asks what it has.
package protocol CaptureKeeper: Sendable {
  /// The last capture of an address that gave content (status 200 to 299).
  func last(_ url: String) async throws -> Capture?
  /// When the address was last asked, as ISO 8601 in UTC; `nil` if it never gave an answer that was kept.
  func lastVisit(_ url: String) async -> String?
  /// Keeps a capture; `true` if its content is new for its address.
  func keep(_ capture: Capture) async throws -> Bool
  /// Keeps the answer that nothing has changed.
  func keepNotModified(_ capture: Capture) async throws
}
