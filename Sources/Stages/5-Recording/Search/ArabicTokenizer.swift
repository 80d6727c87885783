internal import ArabicScript
internal import GRDB

/// Hands the words of records to SQLite's full-text tables.
///
/// All documents and queries are prepared: `IndexedText` and `SearchExpression` write words that are cut,
/// folded and stemmed already, with `positionMark` between places and `synonymMark` between words for
/// one place. So a text is cut once for all tables, and nothing that a user types is parsed here.
final class ArabicTokenizer: @unsafe FTS5CustomTokenizer {
  static let name = "marsad"
  /// What made the words; an index of another version is built anew.
  ///
  /// Bumped by hand when the code that cuts, folds or stems changes, and different by itself when its
  /// data files do.
  static let version: String = {
    // FNV-1a, 64 bits (Fowler, Noll and Vo).
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for name in ["script/letters.tsv", "words/beginnings.tsv"] {
      for byte in DataFile(name).bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return "4-" + String(hash, radix: 16)
  }()
  static let synonymMark: UInt8 = 0x02
  static let positionMark: UInt8 = 0x20

  private static let done: CInt = 0

  init(db: Database, arguments: [String]) throws {}

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?,
    nText: CInt, tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let text = unsafe pText, nText > 0 else { return ArabicTokenizer.done }
    var start: CInt = 0
    var flags: CInt = 0
    for i in 0...nText {
      // SAFETY: SQLite gives `nText` readable bytes at `pText`.
      let mark = unsafe i < nText ? UInt8(bitPattern: text[Int(i)]) : ArabicTokenizer.positionMark
      guard mark == ArabicTokenizer.positionMark || mark == ArabicTokenizer.synonymMark else {
        continue
      }
      if start < i {
        let code = unsafe tokenCallback(context, flags, text + Int(start), i - start, start, i)
        if code != ArabicTokenizer.done { return code }
      }
      flags = mark == ArabicTokenizer.synonymMark ? FTS5TokenFlags.colocated.rawValue : 0
      start = i + 1
    }
    return ArabicTokenizer.done
  }
}
