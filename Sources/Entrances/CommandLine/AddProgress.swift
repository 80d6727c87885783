/// How far adding has come, on standard error: a bar on a terminal, else a line a second.
struct AddProgress {
  private let isTerminal: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant
  private var count = 0
  private var hasBar = false

  /// Starts to count the time.
  init(isTerminal: Bool) {
    self.isTerminal = isTerminal
    start = clock.now
    shown = start
  }

  /// Counts articles, and shows it if it is time.
  mutating func add(_ articles: Int, fraction: Double?) {
    count += articles
    let now = clock.now
    guard now - shown >= (isTerminal ? .milliseconds(100) : .seconds(1)) else { return }
    shown = now
    let part = fraction.map { "\(Int($0 * 100)) %, " } ?? ""
    let state = "\(part)\(count) articles, \(rate) a second"
    if isTerminal {
      let width = 30
      let filled = Int((fraction ?? 0) * Double(width))
      let bar =
        String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      StandardStreams.show("\r\u{1B}[K" + (fraction == nil ? "" : bar + " ") + state)
      hasBar = true
    } else {
      StandardStreams.report("marsad: \(state)")
    }
  }

  /// Takes the bar away, so that something else can be written.
  mutating func clear() {
    if hasBar { StandardStreams.show("\r\u{1B}[K") }
    hasBar = false
  }

  /// The time taken, and the articles a second.
  var summary: String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s, \(rate) articles a second"
  }

  private var rate: Int { Int(Double(count) / max(seconds, 0.001)) }

  private var seconds: Double { (clock.now - start) / .seconds(1) }
}
