internal import ArabicScript
internal import ArabicWords
internal import NewsModel

/// Words of outcomes and conditions that tell by which events they could be known.
struct OutcomeWords: Sendable {
  /// What a word tells.
  struct Hint: Sendable {
    /// PLOVER's types.
    let types: Set<EventType>
    /// Whether it is done to whom the outcome is about.
    let isAgainst: Bool
    /// Whether it tells something only of a body or group.
    let needsGroup: Bool
    /// The word as it stands in the clause.
    let word: String
  }

  /// The clause in which a word stands.
  enum Clause: String { case outcome, condition }

  private struct Line: Sendable {
    let clause: String
    let words: String
    let stems: Set<[UInt8]>
    let types: Set<EventType>
    let side: String
  }

  /// `Data/watching/outcome-words.tsv`.
  static let shipped = OutcomeWords(DataFile("watching/outcome-words.tsv"))

  private let lines: [Line]

  /// Reads a table: clause, words, types, side.
  init(_ file: DataFile) {
    lines = file.rows.map { row in
      let types = row[2].split(separator: " ").compactMap { EventType(rawValue: String($0)) }
      return Line(
        clause: row[0], words: row[1], stems: Set(OutcomeWords.stems(of: row[1]).flatMap(\.stems)),
        types: Set(types), side: row[3])
    }
  }

  /// How many words of a clause are looked at: further on they are no predicate.
  static let reach = 5

  /// The first word of a clause that tells something.
  func hint(in text: String, _ clause: Clause) -> Hint? {
    let usable = lines.filter { $0.clause == "both" || $0.clause == clause.rawValue }
    for (word, stems) in OutcomeWords.stems(of: text).prefix(OutcomeWords.reach) {
      for line in usable where stems.contains(where: line.stems.contains) {
        return Hint(
          types: line.types, isAgainst: line.side == "recipient", needsGroup: line.side == "group",
          word: word)
      }
    }
    return nil
  }

  /// The types by which an event is known once it has happened, of the type that PLOVER gives it to come.
  func happened(_ type: EventType) -> Set<EventType> {
    lines.first { $0.clause == "event" && $0.words == type.rawValue }?.types ?? [type]
  }

  /// Whether a marker says that what follows will not happen.
  func isAbsence(_ marker: String) -> Bool { holds("absence", marker) }

  /// Whether a condition says that something ends (`إذا توقفت الحملة`).
  func isStop(_ condition: String) -> Bool { holds("stop", condition) }

  private func holds(_ clause: String, _ text: String) -> Bool {
    let lines = lines.filter { $0.clause == clause }
    return OutcomeWords.stems(of: text).contains { word in
      lines.contains { line in word.stems.contains(where: line.stems.contains) }
    }
  }

  /// The words of a text, each with its stems.
  private static func stems(of text: String) -> [(word: String, stems: [[UInt8]])] {
    let tokens = TokenizedText(text)
    return (0..<tokens.count).filter { tokens.tokens[$0].kind == .word }.map { index in
      let key = tokens.key(index)
      var ranges: [TextRange] = [LightStem.shared.stem(key.span)]
      LightStem.shared.appendOtherStems(of: key.span, to: &ranges)
      let stems = ranges.map { range in
        Array(key[key.startIndex + range.start..<key.startIndex + range.end])
      }
      return (tokens.text(tokens.range(index..<index + 1)), stems)
    }
  }
}
