internal import ArabicQuantities

/// Tells which numbers of a workbook are days and times: those whose format has a part of a date.
///
/// Source: ECMA-376, part 1, 18.8.30 (formats by number) and 18.17.4 (dates as numbers).
struct SpreadsheetDates {
  /// For each style of cells whether it shows a date.
  private let isDate: [Bool]
  /// The day 0, as days after 1970-01-01.
  private let origin: Int

  init(styles: XMLElement?, isFrom1904: String?) {
    let custom = styles?.child("numfmts")?.children.compactMap { format in
      format["numfmtid"].map { ($0, SpreadsheetDates.showsDate(format["formatcode"] ?? "")) }
    }
    let known = Dictionary(custom ?? [], uniquingKeysWith: { first, _ in first })
    isDate =
      styles?.child("cellxfs")?.children.map { style in
        let format = style["numfmtid"] ?? ""
        return known[format] ?? Int(format).map { (14...17).contains($0) || $0 == 22 } ?? false
      } ?? []
    let is1904 = isFrom1904 == "1" || isFrom1904 == "true"
    origin = is1904 ? -24_107 : -25_569
  }

  /// A number that its style shows as a date, as ISO 8601: a day, with the time if there is one.
  func time(_ value: String, style: String?) -> String? {
    guard let style = style.flatMap({ Int($0) }), isDate.indices.contains(style), isDate[style],
      let days = Double(value), days >= 1, days < 100_000
    else { return nil }
    let seconds = Int((days * 86_400).rounded())
    let day = CalendarDay(ordinal: origin + seconds / 86_400)
    let rest = seconds % 86_400
    if rest == 0 { return "\(day)" }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day)T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
  }

  /// Whether a format's code shows a day or a year, apart from what stands in quotation marks or brackets.
  private static func showsDate(_ code: String) -> Bool {
    var closing: Character?
    for character in code.lowercased() {
      if let end = closing {
        if character == end { closing = nil }
      } else if character == "\"" {
        closing = "\""
      } else if character == "[" {
        closing = "]"
      } else if character == "d" || character == "y" {
        return true
      }
    }
    return false
  }
}
