/// The elements that the extraction knows; all others are `other`.
enum Tag: String, CaseIterable, Sendable {
  case other = "-"
  case text = "#"
  case html, head, body, title, meta, link, base, script, style, noscript, template, svg, iframe
  case object, canvas, video, audio, math
  case main, article, section, nav, aside, header, footer, address, div, center, form, fieldset
  case p, h1, h2, h3, h4, h5, h6, blockquote, pre, hr, br, ul, ol, li, dl, dt, dd
  case figure, figcaption, table, caption, thead, tbody, tfoot, tr, td, th, details, summary, dialog
  case a, span, font, b, i, em, strong, small, img, time, button, select, option, textarea, label
  case input, source, wbr, embed, area, col, param, track, frame

  /// The elements by the first eight bytes of their names, packed; these are all different.
  static let byKey: [UInt64: Tag] = Dictionary(
    allCases.map { (key(of: Array($0.rawValue.utf8)[...]), $0) },
    uniquingKeysWith: { first, _ in first })

  /// The first eight bytes of a name in lower case.
  static func key(of name: ArraySlice<UInt8>) -> UInt64 {
    name.prefix(8).reduce(0) { $0 << 8 | UInt64($1 &- 0x41 < 26 ? $1 | 0x20 : $1) }
  }

  /// Elements without content (HTML standard, 13.1.2).
  var isVoid: Bool {
    switch self {
    case .meta, .link, .base, .br, .hr, .img, .input, .source, .wbr, .embed, .area, .col, .param,
      .track, .frame:
      true
    default: false
    }
  }

  /// Elements whose content is characters only, up to their end tag.
  var isRaw: Bool {
    switch self {
    case .script, .style, .textarea, .title, .iframe, .noscript: true
    default: false
    }
  }

  /// Elements that are no part of a line of text.
  var isBlock: Bool {
    switch self {
    case .html, .body, .main, .article, .section, .nav, .aside, .header, .footer, .address, .div,
      .center, .form, .fieldset, .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .pre, .hr, .br, .ul,
      .ol, .li, .dl, .dt, .dd, .figure, .figcaption, .table, .caption, .thead, .tbody, .tfoot, .tr,
      .td, .th, .details, .summary, .dialog:
      true
    default: false
    }
  }

  /// Elements that hold nothing to read.
  var isUnreadable: Bool {
    switch self {
    case .head, .script, .style, .noscript, .template, .svg, .iframe, .object, .canvas, .video,
      .audio, .math, .button, .select, .option, .textarea, .title, .dialog:
      true
    default: false
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}
