import ArabicScript
import Foundation
import NewsModel
import Reading

/// A tool for developers: what the choices of events are learnt from.
///
///     EventWorkshop [--triggers WEIGHTS] FILE.jsonl   four lines an event that is found in the articles (`id`, `text`,
///                                                     `published`), by other weights of triggers than the shipped ones
///     EventWorkshop --stems FILE.jsonl                a line an article: `id` and `stems`, each with its span
///     EventWorkshop --words STEMS FILE.jsonl          a line a word whose stem stands in the file STEMS
///
/// A line holds `id`, `choice` (`place`, `actor`, `recipient`, `record`, `trigger`), `type`, `trigger`, `group` and
/// `candidates`, each with its `span` (`null` for none), `head`, `ruled` and `features`; offsets count code points.
@main struct Main {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("--stems", 2):
      let examples = EventExamples()
      try forEach(in: arguments[1]) { article, offsets in
        try write(
          Stems(
            id: article.id,
            stems: examples.stems(of: article).map {
              Stem(span: offsets.span($0.range), stem: $0.stem)
            }))
      }
    case ("--words", 3):
      let stems = Set(
        String(decoding: try contents(of: arguments[1]), as: UTF8.self).split(separator: "\n").map(
          String.init))
      let examples = EventExamples()
      try forEach(in: arguments[2]) { article, offsets in
        for example in examples.triggers(of: article, stems: stems) {
          try write(Line(article.id, example, offsets))
        }
      }
    case ("--triggers", 3):
      let text = String(decoding: try contents(of: arguments[1]), as: UTF8.self)
      try writeChoices(
        EventExamples(triggerWeights: DataFile(name: arguments[1], text: text)), arguments[2])
    case (_, 1): try writeChoices(EventExamples(), arguments[0])
    default:
      FileHandle.standardError.write(
        Data(
          "usage: EventWorkshop [--triggers WEIGHTS | --stems | --words STEMS] FILE.jsonl\n".utf8))
      exit(64)
    }
  }

  private static func writeChoices(_ examples: EventExamples, _ path: String) throws {
    try forEach(in: path) { article, offsets in
      for example in examples.choices(of: article) { try write(Line(article.id, example, offsets)) }
    }
  }

  private static func forEach(
    in path: String, _ body: (Article, CodePointOffsets) throws -> Void
  ) throws {
    for line in try contents(of: path).split(separator: 0x0A) {
      let record = try JSONDecoder().decode(Record.self, from: Data(line))
      try body(
        Article(id: record.id, published: record.published, text: record.text),
        CodePointOffsets(Array(record.text.utf8)))
    }
  }

  private static func contents(of path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  private static func write(_ value: some Encodable) throws {
    FileHandle.standardOutput.write(try JSONEncoder().encode(value) + Data("\n".utf8))
  }
}

private struct Record: Decodable {
  let id: String
  let text: String
  let published: String?
}

private struct Stem: Encodable {
  let span: [Int]
  let stem: String
}

private struct Stems: Encodable {
  let id: String
  let stems: [Stem]
}

private struct Line: Encodable {
  struct Candidate: Encodable {
    let span: [Int]?
    let head: String?
    let ruled: Bool
    let features: [String]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(span, forKey: .span)
      try container.encodeIfPresent(head, forKey: .head)
      try container.encode(ruled, forKey: .ruled)
      try container.encode(features, forKey: .features)
    }

    enum CodingKeys: CodingKey { case span, head, ruled, features }
  }

  let id: String
  let choice: String
  let type: String?
  let trigger: [Int]
  let group: String
  let candidates: [Candidate]

  init(_ id: String, _ example: ChoiceExample, _ offsets: CodePointOffsets) {
    self.id = id
    choice = example.choice
    type = example.type?.rawValue
    trigger = offsets.span(example.trigger)
    group = example.group
    candidates = example.candidates.map {
      Candidate(
        span: $0.span.map(offsets.span), head: $0.head, ruled: $0.isRuled, features: $0.features)
    }
  }
}

extension CodePointOffsets {
  /// A range of bytes in code points.
  fileprivate func span(_ range: TextRange) -> [Int] {
    [codePoint(atByte: range.start), codePoint(atByte: range.end)]
  }
}
