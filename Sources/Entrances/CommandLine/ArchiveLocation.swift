internal import ArgumentParser
internal import Foundation
internal import Recording

/// Which archive a command works on.
struct ArchiveLocation: ParsableArguments {
  @Option(
    name: .customLong("archive"),
    help: ArgumentHelp(
      "The archive's file. (default: $MARSAD_ARCHIVE, or marsad.archive in this folder)",
      valueName: "file"),
    completion: .file())
  var named: String?

  /// The archive's file.
  var path: String {
    if let named { return named }
    let set = ProcessInfo.processInfo.environment["MARSAD_ARCHIVE"] ?? ""
    return set.isEmpty ? "marsad.archive" : set
  }

  /// Works with the archive and closes it; what is wrong with it becomes what the user is told.
  func withArchive<Value>(
    _ access: ArchiveOptions.Access, _ body: (Archive) async throws -> Value
  ) async throws -> Value {
    do {
      let archive = try Archive.open(at: path, ArchiveOptions(access: access))
      let value = try await body(archive)
      try archive.close()
      return value
    } catch let error as ArchiveError {
      throw CommandFailure(status: error.status, message: error.description)
    } catch let error as SearchQueryError {
      throw CommandFailure(status: .usage, message: error.sentence)
    }
  }
}

extension ArchiveError {
  /// How a command ends that has met this error.
  fileprivate var status: ExitStatus {
    switch kind {
    case .missing, .foreign, .newerVersion, .olderVersion, .mismatch: .input
    case .locked, .readOnly, .diskFull, .damaged, .other: .world
    }
  }
}
