/// What was asked for lately, up to a size.
///
/// There are two halves. What is kept or asked for comes into the younger one; when that is full, the older one is
/// forgotten and the younger one becomes the older: so what is asked for again and again stays, at the price of one
/// look-up.
struct RecentValues<Key: Hashable, Value> {
  private var younger: [Key: (value: Value, size: Int)] = [:]
  private var older: [Key: (value: Value, size: Int)] = [:]
  private var size = 0
  private let limit: Int

  /// Keeps nothing at first.
  ///
  /// - Parameter limit: The most that all values may be in size.
  init(limit: Int) { self.limit = limit }

  /// What is kept for a key.
  mutating func value(for key: Key) -> Value? {
    if let found = younger[key] { return found.value }
    guard let found = older[key] else { return nil }
    keep(found.value, for: key, size: found.size)
    return found.value
  }

  /// Keeps a value, unless it is larger than a sixteenth of all that is kept.
  mutating func keep(_ value: Value, for key: Key, size: Int) {
    if size > limit / 16 { return }
    if self.size + size > limit / 2 {
      older = younger
      younger = [:]
      self.size = 0
    }
    younger[key] = (value, size)
    self.size += size
  }
}
