import ArabicScript
import ArabicWords
import FuzzDriver
import Glibc

@main
enum FuzzWords {
  static func main() { exit(fuzz(fuzzWords)) }
}

/// Cuts any bytes into tokens, sentences and quotations; stops at one that lies outside of the
/// text, and at sentences that leave a token out.
private func fuzzWords(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = TokenizedText(Array(UnsafeBufferPointer(start: start, count: count)))
  var end = 0
  for (i, token) in text.tokens.enumerated() {
    precondition(token.range.start >= end && token.range.end <= count && !token.range.isEmpty)
    end = token.range.end
    let key = Array(text.key(i))
    precondition(LightStem.shared.stem(key.span).end <= key.count)
    _ = SnowballStem.stem(utf8: key)
  }
  var next = 0
  for sentence in text.sentences {
    precondition(sentence.lowerBound == next && !sentence.isEmpty)
    next = sentence.upperBound
  }
  precondition(next == text.count)
  for quotation in text.quotations {
    precondition(quotation.open < quotation.close && quotation.close <= text.count)
    precondition(quotation.content.upperBound <= text.count)
  }
  return 0
}
