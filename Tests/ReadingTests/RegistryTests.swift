import ArabicScript
import Testing

@testable import Reading

@Suite("Registry") struct RegistryTests {
  private static let line =
    "a\tgroup\tلواء السدرة\tالسدريون\tSidra Brigade\t\tSYR\tREB\t\t\t2015\t2019-05"

  private func load(_ text: String) throws -> Registry {
    try Registry([DataFile(name: "mine.tsv", text: text)])
  }

  @Test func `the shipped registry loads and is as wide as promised`() {
    #expect(Registry.standard.entries.count >= 1500)
    #expect(Registry.standard["sdf"]?.nameEn == "Syrian Democratic Forces")
    #expect(Registry.standard["mazloum-abdi"]?.parent == "sdf")
    let persons = Registry.standard.entries.filter { $0.kind == .person }
    #expect(persons.count >= 300)
    #expect(persons.filter { $0.parent != nil && !$0.from.isEmpty }.count >= 150)
    #expect(Registry.standard["hassan-rouhani"]?.until == "2021-08")
  }

  @Test func `an entry is there within its period, by the precision given`() throws {
    let entry = try #require(try load(Self.line)["a"])
    #expect(entry.exists(on: "2015-01-02") && entry.exists(on: "2019-05-31"))
    #expect(!entry.exists(on: "2014-12-31") && !entry.exists(on: "2019-06-01"))
  }

  @Test(arguments: [
    ("a\tgroup", 1, "12 fields"),
    ("# mine\na\tnothing\tا\t\tA\t\t\t\t\t\t\t", 2, "is no kind"),
    ("A b\tgroup\tا\t\tA\t\t\t\t\t\t\t", 1, "small letters"),
    ("a\tgroup\tا\t\t\t\t\t\t\t\t\t", 1, "in English"),
    ("a\tgroup\tا\t\tA\t\t\t\t\t\t15\t", 1, "is no date"),
    ("a\tgroup\tا\t\tA\t\t\t\t\t\t\t\na\tgroup\tب\t\tB\t\t\t\t\t\t\t", 2, "another id"),
    ("a\tgroup\tا\t\tA\t\t\t\t\tb\t\t", 1, "no id of the registry"),
    ("a\tgroup\tا\t\tA\t\t\t\t\tb\t\t\nb\tgroup\tب\t\tB\t\t\t\t\ta\t\t", 1, "its own ancestor"),
  ])
  func `a wrong line is named with its remedy`(text: String, line: Int, fault: String) throws {
    let error = try #require(throws: RegistryError.self) { try load(text) }
    #expect(error.file == "mine.tsv" && error.line == line)
    #expect(error.fault.contains(fault), "\(error)")
  }

  @Test func `entries are found by any name in any spelling`() {
    #expect(Registry.standard.entries(named: "قسد").contains { $0.id == "sdf" })
    #expect(Registry.standard.entries(named: "syrian democratic").contains { $0.id == "sdf" })
  }
}
