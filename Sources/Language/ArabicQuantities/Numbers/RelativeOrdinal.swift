public import ArabicScript
public import ArabicWords

/// A place that is told from the end or from the present one (`الأخير`, `قبل الأخير`, `التالي`).
public struct RelativeOrdinal: Sendable, Hashable {
  /// From where it counts.
  public enum Origin: String, Sendable, Hashable {
    case end, current
  }

  /// The bytes of the expression.
  public let range: TextRange
  /// The tokens of the expression.
  public let tokens: Range<Int>
  /// From where it counts.
  public let origin: Origin
  /// How many places on; negative for earlier ones.
  public let offset: Int
}

extension TokenizedText {
  /// The places that are told from the end or from the present one, in the order of the text.
  ///
  /// Reports use these words of times mostly (`الأسبوع الأخير`), so that `numbers()` leaves them out.
  ///
  /// - Complexity: O(n).
  public func relativeOrdinals() -> [RelativeOrdinal] {
    QuantityReader(self).relativeOrdinals()
  }
}

extension QuantityReader {
  /// Every place that is told from the end or from the present one.
  func relativeOrdinals() -> [RelativeOrdinal] {
    var result: [RelativeOrdinal] = []
    var i = 0
    while i < count {
      if let found = relativeOrdinal(i) {
        result.append(found)
        i = found.tokens.upperBound
      } else {
        i += 1
      }
    }
    return result
  }

  private func relativeOrdinal(_ i: Int) -> RelativeOrdinal? {
    var start = i
    var end = next(i)
    var offset = 0
    switch lexeme(i).relation {
    case .past where isDefinite(i): offset = -1
    case .next where isDefinite(i): offset = 1
    case .current where isDefinite(i): offset = 0
    case .last, .lastOf:
      return RelativeOrdinal(range: range(of: i..<end), tokens: i..<end, origin: .end, offset: 0)
    case .before where isLast(end), .preceding where isLast(end):
      // `الواحد قبل الأخير`, `الذي قبل الأخير`
      if i > 0, isDefinite(i - 1), lexeme(i - 1).number == .digit, continues(i) { start = i - 1 }
      end = next(end)
      return RelativeOrdinal(
        range: range(of: start..<end), tokens: start..<end, origin: .end, offset: -1)
    default:
      guard isCountedFromEnd(i) else { return nil }
      end = next(next(end))
      return RelativeOrdinal(
        range: range(of: i..<end), tokens: i..<end, origin: .end, offset: 1 - lexeme(i).ordinal)
    }
    return RelativeOrdinal(
      range: range(of: i..<end), tokens: i..<end, origin: .current, offset: offset)
  }

  /// Whether `الأخير` goes on at a token.
  private func isLast(_ i: Int) -> Bool {
    continues(i) && lexeme(i).relation == .last && isDefinite(i)
  }

  /// Whether an ordinal tells a place from the end: `الثانية إلى الأخير`.
  func isCountedFromEnd(_ i: Int) -> Bool {
    let end = next(i)
    return lexeme(i).ordinal > 1 && following(end).role == .to && isLast(next(end))
  }
}
