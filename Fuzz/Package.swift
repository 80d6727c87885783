// swift-tools-version: 6.3
// Fuzz entries for libFuzzer, one for each way in; a package of its own, built with a sanitizer (Fuzz/run).
import PackageDescription

let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "marsad", path: "..")],
  targets: ["fuzz-fold", "fuzz-words"].map { name in
    .executableTarget(
      name: name, dependencies: [.product(name: "ArabicText", package: "marsad")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  },
  swiftLanguageModes: [.v6]
)
