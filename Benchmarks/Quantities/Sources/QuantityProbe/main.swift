// Reads lines of `mode TAB anchor TAB leaning TAB text` and prints what is found, for the measures.
// With `--speed` each line is an article; prints how long the quantities of all of them take, tokens not
// counted. With `--hijri` reads lines of `year month day` and prints the Gregorian day and its way back.
internal import ArabicQuantities
internal import ArabicScript
internal import ArabicWords

func shown(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }

func numbers(_ text: TokenizedText) -> [String] {
  text.numbers().map { number in
    let unit = number.unit.map(text.text) ?? ""
    return
      "\(text.text(number.range))|\(number.kind)|\(number.value)|\(shown(number.low))|\(shown(number.high))"
      + "|\(number.includesLow)|\(number.includesHigh)|\(number.isApproximate)|\(number.isImplied)|\(unit)"
  }
}

func times(
  _ text: TokenizedText, _ anchor: CalendarDay?, _ leaning: TimeLeaning, _ bare: BareNumber
)
  -> [String]
{
  text.times(anchor: anchor, leaning: leaning, bare: bare).map { time in
    "\(text.text(time.range))|\(time.kind)|\(time.value)|\(time.start?.description ?? "")"
      + "|\(time.end?.description ?? "")|\(time.precision)|\(time.anchor)"
  }
}

func answer(_ line: String) -> String {
  let fields = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
  guard fields.count == 4 else { return "" }
  let text = TokenizedText(String(fields[3]))
  let leaning: TimeLeaning = fields[2] == "future" ? .future : .past
  let bare: BareNumber =
    fields[0] == "times-day" ? .dayOfMonth : fields[0] == "times-hour" ? .hour : .none
  switch fields[0] {
  case "numbers": return numbers(text).joined(separator: "\t")
  case "relative":
    return text.relativeOrdinals().map { place in
      "\(text.text(place.range))|\(place.origin.rawValue)\(place.offset < 0 ? "" : "+")\(place.offset)"
    }.joined(separator: "\t")
  default:
    return times(text, CalendarDay(iso: fields[1]), leaning, bare).joined(separator: "\t")
  }
}

func hijri(_ line: String) -> String {
  let fields = line.split(separator: " ").compactMap { Int($0) }
  guard fields.count == 3,
    let day = HijriCalendar.day(year: fields[0], month: fields[1], day: fields[2]),
    let back = HijriCalendar.components(of: day)
  else { return "none" }
  return "\(day) \(back.year) \(back.month) \(back.day)"
}

func measureSpeed() {
  var texts: [TokenizedText] = []
  var bytes = 0
  while let line = readLine() {
    texts.append(TokenizedText(line))
    bytes += line.utf8.count
  }
  let anchor = CalendarDay(year: 2015, month: 8, day: 6)
  var found = 0
  var best = Duration.seconds(1_000_000)
  for _ in 0..<3 {
    found = 0
    let taken = ContinuousClock().measure {
      for text in texts {
        let quantities = text.quantities(anchor: anchor)
        found += quantities.numbers.count + quantities.times.count
      }
    }
    best = min(best, taken)
  }
  let seconds = Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
  print("\(texts.count) articles, \(bytes) bytes, \(found) quantities: \(seconds) s")
}

switch CommandLine.arguments.dropFirst().first {
case "--speed": measureSpeed()
case "--hijri": while let line = readLine() { print(hijri(line)) }
default: while let line = readLine() { print(answer(line)) }
}
