// forms-bench LABELS CORPUS: how many labelled word forms are cut as labelled, and words cut a second, one core.
import ArabicScript
import ArabicWords
import Foundation

@main
enum FormsBench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 2 else {
      print("usage: forms-bench LABELS CORPUS")
      exit(2)
    }
    try printAccuracy(String(contentsOfFile: arguments[0], encoding: .utf8))
    checkEveryCodePoint()
    let corpus = try Data(contentsOf: URL(filePath: arguments[1]))
    printSpeed([UInt8](corpus.prefix(4_000_000)))
  }

  static func printAccuracy(_ labels: String) {
    var counts: [String: (best: Int, any: Int, all: Int)] = [:]
    for line in labels.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      let readings = WordForms.shared.segmentations(of: fields[1])
        .map { $0.pieces.joined(separator: "+") }
      var count = counts[fields[0], default: (0, 0, 0)]
      count.all += 1
      if readings[0] == fields[2] { count.best += 1 } else {
        print("  \(fields[1]): labelled \(fields[2]), cut \(readings.prefix(3).joined(separator: " "))")
      }
      if readings.contains(fields[2]) { count.any += 1 }
      counts[fields[0]] = count
    }
    for (set, count) in counts.sorted(by: { $0.key < $1.key }) {
      let percent = (100 * Double(count.best) / Double(count.all)).formatted(
        .number.precision(.fractionLength(1)))
      print(
        "clitics, \(set): \(count.best) of \(count.all) cut as labelled (\(percent) %), "
          + "\(count.any) among the readings")
    }
  }

  /// Stops at a code point whose pieces don't make up its fold.
  static func checkEveryCodePoint() {
    for value in UInt32(0)..<0x11_0000 {
      var bytes: [UInt8] = []
      if let scalar = Unicode.Scalar(value) {
        bytes = Array(String(scalar).utf8)
      } else {  // a surrogate, as wrongly written in UTF-8
        bytes = [0xED, UInt8(0x80 | (value >> 6) & 0x3F), UInt8(0x80 | value & 0x3F)]
      }
      let readings = WordForms.shared.segmentations(utf8: bytes)
      precondition(readings[0].pieces.joined() == readings[0].word, "U+\(String(value, radix: 16))")
    }
    print("clitics: all 1,114,112 code points read alone")
  }

  static func printSpeed(_ text: [UInt8]) {
    let tokens = TokenizedText(text)
    let words = tokens.tokens.filter { $0.kind == .word }.map {
      Array(text[$0.range.start..<$0.range.end])
    }
    let clock = ContinuousClock()
    var readings = 0
    let time = clock.measure {
      for word in words { readings += WordForms.shared.segmentations(utf8: word).count }
    }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    print("clitics: \(Int(Double(words.count) / seconds)) words a second (\(readings) readings)")
  }
}
