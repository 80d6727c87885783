internal import Foundation

extension Fetcher {
  /// What an origin's robots.txt said, or why it said nothing.
  struct KnownRules {
    let outcome: Result<RobotsRules, FetchFailure>
    let asked: ContinuousClock.Instant

    /// For how long it counts: rules for a day (RFC 9309, 2.4), a failure for five minutes.
    var isFresh: Bool {
      let age = ContinuousClock.now - asked
      return if case .success = outcome { age < .seconds(86_400) } else { age < .seconds(300) }
    }
  }

  /// Asks whether robots.txt lets an address be fetched.
  ///
  /// - Throws: `FetchFailure.refusedByRobots` if it does not, another one if that can't be told.
  func askRobots(_ url: String) async throws(FetchFailure) {
    guard let path = Fetcher.path(of: url) else { throw .badAddress }
    guard try await robots(of: url).allows(path: path) else { throw .refusedByRobots }
  }

  /// The sitemaps that the robots.txt of an address's site names, in its order; none if it can't be read.
  package func sitemaps(of url: String) async -> [String] {
    guard let rules = try? await robots(of: url) else { return [] }
    return rules.sitemaps.compactMap { PageAddress.absolute($0, base: PageAddress.origin(url)) }
  }

  /// What robots.txt says of an origin.
  ///
  /// A server that fails to answer for its rules is not asked for pages either.
  ///
  /// Source: RFC 9309, 2.3.1.
  private func robots(of url: String) async throws(FetchFailure) -> RobotsRules {
    guard let origin = PageAddress.origin(url) else { throw .badAddress }
    if let known = rules[origin], known.isFresh { return try known.outcome.get() }
    let outcome: Result<RobotsRules, FetchFailure>
    do throws(FetchFailure) {
      let answer = try await fetch("\(origin)/robots.txt", obeysRobots: false)
      outcome = .success(
        (200...299).contains(answer.status)
          ? RobotsRules(answer.content, agent: Fetcher.agent) : .open)
    } catch {
      switch error {
      case .status(400...499), .tooManyRedirects, .badRedirect, .tooLong, .badCoding,
        .refusedByRobots:
        outcome = .success(.open)
      case .status, .postponed, .tooSlow: outcome = .failure(.robotsFailed(error))
      case .badAddress, .unknownHost, .forbiddenAddress, .privateName, .unreachable, .robotsFailed:
        throw error
      }
    }
    rules[origin] = KnownRules(outcome: outcome, asked: .now)
    let known = try outcome.get()
    if let delay = known.delay, let host = PageAddress.host(url) {
      await paces.slow(host, to: delay)
    }
    return known
  }
}
