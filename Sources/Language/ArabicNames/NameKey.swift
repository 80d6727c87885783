/// A key in which spellings of one name meet, in Arabic and Latin letters.
///
/// `كيغينز`, `كيغنز` and `Caggins` have one key, and so have `مظلوم عبدي` and `Mazlum Ebdi`. Different names may meet
/// too: a key finds candidates, `NameIndex` ranks them. The order of the words does not count, nor do
/// particles, articles and vowels.
public struct NameKey: Sendable, Hashable, CustomStringConvertible {
  /// The classes of the words' consonants as digits, the words sorted and parted by a full stop; empty
  /// if the name has no letter of either script.
  public let description: String

  /// The key of a name in either script.
  public init(_ name: String) {
    let keys = NameWords.forms(name).compactMap { form in
      form.isParticle ? nil : NameKey.skeleton(form).map { NameKey.withoutArticle($0.text) }
    }
    description = keys.sorted().joined(separator: ".")
  }

  /// The consonants of a word without its article.
  private static func skeleton(_ form: NameWords.Form) -> Skeleton? {
    for spelling in form.spellings.reversed() {
      if let skeleton = SpellingModel.shared.skeleton(spelling, form.script) { return skeleton }
    }
    return nil
  }

  /// A word's key without the `l` of an article behind `abd`, which some write, some join and some let
  /// melt into the next letter (`Abd al-Rahman`, `Abdelrahman`, `Abdurrahman`).
  private static func withoutArticle(_ key: String) -> String {
    key.hasPrefix("136") && key.utf8.count > 3 ? "13" + key.dropFirst(3) : key
  }
}
