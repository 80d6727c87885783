internal import ArabicScript

/// The style sheet, the script and the sign: `Data/pages/`, embedded in the program.
///
/// Their addresses carry a digest of their bytes, so that browsers may keep them for good.
enum SiteAssets {
  /// A file that is sent as it is.
  struct File: Sendable {
    let bytes: [UInt8]
    let mediaType: String
    /// A digest of the bytes.
    let tag: String

    init(bytes: [UInt8], mediaType: String) {
      self.bytes = bytes
      self.mediaType = mediaType
      tag = SiteAssets.digest(of: bytes)
    }
  }

  /// The files by name.
  static let files: [String: File] = [
    "marsad.css": File(
      bytes: DataFile("pages/marsad.css").bytes, mediaType: "text/css; charset=utf-8"),
    "marsad.js": File(
      bytes: DataFile("pages/marsad.js").bytes, mediaType: "text/javascript; charset=utf-8"),
    "desk.js": File(
      bytes: DataFile("pages/desk.js").bytes, mediaType: "text/javascript; charset=utf-8"),
    "search.js": File(
      bytes: DataFile("pages/search.js").bytes, mediaType: "text/javascript; charset=utf-8"),
    "mark.svg": File(bytes: DataFile("pages/mark.svg").bytes, mediaType: "image/svg+xml"),
    "fonts.css": File(
      bytes: Array(SiteFonts.shared.styleSheet.utf8), mediaType: "text/css; charset=utf-8"),
  ]

  /// The file under a name below `/assets/`; fonts too.
  static func file(named name: String) -> File? {
    files[name] ?? SiteFonts.shared.file(named: name)
  }

  /// The address under which pages ask for a file.
  static func address(_ name: String) -> String {
    "/assets/\(name)?v=\(files[name]?.tag ?? "0")"
  }

  /// FNV-1a (Fowler, Noll, Vo), 64 bits: tells versions of a file or an answer apart, and guards against nothing.
  static func digest(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return String(hash, radix: 16)
  }
}
