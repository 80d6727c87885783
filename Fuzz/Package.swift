// swift-tools-version: 6.3
// Fuzz entries for libFuzzer, one for each way in; a package of its own, built with a sanitizer (Fuzz/run).
import PackageDescription

let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "marsad", path: "..")],
  targets: [
    .target(name: "FuzzDriver"),
    .executableTarget(
      name: "fuzz-fold",
      dependencies: ["FuzzDriver", .product(name: "ArabicText", package: "marsad")]),
    .executableTarget(
      name: "fuzz-words",
      dependencies: ["FuzzDriver", .product(name: "ArabicText", package: "marsad")]),
    .executableTarget(
      name: "fuzz-forms",
      dependencies: ["FuzzDriver", .product(name: "ArabicText", package: "marsad")]),
  ],
  swiftLanguageModes: [.v6]
)
