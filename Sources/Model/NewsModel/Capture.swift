/// Bytes as fetched or imported, with what was sent and answered.
///
/// Never changed.
public struct Capture: Sendable, Hashable {
  /// How the bytes came to be here.
  public enum Origin: String, Sendable, Hashable, Codable {
    /// Fetched from the network.
    case collected
    /// Taken from an archive that somebody else made.
    case imported
  }

  /// The address that was asked for.
  public var url: String
  /// When the answer came, as ISO 8601 in UTC (`2026-11-26T14:21:02Z`).
  public var time: String
  /// The status of the answer (RFC 9110, 15); `nil` if the bytes came without one.
  public var status: Int?
  /// The type that the answer names, without parameters, in small letters.
  public var mediaType: String?
  /// The request's first line and fields as sent, up to the empty line; empty if not known.
  public var requestHead: [UInt8]
  /// The answer's first line and fields, up to the empty line; empty if not known.
  public var responseHead: [UInt8]
  /// The answer's content as it was transferred, still packed if it came packed.
  public var body: [UInt8]
  /// How it came to be here.
  public var origin: Origin

  /// Makes a capture.
  public init(
    url: String, time: String, status: Int? = nil, mediaType: String? = nil,
    requestHead: [UInt8] = [], responseHead: [UInt8] = [], body: [UInt8],
    origin: Origin = .collected
  ) {
    self.url = url
    self.time = time
    self.status = status
    self.mediaType = mediaType
    self.requestHead = requestHead
    self.responseHead = responseHead
    self.body = body
    self.origin = origin
  }
}
