import ArabicNames
import Testing

@Suite("How near a spelling is") struct NameLikenessTests {
  @Test(arguments: [
    // Double consonants are one letter in Arabic.
    ("Houssem", "حسام", "حرب"), ("Moussa", "موسى", "منصور"),
    // What looks like an article may be the word's own.
    ("Elias", "إلياس", "ياسر"),
    // Consonants of other classes of sounds.
    ("Radhi", "راضي", "رامي"),
    ("مظلوم", "Mazlum", "Malik"),
  ])
  func `the spelling of a name is nearer than another name`(
    name: String, spelling: String, other: String
  ) throws {
    var likeness = try #require(NameLikeness(name))
    let near = try #require(likeness.match([spelling]))
    let far = likeness.match([other])
    #expect(near.cost < far?.cost ?? .infinity, "\(name)")
    #expect(near.similarity > far?.similarity ?? 0, "\(name)")
  }

  @Test func `of several ways to spell a word the nearest counts`() throws {
    var likeness = try #require(NameLikeness("Tamer"))
    let nearest = try #require(likeness.match(["تامر"]))
    #expect(likeness.match(["تآمر", "تامر"]) == nearest)
    #expect(likeness.match(["تامر", "تآمر"]) == nearest)
  }

  @Test func `double consonants are nearer to double ones`() throws {
    var likeness = try #require(NameLikeness("Hammad"))
    let double = try #require(likeness.match(["Hammad"]))
    let single = try #require(likeness.match(["Hamad"]))
    #expect(double.cost == 0)
    #expect(double.similarity == 1)
    #expect(single.cost > 0)
  }

  @Test func `what has no letters is like nothing`() throws {
    #expect(NameLikeness("123") == nil)
    var likeness = try #require(NameLikeness("Elias"))
    #expect(likeness.match([]) == nil)
    #expect(likeness.match(["?"]) == nil)
  }
}
