import ArabicScript
import FuzzDriver
import Glibc

@main
enum FuzzFold {
  static func main() { exit(fuzz(fuzzFold)) }
}

/// Folds any bytes at each level; stops at an offset outside of the text or a fold that differs
/// with and without offsets, and for valid UTF-8 at a fold that changes when folded again.
private func fuzzFold(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = Array(UnsafeBufferPointer(start: start, count: count))
  let isValid = String(validating: text, as: UTF8.self) != nil
  for level in FoldingLevel.allCases {
    let folded = FoldedText(folding: text, level: level)
    precondition(folded.utf8 == Folding(level).folded(utf8: text))
    var last = TextRange(0, 0)
    for i in 0..<folded.utf8.count {
      let original = folded.offsets.original(TextRange(i, i + 1))
      precondition(original.end <= count && original.start >= last.start)
      last = original
    }
    for i in 0..<count {
      precondition(folded.offsets.folded(TextRange(i, i + 1)).end <= folded.utf8.count)
    }
    if isValid { precondition(Folding(level).folded(utf8: folded.utf8) == folded.utf8) }
  }
  return 0
}
