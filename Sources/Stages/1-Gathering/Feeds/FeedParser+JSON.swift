internal import Foundation

extension FeedParser {
  /// The parts of a JSON Feed (version 1.1) that are read.
  private struct Document: Decodable {
    let version: String?
    let title: String?
    let homePageURL: String?
    let items: [Item]?

    enum CodingKeys: String, CodingKey {
      case version, title, items
      case homePageURL = "home_page_url"
    }
  }

  private struct Item: Decodable {
    let id: Identifier?
    let url: String?
    let externalURL: String?
    let title: String?
    let summary: String?
    let contentText: String?
    let datePublished: String?
    let dateModified: String?
    let author: Author?
    let authors: [Author]?
    let tags: [String]?

    enum CodingKeys: String, CodingKey {
      case id, url, title, summary, author, authors, tags
      case externalURL = "external_url"
      case contentText = "content_text"
      case datePublished = "date_published"
      case dateModified = "date_modified"
    }
  }

  private struct Author: Decodable { let name: String? }

  /// An id, which some write as a number.
  private struct Identifier: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      text = try (try? value.decode(String.self)) ?? String(value.decode(Int.self))
    }
  }

  static func jsonFeed(_ utf8: [UInt8], url: String) throws(FeedError) -> Feed {
    guard let document = try? JSONDecoder().decode(Document.self, from: Data(utf8)) else {
      throw .unreadable
    }
    guard let items = document.items else { throw .noFeed(root: "JSON") }
    let site = document.homePageURL.flatMap { PageAddress.absolute($0, base: url) }
    return Feed(
      format: .json, title: PlainText.of(document.title), siteURL: site,
      items: items.compactMap { item in
        guard let link = item.url ?? item.externalURL ?? item.id?.text,
          let address = PageAddress.absolute(link, base: site ?? url)
        else { return nil }
        return FeedItem(
          url: address, id: item.id?.text, title: PlainText.of(item.title),
          published: FeedDate.iso(item.datePublished), updated: FeedDate.iso(item.dateModified),
          author: PlainText.of(item.authors?.first?.name ?? item.author?.name),
          summary: PlainText.of(item.summary ?? item.contentText),
          categories: item.tags ?? [])
      })
  }
}
