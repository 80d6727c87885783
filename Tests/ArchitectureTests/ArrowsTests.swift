import Testing

/// What each module may import from this package.
///
/// This is the drawing: change it on purpose.
let arrows: [String: Set<String>] = [
  // Language
  "CArabicLexicon": [],
  "ArabicScript": ["CArabicLexicon"],
  "ArabicWords": ["ArabicScript", "CArabicLexicon"],
  "ArabicQuantities": ["ArabicScript", "ArabicWords", "CArabicLexicon"],
  "ArabicNames": ["ArabicScript"],
  // Model
  "NewsModel": ["ArabicScript", "ArabicQuantities"],
  // Stages
  "CZlib": [],
  "CBrotli": [],
  "CDeflate": [],
  "CLibXML2": [],
  "CSQLiteSettings": [],
  "Gathering": [
    "ArabicScript", "ArabicWords", "ArabicQuantities", "NewsModel", "CZlib", "CBrotli", "CLibXML2",
  ],
  "Archiving": ["NewsModel", "CDeflate"],
  "Extracting": ["ArabicScript", "ArabicWords", "ArabicQuantities", "NewsModel"],
  "Reading": ["ArabicScript", "ArabicWords", "ArabicQuantities", "ArabicNames", "NewsModel"],
  "Recording": [
    "ArabicScript", "ArabicWords", "ArabicQuantities", "ArabicNames", "NewsModel",
    "CSQLiteSettings",
  ],
  "Grouping": ["ArabicScript", "ArabicQuantities", "NewsModel"],
  "Watching": ["ArabicScript", "ArabicWords", "ArabicQuantities", "NewsModel"],
  // Entrances
  "CommandLine": [
    "ArabicScript", "ArabicWords", "ArabicQuantities", "NewsModel", "Gathering", "Archiving",
    "Extracting",
    "Reading",
    "Recording",
    "Grouping", "Serving", "Watching",
  ],
  "Serving": [
    "ArabicScript", "ArabicWords", "ArabicQuantities", "ArabicNames", "NewsModel", "Gathering",
    "Reading", "Recording", "Grouping", "Watching",
  ],
  "marsad": ["CommandLine"],
  // Workshop
  "MentionWorkshop": ["ArabicScript", "Reading"],
  "EventWorkshop": ["ArabicScript", "NewsModel", "Reading"],
]

/// The only modules that may import each module of other packages.
let thirdParties: [String: Set<String>] = [
  "ArgumentParser": ["CommandLine"],
  "AsyncHTTPClient": ["Gathering", "CommandLine"],
  "Crypto": ["Gathering", "Archiving", "Reading", "CommandLine"],
  "GRDB": ["Recording"],
  "GRDBSQLite": ["Recording"],
  "HTTPTypes": ["Serving"],
  "Hummingbird": ["Serving"],
  "Logging": ["Serving"],
  "NIOCore": ["Gathering", "Serving", "CommandLine"],
  "NIOHTTP1": ["Gathering", "CommandLine"],
  "NIOPosix": ["Gathering", "CommandLine"],
  "NIOSSL": ["CommandLine"],
  "SwiftASN1": ["Archiving"],
  "X509": ["Archiving"],
]

/// Modules that come with the toolchain, and the rings that do without them.
let toolchain: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Synchronization"]

@Suite("Arrows") struct ArrowsTests {
  @Test func `the manifest declares the drawn modules and no others`() throws {
    let manifest = try Manifest.load()
    #expect(Set(manifest.modules.map(\.name)) == Set(arrows.keys))
  }

  @Test func `the manifest declares the drawn arrows and no others`() throws {
    for target in try Manifest.load().modules {
      let inside = Set(target.dependencies.compactMap { $0.byName?.first ?? nil })
      #expect(inside == arrows[target.name], "\(target.name)")
      let outside = Set(target.dependencies.compactMap { $0.product?.first ?? nil })
      let allowed = Set(thirdParties.filter { $0.value.contains(target.name) }.keys)
      #expect(outside == allowed, "\(target.name)")
    }
  }

  @Test func `every module's folder is named after it`() throws {
    for target in try Manifest.load().modules {
      let path = try #require(target.path, "\(target.name) names its folder")
      #expect(path.hasSuffix("/\(target.name)") || path.hasSuffix("-\(target.name)"))
    }
  }

  @Test func `imports stay within the drawn arrows`() throws {
    for target in try Manifest.load().modules {
      guard let path = target.path else { continue }
      for file in try Repository.files(below: path, endings: ["swift"]) {
        for imported in try file.imports() {
          if toolchain.contains(imported) { continue }
          let allowed =
            arrows[target.name, default: []].contains(imported)
            || thirdParties[imported, default: []].contains(target.name)
          #expect(allowed, "\(file.path) imports \(imported)")
        }
      }
    }
  }

  @Test func `the inner rings do without Foundation and the operating system`() throws {
    let inner =
      try Repository.files(below: "Sources/Language", endings: ["swift"])
      + Repository.files(below: "Sources/Model", endings: ["swift"])
    for file in inner {
      let outside = try file.imports().filter(toolchain.contains)
      #expect(outside.isEmpty, "\(file.path) imports \(outside)")
    }
  }

  @Test func `a stage imports no other stage`() {
    let stages = ["Gathering", "Archiving", "Reading", "Recording", "Grouping", "Watching"]
    for stage in stages {
      #expect(arrows[stage, default: []].isDisjoint(with: stages))
    }
  }

  @Test func `every module has tests`() throws {
    let tested = Set(try Manifest.load().targets.filter { $0.type == "test" }.map(\.name))
    // Data, system libraries, developers' tools and the program itself are tested through the modules that use them.
    let exceptions: Set<String> = [
      "CArabicLexicon", "CZlib", "CBrotli", "CDeflate", "CLibXML2", "CSQLiteSettings", "marsad",
      "MentionWorkshop", "EventWorkshop",
    ]
    for module in Set(arrows.keys).subtracting(exceptions) {
      // Tests of the product ArabicText bear its name, so that `swift test --filter ArabicText` runs them all.
      let isText = module.hasPrefix("Arabic")
      let name = isText ? "ArabicText\(module.dropFirst(6))Tests" : "\(module)Tests"
      #expect(tested.contains(name), "\(module)")
    }
  }
}
