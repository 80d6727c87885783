internal import Foundation
internal import Glibc

/// Prints pages to PDF by a browser of this machine.
struct BrowserPrinter {
  private let program: String

  /// The names under which Chromium and Chrome are installed.
  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
  ]

  /// Finds a browser.
  ///
  /// - Parameter given: The browser's path or name; `nil` for whichever is installed.
  /// - Throws: `CommandFailure` if there is none.
  init(_ given: String?) throws {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    func path(_ name: String) -> String? {
      (name.contains("/") ? [name] : folders.map { "\($0)/\(name)" })
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
    guard let found = (given.map { [$0] } ?? BrowserPrinter.names).lazy.compactMap(path).first
    else {
      let missing =
        given.map { "\(withoutControls($0)): no such program" } ?? "no browser is installed"
      throw CommandFailure(
        status: .world,
        message:
          "\(missing), and a PDF is printed by one; install Chromium, name one with --browser, or take"
          + " --format html and print it")
    }
    program = found
  }

  /// A page as a PDF of A4 sheets.
  ///
  /// - Parameter page: The page's HTML.
  /// - Returns: The PDF's bytes.
  /// - Throws: `CommandFailure` if the browser fails, or takes more than a minute.
  func pdf(of page: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "marsad-\(UUID().uuidString)")
    let (source, target) = (folder.appending(path: "page.html"), folder.appending(path: "page.pdf"))
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(page.utf8).write(to: source)
      let process = Process()
      process.executableURL = URL(filePath: program)
      process.arguments =
        [
          "--headless", "--disable-gpu", "--no-pdf-header-footer",
          "--user-data-dir=\(folder.path)/profile",
        ]
        // The browser refuses its sandbox to the superuser.
        + (geteuid() == 0 ? ["--no-sandbox"] : [])
        + ["--print-to-pdf=\(target.path)", source.absoluteString]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      let deadline = Date(timeIntervalSinceNow: 60)
      while process.isRunning, Date() < deadline { usleep(50_000) }
      if process.isRunning { process.terminate() }
      process.waitUntilExit()
      let bytes = Array(try Data(contentsOf: target))
      guard process.terminationStatus == 0, bytes.starts(with: Array("%PDF".utf8)) else {
        throw CocoaError(.fileReadCorruptFile)
      }
      return bytes
    } catch {
      throw CommandFailure(
        status: .world,
        message:
          "\(program) printed no PDF (\(error)); name another browser with --browser, or take --format html"
      )
    }
  }
}
