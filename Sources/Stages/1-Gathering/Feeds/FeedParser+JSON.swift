internal import Foundation

extension FeedParser {
  /// Reads a JSON Feed (version 1 or 1.1), each item by itself: an odd one costs no other.
  ///
  /// What is written in another form than the standard's is taken for what it means; what has no address is left out.
  static func jsonFeed(_ utf8: [UInt8], url: String) throws(FeedError) -> Feed {
    guard let document = try? JSONDecoder().decode(JSONValue.self, from: Data(utf8)) else {
      throw .unreadable
    }
    guard case .array(let items)? = document["items"] else { throw .noFeed(root: "JSON") }
    let site = document["home_page_url"]?.text.flatMap { PageAddress.absolute($0, base: url) }
    var feed = Feed(format: .json, title: PlainText.of(document["title"]?.text), siteURL: site)
    for item in items {
      var isOdd = false
      if let item = self.item(item, base: site ?? url, &isOdd) {
        feed.items.append(item)
        if isOdd { feed.mended += 1 }
      } else {
        feed.leftOut += 1
      }
    }
    return feed
  }

  private static func item(_ item: JSONValue, base: String, _ isOdd: inout Bool) -> FeedItem? {
    /// The text of a member; anything else there is odd.
    func text(_ key: String) -> String? {
      guard let value = item[key], value != .null else { return nil }
      if case .text(let text) = value { return text }
      isOdd = true
      return nil
    }
    /// A time: a text, or the seconds since 1970.
    func time(_ key: String) -> String? {
      guard case .number(let number)? = item[key] else { return FeedDate.iso(text(key)) }
      isOdd = true
      return FeedDate.epoch(number)
    }
    // Many write ids as numbers.
    let id = item["id"]?.scalar
    let links = [text("url"), text("external_url"), id].compactMap { $0 }
    guard let address = links.lazy.compactMap({ PageAddress.absolute($0, base: base) }).first
    else { return nil }
    let names =
      authors(item["authors"], &isOdd) + authors(item["author"].map { .array([$0]) }, &isOdd)
    return FeedItem(
      url: address, id: id, title: PlainText.of(text("title")),
      published: time("date_published"), updated: time("date_modified"),
      author: PlainText.of(names.first),
      summary: PlainText.of(text("summary") ?? text("content_text")),
      categories: tags(item["tags"], &isOdd))
  }

  /// The names of authors: of a list of objects, or of what is written in its place.
  private static func authors(_ value: JSONValue?, _ isOdd: inout Bool) -> [String] {
    guard let value, value != .null else { return [] }
    if case .array = value {} else { isOdd = true }
    return value.elements.compactMap { author in
      if case .object = author { return author["name"]?.scalar }
      isOdd = isOdd || author != .null
      return author.scalar
    }
  }

  /// Tags: of a list of texts, or of one text with commas.
  private static func tags(_ value: JSONValue?, _ isOdd: inout Bool) -> [String] {
    guard let value, value != .null else { return [] }
    if case .array(let elements) = value {
      let tags = elements.compactMap(\.scalar)
      isOdd = isOdd || tags.count < elements.count
      return tags
    }
    isOdd = true
    return (value.scalar ?? "").split { ",،".contains($0) }.map { $0.trimmingSpace() }
      .filter { !$0.isEmpty }
  }
}

/// JSON whose form is not known beforehand.
private enum JSONValue: Decodable, Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let object = try? value.decode([String: JSONValue].self) {
      self = .object(object)
    } else if let array = try? value.decode([JSONValue].self) {
      self = .array(array)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let boolean = try? value.decode(Bool.self) {
      self = .boolean(boolean)
    } else {
      self = .null
    }
  }

  /// The member of an object.
  subscript(_ key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// A text, or a number as a text.
  var scalar: String? {
    switch self {
    case .text(let text): text
    case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
    default: nil
    }
  }

  /// The elements of a list; of anything else itself.
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [self] } }
}
