/// The fields behind the `?` of an address, decoded, in their order.
struct QueryItems: Sendable, Hashable {
  /// One field.
  struct Item: Sendable, Hashable {
    let name: String
    let value: String
  }

  /// All fields, empty ones too.
  let items: [Item]

  /// The most fields that are read.
  static let itemLimit = 64

  /// Makes a list of fields.
  init(_ items: [Item] = []) { self.items = items }

  /// Parses what stands behind the `?`; `nil` if it isn't UTF-8 or has too many fields.
  init?(parsing text: String) {
    var items: [Item] = []
    for piece in text.utf8.split(separator: UInt8(ascii: "&")) {
      let parts = piece.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? Substring(parts[1]) : ""
      guard items.count < QueryItems.itemLimit,
        let name = PercentEncoding.decoded(Substring(parts[0]), plusIsSpace: true),
        let value = PercentEncoding.decoded(value, plusIsSpace: true)
      else { return nil }
      items.append(Item(name: name, value: value))
    }
    self.items = items
  }

  /// The first value under a name without spaces around it; `nil` if there is none or it is empty.
  subscript(_ name: String) -> String? { self[all: name].first }

  /// The values under a name that aren't empty.
  subscript(all name: String) -> [String] {
    items.filter { $0.name == name }.map { QueryItems.trimmed($0.value) }.filter { !$0.isEmpty }
  }

  /// The fields but those named.
  func without(_ names: String...) -> QueryItems {
    QueryItems(items.filter { !names.contains($0.name) })
  }

  /// The fields with one set to a value.
  func setting(_ name: String, _ value: String) -> QueryItems {
    QueryItems(without(name).items + [Item(name: name, value: value)])
  }

  /// The fields that aren't empty, as they stand in an address, with the `?`; empty if there are none.
  var encoded: String {
    let pairs = items.filter { !$0.value.isEmpty }.map {
      "\(PercentEncoding.encoded($0.name))=\(PercentEncoding.encoded($0.value))"
    }
    return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
  }

  private static func trimmed(_ text: String) -> String {
    var view = text.unicodeScalars[...]
    while let first = view.first, first.properties.isWhitespace { view.removeFirst() }
    while let last = view.last, last.properties.isWhitespace { view.removeLast() }
    return String(view)
  }
}
