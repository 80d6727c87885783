internal import Archiving
internal import Gathering
internal import NewsModel

/// Lets rounds of gathering keep captures in a store.
struct StoreKeeper: CaptureKeeper {
  let store: CaptureStore

  func last(_ url: String) async throws -> Capture? { try await store.lastPage(url: url) }

  func lastVisit(_ url: String) async -> String? { await store.lastVisit(url: url) }

  func keep(_ capture: Capture) async throws -> Bool {
    switch try await store.keep(capture) {
    case .new: true
    case .unchanged, .held: false
    }
  }

  func keepNotModified(_ capture: Capture) async throws {
    _ = try await store.keepNotModified(capture)
  }
}
