/// A piece of HTML.
///
/// Literals are markup; whatever text is put in by `\(…)` is escaped, so that a page can't forget to.
struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The markup.
  private(set) var markup: String

  /// Makes markup from a literal, as it stands.
  init(stringLiteral value: String) { markup = value }

  /// Makes markup from a literal with values put in.
  init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

  /// Makes markup that shows `text`.
  init(text: String) { markup = HTML.escaped(text) }

  /// Nothing.
  static let nothing: HTML = ""

  /// Whether there is no markup at all.
  var isEmpty: Bool { markup.isEmpty }

  /// Adds markup behind this one.
  static func += (a: inout HTML, b: HTML) { a.markup += b.markup }

  /// One piece of markup behind another.
  static func + (a: HTML, b: HTML) -> HTML {
    var sum = a
    sum += b
    return sum
  }

  /// Text from outside in an isolate of its own, so that its direction does not disturb what is
  /// around it.
  static func outside(_ text: String) -> HTML { "<bdi>\(text)</bdi>" }

  /// Collects a literal's parts.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { markup += literal }
    mutating func appendInterpolation(_ text: String) { markup += HTML.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
    mutating func appendInterpolation(_ html: HTML?) { markup += html?.markup ?? "" }
    mutating func appendInterpolation(_ list: [HTML]) { for html in list { markup += html.markup } }
  }

  /// The text with what has a meaning in markup replaced; good in elements and quoted attributes.
  ///
  /// Control characters that HTML forbids become U+FFFD.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
      case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
      case 0..<0x09, 0x0B..<0x20, 0x7F: bytes += Array("\u{FFFD}".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [HTML] {
  /// The pieces one after another, with `separator` between.
  func joined(by separator: HTML) -> HTML {
    var result = HTML.nothing
    for (index, piece) in enumerated() {
      if index > 0 { result += separator }
      result += piece
    }
    return result
  }
}
