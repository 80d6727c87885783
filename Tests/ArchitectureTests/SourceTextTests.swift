import Testing

@Suite("Source text") struct SourceTextTests {
  /// Files that may be longer, with the reason.
  static let longFiles: [String: String] = [:]

  @Test func `there are sources and tests to look at`() throws {
    #expect(try Repository.swiftSources.count > 20)
    #expect(try Repository.swiftTests.count > 5)
  }

  @Test func `no file is longer than can be kept in mind`() throws {
    for file in try Repository.swiftSources where SourceTextTests.longFiles[file.path] == nil {
      let count = try file.lines().count
      #expect(count <= 401, "\(file.path) has \(count) lines; one subject each, 400 at most")
    }
    for file in try Repository.swiftTests {
      let count = try file.lines().count
      #expect(count <= 600, "\(file.path) has \(count) lines; 600 at most")
    }
  }

  @Test func `no function body is longer than sixty lines`() throws {
    for file in try Repository.swiftSources {
      for function in functions(in: try file.lines()) where function.count > 60 {
        Issue.record("\(file.path):\(function.line) has a body of \(function.count) lines")
      }
    }
  }

  @Test func `names say what a thing is`() throws {
    let forbidden = ["Utils", "Utilities", "Helper", "Helpers", "Common", "Misc", "Extensions"]
    for file in try Repository.files(below: "Sources") + Repository.files(below: "Tests") {
      for part in file.path.split(whereSeparator: { "/.+-".contains($0) }) {
        #expect(!forbidden.contains(String(part)), "\(file.path)")
      }
    }
  }

  @Test func `no bidirectional control stands raw in a source`() throws {
    let kinds: Set<String> = ["swift", "c", "h", "py", "md", "json", "modulemap"]
    var files = try Repository.files(below: "Sources", endings: kinds)
    files += try Repository.files(below: "Tests", endings: ["swift"])
    files += ["Package.swift", "Makefile", "README.md"].map { RepositoryFile(path: $0) }
    for file in files {
      for (number, line) in try file.lines().enumerated() {
        let control = line.unicodeScalars.first {
          (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
        }
        #expect(control == nil, "\(file.path):\(number + 1): write it as \\u{…}")
      }
    }
  }

  @Test func `identifiers are ASCII`() throws {
    for file in try Repository.swiftSources + Repository.swiftTests {
      let code = SwiftCode(try file.text())
      let line = code.firstLineBeyondASCII
      #expect(line == nil, "\(file.path):\(line ?? 0)")
    }
  }

  @Test(arguments: [
    "@unchecked Sendable", "nonisolated(unsafe)", "try!", "as!", "fatalError(", "TODO", "FIXME",
  ])
  func `no way around the compiler and no promises`(words: String) throws {
    for file in try Repository.swiftSources {
      #expect(!(try file.text().contains(words)), "\(file.path)")
    }
  }

  @Test func `addresses are touched in few files`() throws {
    // Each unsafe use is in a file named for it, or stands here with its reason.
    let exceptions: [String: String] = [
      "Sources/Stages/5-Recording/Opening/Archive+Opening.swift": "asks whether a path is a folder",
      "Sources/Stages/5-Recording/Search/ArabicTokenizer.swift": "is called by SQLite",
    ]
    for file in try Repository.swiftSources where exceptions[file.path] == nil {
      let isUnsafe = SwiftCode(try file.text()).words.contains("unsafe")
      #expect(!isUnsafe || file.name.hasSuffix("+Unsafe.swift"), "\(file.path)")
    }
  }
}

/// The functions of a file: the line of each head, and the number of lines of its body.
///
/// Goes by indentation, which the formatter keeps.
private func functions(in lines: [Substring]) -> [(line: Int, count: Int)] {
  var found: [(line: Int, count: Int)] = []
  for (start, line) in lines.enumerated() {
    let head = line.drop { $0 == " " }
    let words = head.split(separator: " ").prefix(6)
    guard words.contains(where: { $0 == "func" || $0.hasPrefix("init(") }), !head.hasPrefix("//")
    else { continue }
    let indent = String(repeating: " ", count: line.count - head.count)
    guard let open = lines[start...].firstIndex(where: { $0.hasSuffix("{") }),
      let close = lines[open...].firstIndex(where: { $0 == indent + "}" })
    else { continue }
    found.append((start + 1, close - open - 1))
  }
  return found
}
