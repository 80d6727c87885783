public import ArabicScript

/// A number of a text, in digits or words, with its bounds and the noun that it counts.
public struct NumberExpression: Sendable, Hashable {
  /// What a number is used for.
  public enum Kind: UInt8, Sendable, Hashable {
    /// A count or measure (`خمسة عشر`, `3آلاف`).
    case cardinal
    /// A place in an order (`الخامس عشر`).
    case ordinal
    /// A part of one, or a number with such a part (`ثلاثة أرباع`, `مليون ونصف`).
    case fraction
    /// A share of a hundred (`20 في المئة`); `value` is 20.
    case percent
  }

  /// The bytes of the number with the words that bound it, without the counted noun.
  public let range: TextRange
  /// The tokens of the number with the words that bound it, without the counted noun.
  public let tokens: Range<Int>
  /// The number; of a range its middle, of `عشرات` and the like the lower bound.
  public let value: Double
  /// The lower bound; `nil` if it has none (`أقل من 10`).
  ///
  /// Equal to `value` for an exact number.
  public let low: Double?
  /// The upper bound; `nil` if it has none (`أكثر من 60`).
  ///
  /// Equal to `value` for an exact number.
  public let high: Double?
  /// Whether the lower bound itself is meant too (`60 على الأقل`, not `أكثر من 60`).
  public let includesLow: Bool
  /// Whether the upper bound itself is meant too.
  public let includesHigh: Bool
  /// Whether the text calls it a guess (`نحو 20`, `عشرات`).
  public let isApproximate: Bool
  /// Whether no number word stands there: the noun's own form tells it (`قتيلان`, `قتيل`).
  public let isImplied: Bool
  /// What it is used for.
  public let kind: Kind
  /// The tokens of the counted noun (`شخصا`); for an implied number those of the number.
  public let unitTokens: Range<Int>?
  /// The bytes of the counted noun.
  public let unit: TextRange?

  /// Whether it tells a place in an order.
  public var isOrdinal: Bool { kind == .ordinal }

  /// Whether exactly one number is meant.
  public var isExact: Bool { !isApproximate && low == value && high == value }
}
