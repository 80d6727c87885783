/// Why the archive could not do what was asked: one line that names the file and the remedy.
package struct ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong; the entrance chooses its exit code by it.
  package let kind: Kind
  /// The database file.
  package let path: String
  /// What was met, and what can be done about it; one line without the path.
  package let message: String

  /// What is wrong with an archive.
  package enum Kind: Sendable, Hashable, CaseIterable {
    /// There is no such file, and it was not to be made.
    case missing
    /// The file is no SQLite database, or a database of another program.
    case foreign
    /// The file was written by a newer Marsad.
    case newerVersion
    /// The file or its search index was written by an older Marsad and may not be written to now.
    case olderVersion
    /// Another process holds the file.
    case locked
    /// The file or its folder may not be written.
    case readOnly
    /// The disk, or the space allowed, is full.
    case diskFull
    /// The file's content is damaged.
    case damaged
    /// A reading does not belong to its article's text.
    case mismatch
    /// Anything else that the operating system or SQLite reports.
    case other
  }

  /// Makes an error.
  package init(_ kind: Kind, path: String, _ message: String) {
    self.kind = kind
    self.path = path
    self.message = message
  }

  /// `path: message`.
  package var description: String { "\(path): \(message)" }

  /// Whether trying again later may help.
  package var isTransient: Bool { kind == .locked || kind == .diskFull }
}
