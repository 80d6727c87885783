internal import HTTPTypes

/// By what a client asks whether an answer is still the one it has (RFC 9110, 8.8 and 13).
struct Validators: Sendable, Hashable {
  /// The entity tag, in quotation marks.
  let tag: String
  /// The time of the last change as header fields have it; `nil` if it is not known.
  let changed: String?

  /// Makes those of some bytes.
  init(_ bytes: [UInt8], changed: String?) {
    tag = "\"\(SiteAssets.digest(of: bytes))-\(bytes.count)\""
    self.changed = changed
  }

  /// Whether a client that sends these fields has the same; its tags decide before its time.
  func match(_ fields: HTTPFields) -> Bool {
    if let tags = fields[.ifNoneMatch] {
      return tags.split(separator: ",").contains { one in
        let one = one.drop { $0 == " " }.prefix { $0 != " " }
        return one == "*" || one == tag || one == "W/\(tag)"
      }
    }
    guard let changed, let time = fields[.ifModifiedSince] else { return false }
    return time == changed
  }
}
