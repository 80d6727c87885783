// text-bench FILE: speed of ArabicText over the lines of a file, one core, the fastest of fifteen runs by the processor's time, as lines of job, library, MB/s.
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
        for line in lines { $0 += folding.folded(utf8: line).count }
      }
      measure("fold .\(level) with offsets", byteCount) {
        for line in lines { $0 += FoldedText(folding: line, level: level).utf8.count }
      }
    }
    measure("tokens", byteCount) { for line in lines { $0 += TokenizedText(line).count } }
    let stemmer = LightStem.shared
    measure("tokens and stems", byteCount) {
      for line in lines {
        let text = TokenizedText(line)
        for i in 0..<text.count { $0 += stemmer.stem(ofToken: i, in: text).count }
      }
    }
  }

  /// Runs a job fifteen times and prints the speed of the fastest; what it counts keeps it from being left out.
  static func measure(_ name: String, _ byteCount: Int, _ job: (inout Int) -> Void) {
    var best = UInt64.max
    var result = 0
    for _ in 0..<15 {
      let start = processorTime()
      job(&result)
      best = min(best, processorTime() - start)
    }
    precondition(result >= 0)
    print("\(name)\tArabicText\t\(Double(byteCount) * 1e3 / Double(best))")
  }

  /// The processor's time that this process took so far in nanoseconds, so that other work on the machine
  /// counts little.
  static func processorTime() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
