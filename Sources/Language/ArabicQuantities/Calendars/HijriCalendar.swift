internal import ArabicScript

/// The Hijri calendar as reckoned in Umm al-Qura, the official calendar of Saudi Arabia.
///
/// Known from 1 Muharram 1343 (1 August 1924) to the end of 1500 AH (16 November 2077). Other
/// countries begin months by sighting, up to two days apart.
public enum HijriCalendar {
  /// The years that the table holds.
  public static var years: ClosedRange<Int> {
    table.first...(table.first + table.starts.count / 12 - 1)
  }

  /// The day of a year, month (1 to 12) and day of the month; `nil` if there is no such day or the year
  /// is not in the table.
  public static func day(year: Int, month: Int, day: Int) -> CalendarDay? {
    guard years.contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let index = (year - table.first) * 12 + month - 1
    let start = table.starts[index]
    let next = index + 1 < table.starts.count ? table.starts[index + 1] : table.end
    return start + day - 1 < next ? CalendarDay(ordinal: start + day - 1) : nil
  }

  /// Year, month (1 to 12) and day of the month of a day; `nil` outside the table.
  public static func components(of day: CalendarDay) -> (year: Int, month: Int, day: Int)? {
    guard day.ordinal >= table.starts[0], day.ordinal < table.end else { return nil }
    var low = 0
    var high = table.starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if table.starts[middle] <= day.ordinal { low = middle } else { high = middle }
    }
    return (table.first + low / 12, low % 12 + 1, day.ordinal - table.starts[low] + 1)
  }

  /// The first days of the months, as `CalendarDay.ordinal`, and the day behind the last month.
  private struct Table: Sendable {
    var first = 0
    var starts: [Int] = []
    var end = 0

    init() {
      for row in DataFile("quantities/hijri-months.tsv").rows {
        guard let year = Int(row[0]), var day = CalendarDay(iso: row[1])?.ordinal else { continue }
        if starts.isEmpty { first = year }
        for length in row[2].split(separator: " ") {
          starts.append(day)
          day += Int(length) ?? 0
        }
        end = day
      }
    }
  }

  private static let table = Table()
}
