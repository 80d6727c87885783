internal import Gathering

/// Tells on standard error what was wrong with the input, and counts it.
struct GatheringLog {
  /// Records and files that gave no article.
  private(set) var failed = 0
  private var worldFailed = false
  private var convertedFiles: Set<String> = []

  /// Tells of a problem.
  mutating func add(_ problem: GatheringProblem) {
    failed += 1
    if problem.isOfTheWorld { worldFailed = true }
    StandardStreams.report("marsad: \(problem.message)")
  }

  /// Tells of remarks; of a conversion once a file.
  mutating func add(_ remarks: [GatheringRemark], file: String, line: Int) {
    for remark in remarks {
      switch remark {
      case .convertedFromWindows1256:
        guard convertedFiles.insert(file).inserted else { continue }
        StandardStreams.report("marsad: note: \(file): \(remark.message)")
      case .unreadableDate:
        StandardStreams.report("marsad: note: \(file):\(line): \(remark.message)")
      }
    }
  }

  /// How a command ends that has met these problems.
  var status: ExitStatus { worldFailed ? .world : failed > 0 ? .input : .done }
}
