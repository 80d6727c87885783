/// A data file of the folder `Data` that is embedded in the program.
///
/// The files are UTF-8 text: one record a line, fields separated by tabs, `#` opens a comment line.
public struct DataFile: Sendable {
  /// The file's path below `Data`, such as `script/letters.tsv`.
  public let name: String
  /// The file's bytes.
  public let bytes: [UInt8]

  /// Opens an embedded file.
  ///
  /// - Precondition: The file is embedded; a missing one is a fault of the build.
  public init(_ name: String) {
    let bytes = DataFile.embedded(name)
    precondition(!bytes.isEmpty, "no embedded data file \(name)")
    self.name = name
    self.bytes = bytes
  }

  /// Makes a data file from text given by a user; `name` is used in error messages.
  public init(name: String, text: String) {
    self.name = name
    self.bytes = Array(text.utf8)
  }

  /// One record of a data file.
  public struct Row: Sendable {
    /// The line's number in the file, from 1.
    public let line: Int
    /// The fields; a field may be empty.
    public let fields: [String]

    /// The field at `index`, or an empty string if the line is shorter.
    public subscript(index: Int) -> String { index < fields.count ? fields[index] : "" }
  }

  /// The records in the order of the file, without comments and blank lines.
  public var rows: [Row] {
    var result: [Row] = []
    var line = 0
    for piece in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      if piece.isEmpty || piece.first == UInt8(ascii: "#") { continue }
      let fields = piece.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      result.append(Row(line: line, fields: fields.map { String(decoding: $0, as: UTF8.self) }))
    }
    return result
  }
}
