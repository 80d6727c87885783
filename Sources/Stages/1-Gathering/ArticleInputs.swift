internal import FoundationEssentials

/// The files that a user names, with folders replaced by the articles in them.
package struct ArticleInputs: Sendable {
  /// One input.
  package enum Input: Sendable, Hashable {
    case standardInput
    case file(path: String)
    case problem(GatheringProblem)

    /// The name by which messages call it.
    package var name: String {
      switch self {
      case .standardInput: "standard input"
      case .file(let path): path
      case .problem(let problem): problem.file
      }
    }
  }

  /// The inputs in the order of the arguments, those of a folder by name.
  package let inputs: [Input]

  /// The endings of files that are taken from folders; each also with `.gz`.
  package static let endings = [
    "json", "jsonl", "ndjson", "txt", "csv", "tsv", "xlsx", "ods", "eml", "mbox", "docx", "pdf",
  ]

  /// Looks up what the arguments name; `-` is standard input.
  package init(arguments: [String]) {
    inputs = arguments.flatMap { argument -> [Input] in
      if argument == "-" { return [.standardInput] }
      var isFolder: Bool = false
      guard FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder), isFolder
      else { return [.file(path: argument)] }
      let files = ArticleInputs.articleFiles(below: argument)
      if files.isEmpty {
        return [.problem(GatheringProblem(file: argument, reason: .folderWithoutArticles))]
      }
      return files.map { .file(path: $0) }
    }
  }

  /// The size of all inputs in bytes as they stand on disk; `nil` if standard input is among them.
  var byteCount: Int? {
    var sum = 0
    for input in inputs {
      switch input {
      case .standardInput: return nil
      case .file(let path):
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        sum += attributes?[.size] as? Int ?? 0
      case .problem: break
      }
    }
    return sum
  }

  private static func articleFiles(below folder: String) -> [String] {
    let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      return !isHidden && isArticleFile(name)
    }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    .map { "\(root)/\($0)" }
  }

  /// Whether a file is one with articles, by its name.
  package static func isArticleFile(_ name: String) -> Bool {
    endings.contains { hasEnding($0, name) }
  }

  /// Whether a file's name ends in that ending, packed or not.
  static func hasEnding(_ ending: String, _ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".\(ending)") || lower.hasSuffix(".\(ending).gz")
  }
}
