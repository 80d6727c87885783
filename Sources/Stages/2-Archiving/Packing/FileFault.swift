/// The file system refused something.
package struct FileFault: Error, Sendable, Hashable {
  /// What was being done.
  package enum Doing: String, Sendable { case making, opening, reading, writing, locking }

  package let path: String
  package let doing: Doing
  /// The system's error number.
  package let errno: Int32
}
