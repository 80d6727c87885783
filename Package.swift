// swift-tools-version: 6.3
// The manifest is the drawing: rings from the inside out, one line of duty a module.
import PackageDescription

let package = Package(
  name: "marsad",
  products: [
    .library(
      name: "ArabicText",
      targets: ["ArabicScript", "ArabicWords", "ArabicQuantities", "ArabicNames"])
  ],
  dependencies: [
    // Command line: parsing, help, completion.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Digests of texts and captures.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // Certificates and the form of time stamps; Archiving only.
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    // The embedded store; imported by Recording only.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // The web server; imported by Serving only.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    // What the web server's interface is made of: header fields, sockets, logs; Serving only.
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    // TLS to the mail server; CommandLine only.
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    // Fetching from the web in Gathering; sending alarms in CommandLine.
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0", traits: []),
  ],
  targets: [
    // Ring 1, Language: Arabic. Bytes in, values out.
    // Embedded data files, byte for byte.
    .target(name: "CArabicLexicon", path: "Sources/Language/CArabicLexicon"),
    // Letters, folding with offset maps, encodings.
    .target(
      name: "ArabicScript", dependencies: ["CArabicLexicon"], path: "Sources/Language/ArabicScript"),
    // Tokens, sentences, quotation spans, clitics, stems, look-up.
    .target(
      name: "ArabicWords", dependencies: ["ArabicScript", "CArabicLexicon"],
      path: "Sources/Language/ArabicWords"),
    // Numbers, dates, durations, counts.
    .target(
      name: "ArabicQuantities", dependencies: ["ArabicScript", "ArabicWords", "CArabicLexicon"],
      path: "Sources/Language/ArabicQuantities"),
    // Names across spellings and scripts.
    .target(
      name: "ArabicNames", dependencies: ["ArabicScript"], path: "Sources/Language/ArabicNames"),

    // Ring 2, Model: the nouns, and nothing that acts.
    .target(
      name: "NewsModel", dependencies: ["ArabicScript", "ArabicQuantities"],
      path: "Sources/Model/NewsModel"),

    // Ring 3, Stages: the verbs, in the order of the data.
    // zlib, to unpack gzip; imported by Gathering only.
    .systemLibrary(
      name: "CZlib", path: "Sources/System/CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])]),
    // Brotli, to unpack what servers send; imported by Gathering only.
    .systemLibrary(
      name: "CBrotli", path: "Sources/System/CBrotli", pkgConfig: "libbrotlidec",
      providers: [.apt(["libbrotli-dev"])]),
    // libxml2, for feeds and pages.
    .systemLibrary(
      name: "CLibXML2", path: "Sources/System/CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]),
    // Files, feeds and pages of the web to articles' bytes.
    .target(
      name: "Gathering",
      dependencies: [
        "ArabicScript", "ArabicWords", "ArabicQuantities", "NewsModel", "CZlib", "CBrotli",
        "CLibXML2",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      path: "Sources/Stages/1-Gathering"),
    // libdeflate, to pack and unpack gzip members; imported by Archiving only.
    .systemLibrary(
      name: "CDeflate", path: "Sources/System/CDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"])]),
    // Captures in WARC files, digests, the custody log, verification.
    .target(
      name: "Archiving",
      dependencies: [
        "NewsModel", "CDeflate", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "X509", package: "swift-certificates"),
      ],
      path: "Sources/Stages/2-Archiving"),
    // Pages to articles.
    .target(
      name: "Extracting",
      dependencies: ["ArabicScript", "ArabicWords", "ArabicQuantities", "NewsModel"],
      path: "Sources/Stages/3-Extracting"),
    // Article to reading.
    .target(
      name: "Reading",
      dependencies: [
        "ArabicScript", "ArabicWords", "ArabicQuantities", "ArabicNames", "NewsModel",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Sources/Stages/4-Reading"),
    // Settings of SQLite that only C can make; imported by Recording only.
    .systemLibrary(
      name: "CSQLiteSettings", path: "Sources/System/CSQLiteSettings", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"])]),
    // The archive: what is added to it, lists, search.
    .target(
      name: "Recording",
      dependencies: [
        "ArabicScript", "ArabicWords", "ArabicQuantities", "ArabicNames", "NewsModel",
        "CSQLiteSettings",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      path: "Sources/Stages/5-Recording"),
    // Copies and stories.
    .target(
      name: "Grouping", dependencies: ["ArabicScript", "ArabicQuantities", "NewsModel"],
      path: "Sources/Stages/6-Grouping"),
    // Series of counts to alarms, outlooks to rules, forecasts to scores.
    .target(
      name: "Watching",
      dependencies: ["ArabicScript", "ArabicWords", "ArabicQuantities", "NewsModel"],
      path: "Sources/Stages/7-Watching"),

    // Ring 4, Entrances: where people come in.
    // Pages, Arabic first, and the JSON API.
    .target(
      name: "Serving",
      dependencies: [
        "ArabicScript", "ArabicWords", "ArabicQuantities", "ArabicNames", "NewsModel", "Gathering",
        "Reading", "Recording", "Grouping", "Watching",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
      ],
      path: "Sources/Entrances/Serving"),
    // One file a subcommand.
    .target(
      name: "CommandLine",
      dependencies: [
        "ArabicScript", "ArabicWords", "ArabicQuantities", "NewsModel", "Gathering", "Archiving",
        "Extracting",
        "Reading",
        "Recording",
        "Grouping", "Serving", "Watching",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Entrances/CommandLine"),
    // The program.
    .executableTarget(name: "marsad", dependencies: ["CommandLine"], path: "Sources/marsad"),

    // Workshop: developers' tools, never shipped.
    // What training and measuring the sequence model of mentions need.
    .executableTarget(
      name: "MentionWorkshop", dependencies: ["ArabicScript", "Reading"],
      path: "Sources/Workshop/MentionWorkshop"),
    // What the models that choose places and parties of events learn from.
    .executableTarget(
      name: "EventWorkshop", dependencies: ["ArabicScript", "NewsModel", "Reading"],
      path: "Sources/Workshop/EventWorkshop"),

    // Tests: a target a module.
    .testTarget(
      name: "ArabicTextScriptTests", dependencies: ["ArabicScript"],
      path: "Tests/ArabicScriptTests", exclude: ["Fixtures"]),
    .testTarget(
      name: "ArabicTextWordsTests", dependencies: ["ArabicScript", "ArabicWords"],
      path: "Tests/ArabicWordsTests"),
    .testTarget(
      name: "ArabicTextQuantitiesTests",
      dependencies: ["ArabicScript", "ArabicWords", "ArabicQuantities"],
      path: "Tests/ArabicQuantitiesTests"),
    .testTarget(
      name: "ArabicTextNamesTests", dependencies: ["ArabicNames"], path: "Tests/ArabicNamesTests"),
    .testTarget(
      name: "ExtractingTests", dependencies: ["ArabicScript", "Extracting"],
      exclude: ["OutletPages", "Pages"]),
    .testTarget(name: "ReadingTests", dependencies: ["ArabicScript", "NewsModel", "Reading"]),
    .testTarget(
      name: "RecordingTests",
      dependencies: [
        "ArabicScript", "ArabicWords", "ArabicQuantities", "NewsModel", "Recording",
        "Grouping",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Formats"]),
    .testTarget(
      name: "NewsModelTests", dependencies: ["NewsModel", "ArabicScript", "ArabicQuantities"]),
    .testTarget(name: "ArchivingTests", dependencies: ["Archiving", "NewsModel"]),
    .testTarget(
      name: "GroupingTests", dependencies: ["ArabicQuantities", "Grouping", "NewsModel"]),
    .testTarget(
      name: "GatheringTests",
      dependencies: [
        "ArabicScript", "Gathering", "NewsModel",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .testTarget(
      name: "ServingTests",
      dependencies: [
        "ArabicScript", "ArabicQuantities", "NewsModel", "Gathering", "Recording", "Serving",
        "Grouping",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ]),
    .testTarget(
      name: "WatchingTests", dependencies: ["ArabicQuantities", "NewsModel", "Watching"]),
    // Drive the built program, and compare what it writes.
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "marsad",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    // The repository tests itself.
    .testTarget(name: "ArchitectureTests"),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),  // SE-0335: `any` is written out
  .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409: imports don't leak
  .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444: members need their import
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461: async stays with its caller
  .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
  .strictMemorySafety(),  // SE-0458: unsafe is spelled
  .treatAllWarnings(as: .error),  // SE-0480
]
for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
