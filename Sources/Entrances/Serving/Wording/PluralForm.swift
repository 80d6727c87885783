/// The form that a noun takes beside a number.
///
/// Source of the rules: Unicode CLDR, "Language Plural Rules", ar and en.
enum PluralForm: String, Sendable, Hashable, CaseIterable {
  case zero, one, two, few, many, other

  /// The form beside `count`, which is 0 or more.
  init(_ count: Int, in language: PageLanguage) {
    switch (language, count, count % 100) {
    case (.english, 1, _): self = .one
    case (.english, _, _): self = .other
    case (.arabic, 0, _): self = .zero
    case (.arabic, 1, _): self = .one
    case (.arabic, 2, _): self = .two
    case (.arabic, _, 3...10): self = .few
    case (.arabic, _, 11...99): self = .many
    case (.arabic, _, _): self = .other
    }
  }
}
