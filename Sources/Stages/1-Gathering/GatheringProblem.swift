/// Why an input, or one record of it, gives no article.
package struct GatheringProblem: Error, Sendable, Hashable {
  /// The file's name as the user gave it; `standard input` for that.
  package let file: String
  /// The number of the line, from 1; `nil` if the whole file is meant.
  package let line: Int?
  package let reason: Reason

  /// Makes a problem.
  package init(file: String, line: Int? = nil, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// What is the matter.
  package enum Reason: Sendable, Hashable {
    case notFound
    /// The file can't be opened or read; the system's error number.
    case unreadable(errno: Int32)
    case folderWithoutArticles
    /// The gzip data is damaged or ends early, after so many bytes of content.
    case damagedCompression(after: Int)
    /// Neither UTF-8 nor windows-1256; the offset of the first such byte in the file.
    case undecodable(at: Int)
    /// UTF-16, told by its byte order mark.
    case utf16
    /// The record ends within a JSON value.
    case truncatedJSON
    /// Not JSON; the offset of the first byte that can't be, in the file.
    case invalidJSON(at: Int)
    /// A JSON value that is not an object.
    case notAnObject
    /// No field of that name; the names that there are.
    case missingField(name: String, wanted: String, present: [String])
    /// The field's value is an object, an array or a truth value.
    case notText(name: String, wanted: String)
    case emptyArticle
    /// A document that gives no article.
    case document(DocumentFault)
    /// The record is longer than is read.
    case tooLong(limit: Int)
  }

  /// Whether the surroundings failed rather than the input.
  package var isOfTheWorld: Bool {
    if case .unreadable(let number) = reason { return number != 13 && number != 21 }
    return false
  }
}
