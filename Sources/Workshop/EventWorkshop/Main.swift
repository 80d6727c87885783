import ArabicScript
import Foundation
import NewsModel
import Reading

/// A tool for developers: what the choice of events' places and parties is learnt from.
///
///     EventWorkshop FILE.jsonl   three lines an event that is found in the articles (`id`, `text`, `published`)
///
/// A line holds `id`, `choice` (`place`, `actor`, `recipient`), `type`, `trigger`, `group` and `candidates`, each with its
/// `span` (`null` for none), `head`, `ruled` and `features`; offsets count code points.
@main struct Main {
  static func main() throws {
    guard CommandLine.arguments.count == 2,
      let data = FileManager.default.contents(atPath: CommandLine.arguments[1])
    else {
      FileHandle.standardError.write(Data("usage: EventWorkshop FILE.jsonl\n".utf8))
      exit(64)
    }
    let reader = Reader()
    for line in data.split(separator: 0x0A) {
      let record = try JSONDecoder().decode(Record.self, from: Data(line))
      let article = Article(id: record.id, published: record.published, text: record.text)
      for example in reader.choiceExamples(of: article) {
        let output = try JSONEncoder().encode(Line(record.id, example, in: Array(record.text.utf8)))
        FileHandle.standardOutput.write(output + Data("\n".utf8))
      }
    }
  }
}

private struct Record: Decodable {
  let id: String
  let text: String
  let published: String?
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
  let type: String
  let trigger: [Int]
  let group: String
  let candidates: [Candidate]

  init(_ id: String, _ example: ChoiceExample, in utf8: [UInt8]) {
    let offsets = CodePointOffsets(utf8)
    func points(_ range: TextRange) -> [Int] {
      [offsets.codePoint(atByte: range.start), offsets.codePoint(atByte: range.end)]
    }
    self.id = id
    choice = example.choice
    type = example.type.rawValue
    trigger = points(example.trigger)
    group = example.group
    candidates = example.candidates.map {
      Candidate(
        span: $0.span.map(points), head: $0.head, ruled: $0.isRuled, features: $0.features)
    }
  }
}
