import ArabicScript
import Foundation
import Reading

/// A tool for developers: what training and measuring the sequence model need.
///
///     MentionWorkshop features FILE.conll WORDS.tsv [TAGS]   a line a token, `tag` and its features; blank lines between sentences;
///                                                     with the TAGS at first sight also what repetitions tell
///     MentionWorkshop tag FILE.conll [MODEL.tsv]      a line a token, `token tag`, by the model; else by the shipped one
///     MentionWorkshop time FILE.jsonl                 articles a second of CPU time, from bytes to names
@main struct Main {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let data = FileManager.default.contents(atPath: arguments[2])
    else {
      FileHandle.standardError.write(
        Data(
          "usage: MentionWorkshop features FILE.conll WORDS.tsv [TAGS] | tag FILE.conll [MODEL.tsv] | time FILE.jsonl\n"
            .utf8))
      exit(64)
    }
    let bytes = Array(data)
    switch arguments[1] {
    case "features" where arguments.count > 3:
      write(
        TokenFile(bytes).features(
          MentionTagger(words: file(arguments, 3), model: nil), tags: file(arguments, 4)))
    case "tag":
      write(TokenFile(bytes).tagged(by: MentionTagger(words: nil, model: file(arguments, 3))))
    case "time": try time(bytes)
    default: exit(64)
    }
  }

  private static func file(_ arguments: [String], _ index: Int) -> [UInt8]? {
    guard index < arguments.count else { return nil }
    return FileManager.default.contents(atPath: arguments[index]).map { Array($0) } ?? []
  }

  private static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  private static func time(_ bytes: [UInt8]) throws {
    struct Article: Decodable { var text: String? }
    let decoder = JSONDecoder()
    let texts = try bytes.split(separator: 0x0A).compactMap {
      try decoder.decode(Article.self, from: Data($0)).text.map { Array($0.utf8) }
    }
    let tagger = MentionTagger(words: nil, model: nil)
    var count = 0
    let start = clock()
    var memory = ReadingMemory()
    for text in texts { count += tagger.names(in: text, &memory).count }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    write(
      "\(texts.count) articles, \(count) names, \(Int(Double(texts.count) / seconds)) articles/s of CPU time\n"
    )
  }
}
