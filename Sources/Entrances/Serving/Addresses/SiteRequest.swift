/// A request as read from its address.
struct SiteRequest: Sendable {
  let route: Route
  let language: PageLanguage
  let query: QueryItems

  /// The longest address that is read, in bytes.
  static let addressLimit = 4096

  /// Reads an address: path and query as they came.
  ///
  /// - Throws: `Problem` if nothing is there or it can't be read.
  init(address: String) throws(Problem) {
    let parts = address.utf8.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    let (segments, language) = SiteRequest.segments(ofPath: Substring(parts[0]))
    let isForPrograms = segments.first == "api"
    guard address.utf8.count <= SiteRequest.addressLimit else {
      throw Problem(.addressTooLong, language, isForPrograms: isForPrograms)
    }
    let decoded = segments.map { PercentEncoding.decoded($0, plusIsSpace: false) }
    let query = QueryItems(parsing: parts.count > 1 ? String(Substring(parts[1])) : "")
    guard let query, !decoded.contains(nil) else {
      throw Problem(.badEncoding, language, isForPrograms: isForPrograms)
    }
    guard let route = Route(segments: decoded.compactMap { $0 }) else {
      throw Problem(.notFound, language, isForPrograms: isForPrograms)
    }
    self.route = route
    self.language = language
    self.query = query
  }

  /// A request for the front page, on whose behalf problems with other addresses are shown.
  init(frontIn language: PageLanguage) {
    route = .front
    self.language = language
    query = QueryItems()
  }

  /// The path's segments behind the language, still encoded, and the language.
  private static func segments(ofPath path: Substring) -> ([Substring], PageLanguage) {
    var segments = path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    guard segments.first == "en" else { return (segments, .arabic) }
    segments.removeFirst()
    return (segments, .english)
  }

  /// A problem with this request.
  func problem(_ reason: Problem.Reason) -> Problem {
    Problem(reason, language, isForPrograms: route.isForPrograms)
  }

  /// The address of this page with another language.
  var inOtherLanguage: String {
    Link.address(route, in: language.other, query)
  }
}

/// Addresses that pages lead to.
enum Link {
  /// The address of a page.
  static func address(
    _ route: Route, in language: PageLanguage, _ query: QueryItems = QueryItems(),
    fragment: String? = nil
  ) -> String {
    let path = route.path == "/" && language == .english ? "/en" : language.pathPrefix + route.path
    return path + query.encoded + (fragment.map { "#\($0)" } ?? "")
  }

  /// The address if a browser may be sent there: http and https only.
  static func outside(_ address: String?) -> String? {
    guard let address else { return nil }
    let lowered = address.prefix(8).lowercased()
    return lowered.hasPrefix("http://") || lowered.hasPrefix("https://") ? address : nil
  }
}
