/// What went wrong with a source, to be worded in any language: a key and the values that belong into the sentence.
package struct SourceFault: Sendable, Hashable, Codable {
  /// What went wrong, in a word.
  package let key: String
  /// The values by their names.
  package let values: [String: String]

  init(_ key: String, _ values: [String: String] = [:]) {
    self.key = key
    self.values = values
  }

  /// Why an address gave nothing.
  init(_ failure: FetchFailure) {
    self =
      switch failure {
      case .badAddress: SourceFault("bad_address")
      case .unknownHost(let host): SourceFault("unknown_host", ["host": host])
      case .forbiddenAddress(let host, let address):
        SourceFault("forbidden_address", ["host": host, "address": address])
      case .privateName(let host): SourceFault("private_name", ["host": host])
      case .refusedByRobots: SourceFault("refused_by_robots")
      case .robotsFailed(.tooSlow(let seconds)):
        SourceFault("robots_too_slow", ["seconds": "\(seconds)"])
      case .robotsFailed(.status(let status)), .robotsFailed(.postponed(let status, _)):
        SourceFault("robots_status", ["status": "\(status)"])
      case .robotsFailed(let inner): SourceFault(inner)
      case .unreachable(let reason): SourceFault("unreachable", ["reason": reason])
      case .tooSlow(let seconds): SourceFault("too_slow", ["seconds": "\(seconds)"])
      case .tooLong(let bytes): SourceFault("too_long", ["mebibytes": "\(bytes >> 20)"])
      case .badCoding(let name): SourceFault("bad_coding", ["name": name])
      case .tooManyRedirects(let count): SourceFault("redirects", ["count": "\(count)"])
      case .badRedirect(let target): SourceFault("bad_redirect", ["target": target])
      case .postponed(let status, let seconds):
        SourceFault("postponed", ["status": "\(status)", "seconds": "\(seconds)"])
      case .status(let status): SourceFault("status", ["status": "\(status)"])
      }
  }

  /// Why what stands at an address is no feed.
  init(_ error: FeedError) {
    self =
      switch error {
      case .unreadable: SourceFault("unreadable")
      case .noFeed(let root): SourceFault("no_feed", ["root": root])
      case .damaged: SourceFault("damaged")
      case .tooLong(let bytes): SourceFault("packed_too_long", ["mebibytes": "\(bytes >> 20)"])
      }
  }
}
