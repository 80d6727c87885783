// stems-bench LABELS...: of each file, how many labelled words are cut to the stem that they are labelled with, by our light
// stemmers and by Snowball's (SnowballStem gives what its package gives), with the words that LikelyStem cuts otherwise.
import ArabicScript
import ArabicWords
import Foundation

@main
enum StemsBench {
  static func main() throws {
    let paths = CommandLine.arguments.dropFirst()
    guard !paths.isEmpty else {
      print("usage: stems-bench LABELS...")
      exit(2)
    }
    for path in paths { try measure(path) }
  }

  private static func measure(_ path: String) throws {
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t").map(String.init) }
    let folding = Folding(.search)
    var (light, likely, snowball) = (0, 0, 0)
    for row in rows {
      let word = folding.folded(utf8: Array(row[0].utf8))
      func text(_ stem: TextRange) -> String {
        String(decoding: word[stem.start..<stem.end], as: UTF8.self)
      }
      if text(LightStem.shared.stem(word.span)) == row[1] { light += 1 }
      let stem = text(LikelyStem.shared.stem(word.span))
      if stem == row[1] { likely += 1 } else { print("  \(row[0]): labelled \(row[1]), cut \(stem)") }
      // All are compared folded, so that Snowball does not lose by the letters that it keeps.
      if folding.folded(SnowballStem.stem(row[0])) == row[1] { snowball += 1 }
    }
    print(
      "light stems: of \(rows.count) words of \(path.split(separator: "/").last ?? "") LikelyStem cuts \(likely) as labelled, LightStem \(light), Snowball \(snowball)")
  }
}
