/// A language in which pages are shown.
package enum PageLanguage: String, Sendable, Hashable, CaseIterable {
  case arabic = "ar"
  case english = "en"

  /// The value of `lang`.
  var code: String { rawValue }

  /// The value of `dir`.
  var direction: String { self == .arabic ? "rtl" : "ltr" }

  /// What the path of a page in this language begins with.
  var pathPrefix: String { self == .arabic ? "" : "/en" }

  /// The language that the switch leads to.
  var other: PageLanguage { self == .arabic ? .english : .arabic }

  /// The digits in which numbers and dates are written; the one place where they are chosen.
  var digits: Digits { .western }

  /// Sets of digits.
  enum Digits: Sendable, Hashable {
    /// 0 to 9.
    case western
    /// U+0660 to U+0669.
    case arabicIndic
  }
}
