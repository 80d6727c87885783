import Archiving
import Foundation
import NewsModel

/// A folder that goes when the test ends.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "marsad-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// An invented page as fetched.
func page(_ url: String, _ body: String, time: String = "2026-01-02T03:04:05Z") -> Capture {
  Capture(
    url: url, time: time, status: 200, mediaType: "text/html",
    requestHead: Array("GET / HTTP/1.1\r\nHost: outlet.example\r\n\r\n".utf8),
    responseHead: Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".utf8),
    body: Array(body.utf8))
}

func openStore(_ folder: TemporaryFolder) async throws -> CaptureStore {
  try await CaptureStore.open(
    folder: folder.path, software: "marsad test", now: { "2026-01-02T03:04:06Z" })
}

/// The names of a store's files of captures.
func captureFiles(_ folder: TemporaryFolder) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".warc.gz") }.sorted()
}
