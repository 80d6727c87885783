// text-bench FILE: speed of ArabicText over the lines of a file, one core, best of five, as lines of job, library, MB/s.
import ArabicScript
import ArabicWords
import Foundation

@main
enum TextBench {
  static func main() throws {
    let path = CommandLine.arguments.dropFirst().first ?? "corpus.txt"
    let data = try Data(contentsOf: URL(filePath: path))
    let lines = data.split(separator: UInt8(ascii: "\n")).map { [UInt8]($0) }
    let byteCount = lines.reduce(0) { $0 + $1.count }
    for level in [FoldingLevel.marks, .letters, .search] {
      let folding = Folding(level)
      measure("fold .\(level)", byteCount) {
        lines.reduce(0) { $0 + folding.folded(utf8: $1).count }
      }
      measure("fold .\(level) with offsets", byteCount) {
        lines.reduce(0) { $0 + FoldedText(folding: $1, level: level).utf8.count }
      }
    }
    measure("tokens", byteCount) { lines.reduce(0) { $0 + TokenizedText($1).count } }
    measure("tokens and stems", byteCount) {
      lines.reduce(0) { sum, line in
        let text = TokenizedText(line)
        return text.tokens.indices.reduce(sum) { $0 + stemLength(text, $1) }
      }
    }
  }

  static func stemLength(_ text: TokenizedText, _ i: Int) -> Int {
    guard text.tokens[i].kind == .word else { return 0 }
    let stem = LightStem.shared.stem(text.key(i).span)
    return stem.end - stem.start
  }

  /// Runs a job five times and prints the fastest; the job's result keeps it from being left out.
  static func measure(_ name: String, _ byteCount: Int, _ job: () -> Int) {
    let clock = ContinuousClock()
    var best = Duration.seconds(1000)
    var result = 0
    for _ in 0..<5 { best = min(best, clock.measure { result = job() }) }
    precondition(result >= 0)
    let seconds = Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
    print("\(name)\tArabicText\t\(Double(byteCount) / 1e6 / seconds)")
  }
}
