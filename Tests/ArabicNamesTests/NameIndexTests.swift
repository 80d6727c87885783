import ArabicNames
import Testing

@Suite("Finding names") struct NameIndexTests {
  // Invented names.
  static let names = [
    "Mazloum Abdi", "Myles Caggins", "Salim al-Hamdan", "Sami Hamdan", "Khalid bin Yusuf Dawran",
    "Abdul Rahman Zaytun", "نوري مهاوش", "سلمى البرازي", "Umm Hani Zaytun",
  ]
  let index: NameIndex

  init() {
    var index = NameIndex()
    for name in NameIndexTests.names { index.insert(name) }
    self.index = index
  }

  @Test(arguments: [
    ("مظلوم عبدي", "Mazloum Abdi"), ("Mazlum Ebdi", "Mazloum Abdi"), ("عبدي مظلوم", "Mazloum Abdi"),
    ("كيغينز", "Myles Caggins"), ("كاغينز", "Myles Caggins"), ("مايلز كاغنز", "Myles Caggins"),
    ("سالم الحمدان", "Salim al-Hamdan"), ("سامي حمدان", "Sami Hamdan"),
    ("خالد يوسف دوران", "Khalid bin Yusuf Dawran"), ("عبدالرحمن زيتون", "Abdul Rahman Zaytun"),
    ("Nuri Mhawish", "نوري مهاوش"), ("Salma Barazi", "سلمى البرازي"),
    ("أم هاني زيتون", "Umm Hani Zaytun"),
  ])
  func `a name is found by another spelling`(query: String, expected: String) throws {
    let best = try #require(index.matches(for: query, limit: 3).first, "\(query)")
    #expect(NameIndexTests.names[best.name] == expected, "\(query)")
  }

  @Test func `an equal spelling costs nothing`() throws {
    let best = try #require(index.matches(for: "Sami Hamdan").first)
    #expect(best.cost == 0)
    #expect(best.similarity == 1)
  }

  @Test func `matches come by cost, and no more than asked for`() {
    let matches = index.matches(for: "زيتون", limit: 2)
    #expect(matches.count == 2)
    #expect(matches[0].cost <= matches[1].cost)
  }

  @Test(arguments: ["زيتون", "Hamdan", "كيغينز", "Mazlum"])
  func `a name costs the same among others as alone`(query: String) {
    let vowels = ["a", "e", "i", "o", "u", "aa", "ou"]
    let names = vowels.flatMap { first in
      vowels.flatMap { second in
        [
          "Z\(first)yt\(second)n", "H\(first)md\(second)n", "K\(first)g\(second)ns",
          "M\(first)zl\(second)m",
        ]
      }
    }
    var index = NameIndex()
    for name in names { index.insert(name) }
    let matches = index.matches(for: query, limit: 8)
    #expect(matches.count == 8)
    for match in matches {
      var alone = NameIndex()
      alone.insert(names[match.name])
      #expect(alone.matches(for: query).first?.cost == match.cost, "\(names[match.name])")
    }
  }

  @Test func `names of very many letters are compared too`() throws {
    let latin = String(repeating: "karam", count: 40)
    let arabic = String(repeating: "كرم", count: 40)
    var index = NameIndex()
    for name in [latin, arabic, "Karam"] { index.insert(name) }
    #expect(try #require(index.matches(for: latin).first).cost == 0)
    #expect(try #require(index.matches(for: arabic).first).name == 1)
  }

  @Test(arguments: ["", "12", "Ωμέγα"]) func `what is no name finds nothing`(query: String) {
    #expect(index.matches(for: query).isEmpty)
  }
}

@Suite("Spelling names in the other script") struct NameSpellingTests {
  @Test(arguments: [
    ("كريستينا", "Kristina"), ("سالم", "Salem"), ("Martin", "مارتن"), ("Hasan", "حسن"),
  ])
  func `a likely spelling is among the ten`(name: String, expected: String) {
    let spellings = NameSpelling.spellings(of: name).map(\.text)
    #expect(spellings.contains(expected), "\(name): \(spellings)")
  }

  @Test func `spellings come by cost, and no more than asked for`() {
    let spellings = NameSpelling.spellings(of: "خالد يوسف", limit: 4)
    #expect(spellings.count == 4)
    #expect(spellings.map(\.cost) == spellings.map(\.cost).sorted())
    #expect(spellings.allSatisfy { $0.text.split(separator: " ").count == 2 })
  }

  @Test func `what is no name has no spelling`() {
    #expect(NameSpelling.spellings(of: "12 …").isEmpty)
  }
}
