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

    /// The pieces of the field at `index` that a sign of ASCII sets apart, without empty ones.
    public func pieces(_ index: Int, separator: Unicode.Scalar = "|") -> [String] {
      self[index].utf8.split(separator: UInt8(ascii: separator)).map { String(Substring($0)) }
    }
  }

  /// The records in the order of the file, without comments and blank lines.
  public var rows: [Row] {
    var result: [Row] = []
    forEachRecord { line, fields in
      result.append(
        Row(line: line, fields: fields.map { String(decoding: bytes[$0], as: UTF8.self) }))
    }
    return result
  }

  /// Hands the records to `body` in the order of the file, without comments and blank lines: for large files, as no text is
  /// copied.
  ///
  /// - Parameter body: Takes the number of a line, from 1, and where in `bytes` its fields stand.
  public func forEachRecord(_ body: (_ line: Int, _ fields: [Range<Int>]) -> Void) {
    var fields: [Range<Int>] = []
    var line = 0
    var end = -1
    while end < bytes.count {
      line += 1
      let start = end + 1
      end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if start == end || bytes[start] == UInt8(ascii: "#") { continue }
      fields.removeAll(keepingCapacity: true)
      var field = start
      for i in start..<end where bytes[i] == UInt8(ascii: "\t") {
        fields.append(field..<i)
        field = i + 1
      }
      fields.append(field..<end)
      body(line, fields)
    }
  }
}
