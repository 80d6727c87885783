internal import ArabicScript

/// All forms of the verbs of `Data/words/verbs.tsv`, found by their spelling with one alef.
struct VerbTable: Sendable {
  private let spellings: WordTable
  /// Where the forms of each spelling begin in `forms`; last, their number.
  private let starts: [Int]
  private let forms: [VerbForm]

  init() {
    var numbers: [[UInt8]: Int] = [:]
    var words: [(spelling: [UInt8], value: Int32)] = []
    var found: [[VerbForm]] = []
    for row in DataFile("words/verbs.tsv").rows {
      for form in Conjugation(past: row[0], present: row[1]).forms {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: form.spelling)
        let key = OneAlef.folded(Array(String(view).utf8))
        let verb = VerbForm(
          lemma: row[0], tense: form.mark.tense, person: form.mark.person,
          gender: form.mark.gender, number: form.mark.number, voice: form.voice)
        if let number = numbers[key] {
          if !found[number].contains(verb) { found[number].append(verb) }
        } else {
          numbers[key] = found.count
          words.append((key, Int32(found.count)))
          found.append([verb])
        }
      }
    }
    spellings = WordTable(words)
    var starts = [0]
    for list in found { starts.append(starts[starts.count - 1] + list.count) }
    self.starts = starts
    forms = found.flatMap { $0 }
  }

  /// The forms that are spelt as `word`, which has one alef, in the order of the file.
  func forms(of word: [UInt8]) -> ArraySlice<VerbForm> {
    let number = Int(spellings.value(word))
    return number < 0 ? [] : forms[starts[number]..<starts[number + 1]]
  }

  /// Whether some verb has the form.
  func contains(_ word: [UInt8]) -> Bool { spellings.value(word) != WordTable.none }
}

/// Alef for alef with hamza or madda, byte for byte of equal length.
enum OneAlef {
  /// The word with `ا` for `أ`, `إ` and `آ`; offsets stay.
  static func folded(_ word: [UInt8]) -> [UInt8] {
    var word = word
    var i = 0
    while i + 1 < word.count {
      if word[i] == 0xD8, word[i + 1] == 0xA2 || word[i + 1] == 0xA3 || word[i + 1] == 0xA5 {
        word[i + 1] = 0xA7
      }
      i += 1
    }
    return word
  }
}
