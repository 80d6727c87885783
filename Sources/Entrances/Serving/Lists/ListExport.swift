internal import Hummingbird
internal import Recording

/// A whole list, sent part by part as it is read, so that no more than one part is in memory.
struct ListExport: Sendable {
  let archive: Archive
  let reader: ListReader
  let format: ExportFormat

  /// The rows that are read at once.
  private static let rowsPerPart = 500

  /// The file's content.
  ///
  /// A failure in the midst breaks the connection off, so that a cut file isn't taken for a whole one.
  var body: ResponseBody {
    ResponseBody { writer in
      if format == .csv {
        try await writer.write(ByteBuffer(bytes: RecordCSV.line(reader.header)))
      }
      var position: ListPosition?
      repeat {
        let start = position
        let part = try await archive.read {
          try reader.part($0, ListExport.rowsPerPart, start, format == .csv ? .csv : .json)
        }
        var buffer = ByteBuffer()
        for row in part.rows {
          buffer.writeBytes(row)
          if format == .jsonl { buffer.writeInteger(UInt8(ascii: "\n")) }
        }
        try await writer.write(buffer)
        position = part.next
      } while position != nil
      try await writer.finish(nil)
    }
  }
}
