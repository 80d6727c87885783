// swift-tools-version: 6.3
// Measures ArabicQuantities; a package of its own, so that the product does not build it.
import PackageDescription

let package = Package(
  name: "quantity-benchmarks",
  dependencies: [.package(name: "marsad", path: "../..")],
  targets: [
    .executableTarget(
      name: "QuantityProbe", dependencies: [.product(name: "ArabicText", package: "marsad")])
  ],
  swiftLanguageModes: [.v6]
)
