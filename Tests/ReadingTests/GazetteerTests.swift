import ArabicScript
import Testing

@testable import Reading

@Suite("Gazetteer") struct GazetteerTests {
  private func load(_ text: String) throws -> Gazetteer {
    try Gazetteer([DataFile(name: "mine.tsv", text: text)])
  }

  @Test func `every shipped place loads`() {
    #expect(Gazetteer.standard.entries.count > 5000)
  }

  @Test func `a place is found by any name, its id and its OCHA code`() {
    for words in ["سري كانيه", "ras al-ayn", "p-syr-ras-al-ayn"] {
      #expect(Gazetteer.standard.entries(named: words).contains { $0.id == "p-syr-ras-al-ayn" })
    }
    #expect(Gazetteer.standard.entries(named: "SY11").contains { $0.id == "a1-syr-raqqa" })
  }

  @Test(arguments: [
    ("c-syr", PlacePrecision.country), ("r-ne-syria", .region), ("a1-syr-raqqa", .governorate),
    ("a2-sy-latakia-jableh", .district), ("p-syr-tell-tamer", .town),
  ])
  func `a place tells how exact it is`(id: String, precision: PlacePrecision) {
    #expect(Gazetteer.standard.entries.first { $0.id == id }?.precision == precision)
  }

  @Test(arguments: [
    ("a\ttown", 1, "10 fields"),
    ("# mine\na\ttown\t\t\tA\tSYR\t\t\t1\t1\t\t", 2, "name in Arabic"),
    ("a\ttown\tا\t\tA\tSYR\t\t\t91\t1\t\t", 1, "is no coordinate"),
    ("a\ttown\tا\t\tA\tSYR\t\t\t1,5\t1\t\t", 1, "is no coordinate"),
    ("a\ttown\tا\t\tA\tSYR\t\t\t1\t\t\t", 1, "give both or none"),
    ("a\ttown\tا\t\tA\tSYR\t\t\t1\t1\tmany\t", 1, "digits only"),
    ("a\ttown\tا\t\tA\tSYR\t\t\t1\t1\na\ttown\tب\t\tB\tSYR\t\t\t1\t1", 2, "another id"),
  ])
  func `a wrong line is named with its remedy`(text: String, line: Int, fault: String) throws {
    let error = try #require(throws: RegistryError.self) { try load(text) }
    #expect(error.file == "mine.tsv" && error.line == line)
    #expect(error.fault.contains(fault), "\(error)")
  }
}
