internal import Foundation

/// A table of comma-separated values with a header: plain numbers and names, without quotes inside.
struct CountTable {
  private let lines: [ArraySlice<UInt8>]
  private let columns: [String]
  /// The file, as it was named.
  let file: String

  /// Reads a file, or standard input for `-`.
  ///
  /// - Throws: `CommandFailure` if it can't be read or has no header.
  init(_ file: String) throws {
    self.file = file == "-" ? "standard input" : file
    let bytes: [UInt8]
    do {
      bytes =
        file == "-"
        ? Array(FileHandle.standardInput.readDataToEndOfFile())
        : Array(try Data(contentsOf: URL(filePath: file)))
    } catch {
      throw CommandFailure(
        status: .input, message: "\(file) can't be read; name a file that exists")
    }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    while lines.last?.allSatisfy({ $0 == 0x0D || $0 == 0x20 }) == true { lines.removeLast() }
    self.lines = lines
    columns = lines.first.map { CountTable.fields(of: $0) } ?? []
  }

  /// The place of a column.
  ///
  /// - Throws: `CommandFailure` that names the columns that are there.
  func column(_ name: String) throws -> Int {
    guard let place = columns.firstIndex(of: name) else {
      throw CommandFailure(
        status: .input,
        message: "\(file):1: no column \(name), but \(columns.joined(separator: ", "));"
          + " name the columns in the first line")
    }
    return place
  }

  /// The place of a column that may be missing.
  func optionalColumn(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// Goes through the rows: the line's number from 1, and the fields; an empty line is a row without a value.
  func eachRow(_ body: (Int, [ArraySlice<UInt8>]) throws -> Void) rethrows {
    for index in lines.indices.dropFirst() {
      try body(
        index + 1,
        lines[index].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false))
    }
  }

  /// A field as text, without the quotes and the return around it.
  static func text(_ field: ArraySlice<UInt8>) -> String {
    let outer: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: " ")]
    let inner = field.drop { outer.contains($0) }
    let end = inner.lastIndex { !outer.contains($0) } ?? inner.startIndex - 1
    return String(decoding: inner[inner.startIndex..<(end + 1)], as: UTF8.self)
  }

  private static func fields(of line: ArraySlice<UInt8>) -> [String] {
    line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(text)
  }
}
