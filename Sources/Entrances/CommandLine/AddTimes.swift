/// How long the steps of adding took, by the clock.
struct AddTimes {
  /// Reading, summed over all threads.
  var reading = Duration.zero
  /// Writing articles with their readings, indexing among it.
  var writing = Duration.zero
  /// Finding the stories of new articles.
  var grouping = Duration.zero
  /// Merging the pieces of the index.
  var tidying = Duration.zero

  /// Does something, and tells how long it took.
  ///
  /// - Parameter work: What is done.
  /// - Returns: Its result with the time.
  /// - Throws: What `work` throws.
  static func timed<Result>(
    _ work: () throws -> Result
  ) rethrows -> (outcome: Result, time: Duration) {
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try work()
    return (outcome, clock.now - start)
  }

  /// One line with all times in seconds.
  ///
  /// - Parameter indexing: The part of writing that the word index took.
  /// - Returns: The line.
  func summary(indexing: Duration) -> String {
    let parts = [
      ("reading", reading), ("writing", writing - indexing), ("indexing", indexing),
      ("grouping", grouping), ("tidying", tidying),
    ]
    return parts.map { name, time in
      let hundredths = Int((time / .milliseconds(10)).rounded())
      let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
      return "\(name) \(whole).\(part < 10 ? "0" : "")\(part) s"
    }.joined(separator: ", ")
  }
}
