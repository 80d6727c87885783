import ArabicQuantities
import ArabicScript
import Foundation
import NewsModel
import Testing

@Suite("A reading's JSON") struct ReadingJSONTests {
  /// A text with letters of one to four bytes, and a reading that points into it.
  private let text = "😀 قال العميد: «عاد 12 منهم» إن لم يتوقف"

  private func range(_ piece: String) throws -> TextRange {
    let found = try #require(text.range(of: piece))
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return TextRange(start, start + piece.utf8.count)
  }

  private func reading() throws -> Reading {
    var reading = Reading(
      id: "a", reader: ReaderVersion(name: "marsad", version: "0"), language: "ar",
      textSHA256: "00")
    reading.credit = Credit(name: "وكالة", span: try range("قال"))
    reading.dateline = Dateline(place: "حلب", span: try range("قال"))
    reading.mentions = [
      Mention(span: try range("العميد"), type: .office, name: "العميد", role: "عميد")
    ]
    reading.statements = [
      Statement(
        content: try range("عاد 12 منهم"), speaker: try range("العميد"), speakerName: "العميد",
        cue: try range("قال"), mode: .direct, chain: ["وكالة"], rule: "quotation")
    ]
    reading.outlooks = [
      Outlook(
        outcome: try range("عاد 12 منهم"), marker: nil, holderName: "العميد", kind: .warning,
        likelihood: .possible, band: 20...50, condition: try range("يتوقف"),
        conditionKind: .unless, statement: 0)
    ]
    reading.events = [
      Event(
        trigger: try range("عاد"), type: .retreat, date: CalendarDay(iso: "2015-07-21"),
        datePrecision: .day, killed: CasualtyCount(low: 12, best: 12, high: 12),
        injured: CasualtyCount(low: 3, best: 5, high: nil, saidBy: "العميد"))
    ]
    reading.quantities = [Quantity(span: try range("12"), value: 12, unit: "منهم")]
    reading.notes = [Note(range: try range("«"), message: "m")]
    return reading
  }

  @Test func `every span cuts its piece out of the text by code points`() throws {
    let json = try reading().json(text: text, explained: true)
    let object = try JSONSerialization.jsonObject(with: Data(json))
    let scalars = Array(text.unicodeScalars)
    var count = 0
    func check(_ value: Any) {
      if let list = value as? [Any] { for item in list { check(item) } }
      guard let members = value as? [String: Any] else { return }
      if let start = members["start"] as? Int, let end = members["end"] as? Int {
        var piece = String.UnicodeScalarView()
        piece.append(contentsOf: scalars[start..<end])
        #expect(String(piece) == members["text"] as? String)
        count += 1
      }
      for item in members.values { check(item) }
    }
    check(object)
    #expect(count == 6)
  }

  @Test func `fields are named as promised`() throws {
    let json = String(decoding: try reading().json(text: text), as: UTF8.self)
    for piece in [
      #""reader":{"name":"marsad","version":"0"}"#, #""band":[20,50]"#,
      #""condition_kind":"unless""#, #""killed":12,"injured":5"#,
      #""injured_range":{"low":3,"best":5,"high":null,"said_by":"العميد"}"#,
      #""date":"2015-07-21","date_precision":"day""#, #""stance":"say","mode":"direct""#,
    ] {
      #expect(json.contains(piece), "\(piece)")
    }
    #expect(!json.contains("\"rule\""))
    #expect(!json.contains("\n"))
  }

  @Test func `the rule is named when asked for`() throws {
    let json = String(decoding: try reading().json(text: text, explained: true), as: UTF8.self)
    #expect(json.contains(#""rule":"quotation""#))
  }
}
