import ArabicWords
import Testing

@Suite("Broken plurals") struct BrokenPluralsTests {
  @Test func `a singular has its plurals`() {
    #expect(BrokenPlurals.shared.plurals(of: "وزير") == ["وزراء"])
    #expect(BrokenPlurals.shared.plurals(of: "كاتب") == ["كتاب", "كتبة"])
    #expect(BrokenPlurals.shared.plurals(of: "رأي") == ["آراء"])
  }

  @Test func `a plural has its singulars, in any spelling`() {
    #expect(BrokenPlurals.shared.singulars(of: "اسلحة") == ["سلاح"])
    #expect(BrokenPlurals.shared.singulars(of: "مُدُن") == ["مدينة"])
    #expect(BrokenPlurals.shared.singulars(of: "حوادث") == ["حادث", "حادثة"])
  }

  @Test func `what is no entry has none`() {
    #expect(BrokenPlurals.shared.plurals(of: "معلمون").isEmpty)
    #expect(BrokenPlurals.shared.singulars(of: "").isEmpty)
  }

  @Test func `the base of a word with clitics leads to its singular`() {
    let base = WordForms.shared.segmentation(of: "ووزرائها").base
    #expect(BrokenPlurals.shared.singulars(of: base) == ["وزير"])
  }
}
