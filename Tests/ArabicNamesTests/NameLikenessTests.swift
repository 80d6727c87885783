import ArabicNames
import Testing

@Suite("How near a spelling is") struct NameLikenessTests {
  private func match(_ name: String, _ spellings: String...) throws -> NameLikeness.Match? {
    var likeness = try #require(NameLikeness(name))
    return likeness.match(spellings)
  }

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
    let near = try #require(try match(name, spelling))
    let far = try match(name, other)
    #expect(near.cost < far?.cost ?? .infinity, "\(name)")
    #expect(near.similarity > far?.similarity ?? 0, "\(name)")
  }

  @Test func `of several ways to spell a word the nearest counts`() throws {
    let nearest = try #require(try match("Tamer", "تامر"))
    #expect(try match("Tamer", "تآمر", "تامر") == nearest)
    #expect(try match("Tamer", "تامر", "تآمر") == nearest)
  }

  @Test func `double consonants are nearer to double ones`() throws {
    let double = try #require(try match("Hammad", "Hammad"))
    let single = try #require(try match("Hammad", "Hamad"))
    #expect(double.cost == 0)
    #expect(double.similarity == 1)
    #expect(single.cost > 0)
  }

  @Test func `what has no letters is like nothing`() throws {
    #expect(NameLikeness("123") == nil)
    #expect(try match("Elias") == nil)
    #expect(try match("Elias", "?") == nil)
  }
}
