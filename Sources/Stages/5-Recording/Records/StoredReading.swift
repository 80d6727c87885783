internal import ArabicScript
internal import NewsModel

/// A reading with its article's text and the row numbers of its records.
struct StoredReading {
  let article: Int
  let text: ArticleBytes
  var reading: Reading
  var statementRows: [Int] = []
  var outlookRows: [Int] = []
  var eventRows: [Int] = []
}

/// An article's text as bytes, from which pieces are cut.
struct ArticleBytes {
  let utf8: [UInt8]

  init(_ utf8: [UInt8]) { self.utf8 = utf8 }
  init(_ text: String) { utf8 = Array(text.utf8) }

  /// The piece of a span; what lies beyond the text is left out.
  func cut(_ span: TextRange) -> String {
    String(
      decoding: utf8[min(span.start, utf8.count)..<min(span.end, utf8.count)], as: UTF8.self)
  }

  func cut(_ span: TextRange?) -> String? { span.map { cut($0) } }

  /// What stands around a span in its line, at most 160 bytes to each side, cut at spaces.
  func surroundings(of span: TextRange) -> String {
    let reach = 160
    let from = min(span.start, utf8.count)
    let to = min(span.end, utf8.count)
    var start = from
    while start > 0, from - start < reach, utf8[start - 1] != 0x0A { start -= 1 }
    if start > 0, utf8[start - 1] != 0x0A {
      while start < from, utf8[start] != 0x20 { start += 1 }
    }
    var end = to
    while end < utf8.count, end - to < reach, utf8[end] != 0x0A { end += 1 }
    if end < utf8.count, utf8[end] != 0x0A {
      while end > to, utf8[end - 1] != 0x20 { end -= 1 }
    }
    while start < from, utf8[start] == 0x20 { start += 1 }
    while end > to, utf8[end - 1] == 0x20 { end -= 1 }
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}
