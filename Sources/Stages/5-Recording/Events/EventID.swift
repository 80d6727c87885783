/// What an event is called in addresses and on the command line: its article's id, a colon, and where its trigger
/// begins in the text, in code points (`sample-001:412`).
///
/// It stays good when the article is read anew, unlike the number of a row.
package struct EventID: Sendable, Hashable, CustomStringConvertible {
  /// The article's id.
  package let article: String
  /// The code points before the trigger.
  package let start: Int

  /// Makes an id.
  package init(article: String, start: Int) {
    self.article = article
    self.start = start
  }

  /// Reads the text form; `nil` if it is none.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")), colon > 0,
      let start = Int(String(decoding: bytes[(colon + 1)...], as: UTF8.self)), start >= 0
    else { return nil }
    self.init(article: String(decoding: bytes[..<colon], as: UTF8.self), start: start)
  }

  /// The text form.
  package var description: String { "\(article):\(start)" }
}
