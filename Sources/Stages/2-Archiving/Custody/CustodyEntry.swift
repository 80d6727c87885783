internal import NewsModel

/// One line of the custody log: what was done with which bytes, when, by what.
///
/// The words are those of the Berkeley Protocol on Digital Open Source Investigations (2022, chapter VI):
/// collection, preservation, hash value, chain of custody.
package struct CustodyEntry: Sendable, Hashable, Decodable {
  /// What was done.
  package enum Action: String, Sendable, Decodable {
    /// A file of captures was begun.
    case opened
    /// Bytes were fetched and kept.
    case collected
    /// Bytes that somebody else had kept were taken over.
    case imported
    /// The page was asked for again, and its content was the one kept before.
    case revisited
    /// Bytes behind the last whole record, left by a process that was ended, were cut off.
    case recovered
    /// An authority's time stamp of an earlier line was kept in a file of its own.
    case stamped
  }

  /// The number of the line, from 1.
  package var sequence: Int
  /// When, as ISO 8601 in UTC.
  package var time: String
  package var action: Action
  /// The program and version that did it.
  package var by: String
  /// The file of captures, or of the time stamp, by its name in the store.
  package var file: String
  /// Where the bytes stand in it.
  package var offset: Int
  package var length: Int
  /// The hash value of these bytes as they stand in the file: `sha256:…`.
  package var recordHash: String
  /// The hash value of the content as transferred.
  package var contentHash: String?
  package var url: String?
  /// When the content was collected; for imports earlier than `time`.
  package var collected: String?
  package var status: Int?
  package var mediaType: String?
  /// The hash value of the line before, 64 zeros for the first.
  package var previous: String

  enum CodingKeys: String, CodingKey {
    case sequence, time, action, by, file, offset, length
    case recordHash = "record_hash"
    case contentHash = "content_hash"
    case url, collected, status
    case mediaType = "media_type"
    case previous
  }
  /// The entry as a line of the log, without its end: keys in the order of the alphabet, without those that have no value.
  var json: [UInt8] {
    var out = JSONWriter()
    out.object { out in
      func write(_ key: CodingKeys, _ value: String?) {
        guard let value else { return }
        out.key(key.stringValue)
        out.string(value)
      }
      func write(_ key: CodingKeys, _ value: Int?) {
        guard let value else { return }
        out.key(key.stringValue)
        out.integer(value)
      }
      write(.action, action.rawValue)
      write(.by, by)
      write(.collected, collected)
      write(.contentHash, contentHash)
      write(.file, file)
      write(.length, length)
      write(.mediaType, mediaType)
      write(.offset, offset)
      write(.previous, previous)
      write(.recordHash, recordHash)
      write(.sequence, sequence)
      write(.status, status)
      write(.time, time)
      write(.url, url)
    }
    return out.bytes
  }
}
