import ArabicScript
import ArabicWords
import FuzzDriver
import Glibc

@main
enum FuzzForms {
  static func main() { exit(fuzz(fuzzForms)) }
}

/// Cuts any bytes, and each of their tokens, into clitics and base; stops at pieces that don't make up
/// the word, and at shares that don't sum up to 1.
private func fuzzForms(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  check(bytes)
  let text = TokenizedText(bytes)
  for token in text.tokens { check(Array(bytes[token.range.start..<token.range.end])) }
  return 0
}

private func check(_ word: [UInt8]) {
  let readings = WordForms.shared.segmentations(utf8: word)
  precondition(!readings.isEmpty)
  var sum = 0.0
  for reading in readings {
    precondition(reading.pieces.joined() == reading.word)
    precondition((reading.wordClass == .verb) != reading.verbForms.isEmpty)
    sum += reading.likelihood
  }
  precondition(sum > 0.999 && sum < 1.001)
  let spelling = String(decoding: word, as: UTF8.self)
  _ = StopWords.shared.category(of: spelling)
  _ = BrokenPlurals.shared.plurals(of: spelling) + BrokenPlurals.shared.singulars(of: spelling)
}
