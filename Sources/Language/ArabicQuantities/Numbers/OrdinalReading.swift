internal import ArabicWords

/// An ordinal number read from the tokens.
struct Ordinal: Sendable {
  var value: Int
  /// The token behind it.
  var end: Int
}

extension QuantityReader {
  /// The ordinal number that begins at a token: `الخامس`, `الخامسة عشرة`, `الحادي والعشرون`,
  /// `المئة والخامسة والعشرون`.
  func ordinal(_ i: Int) -> Ordinal? {
    let first = lexeme(i)
    if first.number == .hundred || first.number == .hundreds, isDefinite(i),
      let at = joined(next(i)),
      isDefinite(at), lexeme(at).number != .hundred, lexeme(at).number != .hundreds,
      let rest = ordinal(at)
    {
      return Ordinal(value: Int(first.amount) + rest.value, end: rest.end)
    }
    guard first.ordinal > 0 || first.number == .digit && first.amount == 1 && isDefinite(i) else {
      return nil
    }
    let value = first.ordinal > 0 ? first.ordinal : 1
    let end = next(i)
    if following(end).number == .ten, prefix(end).isEmpty || prefix(end) == .article, value < 10 {
      return Ordinal(value: value + 10, end: next(end))
    }
    if value < 10, let at = joined(end), lexeme(at).number == .tens,
      isDefinite(at) || !isDefinite(i)
    {
      return Ordinal(value: value + Int(lexeme(at).amount), end: next(at))
    }
    guard first.ordinal > 0, !first.isOrdinalUnit else { return nil }
    return Ordinal(value: value, end: end)
  }
}
