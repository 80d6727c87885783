// swift-tools-version: 6.3
// Measures ArabicText; a package of its own, so that the product does not build it.
import PackageDescription

let package = Package(
  name: "text-benchmarks",
  dependencies: [.package(name: "marsad", path: "../..")],
  targets: [
    .executableTarget(
      name: "text-bench", dependencies: [.product(name: "ArabicText", package: "marsad")]),
    .executableTarget(
      name: "forms-bench", dependencies: [.product(name: "ArabicText", package: "marsad")]),
    .executableTarget(
      name: "stems-bench", dependencies: [.product(name: "ArabicText", package: "marsad")]),
    .executableTarget(
      name: "snowball-words", dependencies: [.product(name: "ArabicText", package: "marsad")]),
  ],
  swiftLanguageModes: [.v6]
)
