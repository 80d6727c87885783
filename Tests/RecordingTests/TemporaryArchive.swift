import Foundation
import Recording

/// An archive in a folder of its own, removed with the value.
final class TemporaryArchive {
  let folder: URL
  let archive: Archive
  var path: String { archive.path }

  init(_ options: ArchiveOptions = ArchiveOptions(access: .create)) throws {
    folder = try TemporaryArchive.makeFolder()
    var options = options
    options.access = .create
    options.now = { 1_600_000_000 }
    archive = try Archive.open(at: folder.appending(path: "archive.marsad").path, options)
  }

  deinit {
    try? archive.close()
    try? FileManager.default.removeItem(at: folder)
  }

  static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "marsad-recording-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
