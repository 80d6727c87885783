/// How an archive is opened.
package struct ArchiveOptions: Sendable {
  /// What may be done with the file.
  package enum Access: Sendable, Hashable {
    /// Nothing is written; the file must exist.
    case read
    /// The file must exist.
    case readWrite
    /// The file and its folder are made if they are absent.
    case create
  }

  /// What may be done with the file.
  package var access: Access
  /// How long to wait for another process's write before the archive counts as locked.
  package var busyTimeout: Duration
  /// How many reads may go on at once beside the one writer.
  package var readers: Int
  /// The most pages (of 4,096 bytes) that the file may grow to; `nil` for no limit.
  package var pageLimit: Int?
  /// Gives the time of adding, in seconds since 1970.
  package var now: @Sendable () -> Int

  /// Makes options.
  package init(
    access: Access = .readWrite, busyTimeout: Duration = .seconds(60), readers: Int = 4,
    pageLimit: Int? = nil, now: @escaping @Sendable () -> Int = ArchiveOptions.systemClock
  ) {
    self.access = access
    self.busyTimeout = busyTimeout
    self.readers = readers
    self.pageLimit = pageLimit
    self.now = now
  }
}
