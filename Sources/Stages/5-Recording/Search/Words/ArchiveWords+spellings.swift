internal import ArabicScript
internal import GRDB

extension ArchiveWords {
  /// Adds to a word of a search what else may be meant by it, as far as the archive holds it.
  ///
  /// `طايره` stands for `طائرة` where the archive holds that more often: a hamza that was left out. A word that no article
  /// holds stands for what is left of it without a clitic, or without two.
  ///
  /// - Parameter place: A word in Arabic letters.
  /// - Throws: An error of the database.
  func addSpellings(to place: inout SearchTerm.Place) throws {
    guard let typed = place.keys.first else { return }
    let withHamza = LetterVariants.withHamza(typed)
    let withoutClitic = LetterVariants.withoutClitic(typed)
    if withHamza.isEmpty, withoutClitic.isEmpty { return }
    let count = try index.documents(holding: typed)
    if count >= ArchiveWords.commonWord { return }
    var more = try withHamza.filter { try index.documents(holding: $0) > count }
    if more.isEmpty, count == 0,
      let rest = try withoutClitic.first(where: { try index.documents(holding: $0) > 0 })
    {
      more = [rest]
    }
    for key in more {
      place.keys.append(key)
      if !place.stems.isEmpty {
        place.addForms(of: key, spelt: String(decoding: key, as: UTF8.self))
      }
    }
  }
}

extension ArchiveWords {
  /// A word that stands in so many articles is taken as it is typed.
  private static let commonWord = 100
}

/// What a folded word may be that is typed with a letter less or more.
enum LetterVariants {
  /// Only so many letters are taken for seats of a hamza.
  private static let seatLimit = 3

  /// The word with a hamza for one or some of `و` and `ي` within it.
  static func withHamza(_ key: [UInt8]) -> [[UInt8]] {
    var seats: [Int] = []
    for start in stride(from: 2, to: key.count - 1, by: 2) where isSeat(key, start) {
      seats.append(start)
    }
    guard key.first.map({ $0 >= 0xD8 }) ?? false, seats.count <= seatLimit else { return [] }
    return (1..<max(1, 1 << seats.count)).map { choice in
      var word = key
      for (number, start) in seats.enumerated() where choice >> number & 1 == 1 {
        (word[start], word[start + 1]) = (0xD8, 0xA1)
      }
      return word
    }
  }

  private static func isSeat(_ key: [UInt8], _ start: Int) -> Bool {
    key[start] == 0xD9 && (key[start + 1] == 0x88 || key[start + 1] == 0x8A)
  }

  /// The word without its first letter, and without its first two, where these are clitics of one letter.
  static func withoutClitic(_ key: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var rest = key[...]
    while result.count < 2, rest.count >= 8, isClitic(rest) {
      rest = rest.dropFirst(2)
      result.append(Array(rest))
    }
    return result
  }

  /// Whether the first letter is one of the clitics `و`, `ف`, `ب`, `ل` and `ك`.
  static func isClitic(_ word: ArraySlice<UInt8>) -> Bool {
    switch (word[word.startIndex], word[word.startIndex + 1]) {
    case (0xD9, 0x88), (0xD9, 0x81), (0xD8, 0xA8), (0xD9, 0x84), (0xD9, 0x83): true
    default: false
    }
  }
}
