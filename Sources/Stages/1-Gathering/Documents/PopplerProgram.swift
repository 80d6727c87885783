internal import Foundation

/// Takes the words out of a PDF with their places, by poppler's program `pdftotext`.
///
/// The program runs as a process of its own, so that a file made to crash or to stall it harms nothing else.
enum PopplerProgram {
  /// The seconds that a file may take.
  private static let timeLimit = 120.0
  /// The most pages that are read.
  private static let pageLimit = 2_000

  /// The words of a PDF: `pdftotext -bbox-layout`, XML with pages, blocks, lines and words.
  ///
  /// - Parameter pdf: The file's bytes.
  /// - Returns: The XML.
  /// - Throws: `DocumentFault`.
  static func layout(of pdf: [UInt8]) throws(DocumentFault) -> [UInt8] {
    guard let program else { throw .noPoppler }
    do {
      return try run(program, pdf)
    } catch let fault as DocumentFault {
      throw fault
    } catch {
      throw .damagedPDF
    }
  }

  /// Where the program is installed.
  private static var program: String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/pdftotext" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  private static func run(_ program: String, _ pdf: [UInt8]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "marsad-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let names = ["file.pdf", "layout.xml", "errors"].map { folder.appending(path: $0) }
    try Data(pdf).write(to: names[0])
    try Data().write(to: names[2])
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [
      "-bbox-layout", "-enc", "UTF-8", "-l", "\(pageLimit)", names[0].path, names[1].path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    let deadline = Date(timeIntervalSinceNow: timeLimit)
    while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.005) }
    guard !process.isRunning else {
      process.terminate()
      process.waitUntilExit()
      throw DocumentFault.pdfTakesTooLong(seconds: Int(timeLimit))
    }
    let complaint = String(decoding: try Data(contentsOf: names[2]), as: UTF8.self)
    if complaint.contains("Incorrect password") { throw DocumentFault.encryptedPDF }
    guard process.terminationStatus == 0 else { throw DocumentFault.damagedPDF }
    let size = try FileManager.default.attributesOfItem(atPath: names[1].path)[.size] as? Int ?? 0
    guard size <= DocumentKind.limit else {
      throw DocumentFault.unpacksTooLarge(limit: DocumentKind.limit)
    }
    return Array(try Data(contentsOf: names[1]))
  }
}
