import ArabicNames
import Testing

/// What `ArabicNames.docc` shows.
@Suite("Examples of the pages on names") struct PageExamplesTests {
  @Test func `spellings of one name share a key`() {
    #expect(NameKey("مظلوم عبدي") == NameKey("Mazlum Ebdi"))
    #expect(NameKey("كيغينز") == NameKey("Caggins"))
  }

  @Test func `an index finds names in either script`() {
    var index = NameIndex()
    index.insert("Salim al-Hamdan")
    index.insert("سامي حمدان")
    #expect(index.matches(for: "سالم الحمدان").first?.name == 0)
    #expect(index.matches(for: "Sami Hamdan").first?.name == 1)
  }

  @Test func `names are spelt in the other script`() {
    #expect(NameSpelling.spellings(of: "Hasan").contains { $0.text == "حسن" })
    #expect(NameSpelling.spellings(of: "سالم").contains { $0.text == "Salem" })
  }
}
