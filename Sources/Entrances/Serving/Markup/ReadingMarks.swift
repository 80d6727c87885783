internal import ArabicScript
internal import NewsModel

/// The marks that a reading puts on its article's text.
struct ReadingMarks {
  let reading: Reading
  let say: Wording

  /// All marks, of records, of their parts, and of names.
  var all: [TextMark] {
    var marks: [TextMark] = []
    for (index, statement) in reading.statements.enumerated() {
      add(statement, number: index + 1, to: &marks)
    }
    for (index, outlook) in reading.outlooks.enumerated() {
      add(outlook, number: index + 1, to: &marks)
    }
    for (index, event) in reading.events.enumerated() { add(event, number: index + 1, to: &marks) }
    for mention in reading.mentions {
      marks.append(
        TextMark(
          range: mention.span, classes: "mention", anchor: nil, record: nil,
          hint: "\(say["mention.\(mention.type.rawValue)"]): \u{2068}\(mention.name)\u{2069}",
          rank: 4))
    }
    return marks
  }

  private func add(_ statement: Statement, number: Int, to marks: inout [TextMark]) {
    let anchor = RecordLetter.statement.anchor(number)
    let stance = say["stance.\(statement.stance.rawValue)"]
    let hint = "\(stance) · \u{2068}\(statement.speakerName)\u{2069}"
    marks.append(
      TextMark(
        range: statement.content,
        classes: "mark statement tone-\(StanceTone(statement.stance).rawValue)", anchor: anchor,
        record: anchor, hint: hint, rank: 0))
    let parts = [(statement.speaker, "speaker"), (statement.cue, "cue")]
    for (range, name) in parts { add(range, name, of: anchor, hint: hint, to: &marks) }
  }

  private func add(_ outlook: Outlook, number: Int, to marks: inout [TextMark]) {
    let anchor = RecordLetter.outlook.anchor(number)
    let kind = say["kind.\(outlook.kind.rawValue)"]
    let hint = "\(kind) · \(say["likelihood.\(outlook.likelihood.rawValue)"])"
    marks.append(
      TextMark(
        range: outlook.outcome, classes: "mark outlook", anchor: anchor, record: anchor,
        hint: hint, rank: 1))
    let parts = [
      (outlook.marker, "marker"), (outlook.condition, "condition"), (outlook.horizon, "horizon"),
    ]
    for (range, name) in parts { add(range, name, of: anchor, hint: hint, to: &marks) }
  }

  private func add(_ event: Event, number: Int, to marks: inout [TextMark]) {
    let anchor = RecordLetter.event.anchor(number)
    let hint = say["event.\(event.type.rawValue)"]
    marks.append(
      TextMark(
        range: event.trigger, classes: "mark event", anchor: anchor, record: anchor, hint: hint,
        rank: 2))
    for range in event.actor + event.recipient + [event.place].compactMap({ $0 }) {
      add(range, "party", of: anchor, hint: hint, to: &marks)
    }
  }

  private func add(
    _ range: TextRange?, _ name: String, of anchor: String, hint: String,
    to marks: inout [TextMark]
  ) {
    guard let range else { return }
    marks.append(
      TextMark(
        range: range, classes: "part \(name)", anchor: nil, record: anchor, hint: hint, rank: 3))
  }
}
