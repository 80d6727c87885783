/// Keeps requests to one host apart.
actor HostPaces {
  private let delay: Double
  private var delays: [String: Double] = [:]
  private var next: [String: ContinuousClock.Instant] = [:]

  /// - Parameter delay: The least number of seconds between two requests to one host.
  init(delay: Double) { self.delay = delay }

  /// Waits until the host may be asked again, and takes the turn.
  func wait(_ host: String) async {
    let now = ContinuousClock.now
    let turn = max(now, next[host] ?? now)
    next[host] = turn + .seconds(delays[host] ?? delay)
    if turn > now { try? await Task.sleep(until: turn, clock: .continuous) }
  }

  /// Asks the host no oftener than this many seconds apart; a minute at most is granted.
  func slow(_ host: String, to seconds: Double) {
    delays[host] = min(max(delay, seconds), 60)
  }

  /// Lets the host rest.
  func rest(_ host: String, seconds: Int) {
    next[host] = ContinuousClock.now + .seconds(min(seconds, 300))
  }
}
