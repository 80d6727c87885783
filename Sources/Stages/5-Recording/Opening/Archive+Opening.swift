internal import CSQLiteSettings
internal import Foundation
internal import GRDB

extension Archive {
  /// Opens an archive.
  ///
  /// The file is in write-ahead mode with `synchronous = NORMAL`: a crash of the program loses nothing
  /// that was added; a power cut may lose the last batches, whole, and damages nothing. Foreign keys
  /// are enforced. A file that is no archive is left as it is.
  ///
  /// - Throws: `ArchiveError`.
  package static func open(at path: String, _ options: ArchiveOptions = ArchiveOptions()) throws
    -> Archive
  {
    _ = sqliteSettings
    return try ArchiveError.translating(path) {
      let isNew = try isNew(path, options)
      if isNew { try makeFile(path) } else { try checkHeader(path, options) }
      let pool = try DatabasePool(path: path, configuration: configuration(options))
      if options.access != .read { try Schema.migrator.migrate(pool) }
      if options.access == .read, try !pool.read(Schema.migrator.hasCompletedMigrations) {
        throw ArchiveError(
          .olderVersion, path: path,
          "the archive lacks a table of this format; open it once for writing (marsad add)")
      }
      // Asked by a reader first, so that opening does not wait for another process's write.
      if try !pool.read({ try SearchIndex.isUpToDate($0) }) {
        guard options.access != .read else {
          throw ArchiveError(
            .olderVersion, path: path,
            "the archive's search index is of another version; open it once for writing (marsad add)"
          )
        }
        try pool.write { try SearchIndex.bringUpToDate($0) }
      }
      return Archive(path: path, pool: pool, options: options)
    }
  }

  /// Settings of SQLite for the whole program, made before it is used first: each connection keeps 512 pieces of memory of
  /// up to 1,200 bytes (0.6 MB) for values and statements.
  private static let sqliteSettings = marsad_sqlite_settings(1_200, 512)

  /// Whether the file has to be made.
  private static func isNew(_ path: String, _ options: ArchiveOptions) throws -> Bool {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isFolder.boolValue {
      throw ArchiveError(.foreign, path: path, "this is a folder; name a file in it")
    }
    let size = try exists ? FileHandle(forReadingFrom: URL(filePath: path)).seekToEnd() : 0
    if size > 0 { return false }
    guard options.access == .create else {
      throw ArchiveError(
        .missing, path: path, "there is no archive here; marsad add makes one")
    }
    return true
  }

  /// Makes an empty database that bears the archive's mark from its first byte on.
  private static func makeFile(_ path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw ArchiveError(
        .readOnly, path: path, "its folder can't be made; name a place where you may write")
    }
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
    }
    try queue.close()
  }

  /// Checks, without writing to the file, that it is an archive that this Marsad can open.
  private static func checkHeader(_ path: String, _ options: ArchiveOptions) throws {
    var configuration = Configuration()
    configuration.readonly = options.access == .read
    configuration.busyMode = .timeout(options.busyTimeout.seconds)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let (mark, version) = try queue.inDatabase { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      )
    }
    try queue.close()
    guard mark == Schema.applicationID else {
      throw ArchiveError(.foreign, path: path, ArchiveError.foreignMessage)
    }
    if version > Schema.version {
      throw ArchiveError(
        .newerVersion, path: path,
        "the archive has format \(version), this Marsad knows up to \(Schema.version); update Marsad"
      )
    }
    if version < Schema.version, options.access == .read {
      throw ArchiveError(
        .olderVersion, path: path,
        "the archive has format \(version), not \(Schema.version); open it once for writing (marsad add)"
      )
    }
  }

  /// How many bytes of the file a reader reads in place, from the first on.
  private static let mappedBytes = 512 << 20

  private static func configuration(_ options: ArchiveOptions) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.readonly = options.access == .read
    configuration.busyMode = .timeout(options.busyTimeout.seconds)
    configuration.maximumReaderCount = max(1, options.readers)
    configuration.label = "marsad"
    let pageLimit = options.pageLimit
    configuration.prepareDatabase { database in
      unsafe database.add(tokenizer: ArabicTokenizer.self)
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
      let isReader = database.configuration.readonly
      // A writer comes upon the pages of many indexes with each batch.
      try database.execute(sql: "PRAGMA cache_size = -\(isReader ? 32_000 : 96_000)")
      // What is deleted is overwritten where that costs no writing of its own: not the pages of merged segments.
      try database.execute(sql: "PRAGMA secure_delete = FAST")
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      // Readers read pages where the system keeps them anyway, instead of copying them.
      if isReader {
        try database.execute(sql: "PRAGMA mmap_size = \(mappedBytes)")
      }
      // Pages that batch after batch changes go from the log into the file once for some of them.
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 16000")
      if let pageLimit { try database.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
    }
    return configuration
  }
}

extension Duration {
  /// The duration in seconds.
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
