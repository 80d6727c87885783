/// One record of a WARC file (ISO 28500:2017, WARC 1.1; 1.0 is read too).
package struct WARCRecord: Sendable, Hashable {
  /// What kind of record it is (section 6); other kinds are read and kept.
  package enum Kind: String, Sendable {
    case warcinfo, response, resource, request, metadata, revisit, conversion, continuation
  }

  /// The version behind `WARC/`.
  package let version: String
  package let fields: NamedFields
  /// What stands between the head and the record's end.
  package let block: [UInt8]
  /// Where the record stands in its file: the bytes of its gzip member, or its own.
  package let range: Range<Int>

  /// The kind; `nil` if it is none of the standard's.
  package var kind: Kind? { fields["WARC-Type"].flatMap { Kind(rawValue: $0) } }

  /// The address that was asked for, without the angle brackets of old writers.
  package var targetURL: String? {
    guard let text = fields["WARC-Target-URI"] else { return nil }
    return text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
  }

  /// When the block was collected, as ISO 8601 in UTC.
  package var date: String? { fields["WARC-Date"] }
}

/// Why the bytes of a WARC file are none.
package enum WARCError: Error, Sendable, Hashable {
  /// Neither a record nor a gzip member begins at this offset of the file.
  case notARecord(at: Int)
  /// The record's length is missing or no number.
  case noLength(at: Int)
  /// The file ends within the record that begins there.
  case truncated(at: Int)
  /// The gzip member that begins there is damaged.
  case damagedCompression(at: Int)
  /// The content is longer than is read.
  case tooLarge(at: Int, limit: Int)

  /// The offset of the record in the file.
  package var offset: Int {
    switch self {
    case .notARecord(let offset), .noLength(let offset), .truncated(let offset),
      .damagedCompression(let offset), .tooLarge(let offset, _):
      offset
    }
  }
}
