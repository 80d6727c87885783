/// Why an address gave nothing.
package indirect enum FetchFailure: Error, Sendable, Hashable {
  /// The address is none of the web.
  case badAddress
  /// The host's name is unknown.
  case unknownHost(String)
  /// The host stands in no public network.
  case forbiddenAddress(host: String, address: String)
  /// The host's name is one of a private network, whatever a proxy makes of it.
  case privateName(String)
  /// robots.txt keeps the path to itself.
  case refusedByRobots
  /// The server fails to answer for its robots.txt, so that nothing may be fetched for now.
  case robotsFailed(FetchFailure)
  /// No connection, or it broke.
  case unreachable(String)
  /// The answer was not complete in time.
  case tooSlow(seconds: Int)
  /// The answer, packed or unpacked, is longer than is taken.
  case tooLong(bytes: Int)
  /// The answer is packed in a way that was not asked for, or is damaged.
  case badCoding(String)
  /// One address led to another too often.
  case tooManyRedirects(Int)
  /// The answer led to something that is no address.
  case badRedirect(String)
  /// The server asks to come later.
  case postponed(status: Int, seconds: Int)
  /// The answer's status is an error.
  case status(Int)
}
