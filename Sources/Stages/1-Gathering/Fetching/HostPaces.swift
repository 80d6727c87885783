/// Keeps requests to one host apart.
actor HostPaces {
  /// The longest pause that a site's robots.txt is granted, in seconds.
  static let longestDelay = 60.0

  private let delay: Double
  private var delays: [String: Double] = [:]
  private var next: [String: ContinuousClock.Instant] = [:]

  /// - Parameter delay: The least number of seconds between two requests to one host.
  init(delay: Double) { self.delay = delay }

  /// Waits until the host may be asked again, and takes the turn.
  func wait(_ host: String) async {
    let now = ContinuousClock.now
    let turn = max(now, next[host] ?? now)
    next[host] = turn + .seconds(pause(host))
    if turn > now { try? await Task.sleep(until: turn, clock: .continuous) }
  }

  /// The seconds between two requests to a host.
  func pause(_ host: String) -> Double { delays[host] ?? delay }

  /// Asks the host no oftener than this many seconds apart; `longestDelay` at most is granted, as far as no more was
  /// wanted before.
  func slow(_ host: String, to seconds: Double) {
    delays[host] = max(delay, min(seconds, HostPaces.longestDelay))
  }

  /// Lets the host rest.
  func rest(_ host: String, seconds: Int) {
    next[host] = ContinuousClock.now + .seconds(min(seconds, 300))
  }
}
