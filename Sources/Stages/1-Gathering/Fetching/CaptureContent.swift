package import NewsModel

/// The content of a capture as a program reads it: unpacked, with what its head says of it.
package struct CaptureContent: Sendable, Hashable {
  /// The unpacked bytes.
  package let bytes: [UInt8]
  /// The encoding that `Content-Type` names.
  package let charset: String?

  /// Unpacks a capture's body by its `Content-Encoding`.
  ///
  /// - Parameters:
  ///   - capture: The capture.
  ///   - limit: The greatest number of bytes.
  /// - Throws: `FetchFailure.tooLong`, `.badCoding`.
  package init(of capture: Capture, limit: Int) throws(FetchFailure) {
    charset = CaptureContent.field("content-type", in: capture.responseHead)
      .flatMap { CaptureContent.charset(in: $0) }
    let coding = CaptureContent.field("content-encoding", in: capture.responseHead)?.lowercased()
    switch coding {
    case nil, "", "identity": bytes = capture.body
    case .some where capture.body.isEmpty: bytes = []
    case "gzip", "x-gzip":
      bytes = try CaptureContent.unpacked(
        GzipInflater.content(of: capture.body, limit: limit), "gzip", limit)
    case "br":
      bytes = try CaptureContent.unpacked(
        BrotliInflater.content(of: capture.body, limit: limit), "br", limit)
    case let other?: throw .badCoding(other)
    }
  }

  private static func unpacked(
    _ content: GzipInflater.Content, _ coding: String, _ limit: Int
  ) throws(FetchFailure) -> [UInt8] {
    switch content {
    case .content(let bytes): return bytes
    case .tooLong: throw .tooLong(bytes: limit)
    case .damaged: throw .badCoding(coding)
    }
  }

  /// The value of the first field of this name in a head; the name in small letters.
  static func field(_ name: String, in head: [UInt8]) -> String? {
    let text = String(decoding: head, as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name else {
        continue
      }
      return line[line.index(after: colon)...].trimmingSpace()
    }
    return nil
  }

  private static func charset(in type: String) -> String? {
    for parameter in type.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      if parts.count == 2, parts[0].trimmingSpace().lowercased() == "charset" {
        return String(parts[1].trimmingSpace().filter { $0 != "\"" && $0 != "'" })
      }
    }
    return nil
  }
}
