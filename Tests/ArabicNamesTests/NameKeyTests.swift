import ArabicNames
import Testing

@Suite("Keys of names") struct NameKeyTests {
  @Test(arguments: [
    ["كيغينز", "كيغنز", "كاغينز", "Caggins"],
    ["مظلوم عبدي", "Mazloum Abdi", "Mazlum Ebdi", "Abdi, Mazloum"],
    ["عبد الرحمن", "عبدالرحمن", "Abd al-Rahman", "Abdul Rahman", "Abdurrahman", "Abdelrahman"],
    ["أبو بكر", "أبي بكر", "Abu Bakr", "Abou Bakr"],
    ["محمد بن سلمان", "محمد سلمان", "Mohammed bin Salman", "Muhammad Salman"],
    ["الشمري", "Al-Shammari", "al Shamari", "شمري"],
    ["عثمان", "Othman", "Uthman", "Osman"],
    ["سوریا", "سوريا", "Suriya"],
  ])
  func `spellings of one name meet`(spellings: [String]) {
    let keys = Set(spellings.map { NameKey($0) })
    #expect(keys.count == 1, "\(spellings): \(keys.map(\.description))")
  }

  @Test func `other names stay apart`() {
    #expect(NameKey("مظلوم عبدي") != NameKey("رياض درار"))
    #expect(NameKey("Salman") != NameKey("Sulayf"))
  }

  @Test(arguments: ["", " ", "123", "…", "Ωμέγα", "\u{0651}\u{0640}"])
  func `what is no name has an empty key`(text: String) {
    #expect(NameKey(text).description.isEmpty)
  }
}
