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
    let codings = (CaptureContent.field("content-encoding", in: capture.responseHead) ?? "")
      .split(separator: ",").map { $0.trimmingSpace().lowercased() }
      .filter { CaptureContent.registered.contains($0) }
    guard codings.count <= 3 else { throw .badCoding(codings.joined(separator: ", ")) }
    var bytes = capture.body
    for coding in codings.reversed() where !bytes.isEmpty {
      bytes = try CaptureContent.unpacked(bytes, coding, limit)
    }
    self.bytes = bytes
  }

  /// The codings that are more than a name (IANA HTTP Content Coding Registry); others, such as names of encodings,
  /// say nothing of how a content is packed, and are ignored as browsers do.
  private static let registered: Set<String> = [
    "gzip", "x-gzip", "br", "deflate", "compress", "x-compress", "zstd", "dcb", "dcz", "exi",
    "aes128gcm", "pack200-gzip",
  ]

  private static func unpacked(
    _ packed: [UInt8], _ coding: String, _ limit: Int
  ) throws(FetchFailure) -> [UInt8] {
    let content: GzipInflater.Content
    switch coding {
    case "gzip", "x-gzip": content = GzipInflater.content(of: packed, limit: limit)
    case "br": content = BrotliInflater.content(of: packed, limit: limit)
    default: throw .badCoding(coding)
    }
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
