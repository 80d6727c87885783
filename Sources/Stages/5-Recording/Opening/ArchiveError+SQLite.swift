internal import GRDB

extension ArchiveError {
  /// What a failure of SQLite means to the person who asked.
  init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .locked, path: path,
        "another process is writing to the archive; wait for it to end and try again")
    case .SQLITE_READONLY, .SQLITE_PERM:
      self.init(
        .readOnly, path: path,
        "the archive can't be written; check the permissions of the file and its folder")
    case .SQLITE_CANTOPEN:
      self.init(
        .readOnly, path: path,
        "the archive can't be opened; check that the folder exists and that you may write to it")
    case .SQLITE_FULL:
      self.init(
        .diskFull, path: path,
        "the disk is full; nothing of this batch was added: make room and add it again")
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
      self.init(
        .diskFull, path: path,
        "the disk is full; nothing of this batch was added: make room and add it again")
    case .SQLITE_NOTADB:
      self.init(.foreign, path: path, ArchiveError.foreignMessage)
    case .SQLITE_CORRUPT:
      self.init(
        .damaged, path: path,
        "the archive is damaged (\(detail)); restore a backup, or add the articles to a new archive"
      )
    default:
      self.init(.other, path: path, "SQLite reports \(error.extendedResultCode): \(detail)")
    }
  }

  static let foreignMessage = "this is no Marsad archive; name another file"

  /// Runs `body`; failures of SQLite leave it as `ArchiveError`.
  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DatabaseError {
      throw ArchiveError(error, path: path)
    }
  }
}
