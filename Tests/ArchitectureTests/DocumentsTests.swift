import Testing

@Suite("Documents") struct DocumentsTests {
  @Test(arguments: [
    "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "ROADMAP.md", "LICENSE",
    "NOTICE", "Makefile", ".ci/run", ".swift-format",
  ])
  func `the repository has what a reader looks for`(path: String) {
    #expect(Repository.exists(path))
  }

  @Test(arguments: ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"])
  func `paths that documents name exist`(document: String) throws {
    for piece in try codePieces(of: document) where isPath(piece) {
      #expect(Repository.exists(piece), "\(document) names \(piece)")
    }
  }

  @Test func `types that the architecture names exist`() throws {
    var declared = Set(arrows.keys).union(["ArabicText"]).union(thirdParties.keys)
    let pattern = try Regex(#"\b(?:struct|enum|class|protocol|actor|typealias)\s+(\w+)"#)
    for file in try Repository.swiftSources + Repository.swiftTests {
      for match in try file.text().matches(of: pattern) {
        if let name = match.output[1].substring { declared.insert(String(name)) }
      }
    }
    declared.formUnion(try Manifest.load().targets.map(\.name))
    for piece in try codePieces(of: "ARCHITECTURE.md") {
      let isType =
        piece.first?.isUppercase == true && piece.allSatisfy { $0.isLetter || $0.isNumber }
        && piece.contains { $0.isLowercase }
      if isType { #expect(declared.contains(piece), "ARCHITECTURE.md names \(piece)") }
    }
  }

  @Test func `every module has a place in the architecture`() throws {
    let pieces = try codePieces(of: "ARCHITECTURE.md")
    for module in arrows.keys.sorted() {
      #expect(pieces.contains(module), "\(module)")
    }
  }

  @Test func `every subcommand is in the README`() throws {
    let readme = try Repository.text("README.md")
    let pattern = try Regex(#"commandName: "(\w+)""#)
    var count = 0
    for file in try Repository.files(below: "Sources/Entrances/CommandLine", endings: ["swift"]) {
      for match in try file.text().matches(of: pattern) {
        guard let name = match.output[1].substring, name != "marsad" else { continue }
        count += 1
        #expect(readme.contains("marsad \(name)"), "\(name)")
      }
    }
    #expect(count > 0)
  }

  @Test func `every data file says at its top what it is`() throws {
    let files = try Repository.files(below: "Data", endings: ["tsv", "txt"])
    #expect(!files.isEmpty)
    for file in files {
      let head = try file.lines().first ?? ""
      #expect(head.hasPrefix("# ") && head.count > 20, "\(file.path)")
    }
  }

  @Test func `every recipe that documents name is in the Makefile`() throws {
    let makefile = try Repository.text("Makefile")
    for document in ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"] {
      for piece in try codePieces(of: document) where piece.hasPrefix("make ") {
        let recipe = piece.split(separator: " ")[1]
        #expect(makefile.contains("\n\(recipe):"), "\(document) names \(piece)")
      }
    }
  }

  /// What stands between backquotes, outside blocks of code.
  private func codePieces(of document: String) throws -> [String] {
    var pieces: [String] = []
    var isInBlock = false
    for line in try RepositoryFile(path: document).lines() {
      if line.hasPrefix("```") { isInBlock.toggle() }
      if isInBlock { continue }
      let parts = line.split(separator: "`", omittingEmptySubsequences: false)
      pieces += parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
    }
    return pieces
  }

  private func isPath(_ piece: String) -> Bool {
    let endings = [".swift", ".md", ".tsv", ".c", ".h", ".py", ".jsonl"]
    let tops = ["Sources/", "Tests/", "Data/", "Samples/", "Training/", "Benchmarks/", ".ci/"]
    let isNamed = endings.contains { piece.hasSuffix($0) } && piece.contains("/")
    return (isNamed || tops.contains { piece.hasPrefix($0) })
      && !piece.contains { " *<…".contains($0) }
  }
}
