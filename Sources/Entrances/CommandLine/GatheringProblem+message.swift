internal import Gathering

extension GatheringProblem {
  /// What the user is told: where, what, and what helps, on one line.
  var message: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(cause)"
  }

  private var cause: String {
    switch reason {
    case .notFound: "no such file; check the path"
    case .unreadable(let number):
      "can't be read: \(SystemMessage.text(of: number)); check its rights and the disk"
    case .folderWithoutArticles:
      "the folder holds no articles; they end in "
        + ArticleInputs.endings.map { ".\($0)" }.joined(separator: ", ") + ", each also with .gz"
    case .damagedCompression(let count):
      "the gzip data is damaged or cut off after \(count) bytes of content; fetch the file again"
    case .undecodable(let offset):
      "neither UTF-8 nor windows-1256 at byte \(offset); convert it to UTF-8 (iconv -t UTF-8)"
    case .utf16: "UTF-16; convert it to UTF-8 (iconv -f UTF-16 -t UTF-8)"
    case .truncatedJSON: "the JSON ends too early; the file may be cut off"
    case .invalidJSON(let offset): "not JSON at byte \(offset); mend it or leave it out"
    case .notAnObject: "an article must be a JSON object {…}; plain text needs --input text"
    case .missingField(let name, let wanted, let present):
      "no field '\(wanted)'; name the field that holds the \(name): --map \(name)="
        + "\(GatheringProblem.guess(present)) (fields: \(GatheringProblem.list(present)))"
    case .notText(let name, let wanted):
      "the field '\(wanted)' is no text; name the field that holds the \(name) with --map"
    case .emptyArticle:
      "the article has neither text nor title; leave it out or map its fields with --map"
    case .tooLong(let limit):
      "longer than \(limit >> 20) MiB, the limit for one article; split it"
    }
  }

  /// The field that most likely is the text.
  private static func guess(_ present: [String]) -> String {
    let usual = ["content", "body", "article", "article_text", "full_text", "maintext", "raw_text"]
    return usual.first(where: present.contains) ?? "FIELD"
  }

  private static func list(_ present: [String]) -> String {
    if present.isEmpty { return "none" }
    return present.prefix(12).joined(separator: ", ") + (present.count > 12 ? ", …" : "")
  }
}

extension GatheringRemark {
  /// What the user is told, after the file's name and the line.
  var message: String {
    switch self {
    case .convertedFromWindows1256: "windows-1256, converted to UTF-8"
    case .titleOnly: "with a title but no text"
    case .unreadableDate(let text):
      "publication time '\(text.prefix(40))' left out; known forms are "
        + "2015-07-21, 2015-07-21 02:51:32 and ISO 8601"
    }
  }
}
