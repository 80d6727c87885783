import Foundation

/// What one run of the program left.
struct ProgramRun: Equatable {
  var output: String
  var errors: String
  var status: Int32

  var outputLines: [Substring] { output.split(separator: "\n") }
}

/// A temporary folder in which the built program runs; it goes when the test ends.
final class Sandbox {
  let folder = FileManager.default.temporaryDirectory.appending(path: "marsad-\(UUID())")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program that was built together with these tests.
  static var program: URL {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "marsad")
  }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func write(_ name: String, _ data: Data) throws {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// Runs `marsad` with arguments, in the folder.
  func run(_ arguments: String..., input: String = "") async throws -> ProgramRun {
    try await launch(Sandbox.program, arguments, input: Data(input.utf8))
  }

  /// The same with the arguments as a list.
  func run(_ arguments: [String]) async throws -> ProgramRun {
    try await launch(Sandbox.program, arguments, input: Data())
  }

  /// Runs a line of shell in the folder, with `$marsad` for the program.
  func shell(_ script: String) async throws -> ProgramRun {
    try await launch(URL(filePath: "/bin/bash"), ["-c", script], input: Data())
  }

  private func launch(_ program: URL, _ arguments: [String], input: Data) async throws -> ProgramRun
  {
    let name = UUID().uuidString
    let files = ["in", "out", "err"].map {
      FileManager.default.temporaryDirectory.appending(path: "\(name).\($0)")
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    try input.write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["marsad": Sandbox.program.path]) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try await withCheckedThrowingContinuation {
      (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    return ProgramRun(
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
      status: process.terminationStatus)
  }
}
