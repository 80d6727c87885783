import Extracting
import Foundation
import Testing

/// The pages that `Training/make_pages.py` writes; all outlets, people and incidents are invented.
@Suite("Golden pages") struct GoldenPagesTests {
  struct Expected: Decodable {
    let title: String
    let byline: String
    let day: String
    let body: [String]
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Pages")

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test func `there are pages`() { #expect(GoldenPagesTests.cases.count >= 30) }

  @Test(arguments: GoldenPagesTests.cases)
  func `title, byline, day and body are right`(name: String) throws {
    let folder = GoldenPagesTests.folder.appending(path: name)
    let page = try Data(contentsOf: folder.appending(path: "page.html"))
    let expected = try JSONDecoder().decode(
      Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    let article = Extractor().extract(Array(page))
    #expect(article.title == expected.title)
    #expect(article.byline == expected.byline)
    #expect(article.published?.prefix(10) == expected.day[...])
    #expect(article.text.split(separator: "\n").map(String.init) == expected.body)
  }
}
