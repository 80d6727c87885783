internal import ArabicScript
internal import ArabicWords
internal import GRDB

/// Cuts and folds text for SQLite's full-text index.
///
/// A document gives each word folded, and at the same place each of its light stems that differs from
/// it behind the byte `stemMark`, so that spellings and stems never mix. A query is what
/// `SearchExpression` wrote: words that are folded already, with `positionMark` between places and
/// `synonymMark` between words for one place.
final class ArabicTokenizer: @unsafe FTS5CustomTokenizer {
  static let name = "marsad"
  /// Bumped whenever the same text may give other words; the index is then built anew.
  static let version = "1"
  /// Stands before stems; no folded word holds it.
  static let stemMark: UInt8 = 0x01
  static let synonymMark: UInt8 = 0x02
  static let positionMark: UInt8 = 0x20

  init(db: Database, arguments: [String]) throws {}

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?,
    nText: CInt, tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let start = unsafe pText, nText > 0 else { return ArabicTokenizer.done }
    // SAFETY: SQLite gives `nText` readable bytes at `pText`; they are copied at once.
    let bytes = unsafe [UInt8](
      UnsafeRawBufferPointer(start: start, count: Int(nText)))
    let emit = unsafe TokenReceiver(context: context, callback: tokenCallback)
    return tokenization.contains(.query)
      ? unsafe tokenize(query: bytes, emit) : unsafe tokenize(document: bytes, emit)
  }

  private static let done: CInt = 0

  private func tokenize(document: [UInt8], _ emit: TokenReceiver) -> CInt {
    let text = SearchTerms(document)
    var stem: [UInt8] = []
    var stems: [TextRange] = []
    for index in 0..<text.terms.count {
      let term = text.terms[index]
      let key = text.key(index)
      let code = unsafe emit(key, at: term, colocated: false)
      if code != ArabicTokenizer.done { return code }
      stems.removeAll(keepingCapacity: true)
      WordStems.append(of: key, to: &stems)
      for range in stems where range.count < key.count {
        stem.removeAll(keepingCapacity: true)
        stem.append(ArabicTokenizer.stemMark)
        stem.append(contentsOf: key[key.startIndex + range.start..<key.startIndex + range.end])
        let code = unsafe emit(stem[...], at: term, colocated: true)
        if code != ArabicTokenizer.done { return code }
      }
    }
    return ArabicTokenizer.done
  }

  private func tokenize(query: [UInt8], _ emit: TokenReceiver) -> CInt {
    var start = 0
    var colocated = false
    for i in 0...query.count {
      let mark = i < query.count ? query[i] : ArabicTokenizer.positionMark
      guard mark == ArabicTokenizer.positionMark || mark == ArabicTokenizer.synonymMark else {
        continue
      }
      if start < i {
        let term = SearchTerms.Term(start: UInt32(start), end: UInt32(i), keyStart: 0, keyEnd: 0)
        let code = unsafe emit(query[start..<i], at: term, colocated: colocated)
        if code != ArabicTokenizer.done { return code }
      }
      colocated = mark == ArabicTokenizer.synonymMark
      start = i + 1
    }
    return ArabicTokenizer.done
  }
}

/// SQLite's function that receives words, with its context.
@unsafe private struct TokenReceiver {
  let context: UnsafeMutableRawPointer?
  let callback: FTS5TokenCallback

  func callAsFunction(
    _ word: ArraySlice<UInt8>, at term: SearchTerms.Term, colocated: Bool
  ) -> CInt {
    // SAFETY: the word's bytes outlive the call, and SQLite copies what it keeps.
    unsafe word.withUnsafeBytes { bytes in
      unsafe callback(
        context, colocated ? FTS5TokenFlags.colocated.rawValue : 0,
        bytes.bindMemory(to: CChar.self).baseAddress, CInt(bytes.count), CInt(term.start),
        CInt(term.end))
    }
  }
}

/// All stems under which a folded word is found.
enum WordStems {
  /// Appends the word's own stem and the stems that it has if its first letters are clitics, as ranges
  /// of `word`'s bytes counted from its start, without repetition.
  static func append(of word: ArraySlice<UInt8>, to stems: inout [TextRange]) {
    let span = word.span
    stems.append(LightStem.shared.stem(span))
    LightStem.shared.appendOtherStems(of: span, to: &stems)
  }
}
