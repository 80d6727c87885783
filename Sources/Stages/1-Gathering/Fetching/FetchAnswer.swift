package import NewsModel

/// What fetching an address gave: the answer, and those that led to it.
package struct FetchAnswer: Sendable {
  /// Each answer as captured, in order; all but the last are redirects.
  package var captures: [Capture]
  /// The last answer's status (RFC 9110, 15).
  package var status: Int
  /// The last answer's content, unpacked.
  package var content: [UInt8]
  /// The encoding that the last answer's `Content-Type` names.
  package var charset: String?

  /// The address that answered in the end.
  package var url: String { captures.last?.url ?? "" }
  /// Whether the content is still the one of the last time.
  package var isNotModified: Bool { status == 304 }
}

/// What a server is told so that it may answer that nothing has changed (RFC 9110, 13.1).
package struct FetchValidators: Sendable, Hashable {
  package var entityTag: String?
  package var lastModified: String?

  /// Makes validators out of the head of an earlier answer.
  package init(responseHead: [UInt8]) {
    entityTag = CaptureContent.field("etag", in: responseHead)
    lastModified = CaptureContent.field("last-modified", in: responseHead)
  }
}

/// The bounds within which an answer is taken.
package struct FetchLimits: Sendable {
  /// The longest answer, packed and unpacked, in bytes.
  package var bytes = 32 << 20
  /// The seconds from the first word to the last.
  package var seconds = 60
  /// How often one address may lead to another.
  package var redirects = 10
  /// Whether hosts in private networks may be asked.
  package var allowsPrivateNetworks = false

  /// Makes the usual limits.
  package init() {}
}
