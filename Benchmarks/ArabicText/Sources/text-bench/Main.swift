// text-bench FILE: speed of ArabicText over the lines of a file, one core, best of five.
import ArabicScript
import Foundation

@main
enum TextBench {
  static func main() throws {
    let path = CommandLine.arguments.dropFirst().first ?? "corpus.txt"
    let data = try Data(contentsOf: URL(filePath: path))
    let lines = data.split(separator: UInt8(ascii: "\n")).map { [UInt8]($0) }
    let byteCount = lines.reduce(0) { $0 + $1.count }
    print("\(lines.count) texts, \(byteCount / 1_000_000) MB")
    for level in [FoldingLevel.marks, .letters, .search] {
      let folding = Folding(level)
      measure("fold .\(level)", byteCount) {
        lines.reduce(0) { $0 + folding.folded(utf8: $1).count }
      }
      measure("fold .\(level) with offset map", byteCount) {
        lines.reduce(0) { $0 + FoldedText(folding: $1, level: level).utf8.count }
      }
    }
  }

  /// Runs a job five times and prints the fastest; the job's result keeps it from being left out.
  static func measure(_ name: String, _ byteCount: Int, _ job: () -> Int) {
    let clock = ContinuousClock()
    var best = Duration.seconds(1000)
    var result = 0
    for _ in 0..<5 { best = min(best, clock.measure { result = job() }) }
    let seconds = Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
    let speed = (Double(byteCount) / 1e6 / seconds).formatted(.number.precision(.fractionLength(0)))
    print("\(name.padding(toLength: 40, withPad: " ", startingAt: 0)) \(speed) MB/s  (\(result))")
  }
}
