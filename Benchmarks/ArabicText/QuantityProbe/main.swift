// Reads lines of `mode TAB anchor TAB leaning TAB text` and prints what is found, for the measures.
internal import ArabicQuantities
internal import ArabicScript
internal import ArabicWords

func shown(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }

while let line = readLine() {
  let fields = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
  guard fields.count == 4 else { continue }
  let text = TokenizedText(String(fields[3]))
  var found: [String] = []
  let leaning: TimeLeaning = fields[2] == "future" ? .future : .past
  let bare: BareNumber =
    fields[0] == "times-day" ? .dayOfMonth : fields[0] == "times-hour" ? .hour : .none
  switch fields[0] {
  case "numbers":
    for number in text.numbers() {
      found.append(
        "\(text.text(number.range))|\(number.kind)|\(number.value)|\(shown(number.low))|\(shown(number.high))"
          + "|\(number.includesLow)|\(number.includesHigh)|\(number.isApproximate)|\(number.isImplied)"
          + "|\(number.unit.map(text.text) ?? "")")
    }
  case "relative":
    for place in text.relativeOrdinals() {
      found.append("\(text.text(place.range))|\(place.origin.rawValue)\(place.offset < 0 ? "" : "+")\(place.offset)")
    }
  default:
    for time in text.times(anchor: CalendarDay(iso: fields[1]), leaning: leaning, bare: bare) {
      found.append(
        "\(text.text(time.range))|\(time.kind)|\(time.value)|\(time.start?.description ?? "")"
          + "|\(time.end?.description ?? "")|\(time.precision)|\(time.anchor)")
    }
  }
  print(found.joined(separator: "\t"))
}
