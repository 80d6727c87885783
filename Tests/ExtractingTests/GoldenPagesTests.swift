import Extracting
import Foundation
import Testing

/// Pages with what a reader takes from them: those that `Training/make_pages.py` writes, and sixty more in
/// `OutletPages`, each after another make-up of real outlets; outlets, people and incidents are invented.
@Suite("Golden pages") struct GoldenPagesTests {
  struct Expected: Decodable {
    let title: String
    let byline: String?
    let credit: String?
    let day: String
    let modified: String?
    let section: String?
    let url: String?
    let kind: String?
    let body: [String]
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()

  private static func names(_ folder: String) -> [String] {
    let path = root.appending(path: folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
      .filter { !$0.contains(".") }.map { folder + "/" + $0 }
  }

  static let cases = names("Pages") + names("OutletPages")

  @Test func `there are pages`() { #expect(GoldenPagesTests.cases.count >= 90) }

  @Test(arguments: GoldenPagesTests.cases)
  func `title, byline, times and body are right`(name: String) throws {
    let folder = GoldenPagesTests.root.appending(path: name)
    let page = try Data(contentsOf: folder.appending(path: "page.html"))
    let expected = try JSONDecoder().decode(
      Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    let article = Extractor().extract(Array(page))
    #expect(article.title == expected.title)
    #expect(article.byline == expected.byline)
    #expect(article.published?.prefix(10) == expected.day[...])
    #expect(article.kind.rawValue == expected.kind ?? "article")
    // Not every page tells these.
    if let credit = expected.credit { #expect(article.credit == credit) }
    if let modified = expected.modified { #expect(article.modified?.prefix(10) == modified[...]) }
    if let section = expected.section { #expect(article.section == section) }
    if let url = expected.url { #expect(article.url == url) }
    #expect(article.text.split(separator: "\n").map(String.init) == expected.body)
  }
}
