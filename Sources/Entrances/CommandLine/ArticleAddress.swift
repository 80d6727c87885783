internal import ArabicScript
internal import Crypto
internal import Foundation
internal import Gathering

/// Which article a page is: that of the address that the page itself names as its own (rel=canonical), if that can be.
///
/// Plain pages, those for phones and those that a newsletter leads to are then one article.
struct ArticleAddress {
  /// The address of the article.
  let url: String
  /// Whether the page is another form of what stands at that address, such as AMP: its text may differ without an edit.
  let isOtherForm: Bool

  /// Queries by which systems number their articles: a page that leaves one out of its own address does not know it.
  private static let numbers = Set(DataFile("gathering/article-queries.tsv").rows.map { $0[0] })

  /// Judges a page.
  ///
  /// - Parameters:
  ///   - page: Where it was fetched.
  ///   - own: Its address as it names it; `nil` if it names none.
  init(page: String, own: String?) {
    guard let own, own != page, let there = URLComponents(string: page),
      let here = URLComponents(string: own), there.host?.lowercased() == here.host?.lowercased(),
      there.port == here.port, here.path.count > 1
    else {
      url = page
      isOtherForm = false
      return
    }
    let kept = Set((here.queryItems ?? []).map(\.name))
    let dropped = (there.queryItems ?? []).map(\.name).filter { !kept.contains($0) }
    let isNumbered = dropped.contains { ArticleAddress.numbers.contains($0.lowercased()) }
    let isOwnPath = there.path == here.path
    // A path alone tells nothing where a query numbers the articles.
    guard !(isNumbered && isOwnPath) else {
      url = page
      isOtherForm = false
      return
    }
    url = own
    isOtherForm = !isOwnPath
  }

  /// The id of the article: the same for all its versions.
  var id: String {
    let digest = SHA256.hash(data: Array(url.utf8)).prefix(8)
    return "web-" + digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
