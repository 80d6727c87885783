import ArabicScript
import Foundation
import Testing

/// Words that readers compare with folded ones.
@Suite("Folded words") struct FoldedWordTests {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Stages/4-Reading")

  private static var files: [URL] {
    let found = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
  }

  @Test func `words in the readers are spelt as folding spells them`() throws {
    let folding = Folding(.search)
    let call = /(?:isWord|isJoined|isKey|isForm|hasEnding)\([^"\n]*"(?<word>[^"\n]+)"/
    var count = 0
    for file in Self.files {
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

  @Test func `words in lists of the readers are spelt as folding spells them`() throws {
    let folding = Folding(.search)
    let list = /\[StaticString\] = \[(?<words>[^\]]*)\]/
    var count = 0
    for file in Self.files {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: list) {
        for quoted in match.words.matches(of: /"(?<word>[^"]*)"/) {
          let word = String(quoted.word)
          count += 1
          #expect(folding.folded(word) == word, "\(file.lastPathComponent): \(word)")
        }
      }
    }
    #expect(count > 100)
  }
}
