import Foundation

/// The repository that these tests stand in.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The project's own files below a folder, without hidden and built ones, by path.
  static func files(below folder: String, endings: Set<String> = []) throws -> [RepositoryFile] {
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: root.appending(path: folder).path)
    return names.filter { name in
      let parts = name.split(separator: "/")
      return !parts.contains { $0.hasPrefix(".") }
        && (endings.isEmpty || endings.contains(URL(filePath: name).pathExtension))
    }
    .sorted()
    .map { RepositoryFile(path: "\(folder)/\($0)") }
    .filter { !$0.isFolder }
  }

  static var swiftSources: [RepositoryFile] {
    get throws { try files(below: "Sources", endings: ["swift"]) }
  }

  static var swiftTests: [RepositoryFile] {
    get throws { try files(below: "Tests", endings: ["swift"]) }
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}

/// One file, by its path below the root.
struct RepositoryFile {
  let path: String

  var isFolder: Bool {
    let url = Repository.root.appending(path: path)
    return (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
  }

  var name: String { URL(filePath: path).lastPathComponent }

  func text() throws -> String { try Repository.text(path) }

  func lines() throws -> [Substring] {
    try text().split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The modules that a Swift file imports.
  func imports() throws -> [String] {
    let pattern = try Regex(
      #"^\s*(?:public |package |internal |@testable |@preconcurrency )*import (?:struct |enum |func |class )?(\w+)"#
    )
    return try lines().compactMap { line in
      line.firstMatch(of: pattern).flatMap { $0.output[1].substring }.map(String.init)
    }
  }
}

/// The package as its manifest declares it.
struct Manifest: Decodable {
  struct Target: Decodable {
    let name: String
    let type: String
    let path: String?
    let dependencies: [Dependency]
  }

  struct Dependency: Decodable {
    let byName: [String?]?
    let product: [String?]?

    enum CodingKeys: CodingKey { case byName, product }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      byName = Dependency.names(in: container, .byName)
      product = Dependency.names(in: container, .product)
    }

    // The arrays hold names, and null or an object behind them.
    private static func names(
      in container: KeyedDecodingContainer<CodingKeys>, _ key: CodingKeys
    ) -> [String?]? {
      guard var list = try? container.nestedUnkeyedContainer(forKey: key) else { return nil }
      return [try? list.decode(String.self)]
    }
  }

  let targets: [Target]

  /// The manifest, asked for once.
  static func load() throws -> Manifest { try loaded.get() }

  private static let loaded = Result { try Manifest.ask() }

  /// Asks SwiftPM, in a scratch folder of its own because the tests hold the usual one.
  private static func ask() throws -> Manifest {
    let output = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: output) }
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", Repository.root.path, "--scratch-path",
      FileManager.default.temporaryDirectory.appending(path: "marsad-manifest-\(getpid())").path,
      "dump-package",
    ]
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    return try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: output))
  }

  /// The targets that hold the product's own code, without tests.
  var modules: [Target] { targets.filter { $0.type != "test" } }
}
