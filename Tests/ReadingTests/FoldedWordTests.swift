import ArabicScript
import Foundation
import Testing

/// Words that readers compare with folded ones.
@Suite("Folded words") struct FoldedWordTests {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Stages/4-Reading")

  @Test func `words in the readers are spelt as folding spells them`() throws {
    let folding = Folding(.search)
    let call = /(?:isWord|isJoined|isKey|isForm|hasEnding)\([^"\n]*"(?<word>[^"\n]+)"/
    let files =
      FileManager.default.enumerator(
        at: Self.sources, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    var count = 0
    for file in files where file.pathExtension == "swift" {
      let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        for match in line.matches(of: call) {
          let word = String(match.word)
          count += 1
          #expect(folding.folded(word) == word, "\(file.lastPathComponent):\(number + 1) \(word)")
        }
      }
    }
    #expect(count > 300)
  }
}
