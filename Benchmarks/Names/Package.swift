// swift-tools-version: 6.3
// Measures names across scripts; a package of its own, so that the product does not build it.
import PackageDescription

let package = Package(
  name: "name-benchmarks",
  dependencies: [.package(name: "marsad", path: "../..")],
  targets: [
    .executableTarget(
      name: "NameProbe", dependencies: [.product(name: "ArabicText", package: "marsad")])
  ],
  swiftLanguageModes: [.v6]
)
