/// Why bytes are not the JSON value that they should be.
package enum JSONFault: Error, Sendable, Hashable {
  /// They end within the value.
  case truncated
  /// The byte at this offset can't stand there.
  case unexpected(at: Int)
  case notAnObject
}
