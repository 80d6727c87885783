internal import Foundation

/// Addresses of pages: absolute, without what does not name the page.
package enum PageAddress {
  /// The absolute address of a link.
  ///
  /// - Parameters:
  ///   - link: As it stands in the document, perhaps relative.
  ///   - base: The document's own address.
  /// - Returns: The address without its fragment; `nil` if it is none of the web.
  package static func absolute(_ link: String, base: String?) -> String? {
    let text = link.trimmingSpace().filter { !$0.isNewline }
    guard !text.isEmpty, let url = URL(string: text, relativeTo: base.flatMap { URL(string: $0) })
    else { return nil }
    let absolute = url.absoluteURL
    guard let scheme = absolute.scheme?.lowercased(), ["http", "https"].contains(scheme),
      let host = absolute.host(), !host.isEmpty
    else { return nil }
    return withoutFragment(absolute.absoluteString)
  }

  /// The host of an address, in small letters.
  package static func host(_ url: String) -> String? { URL(string: url)?.host()?.lowercased() }

  /// Scheme, host and port, as in `https://outlet.example:8080`.
  package static func origin(_ url: String) -> String? {
    guard let parsed = URL(string: url), let scheme = parsed.scheme, let host = parsed.host() else {
      return nil
    }
    return "\(scheme)://\(host)" + (parsed.port.map { ":\($0)" } ?? "")
  }

  private static func withoutFragment(_ url: String) -> String {
    String(url.prefix { $0 != "#" })
  }
}
