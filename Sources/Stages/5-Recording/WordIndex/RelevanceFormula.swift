internal import Foundation

/// How well a document answers words: BM25 (Robertson, Walker, Jones, Hancock-Beaulieu and Gatford 1994).
///
/// A word's part is `idf · (k1 + 1) · f / (f + norm)` with `norm = k1 · (1 − b + b · length / average length)`;
/// `idf = ln(1 + (N − n + ½) / (n + ½))` never falls below zero. `f` counts occurrences, those in the title twice. A word
/// that is looked for in all its forms scores besides, with less weight, where it stands as it was typed.
///
/// `b`, the title's and the typed word's weight were chosen on the questions of ARCD's training part
/// (`make bench-search`).
struct RelevanceFormula {
  static let k1: Float = 1.2
  static let b: Float = 0.9
  /// What an occurrence in the title counts more than one in the body.
  static let titleBonus: Float = 1
  /// What a word weighs as it was typed, against the same in all its forms.
  static let typedShare: Float = 0.4

  /// How many documents there are, and how many words they have on average.
  let documents: Int
  let averageLength: Float

  /// What a word weighs that stands in so many documents.
  func weight(documents count: Int) -> Float {
    let (all, some) = (Float(max(documents, count)), Float(count))
    return log(1 + (all - some + 0.5) / (some + 0.5)) * (RelevanceFormula.k1 + 1)
  }

  /// What a document of so many words sets against each word's frequency.
  func norm(length: UInt32) -> Float {
    RelevanceFormula.norm(length, average: averageLength)
  }

  /// The share of its weight that a word has in a document.
  static func share(_ frequency: Float, _ norm: Float) -> Float { frequency / (frequency + norm) }

  /// The share in 255ths, rounded up, in a segment that was written at a time of this average length.
  static func impact(count: UInt32, title: UInt32, length: UInt32, average: Float) -> UInt8 {
    let frequency = Float(count) + titleBonus * Float(title)
    return UInt8((share(frequency, norm(length, average: average)) * 255).rounded(.up))
  }

  /// The greatest share that an impact can stand for now: if `average` has grown by some factor since, no share has
  /// grown by more than that.
  func greatestShare(impact: UInt8, average: Float) -> Float {
    Float(impact) / 255 * max(1, averageLength / average)
  }

  private static func norm(_ length: UInt32, average: Float) -> Float {
    k1 * (1 - b + b * Float(length) / max(average, 1))
  }
}
